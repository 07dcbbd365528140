/**
 * Text at the door, and the key under which a name is found.
 *
 * `cleanText` is what every typed or imported text passes: Unicode NFC, well-formed, without control and bidi override
 * characters, line ends as LF. `foldKey` makes "Тоҷикӣ", "Tojiki" and "tojiki" the same.
 */

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text of several lines: NFC, LF, no control characters, no spaces before a line end; nothing else is changed. */
export function cleanText(raw: string): string {
  const lines = raw.toWellFormed().normalize('NFC').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(CONTROLS, '').split('\n')
  return lines.map((line) => line.trimEnd()).join('\n')
}

/** Text of one line: cleaned, every run of white space one space, trimmed. */
export function cleanLine(raw: string): string {
  return cleanText(raw).split(/\s/u).filter(Boolean).join(' ')
}

/** Latin for the Cyrillic letters of Russian, Tajik, Kazakh, Kyrgyz and Uzbek, chosen so that usual romanisations meet. */
const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  ғ: 'g', ӣ: 'i', қ: 'q', ӯ: 'u', ҳ: 'h', ҷ: 'j',
  ә: 'a', ң: 'ng', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i', ў: 'o',
}

/** Sounds that romanisations spell in several ways; applied in this order to Latin text. */
const SOUNDS: [RegExp, string][] = [
  [/dzh|dj|j/g, 'j'], [/kh|\bx/g, 'h'], [/x/g, 'ks'], [/gh/g, 'g'], [/q/g, 'k'], [/iy\b|yi\b|ii\b|y\b|iy|ij/g, 'i'],
  [/yo|jo/g, 'e'], [/ye/g, 'e'], [/w/g, 'v'], [/ph/g, 'f'], [/oo/g, 'u'], [/y/g, 'i'], [/ı/g, 'i'], [/([a-z])\1/g, '$1'],
]

/** Lower case, Latin, without accents and apostrophes; words in their order, separated by one space. 'Қожахметова' → 'qozhakhmetova'. */
export function latinOf(raw: string): string {
  let latin = ''
  for (const letter of raw.normalize('NFC').toLowerCase()) latin += LATIN[letter] ?? letter
  return latin.normalize('NFD').replace(/\p{M}/gu, '').replace(/[ʻʼ'’‘`´"“”«»]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/**
 * The key under which names and titles are found and compared: `latinOf`, with sounds that are spelt in several ways
 * spelt in one and without doubled letters. Two texts with one key are "spelt alike", never proven the same person.
 */
export function foldKey(raw: string): string {
  let key = latinOf(raw)
  for (const [sound, spelling] of SOUNDS) key = key.replace(sound, spelling)
  return key
}

/** The key that lists are sorted by: as it is spelt in Latin, names in their printed order, digits as numbers. */
export function sortKey(raw: string): string {
  return latinOf(raw).replace(/\d+/g, (digits) => digits.padStart(6, '0').slice(-12))
}

/** The number of edits between two texts, up to `limit`; `limit + 1` when there are more. O(length × limit). */
export function editDistance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      current[j] = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, (previous[j - 1] as number) + cost)
    }
    if (Math.min(...current) > limit) return limit + 1
    previous = current
  }
  return Math.min(previous[b.length] as number, limit + 1)
}

/** 1 → '1 person', 3 → '3 people'. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

/** A text cut into parts, of which every second one is better not broken: hours such as 10:00–11:30, names such as Nur-Sultan, UTC+6. */
export function cutSteady(text: string): string[] {
  return text.split(/(\d{1,2}:\d{2}–\d{1,2}:\d{2}|\p{Lu}\p{L}+-\p{Lu}\p{L}+|UTC[+−]\d+(?::\d+)?)/u)
}

/** '340 KB', '2.4 MB', '20 MB': of 1,024 bytes each. */
export function formatSize(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.max(1, Math.round(bytes / 1_024))} KB`
  const mb = bytes / 1_048_576
  return `${mb >= 10 || Number.isInteger(mb) ? Math.round(mb) : mb.toFixed(1)} MB`
}
