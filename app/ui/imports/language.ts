import { scriptOf } from '#app/domain/people/script.ts'

/** The language to mark a run of words with: what was read of it, else the likely one of its script; undefined for the page's own. */
export function langOf(text: string, said = ''): string | undefined {
  if (said !== '' && said !== 'en') return said
  return scriptOf(text) === 'Cyrillic' ? 'ru' : scriptOf(text) === 'Hangul' ? 'ko' : undefined
}
