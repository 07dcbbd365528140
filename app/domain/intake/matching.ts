/** Whom of the directory a text may mean. A proposal for a person to answer: nothing is ever merged here. */
import type { Draft, PersonDraft } from '#app/domain/intake/draft.ts'
import type { Id } from '#app/domain/ids.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import { editDistance, foldKey } from '#app/domain/text.ts'

/** A person of the directory with every spelling and its folded key. */
export type KnownPerson = { id: Id; name: string; honorific: string; spellings: readonly { name: string; key: string }[] }
/** A title that somebody holds, with the names of its body. */
export type Held = { title: string; organisations: readonly string[] }

type Affiliation = { position: string; organisation: string }
/** Everything that a text says of one person. `key` is the same however often and in whatever word order the name stands there. */
export type TextPerson = { key: string; name: string; names: string[]; honorific: string; affiliations: Affiliation[]; rows: string[] }

/** From sure to loose: one spelling; one in another script; initials for words; one slip or two; a name more or less. */
const LIKENESSES = ['same', 'other-script', 'initials', 'slip', 'part'] as const
type Likeness = (typeof LIKENESSES)[number]
export type PersonCandidate = { id: Id; why: Likeness; /** The bodies named here and there agree. */ agrees: boolean }
/** `chosen` only where one person alone has this very spelling in this script. */
export type PersonMatch = { person: TextPerson; candidates: PersonCandidate[]; chosen: Id | null }

const CANDIDATES_MAX = 5
/** Namesakes under one word that are looked at. */
const SHELF_MAX = 300
const SHORTEST_WITH_SLIP = 5
const LONG_WORD = 8

/** Every person of a draft once, in the order of first mention; `rows` are the keys of the rows, '' for the head. */
export function peopleIn(draft: Draft): TextPerson[] {
  const found = new Map<string, TextPerson>()
  const add = (row: string, people: readonly PersonDraft[]): void => {
    for (const each of people) {
      const key = personKey(each.name.value)
      if (key === '') continue
      const known = found.get(key) ?? { key, name: each.name.value, names: [], honorific: each.honorific?.value ?? '', affiliations: [], rows: [] }
      found.set(key, { ...known, names: union(known.names, [each.name.value, ...each.also]), affiliations: affiliationsWith(known.affiliations, each), rows: union(known.rows, [row]) })
    }
  }
  if (draft.kind === 'agenda') add('', draft.moderators)
  for (const row of draft.kind === 'agenda' ? draft.items : draft.stops.flatMap(({ meetings }) => meetings)) add(row.key, row.people)
  return [...found.values()]
}

/** The folded words of a name in alphabetical order. */
export function personKey(name: string): string {
  return wordsOf(foldKey(name)).join(' ')
}

function affiliationsWith(known: Affiliation[], { position, organisation, further, printedTitle }: PersonDraft): Affiliation[] {
  const first = position || organisation ? { position: position?.value ?? '', organisation: organisation?.value ?? '' } : { position: printedTitle, organisation: '' }
  const all = [first, ...further].filter((each) => each.position !== '' || each.organisation !== '')
  return all.reduce((list, each) => (list.some((other) => isOneAffiliation(other, each)) ? list : [...list, each]), known)
}

function isOneAffiliation(a: Affiliation, b: Affiliation): boolean {
  return foldKey(a.position) === foldKey(b.position) && foldKey(a.organisation) === foldKey(b.organisation)
}

export type PeopleIndex = { byKey: Map<string, Set<Id>>; byWord: Map<string, Spelling[]>; scripts: Map<Id, Map<string, Set<string>>> }
type Spelling = { id: Id; words: string[] }

/** The directory, found by spelling and by word. O(n) in its spellings. */
export function indexPeople(known: readonly KnownPerson[]): PeopleIndex {
  const index: PeopleIndex = { byKey: new Map(), byWord: new Map(), scripts: new Map() }
  for (const { id, spellings } of known) {
    for (const { name, key } of spellings) {
      const words = wordsOf(key)
      const sorted = words.join(' ')
      if (sorted === '') continue
      index.byKey.set(sorted, (index.byKey.get(sorted) ?? new Set()).add(id))
      const scripts = index.scripts.get(id) ?? new Map<string, Set<string>>()
      index.scripts.set(id, scripts.set(sorted, (scripts.get(sorted) ?? new Set()).add(scriptOf(name))))
      for (const word of new Set(words)) shelve(index.byWord, word, { id, words })
    }
  }
  return index
}

function shelve<T>(shelves: Map<string, T[]>, word: string, each: T): void {
  const shelf = shelves.get(word)
  if (!shelf) shelves.set(word, [each])
  else if (shelf.length < SHELF_MAX) shelf.push(each)
}

/** Whom of the directory the spellings of a person may mean, each once, with the closest likeness. */
export function likeIn(index: PeopleIndex, person: TextPerson): Map<Id, Likeness> {
  const found = new Map<Id, Likeness>()
  const add = (id: Id, why: Likeness): void => {
    const known = found.get(id)
    if (known === undefined || rank(why) < rank(known)) found.set(id, why)
  }
  for (const name of person.names) {
    const words = wordsOf(foldKey(name))
    const key = words.join(' ')
    for (const id of index.byKey.get(key) ?? []) add(id, index.scripts.get(id)?.get(key)?.has(scriptOf(name)) ? 'same' : 'other-script')
    for (const word of words.filter((each) => each.length > 1)) {
      for (const spelling of index.byWord.get(word) ?? []) {
        const why = likeness(words, spelling.words)
        if (why) add(spelling.id, why)
      }
    }
  }
  return found
}

/** A proposal for every person of a text; `heldBy` tells which titles a candidate holds. */
export function matchPeople(people: readonly TextPerson[], index: PeopleIndex, heldBy: (id: Id) => readonly Held[]): PersonMatch[] {
  return people.map((person) => {
    const bodies = person.affiliations.map(({ position, organisation }) => organisation || position).filter(Boolean)
    const all = [...likeIn(index, person)].map(([id, why]) => ({ id, why, agrees: heldBy(id).some(({ organisations }) => organisations.some((one) => bodies.some((body) => isOneBody(one, body)))) }))
    const candidates = all.toSorted((a, b) => rank(a.why) - rank(b.why) || Number(b.agrees) - Number(a.agrees) || (a.id < b.id ? -1 : 1)).slice(0, CANDIDATES_MAX)
    const same = all.filter(({ why }) => why === 'same')
    const [only] = same
    const tellsEnough = person.key.includes(' ') || only?.agrees === true
    return { person, candidates, chosen: only && same.length === 1 && tellsEnough ? only.id : null }
  })
}

/** True for two names of one body: all words of the shorter one stand in the longer one, or most words are common. */
export function isOneBody(a: string, b: string): boolean {
  const [one, two] = [new Set(wordsOf(foldKey(a))), new Set(wordsOf(foldKey(b)))]
  const common = [...one].filter((word) => two.has(word)).length
  const [small, large] = [Math.min(one.size, two.size), one.size + two.size - common]
  return common > 0 && (common / large >= 0.6 || (common === small && (small > 1 || large <= 2)))
}

/** True when a title that somebody holds says what is printed: the same words, or the same position at the same body. */
export function isHeld(held: readonly Held[], { position, organisation }: Affiliation): boolean {
  const printed = foldKey(`${position} ${organisation}`)
  return held.some(({ title, organisations }) => {
    const names = organisations.length === 0 ? [''] : organisations
    return names.some((name) => foldKey(`${title} ${name}`) === printed || foldKey(title) === printed) || (foldKey(title) === foldKey(position) && (organisation === '' || names.some((name) => isOneBody(name, organisation))))
  })
}

function wordsOf(key: string): string[] {
  return key.split(' ').filter(Boolean).toSorted()
}

function rank(why: Likeness): number {
  return LIKENESSES.indexOf(why)
}

/** How two names with a word in common are alike; both are sorted words. */
function likeness(a: readonly string[], b: readonly string[]): Likeness | undefined {
  const [onlyA, onlyB] = [without(a, b), without(b, a)]
  if (onlyA.length === 0 && onlyB.length === 0) return undefined
  if (a.length < 2 || b.length < 2) return undefined
  if (onlyA.length === 0 || onlyB.length === 0) return Math.abs(a.length - b.length) <= 2 ? 'part' : undefined
  if (areInitials(onlyA, onlyB) || areInitials(onlyB, onlyA)) return 'initials'
  return onlyA.length === 1 && onlyB.length === 1 && isSlip(onlyA[0] as string, onlyB[0] as string) ? 'slip' : undefined
}

/** Words of `a` that are not in `b`, each as often as it stands there more. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b]
  return a.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** One or two letters each, every one the beginning of another word. */
function areInitials(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length + 1 || short.some((word) => word.length > 2)) return false
  const left = [...long]
  const met = short.filter((word) => {
    const at = left.findIndex((each) => each.startsWith(word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return met.length > 0 && (met.length === short.length || left.length === 0)
}

function isSlip(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  if (short < SHORTEST_WITH_SLIP) return false
  const most = short >= LONG_WORD ? 2 : 1
  return editDistance(a, b, most) <= most
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])]
}
