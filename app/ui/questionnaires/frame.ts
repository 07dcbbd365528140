/** Where an answer page is, what language it speaks and in which its questions stand. */
import { momentIn, pageLanguageFor, pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import type { PageLanguage, QuestionnaireTexts } from '#app/domain/questionnaires/texts/texts.ts'
import type { Instant } from '#app/domain/time.ts'

export type AnswerFrame = { here: string; /** Of the page's own words. */ language: PageLanguage; /** Of the questions. */ asked: string; tongues: readonly string[]; /** Chosen on the page. */ chosen?: string | undefined }

export function answerFrame(token: string, query: URLSearchParams, asked: string, tongues: readonly string[]): AnswerFrame {
  return { here: `/questionnaire/${token}`, language: pageLanguageFor(asked), asked, tongues, chosen: query.get('lang') === asked ? asked : undefined }
}

/** An address below the questionnaire that keeps the chosen language; `rest` may hold a query and a hash. */
export function answerHref({ here, chosen }: Pick<AnswerFrame, 'here' | 'chosen'>, rest = '', lang: string | undefined = chosen): string {
  const [path = '', hash] = rest.split('#')
  const query = lang === undefined ? '' : `${path.includes('?') ? '&' : '?'}lang=${lang}`
  return `${here}${path}${query}${hash === undefined ? '' : `#${hash}`}`
}

/** The language of a page from what its loader found. */
export function answerLanguage(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'frame' in data ? (data.frame as AnswerFrame).language : undefined
}

/** The texts of a page that was found, or of one that was refused in a language. */
export function answerTexts(data: { frame: { language: string } } | undefined, error: unknown): QuestionnaireTexts {
  const refused = typeof error === 'object' && error !== null && 'data' in error ? (error.data as { language?: string } | null) : null
  return pageTexts(pageLanguageFor(data?.frame.language ?? refused?.language ?? 'en'))
}

/** A moment on the clock of the deadline. */
export function momentOf(texts: QuestionnaireTexts, at: Instant, { zone, city }: { zone: string; city: string }): string {
  return momentIn(texts, at, zone, city)
}
