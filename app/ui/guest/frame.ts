/** Where a guest's page is and what its links take along: the language and the clock that were chosen. */
import { LANGUAGES, LANGUAGE_CODES, isLanguage, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Language, Texts } from '#app/domain/calendar/texts/texts.ts'
import { isZone } from '#app/domain/time.ts'
import type { Zone } from '#app/domain/time.ts'

export type GuestFrame = { here: string; language: Language; zone?: Zone | undefined; /** Chosen on the page; without it the person's own counts. */ lang?: Language | undefined }

/** What the address of a page asks for. Anything that makes no sense counts as not asked. */
export function guestFrame(token: string, asked: URLSearchParams, language: Language): GuestFrame {
  const [zone, lang] = [asked.get('zone') ?? '', asked.get('lang')]
  return { here: `/invitation/${token}`, language, zone: isZone(zone) ? zone : undefined, lang: isLanguage(lang) ? lang : undefined }
}

/** An address below the invitation that keeps what was chosen; `but` changes it. */
export function guestHref({ here, zone, lang }: GuestFrame, rest = '', but: { zone?: Zone; lang?: Language } = {}): string {
  const kept = Object.entries({ zone, lang, ...but }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
  return here + rest + (kept.length > 0 ? `${rest.includes('?') ? '&' : '?'}${kept.join('&')}` : '')
}

/** The same page in each language. */
export function tonguesOf(frame: GuestFrame, rest = '') {
  return LANGUAGE_CODES.map((code) => ({ code, name: LANGUAGES[code].name, href: guestHref(frame, rest, { lang: code }), current: code === frame.language }))
}

/** The language of a page from what its loader found. */
export function languageFound(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'frame' in data ? (data.frame as GuestFrame).language : undefined
}

/** The texts for the title of a page that was found, or of one that was refused in a language. */
export function titleTexts(data: { frame: { language: Language } } | undefined, error: unknown): Texts {
  const refused = typeof error === 'object' && error !== null && 'data' in error ? (error.data as { language?: string } | null) : null
  return textsOf(data?.frame.language ?? refused?.language)
}

/** The language of typed text in a page of another script: what has no letter of the page's is read as English. */
export function typedLang(text: string, language: Language): Language | undefined {
  return language === 'ru' && /\p{Script=Latin}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text) ? 'en' : undefined
}
