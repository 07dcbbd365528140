/** Names that are likely one person spelt in two ways. Only strong evidence counts: two people whose names resemble each other are never one. */
import { isSameBody } from '#app/domain/people/bodies.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import { editDistance, foldKey } from '#app/domain/text.ts'

/** Somebody under one spelling; `key` is `nameKey` of it. */
export type Named = { key: string; name: string; honorific: string; organisations: readonly string[] }

/** Neighbours that one entry of a block is compared with: it keeps a block of thousands from growing squarely. */
const NEIGHBOURS = 6
/** More names than this are nobody's list to read. */
const MOST = 2_000
const MOST_WORDS = 6
/** A slip in a word shorter than this is another word. */
const SHORTEST_WITH_SLIP = 5
const SHORTEST = 3
const LONGEST = 120

/** One key for a name in any order of its words, without accents, dots and hyphens: two places with one key name one person. */
export function nameKey(name: string): string {
  return wordsOf(name).toSorted().join(' ')
}

/** Pairs of one script that differ in spelling alone, each once. O(n log n): entries are sorted into blocks by the sound of all their words, and of all but one. */
export function findVariants<N extends Named>(people: readonly N[]): [N, N][] {
  const place = new Map(people.map((person, at) => [person.key, at]))
  const entries = people.slice(0, MOST).flatMap(blocksOf).toSorted((a, b) => compare(a.block, b.block) || compare(a.rest, b.rest) || compare(a.person.key, b.person.key))
  const found = new Map<string, [N, N]>()
  for (const [at, { block, person }] of entries.entries()) {
    for (let next = at + 1; next <= at + NEIGHBOURS && entries[next]?.block === block; next++) {
      const other = (entries[next] as Block<N>).person
      const [a, b] = (place.get(person.key) as number) < (place.get(other.key) as number) ? [person, other] : [other, person]
      const key = `${a.key}\n${b.key}`
      if (a.key !== b.key && !found.has(key) && areVariants(a, b)) found.set(key, [a, b])
    }
  }
  return [...found.values()].toSorted((x, y) => (place.get(x[0].key) as number) - (place.get(y[0].key) as number))
}

type Block<N> = { block: string; rest: string; person: N }

/** A name by the sound of its words: whole, without each of them in turn, and each with no more than the initials of the others. */
function blocksOf<N extends Named>(person: N): Block<N>[] {
  const sounds = wordsOf(person.name).slice(0, MOST_WORDS).map(soundOf).toSorted()
  if (sounds.length < 2) return []
  return [{ block: sounds.join(' '), rest: '', person }, ...sounds.map((rest, at) => ({ block: sounds.toSpliced(at, 1).join(' '), rest, person })).filter(({ block }) => block.length > 1), ...sounds.flatMap((word, at) => (word.length < SHORTEST ? [] : [{ block: `${word} ${sounds.toSpliced(at, 1).map((other) => `${other[0]}.`).join('')}`, rest: '', person }]))]
}

/** Whether two spellings are likely one person. Initials, a name more or less and another script are no variants: they are the same name. */
export function areVariants(one: Omit<Named, 'key'>, other: Omit<Named, 'key'>): boolean {
  if (scriptOf(one.name) !== scriptOf(other.name) || genderOf(one.honorific) * genderOf(other.honorific) < 0) return false
  const known = bodiesAgree(one.organisations, other.organisations)
  if (known === 'differ') return false
  const { same, initials, restA, restB } = compared(wordsOf(one.name), wordsOf(other.name))
  const left = matched(restA, restB)
  if (!left || left.differing.length === 0) return false
  const sounds = left.differing.every(([a, b]) => soundAlike(a, b))
  const alike = left.differing.length === 1 && left.differing.every(([a, b]) => isSlip(a, b))
  if (!sounds && !alike) return false
  const named = same >= 1 || left.differing.length >= 2
  if (sounds) return named || initials >= 2 || (initials === 1 && known === 'agree')
  return known === 'agree' && (named || initials >= 2)
}

function wordsOf(name: string): string[] {
  return name.slice(0, LONGEST).toLowerCase().normalize('NFD').replace(/[\p{M}'’‘`ʻʼ´]/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

type Compared = { same: number; initials: number; restA: string[]; restB: string[] }

/** Words that both have, each once; then initials with the words that they stand for; what is left of each. */
function compared(a: readonly string[], b: readonly string[]): Compared {
  const [restA, restB] = [[...a], [...b]]
  const take = (fits: (x: string, y: string) => boolean): number => {
    let taken = 0
    for (let at = 0; at < restA.length; at++) {
      const other = restB.findIndex((word) => fits(restA[at] as string, word))
      if (other < 0) continue
      restA.splice(at--, 1)
      restB.splice(other, 1)
      taken++
    }
    return taken
  }
  const same = take((x, y) => x === y && x.length >= SHORTEST)
  const initials = take((x, y) => (x.length <= 2 && y.startsWith(x)) || (y.length <= 2 && x.startsWith(y)))
  return { same, initials, restA, restB }
}

/** Each word left of the shorter name with one of the other that may be it; words left over on one side only are further names. */
function matched(a: readonly string[], b: readonly string[]): { differing: [string, string][] } | undefined {
  const [short, long] = a.length <= b.length ? [a, [...b]] : [b, [...a]]
  const differing: [string, string][] = []
  for (const word of short) {
    const at = long.findIndex((other) => word.length >= SHORTEST && other.length >= SHORTEST && !isOtherGender(word, other) && (soundAlike(word, other) || isSlip(word, other)))
    if (at < 0) return undefined
    differing.push([word, long[at] as string])
    long.splice(at, 1)
  }
  return { differing }
}

function isSlip(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_WITH_SLIP && foldKey(a)[0] === foldKey(b)[0] && editDistance(a, b, 1) === 1
}

/** 'Aziz' and 'Aziza', 'Каримов' and 'Каримова': a man's and a woman's name. */
function isOtherGender(a: string, b: string): boolean {
  const [x, y] = [endingOf(a), endingOf(b)]
  return x !== y
}

function endingOf(word: string): boolean {
  return /[aаяә]$/u.test(word)
}

/** −1 for a man's form of address, 1 for a woman's, 0 for any other. */
export function genderOf(honorific: string): -1 | 0 | 1 {
  const word = wordsOf(honorific)[0] ?? ''
  return MEN.has(word) ? -1 : WOMEN.has(word) ? 1 : 0
}

const MEN = new Set(['mr', 'sir', 'herr', 'm', 'monsieur', 'г', 'господин', 'г-н', 'мырза', 'janob', 'жаноб', 'ҷаноби', 'ака', 'aka'].map((word) => wordsOf(word)[0] ?? ''))
const WOMEN = new Set(['ms', 'mrs', 'miss', 'madam', 'frau', 'mme', 'madame', 'госпожа', 'ханым', 'айым', 'xonim', 'хоним', 'бонуи', 'опа', 'opa'].map((word) => wordsOf(word)[0] ?? ''))

function bodiesAgree(a: readonly string[], b: readonly string[]): 'agree' | 'differ' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((one) => b.some((other) => isSameBody(one, other))) ? 'agree' : 'differ'
}

/** 'x' is 'h' in the Latin letters of Uzbek and 'ks' elsewhere. */
function soundAlike(a: string, b: string): boolean {
  return soundOf(a) === soundOf(b) || soundOf(a.replaceAll('x', 'h')) === soundOf(b.replaceAll('x', 'h'))
}

/** The sound of a word: what differs between common spellings of one name is spelt in one way. */
function soundOf(word: string): string {
  let sound = foldKey(word.normalize('NFC'))
  for (const [spelling, one] of SPELLINGS) sound = sound.replaceAll(spelling, one)
  return sound
}

const SPELLINGS: [RegExp, string][] = [
  [/tch|tsch|ch/g, 'ċ'], [/sch|sh/g, 'ṡ'], [/zh/g, 'j'], [/ts|tz|z/g, 's'], [/(?<=[bcdfgklmnprstv])h/g, ''], [/ck|c/g, 'k'], [/d(?=t)|(?<=t)d/g, ''],
  [/ue/g, 'u'], [/oe/g, 'o'], [/ae/g, 'e'], [/[eiy]+/g, 'i'], [/o/g, 'a'], [/(.)\1/g, '$1'],
]

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** True when a name that somebody wrote down is a person's, with or without a form of address, in any accents and case. */
export function isNameOf(name: string, written: string): boolean {
  const [own, other] = [foldKey(name), foldKey(written)]
  return own === other || own.endsWith(` ${other}`) || other.endsWith(` ${own}`)
}
