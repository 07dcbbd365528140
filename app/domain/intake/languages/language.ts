/** What intake knows of a language, as data: a language is one file of this shape and one line in `all.ts`. */

/**
 * Words of one meaning, separated by spaces, in lower case; a word of several parts is joined by '_'. They are compared folded,
 * so 'ё' and kinds of apostrophes do not matter, and a full stop after an abbreviation is left out.
 */
export type Words = string

export type CalendarWords = {
  /** January first: every form that is printed, inflected and abbreviated. */
  months: readonly [Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words]
  /** Endings that may follow any form of a month or of a weekday. */
  monthEndings?: Words
  /** Monday first, written out. */
  weekdays: readonly [Words, Words, Words, Words, Words, Words, Words]
  weekdayEndings?: Words
  /** Monday first, abbreviated: read only beside a date, in brackets or at the start of a line. */
  weekdaysShort: readonly [Words, Words, Words, Words, Words, Words, Words]
  /** What is glued or hyphened to the number of a day: the 'th' of '4th', the 'го' of '4-го'. */
  ordinalEndings: Words
  /** 'of' in '4th of May'. */
  dayOfMonth: Words
  /** Before a year: 'соли 2024'; after it: '2024 г.', '2024-yil'. */
  yearBefore: Words
  yearAfter: Words
  /** 'Day' in 'Day 2'; 'kun' in '2-kun'; both with the words for first, second …. */
  dayBefore: Words
  dayAfter: Words
  /** First, second … as used with a day of an event. */
  countedDays: readonly Words[]
}

export type TimeWords = {
  /** Before the first time of a range: 'с', 'between'. */
  fromBefore: Words
  /** Between two times or two days: 'to', 'до', 'по'. */
  to: Words
  /** Between two times after 'between'; between two days of a list. */
  and: Words
  /** After a time: 'dan' of '10:00 dan', 'gacha' of '11:00 gacha'. */
  fromAfter: Words
  toAfter: Words
  /** After a time of day that one of the words below stands before: 'da' of 'soat 10:00 da'. */
  atAfter?: Words
  /** Before a time of day: 'soat 10'. A number after it is an hour. */
  hourBefore: Words
  /** After a number: it is a time of day: 'hrs', 'Uhr', 'ч'. */
  hourAfter: Words
  am: Words
  pm: Words
  /** The same before the time: '오후 2시', 'кешкі 7:00'. */
  amBefore?: Words
  pmBefore?: Words
  noon: Words
  midnight: Words
  /** Nothing is said about the end: 'onwards'. */
  onwards: Words
  /** Units of a duration. */
  minutes: Words
  hours: Words
  halfHour: Words
  /** The duration is not that of the row: '5 minutes each'. */
  each: Words
  /** 'time' as in 'Tashkent time'. */
  clock: Words
  local: Words
  /** Before a number that is no time: 'room', 'part', 'tel'. */
  numbered: Words
  /** After a number that is no time: 'percent', 'USD', 'participants'. */
  counted: Words
}

export type Language = { code: string; calendar: CalendarWords; time: TimeWords }

const PLAIN = /^[A-Za-z]*$/

/** The form in which words are compared: lower case, NFC, 'ё' as 'е', every apostrophe alike. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word.normalize('NFC').toLowerCase().replace(/ё/g, 'е').replace(/[’‘ʻʼ`´′]/g, "'")
}

/** The words of a list, folded. */
export function wordsOf(list: Words): string[] {
  return list.split(' ').filter(Boolean).map((word) => fold(word).replaceAll('_', ' '))
}
