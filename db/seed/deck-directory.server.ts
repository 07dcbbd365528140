/** Places, organisations and people that the deck names. */
import { foldKey } from '#app/domain/text.ts'
import type { Edit } from '#db/changes.server.ts'
import { named } from '#db/named.server.ts'
import roadshow from '#db/seed/roadshow.json'

/** Cities first, then who is where in them. */
export async function loadDirectory(made: Edit): Promise<void> {
  await loadPlaces(made)
  await loadOrganisations(made)
  await loadPeople(made)
}

/** Names that held for a time (official gazettes of 23 March 2019 and 17 September 2022), those in the deck's other language, and those that mail in Russian uses. */
const PLACE_NAMES: { stop: string; name: string; language: string; from: string | null; to: string | null }[] = [
  { stop: 'nursultan', name: 'Nur-Sultan', language: 'en', from: '2019-03-23', to: '2022-09-18' },
  { stop: 'nursultan', name: 'Astana', language: 'en', from: '2022-09-19', to: null },
  { stop: 'dushanbe', name: 'Душанбе', language: 'tg', from: null, to: null },
  { stop: 'nursultan', name: 'Нур-Султан', language: 'ru', from: '2019-03-23', to: '2022-09-18' },
  { stop: 'nursultan', name: 'Астана', language: 'ru', from: '2022-09-19', to: null },
  { stop: 'bishkek', name: 'Бишкек', language: 'ru', from: null, to: null },
  { stop: 'dushanbe', name: 'Душанбе', language: 'ru', from: null, to: null },
  { stop: 'tashkent', name: 'Ташкент', language: 'ru', from: null, to: null },
]

export const placeOf = (stop: string): string => `place-${stop}`
/** The only venue that the deck prints. */
export const PRINTED_VENUE = 'place-printed-venue'

async function loadPlaces(made: Edit): Promise<void> {
  for (const stop of roadshow.stops) {
    await made.insert('place', {
      id: placeOf(stop.id), kind: 'city', ...named(stop.inferred_name_today ?? stop.city), country: stop.country, zone: stop.tz_iana_inferred, source_line: stop.line,
    })
  }
  for (const [at, { stop, name, language, from, to }] of PLACE_NAMES.entries()) {
    await made.insert('place_name', { id: `place-name-${at + 1}`, place_id: placeOf(stop), name, name_key: foldKey(name), language, from_day: from, to_day: to })
  }
  await loadVenue(made)
}

async function loadVenue(made: Edit): Promise<void> {
  const printed = roadshow.workshops.find((workshop) => workshop.venue_verbatim)?.venue_verbatim ?? ''
  const name = printed.split(',')[0] as string
  const stop = roadshow.stops.find((each) => printed.includes(each.city))
  const line = roadshow.organisations.find((one) => one.name.startsWith(name))?.lines[0] ?? null
  await made.insert('place', { id: PRINTED_VENUE, kind: 'hotel', ...named(name), country: stop?.country ?? '', city_id: stop ? placeOf(stop.id) : null, source_line: line })
}

type Reading = { kind: string; country?: string; parent?: string }

/** What kind of body each is: read from its name, not printed. */
const READ: Record<string, Reading> = {
  O01: { kind: 'donor' },
  O02: { kind: 'government', country: 'Tajikistan' },
  O03: { kind: 'city', country: 'Tajikistan' },
  O04: { kind: 'state enterprise', country: 'Tajikistan', parent: 'O03' },
  O05: { kind: 'government', country: 'Korea' },
  O06: { kind: 'other', country: 'Korea' },
  O07: { kind: 'government', country: 'Kyrgyzstan' },
  O08: { kind: 'other', country: 'Kyrgyzstan' },
  O09: { kind: 'university' },
  O10: { kind: 'other', country: 'Kyrgyzstan' },
  O11: { kind: 'city', country: 'Kyrgyzstan' },
  O12: { kind: 'donor', country: 'United Kingdom' },
  O13: { kind: 'NGO', country: 'Tajikistan' },
  O14: { kind: 'company', country: 'Tajikistan' },
  O15: { kind: 'government', country: 'Uzbekistan' },
  O16: { kind: 'city', country: 'Uzbekistan' },
  O17: { kind: 'donor', country: 'Uzbekistan' },
  O18: { kind: 'other' },
  O19: { kind: 'other' },
  O20: { kind: 'company', country: 'Tajikistan' },
  O21: { kind: 'city', country: 'Tajikistan' },
}

type Body = { id: string; key: string; name: string; aliases: string[]; line: number }

/** The extraction's remarks in brackets are not part of a name; a stroke separates two names of one body. */
const BODIES: Body[] = roadshow.organisations.map(({ id, name, lines, aliases_in_seed: aliases }) => {
  const [first = '', ...others] = name.replace(/ \([^)]*\)$/, '').split(' / ')
  return { id: id.toLowerCase(), key: id, name: first, aliases: [...others, ...aliases.map((alias) => alias.replace(/ \([^)]*\)$/, ''))], line: lines[0] as number }
})

/** DFID became part of another ministry on 2 September 2020; its name holds until the day before. */
const SUCCESSOR = { of: 'O12', id: 'o12-successor', name: 'Foreign, Commonwealth and Development Office', short: 'FCDO', until: '2020-09-01', from: '2020-09-02' }

async function loadOrganisations(made: Edit): Promise<void> {
  await made.insert('organisation', { id: SUCCESSOR.id, ...named(SUCCESSOR.name), kind: 'donor', country: 'United Kingdom' })
  await insertName(made, SUCCESSOR.id, 1, SUCCESSOR.short, { from_day: SUCCESSOR.from })
  for (const { id, key, name, aliases, line } of BODIES) {
    const read = READ[key] ?? { kind: 'other' }
    await made.insert('organisation', {
      id, ...named(name), kind: read.kind, country: read.country ?? '', parent_id: read.parent?.toLowerCase() ?? null,
      successor_id: key === SUCCESSOR.of ? SUCCESSOR.id : null, source_line: line,
    })
    for (const [at, alias] of aliases.entries()) await insertName(made, id, at + 1, alias)
    if (key === SUCCESSOR.of) await insertName(made, id, 1, name, { to_day: SUCCESSOR.until })
  }
}

async function insertName(made: Edit, organisationId: string, at: number, name: string, valid: { from_day?: string; to_day?: string } = {}): Promise<void> {
  const language = /\p{Script=Cyrillic}/u.test(name) ? 'tg' : 'en'
  await made.insert('organisation_name', { id: `${organisationId}-name-${at}`, organisation_id: organisationId, name, name_key: foldKey(name), language, ...valid })
}

/** The body whose longest name or alias stands in a printed text; undefined when none does. */
export function bodyIn(text: string): { id: string; as: string } | undefined {
  const found = BODIES.flatMap(({ id, name, aliases }) => [name, ...aliases].map((as) => ({ id, as }))).filter(({ as }) => text.includes(as))
  return found.toSorted((a, b) => b.as.length - a.as.length)[0]
}

/** 'Deputy Minister, Ministry of Finance' → the title alone and the body. */
function affiliationOf(printed: string): { title: string; organisationId: string | null } {
  const body = bodyIn(printed)
  if (!body) return { title: printed, organisationId: null }
  const title = printed.replace(body.as, '').replace(/(?:,| of)\s*$/, '').replace(/^[\s,]+/, '')
  return { title, organisationId: body.id }
}

export const personIdOf = (name: string): string => roadshow.persons.find((person) => person.name === name)?.id.toLowerCase() ?? ''

async function loadPeople(made: Edit): Promise<void> {
  for (const person of roadshow.persons) {
    const id = person.id.toLowerCase()
    const first = person.roles.find((role) => role.role !== 'deck author')?.line as number
    await made.insert('person', { id, ...named(person.name), honorific: person.honorific, remark: remarkOn(person), source_line: first })
    for (const [at, printed] of person.printed_titles.entries()) {
      const { title, organisationId } = affiliationOf(printed)
      await made.insert('affiliation', { id: `${id}-at-${at + 1}`, person_id: id, organisation_id: organisationId, title, rank: at + 1, source_line: first + at })
    }
  }
}

type Person = (typeof roadshow.persons)[number]

/** Titles of a later year say what somebody was called then, not in 2020. */
function remarkOn({ titles_2021_verbatim: titles }: Person): string {
  return titles ? `On the title slide of ${roadshow.meta.deck_date.verbatim} (deck, lines ${roadshow.meta.author.lines.join(', ')}): ${titles.join('; ')}` : ''
}
