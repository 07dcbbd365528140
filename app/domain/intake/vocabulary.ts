/** Looks up what words mean: phrases of several languages at once, whole words or beginnings of words. Linear in the text. */
import { fold, wordsOf } from '#app/domain/intake/languages/language.ts'
import type { Words } from '#app/domain/intake/languages/language.ts'

export type Token = { word: string; start: number; end: number }
export type Meaning<M> = { meaning: M; start: number; end: number; /** Number of words before it. */ index: number; /** Number of words it has. */ words: number }
export type Vocabulary<M> = { whole: Map<string, Phrase<M>[]>; beginnings: Map<string, Phrase<M>[]> }
type Phrase<M> = { words: string[]; meaning: M }

const WORD = /[\p{L}\p{N}\p{M}&№#]+(?:['’‘ʻʼ`´.\-&][\p{L}\p{N}\p{M}]+){0,6}/gu
/** Words that begin alike are kept together under so many letters. */
const BEGINNING = 3

/** The words of a text in order, folded. 'Q&A', 'wrap-up' and 'e-mail' are one word each. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const found of text.matchAll(WORD)) tokens.push({ word: fold(found[0]), start: found.index, end: found.index + found[0].length })
  return tokens
}

export function vocabularyOf<M>(entries: readonly (readonly [M, Words])[]): Vocabulary<M> {
  const vocabulary: Vocabulary<M> = { whole: new Map(), beginnings: new Map() }
  for (const [meaning, words] of entries) {
    for (const entry of wordsOf(words)) {
      const phrase = { words: entry.split(' '), meaning }
      const head = phrase.words[0] as string
      const [map, key] = head.endsWith('*') ? [vocabulary.beginnings, head.slice(0, -1).slice(0, BEGINNING)] : [vocabulary.whole, head]
      map.set(key, [...(map.get(key) ?? []), phrase])
    }
  }
  return vocabulary
}

/** Every phrase of a text that the vocabulary knows, the longest at each place, in order and without overlaps. */
export function meaningsIn<M>(text: string | Token[], vocabulary: Vocabulary<M>): Meaning<M>[] {
  const tokens = typeof text === 'string' ? tokensOf(text) : text
  const found: Meaning<M>[] = []
  for (let index = 0; index < tokens.length; index++) {
    const phrase = longestAt(tokens, index, vocabulary)
    if (!phrase) continue
    const words = phrase.words.length
    found.push({ meaning: phrase.meaning, start: (tokens[index] as Token).start, end: (tokens[index + words - 1] as Token).end, index, words })
    index += words - 1
  }
  return found
}

/** What the whole text means, when it is one phrase of the vocabulary and nothing else. */
export function meaningOf<M>(text: string, vocabulary: Vocabulary<M>): M | null {
  const tokens = tokensOf(text.slice(0, 120))
  const [first] = meaningsIn(tokens, vocabulary)
  return first && first.index === 0 && first.words === tokens.length ? first.meaning : null
}

/** The phrase that the text begins with. */
export function beginsWith<M>(text: string, vocabulary: Vocabulary<M>): Meaning<M> | null {
  const [first] = meaningsIn(tokensOf(text.slice(0, 120)).slice(0, 8), vocabulary)
  return first?.index === 0 ? first : null
}

function longestAt<M>(tokens: Token[], index: number, { whole, beginnings }: Vocabulary<M>): Phrase<M> | null {
  const word = (tokens[index] as Token).word
  let best: Phrase<M> | null = null
  const candidates = [...(whole.get(word) ?? []), ...(beginnings.get(word.slice(0, BEGINNING)) ?? []), ...(beginnings.get(word.slice(0, BEGINNING - 1)) ?? [])]
  for (const phrase of candidates) {
    if (phrase.words.length > (best?.words.length ?? 0) && phrase.words.every((known, i) => isWord(tokens[index + i]?.word, known))) best = phrase
  }
  return best
}

function isWord(word: string | undefined, known: string): boolean {
  if (word === undefined) return false
  return known.endsWith('*') ? word.startsWith(known.slice(0, -1)) : word === known
}
