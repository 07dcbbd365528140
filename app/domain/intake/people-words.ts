/** What is known of a word, from all languages at once. */
import { foldKey } from '#app/domain/text.ts'
import { PEOPLE_WORDS } from '#app/domain/intake/languages/all-people.ts'
import type { PeopleWords } from '#app/domain/intake/languages/people-words.ts'
import { foldWord, tokensOf } from '#app/domain/intake/people-text.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

export const POSITION = 1
export const RANK = 2
export const UNIT = 4
/** A noun or an abbreviation that names a body; BODY_WORD: what bodies are named with. */
export const BODY = 8
export const BODY_WORD = 16
export const OF = 32
export const AT = 64
export const AND = 128
export const BOTH = 256
export const SMALL = 512
export const PLACE = 1024
export const TITLE = 2048
export const GIVEN = 4096
export const PARTICLE = 8192
export const SURNAME = 16384
export const PATRONYMIC = 32768
export const NAMESAKE = 65536
/** Ends as the words of titles do. */
export const TITLE_LIKE = 131072
export const FAMILY = 262144

const FLAGS = [
  ['positions', POSITION], ['ranks', RANK], ['units', UNIT], ['organisations', BODY], ['bodyWords', BODY_WORD], ['of', OF], ['at', AT], ['and', AND],
  ['both', BOTH], ['small', SMALL], ['places', PLACE], ['titleWords', TITLE], ['particles', PARTICLE], ['namesakes', NAMESAKE], ['familyWords', FAMILY],
] as const satisfies readonly (readonly [keyof PeopleWords, number])[]

/** Names shorter than this are compared by their letters, longer ones by sound. */
const SHORTEST_BY_SOUND = 4

const exact = new Map<string, number>()
const stems = new Map<string, number>()
const endings = new Map<string, number>()
const given = new Set<string>()

for (const words of PEOPLE_WORDS) {
  for (const [field, flag] of FLAGS) for (const entry of entriesOf(words[field])) addWord(entry, flag)
  for (const [field, flag] of [['surnameEndings', SURNAME], ['patronymicEndings', PATRONYMIC], ['titleEndings', TITLE_LIKE], ['bodyEndings', BODY], ['positionEndings', POSITION]] as const) {
    for (const ending of entriesOf(words[field])) endings.set(keyOf(ending), (endings.get(keyOf(ending)) ?? 0) | flag)
  }
  for (const name of entriesOf(words.names)) given.add(name.length < SHORTEST_BY_SOUND ? foldWord(name) : foldKey(name))
}

function addWord(entry: string, flag: number): void {
  const [table, word] = entry.endsWith('*') ? [stems, entry.slice(0, -1)] : [exact, entry]
  const key = keyOf(word)
  table.set(key, (table.get(key) ?? 0) | flag)
}

function entriesOf(list: string): string[] {
  return list.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '')
}

function keyOf(word: string): string {
  return tokensOf(word).map((token) => token.key).join(' ')
}

const SHORTEST_STEM = 2
const LONGEST_STEM = 16
const SHORTEST_WITH_ENDING = 5
const SHORTEST_UNCASED = 3
const LONGEST_ENDING = 8

const looked = new WeakMap<Token, number>()

/** Everything known of a token, as flags; each token is looked up once. */
export function flagsOf(token: Token): number {
  const known = looked.get(token)
  if (known !== undefined) return known
  const flags = lookUp(token)
  looked.set(token, flags)
  return flags
}

function lookUp({ key, kind, form }: Token): number {
  if (kind === 'number') return 0
  let flags = exact.get(key) ?? 0
  if (kind === 'mark') return flags
  if (/^[dl]'/.test(key)) flags |= (exact.get(key.slice(2)) ?? 0) | stemFlags(key.slice(2))
  flags |= stemFlags(key)
  const head = key.split('-', 1)[0] as string
  if (isGiven(key) || (head !== key && head.length > 2 && isGiven(head))) flags |= GIVEN
  if (key.length < (form === 'uncased' ? SHORTEST_UNCASED : SHORTEST_WITH_ENDING)) return flags
  for (let length = 1; length <= LONGEST_ENDING; length++) flags |= endings.get(key.slice(-length)) ?? 0
  return flags
}

/** Short names are compared as they are spelt: by sound, 'и' would be 'Yi'. */
function isGiven(key: string): boolean {
  return given.has(key.length < SHORTEST_BY_SOUND ? key : foldKey(key))
}

/** Flags of the longest stem: министрлігі is a ministry, though министр is a minister. */
function stemFlags(key: string): number {
  for (let length = Math.min(key.length, LONGEST_STEM); length >= SHORTEST_STEM; length--) {
    const flags = stems.get(key.slice(0, length))
    if (flags !== undefined) return flags
  }
  return 0
}

export type PhraseKind = 'honorific' | 'degree' | 'moderator' | 'speaker' | 'unconfirmed' | 'nobody'
type Phrase = { keys: string[]; plural: boolean }
/** The place after a phrase; `plural`: it names several people. */
export type PhraseFound = { end: number; plural: boolean }

const phrases = new Map<PhraseKind, Map<string, Phrase[]>>()
const PHRASES = [['honorifics', 'honorific'], ['degrees', 'degree'], ['moderators', 'moderator'], ['speakers', 'speaker'], ['unconfirmed', 'unconfirmed'], ['nobody', 'nobody']] as const

for (const [field, kind] of PHRASES) {
  const table = new Map<string, Phrase[]>()
  for (const words of PEOPLE_WORDS) for (const entry of entriesOf(words[field])) addPhrase(table, entry)
  for (const list of table.values()) list.sort((a, b) => b.keys.length - a.keys.length)
  phrases.set(kind, table)
}

function addPhrase(table: Map<string, Phrase[]>, entry: string): void {
  const plural = entry.endsWith('+')
  const keys = tokensOf(plural ? entry.slice(0, -1) : entry).map((token) => token.key)
  const first = keys[0] as string
  table.set(first, [...(table.get(first) ?? []), { keys, plural }])
}

/** The longest phrase of a kind that begins at a token, if it ends by `to`. */
export function phraseAt(kind: PhraseKind, tokens: readonly Token[], at: number, to = tokens.length): PhraseFound | null {
  const table = phrases.get(kind) as Map<string, Phrase[]>
  const first = tokens[at]
  if (first === undefined) return null
  for (const { keys, plural } of [...(table.get(first.key) ?? []), ...(table.get('*') ?? [])]) {
    if (at + keys.length <= to && keys.every((key, i) => key === '*' || tokens[at + i]?.key === key)) return { end: at + keys.length, plural }
  }
  return null
}
