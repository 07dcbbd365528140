/** The words of days and hours of all languages at once: texts are mixed. */
import { LANGUAGES } from '#app/domain/intake/languages/all.ts'
import { wordsOf } from '#app/domain/intake/languages/language.ts'
import { isDash } from '#app/domain/intake/clock-tokens.ts'
import type { CalendarWords, TimeWords, Words } from '#app/domain/intake/languages/language.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'

type NumberedLists = 'months' | 'weekdays' | 'weekdaysShort' | 'countedDays'
type SetName = Exclude<keyof CalendarWords, NumberedLists | 'monthEndings' | 'weekdayEndings'> | keyof TimeWords

const MONTHS = numbered('months', 'monthEndings')
const WEEKDAYS = numbered('weekdays', 'weekdayEndings')
const WEEKDAYS_SHORT = numbered('weekdaysShort')
const COUNTED_DAYS = numbered('countedDays')
const SETS = sets()

/** Word → place in the list, counted from 0. Printed forms come before those that are made with an ending. */
function numbered(list: NumberedLists, endings?: 'monthEndings' | 'weekdayEndings'): Map<string, number> {
  const map = new Map<string, number>()
  const add = (word: string, index: number): void => {
    if (!map.has(word)) map.set(word, index)
  }
  for (const { calendar } of LANGUAGES) calendar[list].forEach((words, index) => wordsOf(words).forEach((word) => add(word, index)))
  for (const { calendar } of LANGUAGES) {
    if (!endings) break
    const tails = wordsOf(calendar[endings] ?? '')
    calendar[list].forEach((words, index) => wordsOf(words).forEach((word, form) => {
      if (form === 0 || word.length > 3) for (const tail of tails) add(stemmed(word, tail), index)
    }))
  }
  return map
}

/** 'январь' and 'да' → 'январда'; other words only take the ending. */
function stemmed(word: string, tail: string): string {
  return (word.endsWith('ь') && tail.length > 0 ? word.slice(0, -1) : word) + tail
}

function sets(): Record<SetName, { words: Set<string>; starts: Set<string> }> {
  const made = {} as Record<SetName, { words: Set<string>; starts: Set<string> }>
  for (const language of LANGUAGES) {
    const lists: Partial<Record<string, Words | readonly Words[]>> = { ...language.calendar, ...language.time }
    for (const [name, words] of Object.entries(lists)) {
      if (typeof words !== 'string') continue
      const set = (made[name as SetName] ??= { words: new Set(), starts: new Set() })
      for (const word of wordsOf(words)) {
        set.words.add(word)
        const first = /^[\p{L}\p{M}']+/u.exec(word)?.[0] ?? word
        if (first !== word) set.starts.add(first)
      }
    }
  }
  return made
}

/** 1 to 12, or 0. */
export function monthOf(token: Token | undefined): number {
  return token?.kind === 'word' ? (MONTHS.get(token.word) ?? -1) + 1 : 0
}

export type WeekdayRead = { index: number; short: boolean }

export function weekdayAt(token: Token | undefined): WeekdayRead | null {
  if (token?.kind !== 'word') return null
  const full = WEEKDAYS.get(token.word)
  if (full !== undefined) return { index: full, short: false }
  const short = WEEKDAYS_SHORT.get(token.word)
  return short === undefined ? null : { index: short, short: true }
}

/** 1 for 'first', 'первый'; 0 when it is no such word. */
export function countedDay(token: Token | undefined): number {
  return token?.kind === 'word' ? (COUNTED_DAYS.get(token.word) ?? -1) + 1 : 0
}

export function isWord(token: Token | undefined, set: SetName): boolean {
  return token !== undefined && SETS[set].words.has(token.word)
}

const LONGEST_PHRASE = 4

/** The number of tokens from `i` on that are a word or phrase of a set, with the full stop of an abbreviation; 0 when there is none. */
export function phraseAt(tokens: readonly Token[], i: number, set: SetName): number {
  const first = tokens[i]
  if (first === undefined) return 0
  const { words, starts } = SETS[set]
  let length = words.has(first.word) ? 1 : 0
  if (starts.has(first.word)) {
    let joined = first.word
    for (let n = 1; n < LONGEST_PHRASE && tokens[i + n]; n++) {
      const token = tokens[i + n] as Token
      joined += `${token.gap ? ' ' : ''}${isDash(token) ? '-' : token.word}`
      if (words.has(joined)) length = n + 1
    }
  }
  if (length === 0) return 0
  const after = tokens[i + length]
  return after?.word === '.' && after.gap === 0 && after.text.length === 1 && first.kind === 'word' ? length + 1 : length
}

const TIME_SETS: readonly SetName[] = ['fromBefore', 'to', 'hourBefore', 'amBefore', 'pmBefore', 'noon', 'midnight', 'halfHour']
const TIME_STARTS = new Set(TIME_SETS.flatMap((name) => [...SETS[name].words, ...SETS[name].starts]))

/** False for a word with which no time and no duration begins. */
export function mayStartTime(token: Token): boolean {
  return token.kind === 'number' || (token.kind === 'word' && TIME_STARTS.has(token.word))
}
