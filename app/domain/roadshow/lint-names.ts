/** Rules about titles and names as they are written: nothing here ever touches the name of a person. */
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Change, Issue, Repair, Subject } from '#app/domain/roadshow/lint-issue.ts'
import type { AliasFacts, EngagementFacts, MissionFacts, StopFacts } from '#app/domain/roadshow/lint-facts.ts'
import { editDistance, foldKey } from '#app/domain/text.ts'
import { formatDayShort } from '#app/domain/time.ts'

/** Two titles this alike are meant to be one; less alike they are two names, more alike one spelling. */
const DRIFT = { from: 0.4, to: 0.95 } as const
/** How an alias says that a person has chosen: it stays, and is no second official title. */
const KEPT = 'kept as another title'

/** The origin of an alias that a person kept beside the title they chose. */
export function keptOrigin(origin: string): string {
  return origin === '' ? KEPT : `${origin}, ${KEPT}`
}

/** Two titles of one engagement that are neither the same nor different. */
export function lintTitles({ engagements }: Pick<MissionFacts, 'engagements'>): Issue[] {
  return engagements.flatMap((row) => row.aliases.filter((alias) => drifts(row.title, alias)).map((alias) => issueOf(
    { code: 'title-drift', titles: [row.title, alias.title], city: row.city, day: row.day, origin: alias.origin },
    {
      subjects: [{ kind: 'engagement', id: row.id }], lines: [row.sourceLine, alias.sourceLine], print: `${row.title} | ${alias.title}`,
      repairs: [{ kind: 'keep-title', title: row.title, aliasId: alias.id }, { kind: 'use-other-title', title: alias.title, aliasId: alias.id }, { kind: 'visit', to: 'edit', id: row.id }],
    },
  )))
}

function drifts(title: string, { title: other, origin }: AliasFacts): boolean {
  const alike = likeness(title, other)
  return !origin.endsWith(KEPT) && alike >= DRIFT.from && alike <= DRIFT.to
}

/** How many words two titles share, of all that they have (Dice, 0 to 1); a name in quotes counts for the whole title. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(coreOf(a)), wordsOf(coreOf(b))]
  if (left.size + right.size === 0) return 1
  return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size)
}

function coreOf(title: string): string {
  return /[“"«](.{8,})[”"»]/u.exec(title)?.[1] ?? title
}

function wordsOf(text: string): Set<string> {
  return new Set(foldKey(text).split(' ').filter(Boolean))
}

/** One wording for several meetings of a stop. */
export function lintTwins({ engagements }: Pick<MissionFacts, 'engagements'>): Issue[] {
  const groups = new Map<string, [EngagementFacts, ...EngagementFacts[]]>()
  for (const row of engagements.filter((each) => !['buffer', 'travel', 'meal', 'internal'].includes(each.kind))) {
    const key = `${row.stopId} ${foldKey(row.title)}`
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].filter((rows) => rows.length > 1).map((rows) => issueOf(
    { code: 'duplicate-title', title: rows[0].title, days: rows.map((row) => row.day), city: rows[0].city },
    { subjects: rows.map((row) => ({ kind: 'engagement', id: row.id })) as [Subject, ...Subject[]], lines: rows.map((row) => row.sourceLine), print: rows[0].title, repairs: [tellApart(rows.at(-1) as EngagementFacts), { kind: 'visit', to: 'edit', id: (rows[1] as EngagementFacts).id }] },
  ))
}

/** The last of them with its day behind the title. */
function tellApart({ id, title, day }: EngagementFacts): Change {
  return { kind: 'tell-apart', engagementId: id, title: `${title} (${formatDayShort(day)})` }
}

/** Names that were right on the day and are others now: a hint, nothing to put right. */
export function lintHistoric({ mission, stops, followed }: Pick<MissionFacts, 'mission' | 'stops' | 'followed'>): Issue[] {
  const places = stops.filter((stop) => stop.cityNow !== stop.city)
  const names = [...new Map([...places.map((stop) => ({ was: stop.city, now: stop.cityNow })), ...followed.map(({ name, successor }) => ({ was: name, now: successor }))].map((each) => [each.was, each])).values()]
  if (names.length === 0) return []
  const [place] = places
  const [body] = followed
  const repairs: Repair[] = [...(place ? [{ kind: 'visit' as const, to: 'place' as const, id: place.placeId }] : []), ...(body ? [{ kind: 'visit' as const, to: 'organisation' as const, id: body.id }] : [])]
  return [issueOf({ code: 'historic-name', names }, { subjects: [{ kind: 'mission', id: mission.id }], lines: places.map((stop) => stop.sourceLine), print: names.map((each) => `${each.was} ${each.now}`).join(' '), repairs })]
}

type Text = { text: string; subject: Subject; line: number | null }
type Known = { name: string; key: string; stop: StopFacts }
type Misspelt = { word: string; known: Known; texts: Text[] }

const SHORTEST = 5
const LONG = 8

/** A capitalised word one or two letters away from a stop's name, written once or twice where the name itself stands more often. */
export function lintPlaces(facts: Pick<MissionFacts, 'mission' | 'stops' | 'engagements' | 'items' | 'documents' | 'nodes'>): Issue[] {
  const texts = textsOf(facts)
  const names = namesOf(facts.stops)
  const right = new Set(facts.stops.flatMap((stop) => [...stop.names, stop.city, stop.country].flatMap((name) => [plain(name), ...tokensOf(name).map(plain)])))
  const found = new Map<string, Misspelt>()
  const uses = new Map<string, number>()
  for (const text of texts) {
    for (const word of tokensOf(text.text)) {
      const key = plain(word)
      uses.set(key, (uses.get(key) ?? 0) + 1)
      const misspelt = found.get(key)
      if (misspelt) misspelt.texts.push(text)
      else if (!right.has(key)) {
        const known = names.find((name) => isNear(key, name.key))
        if (known) found.set(key, { word, known, texts: [text] })
      }
    }
  }
  return [...found.values()].filter(({ word, known }) => (uses.get(plain(word)) ?? 0) <= Math.max(2, (uses.get(known.key) ?? 0) / 3)).map(misspelling)
}

function misspelling({ word, known, texts }: Misspelt): Issue {
  return issueOf(
    { code: 'spelling-near-place', word, known: known.name, texts: texts.map((text) => text.text) },
    {
      subjects: texts.map((text) => text.subject) as [Subject, ...Subject[]], lines: texts.map((text) => text.line), print: word,
      repairs: [{ kind: 'respell', known: known.name }, { kind: 'add-name', placeId: known.stop.placeId, known: known.name, word }],
    },
  )
}

function textsOf({ mission, stops, engagements, items, documents, nodes }: Pick<MissionFacts, 'mission' | 'stops' | 'engagements' | 'items' | 'documents' | 'nodes'>): Text[] {
  const english = new Set(documents.filter((document) => ['', 'en'].includes(document.language)).map((document) => document.id))
  const of = (kind: Subject['kind'], id: string, line: number | null, ...texts: (string | null)[]): Text[] =>
    texts.flatMap((text) => (text ? [{ text, subject: { kind, id }, line }] : []))
  return [
    ...of('mission', mission.id, mission.sourceLine, mission.title, mission.programme, ...mission.aliases),
    ...documents.filter((each) => english.has(each.id)).flatMap((each) => of('document', each.id, each.sourceLine, each.title)),
    ...stops.flatMap((each) => of('stop', each.id, each.sourceLine, each.printedLocation)),
    ...engagements.flatMap((each) => [...of('engagement', each.id, each.sourceLine, each.title, each.venueText), ...each.aliases.flatMap((alias) => of('engagement', each.id, alias.sourceLine, alias.title))]),
    ...items.flatMap((each) => of('agenda-item', each.id, each.sourceLine, each.title)),
    ...nodes.filter((each) => english.has(each.documentId)).flatMap((each) => of('outline-node', each.id, each.sourceLine, each.title)),
  ]
}

/** Names long enough to be told from other words. */
function namesOf(stops: readonly StopFacts[]): Known[] {
  return stops.flatMap((stop) => [...new Set([stop.city, ...stop.names])].map((name) => ({ name, key: plain(name), stop })))
    .filter(({ key }) => key.length >= SHORTEST && !key.includes(' '))
}

/** Capitalised words of a text that are one or two letters away from the name of a place, and no place themselves. */
export function wordsLikePlaces(text: string, places: readonly string[]): { word: string; known: string }[] {
  const names = places.map((name) => ({ name, key: plain(name) })).filter(({ key }) => key.length >= SHORTEST && !key.includes(' '))
  const right = new Set(places.flatMap((name) => [plain(name), ...tokensOf(name).map(plain)]))
  return [...new Set(tokensOf(text))].flatMap((word) => {
    const known = right.has(plain(word)) ? undefined : names.find(({ key }) => isNear(plain(word), key))
    return known ? [{ word, known: known.name }] : []
  })
}

/** The text with a word replaced wherever it stands by itself. */
export function respelt(text: string, word: string, known: string): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{M}])${word.replace(/[^\p{L}\p{M}]/gu, '\\$&')}(?![\\p{L}\\p{M}])`, 'gu'), () => known)
}

/** Words with a capital first letter; hyphened names stay whole. */
function tokensOf(text: string): string[] {
  return text.match(/\p{Lu}[\p{L}\p{M}]*(?:[-’'][\p{L}\p{M}]+)*/gu)?.map((word) => word.replace(/[’']s$/u, '')) ?? []
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** The whole name with an ending, and another ending in Cyrillic, are inflections and not slips; a doubled last letter is one. */
function isNear(word: string, name: string): boolean {
  if (word === name + (name.at(-1) ?? '')) return true
  if (word.length < SHORTEST - 1 || word.startsWith(name)) return false
  if (/\p{Script=Cyrillic}/u.test(name) && word.startsWith(name.slice(0, -1))) return false
  const limit = name.length >= LONG ? 2 : 1
  const distance = editDistance(word, name, limit)
  return distance === 1 || (distance === 2 && limit === 2 && word[0] === name[0])
}
