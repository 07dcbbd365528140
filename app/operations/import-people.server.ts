/** People and organisations of a reading: whom they may mean in the directory, and how those who were decided on come into it. */
import { bodiesIn, indexBodies, matchBodies } from '#app/domain/intake/bodies.ts'
import type { BodyMatch } from '#app/domain/intake/bodies.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Draft } from '#app/domain/intake/draft.ts'
import { indexPeople, isHeld, isOneBody, likeIn, matchPeople, peopleIn, personKey } from '#app/domain/intake/matching.ts'
import type { Held, KnownPerson, PersonMatch, TextPerson } from '#app/domain/intake/matching.ts'
import type { Id } from '#app/domain/ids.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { listBodiesToMatch, listPeopleToMatch, listTitlesToMatch } from '#db/imports.server.ts'
import { named } from '#db/named.server.ts'

type Face = { id: Id; name: string; honorific: string; titles: readonly Held[] }
export type PeopleReading = {
  people: PersonMatch[]
  bodies: BodyMatch[]
  /** Everybody and every body that is offered. */
  faces: Map<Id, Face>
  bodyNames: Map<Id, string>
  spellings: Map<Id, readonly { name: string; key: string }[]>
}

/** `printed` are names under which somebody appears already where the text will be stored: there that name is that person. Up to six queries. */
export async function readPeople(db: Db, draft: Draft, printed: readonly { personId: Id | null; name: string }[], choices: Choices): Promise<PeopleReading> {
  const texts = peopleIn(draft)
  const none: PeopleReading = { people: [], bodies: [], faces: new Map(), bodyNames: new Map(), spellings: new Map() }
  if (texts.length === 0) return none
  const known = withPrinted(await listPeopleToMatch(db), printed)
  const index = indexPeople(known)
  const chosen = texts.map(({ key }) => choices[`person:${key}`] ?? '')
  const offered = new Set([...texts.flatMap((text) => [...likeIn(index, text).keys()]), ...chosen])
  const titles = await listTitlesToMatch(db, [...offered].filter(Boolean))
  const organisations = await listBodiesToMatch(db)
  const faces = known.filter(({ id }) => offered.has(id)).map(({ id, name, honorific }) => [id, { id, name, honorific, titles: titles.get(id) ?? [] }] as const)
  return {
    people: matchPeople(texts, index, (id) => titles.get(id) ?? []), bodies: matchBodies(bodiesIn(texts), indexBodies(organisations)), faces: new Map(faces),
    bodyNames: new Map(organisations.map(({ id, name }) => [id, name])), spellings: new Map(known.map(({ id, spellings }) => [id, spellings])),
  }
}

function withPrinted(known: readonly KnownPerson[], printed: readonly { personId: Id | null; name: string }[]): KnownPerson[] {
  const names = new Map<Id, string[]>()
  for (const { personId, name } of printed) if (personId !== null && name !== '') names.set(personId, [...(names.get(personId) ?? []), name])
  return known.map((person) => ({ ...person, spellings: [...person.spellings, ...(names.get(person.id) ?? []).map((name) => ({ name, key: foldKey(name) }))] }))
}

/** The person of the directory that a text's one is, or 'new:KEY'. */
export function identityOf({ people, faces }: PeopleReading, choices: Choices): (name: string) => string {
  const all = new Map(people.map(({ person, chosen }) => {
    const choice = choices[`person:${person.key}`] ?? chosen ?? 'new'
    return [person.key, choice !== 'new' && faces.has(choice) ? choice : `new:${person.key}`] as const
  }))
  return (name) => all.get(personKey(name)) ?? `new:${personKey(name)}`
}

/** What coming into the directory would add for some people of a text. */
export type Joining = { person: TextPerson; id: Id | null; spellings: string[]; affiliations: { position: string; organisation: string; body: string | null }[] }

/** Decides who and what is new: a known person gets a spelling that is missing and a title at a body where none is held; a new one everything printed. */
export function joiningOf(reading: PeopleReading, choices: Choices, isNeeded: (person: TextPerson) => boolean): Joining[] {
  const identity = identityOf(reading, choices)
  return reading.people.filter(({ person }) => isNeeded(person)).map(({ person }) => {
    const who = identity(person.name)
    const face = reading.faces.get(who)
    const known = face ? (reading.spellings.get(face.id) ?? []) : [{ name: person.name, key: foldKey(person.name) }]
    const spellings = person.names.filter((name) => !known.some((each) => each.name === name || (each.key === foldKey(name) && scriptOf(each.name) === scriptOf(name))))
    const affiliations = person.affiliations.filter((each) => !face || (!isHeld(face.titles, each) && !holdsAt(face.titles, each.organisation)))
    return { person, id: face?.id ?? null, spellings, affiliations: affiliations.map((each) => ({ ...each, body: each.organisation === '' ? null : bodyChoice(reading, choices, each.organisation) })) }
  })
}

/** True when somebody has a title at the body already: what is printed this time stands at the appearance. */
function holdsAt(titles: readonly Held[], organisation: string): boolean {
  return titles.length > 0 && (organisation === '' || titles.some(({ organisations }) => organisations.some((name) => isOneBody(name, organisation))))
}

/** An id, 'new' or 'under:ID'. */
export function bodyChoice({ bodies, bodyNames }: PeopleReading, choices: Choices, organisation: string): string {
  const match = bodies.find(({ key }) => key === foldKey(organisation))
  const choice = choices[`body:${match?.key ?? ''}`] ?? match?.chosen ?? 'new'
  const id = choice.startsWith('under:') ? choice.slice('under:'.length) : choice
  return choice === 'new' || bodyNames.has(id) ? choice : 'new'
}

export type Settled = { personId(name: string): Id | null; bodyId(organisation: string): Id | null; newPeople: number; newBodies: number }

/** Writes what joins the directory; tells who is who from then on. */
export async function settlePeople(edit: Edit, nowMs: number, reading: PeopleReading, choices: Choices, joining: readonly Joining[]): Promise<Settled> {
  const bodies = new Map<string, Id>()
  const people = new Map<string, Id>()
  for (const { person, id, spellings, affiliations } of joining) {
    const personId = id ?? newId(nowMs)
    people.set(person.key, personId)
    if (id === null) await edit.insert('person', { id: personId, ...named(person.name), honorific: person.honorific })
    for (const name of spellings) await edit.insert('person_name', { id: newId(nowMs), person_id: personId, name, name_key: foldKey(name), script: scriptOf(name) })
    const held = reading.faces.get(personId)?.titles.length ?? 0
    for (const [at, each] of affiliations.entries()) {
      const organisationId = each.body === null ? null : await bodyOf(edit, nowMs, bodies, each.organisation, each.body)
      await edit.insert('affiliation', { id: newId(nowMs), person_id: personId, organisation_id: organisationId, title: each.position, rank: held + at })
    }
  }
  return {
    personId: (name) => people.get(personKey(name)) ?? null,
    bodyId: (organisation) => bodies.get(foldKey(organisation)) ?? idOrNull(bodyChoice(reading, choices, organisation)),
    newPeople: joining.filter(({ id }) => id === null).length, newBodies: bodies.size,
  }
}

async function bodyOf(edit: Edit, nowMs: number, made: Map<string, Id>, name: string, choice: string): Promise<Id> {
  const known = idOrNull(choice) ?? made.get(foldKey(name))
  if (known) return known
  const id = newId(nowMs)
  await edit.insert('organisation', { id, ...named(name), ...(choice.startsWith('under:') ? { parent_id: choice.slice('under:'.length) } : {}) })
  made.set(foldKey(name), id)
  return id
}

function idOrNull(choice: string): Id | null {
  return choice === 'new' || choice.startsWith('under:') ? null : choice
}
