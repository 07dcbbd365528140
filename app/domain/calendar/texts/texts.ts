/**
 * What mails, calendar entries and the guest's pages say, in each language that they speak. A language is one file with
 * every text of `en.ts`, and its line in `LANGUAGES`. What people typed (titles, names, places) is never translated.
 */
import { en } from '#app/domain/calendar/texts/en.ts'
import { ru } from '#app/domain/calendar/texts/ru.ts'

/** English decides which texts there are; the placeholders in braces are the same in every language. */
export type Texts = typeof en

export const LANGUAGES = { en, ru } satisfies Record<string, Texts>
export type Language = keyof typeof LANGUAGES
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[]
/** Whoever says nothing else is written to in it. */
export const DEFAULT_LANGUAGE: Language = 'en'

export function isLanguage(code: unknown): code is Language {
  return typeof code === 'string' && Object.hasOwn(LANGUAGES, code)
}

/** The texts of a language; English for what is none of ours, as in mail that was queued before there were several. */
export function textsOf(code: string | null | undefined): Texts {
  return LANGUAGES[isLanguage(code) ? code : DEFAULT_LANGUAGE]
}

/** 'Tajik, Russian' → 'ru': the first of our languages that a person's languages name, however they write it; null when they name none. */
export function languageNamed(languages: string): Language | null {
  for (const word of languages.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const found = LANGUAGE_CODES.find((code) => LANGUAGES[code].calledExactly.includes(word) || LANGUAGES[code].calledLike.some((start) => word.startsWith(start)))
    if (found) return found
  }
  return null
}

/** The same for somebody who is to be written to anyway. */
export function languageOf(languages: string): Language {
  return languageNamed(languages) ?? DEFAULT_LANGUAGE
}

/** Puts values into the placeholders of a text: `fill('Dear {name},', { name })`. Throws when one has no value. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No value for {${name}} in “${text}”`)
    return String(value)
  })
}

/** A word of a closed list in the language; what the list does not know stays as it was typed. */
export function wordIn(words: Record<string, string>, word: string): string {
  return Object.hasOwn(words, word) ? (words[word] as string) : word
}
