/**
 * What the answer page of a questionnaire and its mails say, in each language that they speak. A language is one file with every text
 * of `en.ts`, and its line in `PAGE_LANGUAGES`. The questions themselves may stand in any language.
 */
import { en } from '#app/domain/questionnaires/texts/en.ts'
import { ru } from '#app/domain/questionnaires/texts/ru.ts'
import { tg } from '#app/domain/questionnaires/texts/tg.ts'
import { formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import type { Instant, Zone } from '#app/domain/time.ts'

/** English decides which texts there are; the placeholders in braces are the same in every language. */
export type QuestionnaireTexts = typeof en

export const PAGE_LANGUAGES = { en, ru, tg } satisfies Record<string, QuestionnaireTexts>
export type PageLanguage = keyof typeof PAGE_LANGUAGES
export const PAGE_CODES = Object.keys(PAGE_LANGUAGES) as PageLanguage[]

export function speaks(code: unknown): code is PageLanguage {
  return typeof code === 'string' && Object.hasOwn(PAGE_LANGUAGES, code)
}

/** Where the page has no words of its own, Russian is what an office of the region reads next; English for what is no language of it. */
const NEAREST: Record<string, PageLanguage> = { uz: 'ru', kk: 'ru', ky: 'ru' }

export function pageLanguageFor(code: string): PageLanguage {
  return speaks(code) ? code : (NEAREST[code] ?? 'en')
}

export function pageTexts(code: PageLanguage): QuestionnaireTexts {
  return PAGE_LANGUAGES[code]
}

/** The languages that a mail to somebody of this language is written in. */
export function mailLanguages(code: string): PageLanguage[] {
  return [...new Set<PageLanguage>([pageLanguageFor(code), 'en'])]
}

/** '18:00 (Dushanbe, UTC+5), 14 February 2020', in the words of a language. */
export function momentIn(texts: QuestionnaireTexts, at: Instant, zone: Zone, city: string): string {
  const { day, minute } = wallOf(at, zone)
  const values: Record<string, string> = { time: formatMinute(minute), city, offset: formatOffset(offsetOf(at, zone)), date: String(Number(day.slice(8))), month: texts.months[Number(day.slice(5, 7)) - 1] ?? '', year: day.slice(0, 4) }
  return texts.moment.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')
}
