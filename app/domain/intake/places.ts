/** Cities and countries that intake knows, found in a text under every name and ending. */
import { eachLine, isDash, tokensOf } from '#app/domain/intake/clock-tokens.ts'
import { fold } from '#app/domain/intake/languages/language.ts'
import { COUNTRIES } from '#app/domain/intake/places-table.ts'
import type { Zone } from '#app/domain/time.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'

/** `name` is the English name of today, `country` the English name of the country. */
export type City = { name: string; country: string; zone: Zone }
export type CityFound = { start: number; end: number; printed: string; city: City }
export type CountryFound = { start: number; end: number; printed: string; country: string }

/** Every name by the words that make it up; `longest` is how many words a name that begins so may have. */
type Names<T> = { byName: Map<string, T>; longest: Map<string, number> }

const CITIES: Names<City> = namesOf(COUNTRIES.flatMap(({ names, zone, cities, zones }) => cities.map((row) => {
  const city = row.split(';')
  const name = city[0] as string
  return { names: city, value: { name, country: names.split(';')[0] as string, zone: zones?.[name] ?? zone } }
})))

const COUNTRY_NAMES: Names<string> = namesOf(COUNTRIES.map(({ names }) => ({ names: names.split(';'), value: names.split(';')[0] as string })))

/** A name stands with its capital, where its script has any. */
const CAPITAL_ONLY = /^\p{Lu}/u
const WITHOUT_CASE = /^[\u10d0-\u10ff\u3131-\u9fff\uac00-\ud7a3]/u
/** Cities and countries whose name people bear too. */
const GIVEN_NAMES = new Set(['mary', 'sofia', 'софия', 'georgia', 'paris', 'lyon', 'milan', 'vienna'])
/** Endings that Russian puts in the place of the last vowel or after the last consonant of a name, and what the name ends in. */
const RUSSIAN_ENDINGS: readonly [string, readonly string[]][] = [['ой', ['а']], ['ом', ['']], ['ем', ['', 'ь', 'й']], ['ей', ['я']], ['ах', ['ы']], ['ам', ['ы']], ['ии', ['ия']], ['ию', ['ия']], ['ией', ['ия']], ['ы', ['а']], ['е', ['', 'а', 'ь', 'й']], ['и', ['а', 'я', 'ь']], ['у', ['', 'а']], ['а', ['']], ['я', ['ь', 'й']], ['ю', ['ь', 'я', 'й']]]
/** Case endings of Uzbek, Kazakh, Kyrgyz and Tajik, after a name of consonant or vowel. */
const TURKIC_ENDINGS = ['да', 'де', 'та', 'те', 'до', 'дө', 'дан', 'ден', 'тан', 'тен', 'дон', 'га', 'ге', 'ға', 'ка', 'ке', 'қа', 'го', 'нинг', 'дагы', 'дағы', 'даги', 'деги', 'дегі', 'дын', 'дің', 'дың', 'тың', 'тін', 'ның', 'нің', 'нын', 'и', 'да', 'da', 'dan', 'ga', 'ning', 'dagi', 'de', 'ta', 'te', "'s"]
const SHORTEST_STEM = 3

function namesOf<T>(rows: readonly { names: readonly string[]; value: T }[]): Names<T> {
  const made: Names<T> = { byName: new Map(), longest: new Map() }
  for (const { names, value } of rows) {
    for (const name of names) {
      const words = tokensOf(name, 0).filter((token) => token.kind === 'word').map((token) => token.word)
      const key = words.join(' ')
      if (!made.byName.has(key)) made.byName.set(key, value)
      const first = words[0] as string
      made.longest.set(first, Math.max(made.longest.get(first) ?? 0, words.length))
    }
  }
  return made
}

/** A city at this token, with the token after it. */
export function cityAt(tokens: readonly Token[], i: number): { city: City; next: number } | null {
  const found = nameAt(CITIES, tokens, i)
  return found && { city: found.value, next: found.next }
}

/** The longest name that begins at this token; its last word may be inflected. */
function nameAt<T>(names: Names<T>, tokens: readonly Token[], i: number): { value: T; next: number } | null {
  const first = tokens[i]
  if (first?.kind !== 'word' || (!CAPITAL_ONLY.test(first.text) && !WITHOUT_CASE.test(first.text))) return null
  if (GIVEN_NAMES.has(first.word) && isPerson(tokens, i)) return null
  let best: { value: T; next: number } | null = null
  const longest = names.longest.get(first.word) ?? 1
  let key = ''
  let at = i
  for (let words = 1; words <= longest && tokens[at]?.kind === 'word'; words++) {
    const word = (tokens[at] as Token).word
    const value = looked(names, key, word)
    if (value !== undefined) best = { value, next: at + 1 }
    key = key + word + ' '
    at += 1
    if (isDash(tokens[at]) || ((tokens[at]?.word === '.' || tokens[at]?.word === ',') && words < longest)) at += 1
  }
  return best
}

/** 'Ms. Mary Collins', 'Mary K.': a word with a capital beside the name, without a comma between. */
function isPerson(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1]?.word === '.' ? tokens[i - 2] : tokens[i - 1], tokens[i + 1]]
  return [before, after].some((token) => token?.kind === 'word' && CAPITAL_ONLY.test(token.text))
}

function looked<T>(names: Names<T>, before: string, word: string): T | undefined {
  const exact = names.byName.get(before + word)
  if (exact !== undefined) return exact
  for (const [ending, nominatives] of RUSSIAN_ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM) continue
    for (const nominative of nominatives) {
      const value = names.byName.get(before + word.slice(0, -ending.length) + nominative)
      if (value !== undefined) return value
    }
  }
  const turkic = TURKIC_ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM && names.byName.has(before + word.slice(0, -ending.length)))
  return turkic === undefined ? undefined : names.byName.get(before + word.slice(0, -turkic.length))
}

/** 'ташкентскому', 'московское': the city whose time is meant. */
export function cityOfAdjective(token: Token | undefined): City | null {
  const found = token?.kind === 'word' ? /^(\p{L}{3,20})ск(?:ому|ое|ого|ий|им|ом)$/u.exec(token.word) : null
  if (!found) return null
  const stem = found[1] as string
  for (const end of ['', 'а', 'ы', 'ь']) {
    const city = CITIES.byName.get(stem + end) ?? CITIES.byName.get(stem.slice(0, -1) + end) ?? CITIES.byName.get(stem.replace(/ов$/, 'ва') + end)
    if (city) return city
  }
  return null
}

const CITY_NAMES = new Map(COUNTRIES.flatMap(({ cities }) => cities.map((row) => [row.split(';')[0] as string, row.split(';')] as const)))

/** 'Оше' → 'Ош', 'Toshkentga' → 'Toshkent': the name without its ending, in the script in which it is printed. */
export function bareNameOf({ printed, city }: CityFound): string {
  const folded = fold(printed)
  let best = { name: printed, shared: 1 }
  for (const name of CITY_NAMES.get(city.name) ?? []) {
    const known = fold(name)
    if (known === folded) return printed
    let shared = 0
    while (shared < known.length && known[shared] === folded[shared]) shared++
    if (shared > best.shared || shared === best.shared && best.name !== printed && known.length < best.name.length) best = { name, shared }
  }
  return best.name
}

/** Every known city of a text, in order. */
export function findCities(text: string): CityFound[] {
  return foundIn(text, CITIES).map(({ value, ...place }) => ({ ...place, city: value }))
}

/** The first known city of a text, also inflected ('в Астане') or under an earlier name. */
export function findCity(text: string): CityFound | null {
  return findCities(text)[0] ?? null
}

/** Every known country of a text, in order. */
export function findCountries(text: string): CountryFound[] {
  return foundIn(text, COUNTRY_NAMES).map(({ value, ...place }) => ({ ...place, country: value }))
}

/** 'Astana', 'Нур-Султан' → 'Kazakhstan'; null when the city is not known. */
export function countryOf(city: string): string | null {
  return findCity(city)?.city.country ?? null
}

/** 'Тоҷикистон' → 'Tajikistan'; null when the country is not known. */
export function countryNamed(name: string): string | null {
  return COUNTRY_NAMES.byName.get(fold(name).split(/[\s-]/u).filter(Boolean).join(' ')) ?? findCountries(name)[0]?.country ?? null
}

function foundIn<T>(text: string, names: Names<T>): { start: number; end: number; printed: string; value: T }[] {
  const found: { start: number; end: number; printed: string; value: T }[] = []
  eachLine(text, (line, at) => {
    const tokens = tokensOf(line, at)
    for (let i = 0; i < tokens.length; i++) {
      const name = nameAt(names, tokens, i)
      if (!name) continue
      const [start, end] = [(tokens[i] as Token).start, (tokens[name.next - 1] as Token).end]
      found.push({ start, end, printed: text.slice(start, end), value: name.value })
      i = name.next - 1
    }
  })
  return found
}
