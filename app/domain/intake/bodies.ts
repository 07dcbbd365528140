/** Which organisation of the directory a text may mean: its short and long forms, abbreviations, and whom it stands under. */
import type { TextPerson } from '#app/domain/intake/matching.ts'
import { isOneBody } from '#app/domain/intake/matching.ts'
import type { Id } from '#app/domain/ids.ts'
import { editDistance, foldKey } from '#app/domain/text.ts'

export type KnownBody = { id: Id; name: string; spellings: readonly { name: string; key: string }[] }

const LIKENESSES = ['same', 'abbreviation', 'form', 'slip', 'above'] as const
/** 'form': a shorter or longer form of the name; 'above': a body named within the name, under which this one stands. */
type Likeness = (typeof LIKENESSES)[number]
export type BodyCandidate = { id: Id; why: Likeness }
export type BodyMatch = { key: string; name: string; candidates: BodyCandidate[]; chosen: Id | null }

const CANDIDATES_MAX = 4
/** Words that stand in so many names that they tell nothing. */
const SHELF_MAX = 200
const LINKS = new Set(['of', 'the', 'and', 'under', 'for', 'on', 'in', 'at', 'to', 'de', 'la', 'du', 'des', 'et'])
/** What leads from a body to the one above it. */
const UNDER = /\b(?:under|of|at|within|pri|dlya)\b/

type Spelling = { id: Id; key: string; words: string[] }
export type BodyIndex = { byKey: Map<string, Set<Id>>; byWord: Map<string, Spelling[]>; byInitials: Map<string, Set<Id>> }

/** Every organisation that the people of a text name, once, by its folded name. */
export function bodiesIn(people: readonly TextPerson[]): { key: string; name: string }[] {
  const found = new Map<string, string>()
  for (const { affiliations } of people) {
    for (const { organisation } of affiliations) if (foldKey(organisation) !== '' && !found.has(foldKey(organisation))) found.set(foldKey(organisation), organisation)
  }
  return [...found].map(([key, name]) => ({ key, name }))
}

export function indexBodies(known: readonly KnownBody[]): BodyIndex {
  const index: BodyIndex = { byKey: new Map(), byWord: new Map(), byInitials: new Map() }
  for (const { id, spellings } of known) {
    for (const { name, key } of spellings) {
      if (key === '') continue
      index.byKey.set(key, (index.byKey.get(key) ?? new Set()).add(id))
      const words = wordsOf(key)
      const initials = initialsOf(name)
      if (initials !== '') index.byInitials.set(initials, (index.byInitials.get(initials) ?? new Set()).add(id))
      for (const word of new Set(words)) {
        const shelf = index.byWord.get(word) ?? []
        if (shelf.length < SHELF_MAX) shelf.push({ id, key, words })
        index.byWord.set(word, shelf)
      }
    }
  }
  return index
}

/** A proposal for every body; chosen only where one alone has this very name. */
export function matchBodies(bodies: readonly { key: string; name: string }[], index: BodyIndex): BodyMatch[] {
  return bodies.map(({ key, name }) => {
    const found = new Map<Id, Likeness>()
    const add = (id: Id, why: Likeness): void => {
      const known = found.get(id)
      if (known === undefined || LIKENESSES.indexOf(why) < LIKENESSES.indexOf(known)) found.set(id, why)
    }
    const same = index.byKey.get(key) ?? new Set<Id>()
    for (const id of same) add(id, 'same')
    for (const id of abbreviated(name, index)) add(id, 'abbreviation')
    for (const word of new Set(wordsOf(key))) for (const spelling of index.byWord.get(word) ?? []) noteLike(key, spelling, add)
    const candidates = [...found].map(([id, why]) => ({ id, why })).toSorted((a, b) => LIKENESSES.indexOf(a.why) - LIKENESSES.indexOf(b.why) || (a.id < b.id ? -1 : 1)).slice(0, CANDIDATES_MAX)
    return { key, name, candidates, chosen: same.size === 1 ? [...same][0] ?? null : null }
  })
}

function noteLike(key: string, { id, key: known, words }: Spelling, add: (id: Id, why: Likeness) => void): void {
  if (known === key) return
  const at = words.length > 1 ? ` ${key} `.indexOf(` ${known} `) : -1
  if (at > 0 && UNDER.test(key.slice(0, at))) add(id, 'above')
  else if (isOneBody(key, known)) add(id, 'form')
  else if (key.length > 8 && editDistance(key, known, 2) <= 2) add(id, 'slip')
}

/** 'NISA' for the known long name, and the long name for a known 'NISA'; also what stands in brackets. */
function abbreviated(name: string, index: BodyIndex): Id[] {
  const [open, close] = [name.indexOf('('), name.indexOf(')')]
  const bracketed = open >= 0 && close > open ? [name.slice(open + 1, close), `${name.slice(0, open)} ${name.slice(close + 1)}`] : []
  const initials = initialsOf(name)
  const keys = [...bracketed.map(foldKey), ...(initials === '' ? [] : [initials])].filter(Boolean)
  return [...keys.flatMap((key) => [...(index.byKey.get(key) ?? [])]), ...(isShort(name) ? (index.byInitials.get(foldKey(name)) ?? []) : [])]
}

/** 'National Information Society Agency' → its initials, folded as a short name is; '' for fewer than three words that count. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !LINKS.has(word.toLowerCase()))
  return words.length < 3 ? '' : foldKey(words.map((word) => word[0]).join(''))
}

function isShort(name: string): boolean {
  return name.length >= 2 && name.length <= 10 && !name.includes(' ') && name === name.toUpperCase()
}

function wordsOf(key: string): string[] {
  return key.split(' ').filter((word) => word !== '' && !LINKS.has(word))
}
