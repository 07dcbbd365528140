/** The fixed words of papers that are handed out, in the languages that counterparts read, and how each of them writes a day. */
import { WEEKDAYS, formatOffset, formatRange, offsetOfDay, weekdayOf } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

export type PaperWords = {
  agenda: string
  moderator: string
  moderators: string
  /** Names of the weekdays from Monday, and of the months as they stand in a date. */
  weekdays: readonly string[]
  months: readonly string[]
  day: string
  working: string
  interpretation: Record<string, string>
  languages: Record<string, string>
  /** Forms of address with the place of the name. */
  honorifics: Record<string, string>
}

export const PAPER_LANGUAGES = ['en', 'ru', 'tg', 'kk', 'ky', 'uz'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

/** What the team calls the languages of its papers. */
export const LANGUAGE_NAMES: Record<PaperLanguage, string> = { en: 'English', ru: 'Russian', tg: 'Tajik', kk: 'Kazakh', ky: 'Kyrgyz', uz: 'Uzbek' }

const WORDS: Record<PaperLanguage, PaperWords> = {
  en: {
    agenda: 'Agenda', moderator: 'Moderator:', moderators: 'Moderators:', weekdays: WEEKDAYS,
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    day: '{weekday}, {month} {date}, {year}', working: 'Working languages',
    interpretation: { simultaneous: 'simultaneous interpretation', consecutive: 'consecutive interpretation', whispered: 'whispered interpretation', none: '' }, languages: {}, honorifics: {},
  },
  ru: {
    agenda: 'Программа', moderator: 'Модератор:', moderators: 'Модераторы:', weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    months: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
    day: '{weekday}, {date} {month} {year} г.', working: 'Рабочие языки',
    interpretation: { simultaneous: 'синхронный перевод', consecutive: 'последовательный перевод', whispered: 'перевод шёпотом', none: '' },
    languages: { English: 'английский', Russian: 'русский', Tajik: 'таджикский', Kazakh: 'казахский', Kyrgyz: 'кыргызский', Uzbek: 'узбекский', Korean: 'корейский' },
    honorifics: { 'Mr.': 'г-н {name}', 'Ms.': 'г-жа {name}', 'Mrs.': 'г-жа {name}', 'Dr.': 'д-р {name}', 'Prof.': 'проф. {name}' },
  },
  tg: {
    agenda: 'Барнома', moderator: 'Модератор:', moderators: 'Модераторон:', weekdays: ['душанбе', 'сешанбе', 'чоршанбе', 'панҷшанбе', 'ҷумъа', 'шанбе', 'якшанбе'],
    months: ['январи', 'феврали', 'марти', 'апрели', 'майи', 'июни', 'июли', 'августи', 'сентябри', 'октябри', 'ноябри', 'декабри'],
    day: '{weekday}, {date} {month} соли {year}', working: 'Забонҳои корӣ',
    interpretation: { simultaneous: 'тарҷумаи ҳамзамон', consecutive: 'тарҷумаи пайдарпай', none: '' },
    languages: { English: 'англисӣ', Russian: 'русӣ', Tajik: 'тоҷикӣ', Kazakh: 'қазоқӣ', Kyrgyz: 'қирғизӣ', Uzbek: 'ӯзбекӣ', Korean: 'кореягӣ' },
    honorifics: { 'Mr.': 'ҷаноби {name}', 'Ms.': 'хонум {name}', 'Mrs.': 'хонум {name}' },
  },
  kk: {
    agenda: 'Бағдарлама', moderator: 'Модератор:', moderators: 'Модераторлар:', weekdays: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
    months: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
    day: '{year} жылғы {date} {month}, {weekday}', working: 'Жұмыс тілдері',
    interpretation: { simultaneous: 'ілеспе аударма', consecutive: 'бірізді аударма', none: '' },
    languages: { English: 'ағылшын', Russian: 'орыс', Tajik: 'тәжік', Kazakh: 'қазақ', Kyrgyz: 'қырғыз', Uzbek: 'өзбек', Korean: 'корей' },
    honorifics: { 'Mr.': '{name} мырза', 'Ms.': '{name} ханым', 'Mrs.': '{name} ханым' },
  },
  ky: {
    agenda: 'Программа', moderator: 'Модератор:', moderators: 'Модераторлор:', weekdays: ['дүйшөмбү', 'шейшемби', 'шаршемби', 'бейшемби', 'жума', 'ишемби', 'жекшемби'],
    months: ['январы', 'февралы', 'марты', 'апрели', 'майы', 'июну', 'июлу', 'августу', 'сентябры', 'октябры', 'ноябры', 'декабры'],
    day: '{year}-жылдын {date}-{month}, {weekday}', working: 'Иш тилдери',
    interpretation: { simultaneous: 'синхрондуу котормо', consecutive: 'ырааттуу котормо', none: '' },
    languages: { English: 'англис', Russian: 'орус', Tajik: 'тажик', Kazakh: 'казак', Kyrgyz: 'кыргыз', Uzbek: 'өзбек', Korean: 'корей' },
    honorifics: { 'Mr.': '{name} мырза', 'Ms.': '{name} айым', 'Mrs.': '{name} айым' },
  },
  uz: {
    agenda: 'Dastur', moderator: 'Moderator:', moderators: 'Moderatorlar:', weekdays: ['dushanba', 'seshanba', 'chorshanba', 'payshanba', 'juma', 'shanba', 'yakshanba'],
    months: ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avgust', 'sentabr', 'oktabr', 'noyabr', 'dekabr'],
    day: '{year}-yil {date}-{month}, {weekday}', working: 'Ish tillari',
    interpretation: { simultaneous: 'sinxron tarjima', consecutive: 'ketma-ket tarjima', none: '' },
    languages: { English: 'ingliz', Russian: 'rus', Tajik: 'tojik', Kazakh: 'qozoq', Kyrgyz: 'qirgʻiz', Uzbek: 'oʻzbek', Korean: 'koreys' },
    honorifics: { 'Mr.': 'janob {name}', 'Ms.': '{name} xonim', 'Mrs.': '{name} xonim' },
  },
}

export function asPaperLanguage(code: string): PaperLanguage {
  return PAPER_LANGUAGES.find((each) => each === code) ?? 'en'
}

/** The words of a language; English for one that papers do not speak. */
export function paperWords(code: string): PaperWords {
  return WORDS[asPaperLanguage(code)]
}

/** By a pattern of the language, usually with the weekday: 'Tuesday, February 4, 2020', 'вторник, 4 февраля 2020 г.', 'сешанбе, 4 феврали соли 2020'. */
export function paperDay(day: Day, language: string, pattern = paperWords(language).day): string {
  const words = paperWords(language)
  const parts: Record<string, string> = {
    weekday: words.weekdays[WEEKDAYS.indexOf(weekdayOf(day))] as string, month: words.months[Number(day.slice(5, 7)) - 1] as string, date: String(Number(day.slice(8))), year: day.slice(0, 4),
  }
  return pattern.replace(/\{(\w+)\}/g, (_all, part: string) => parts[part] ?? '')
}

/** '9:30 – 12:00' in English, as the World Bank prints it; '09:30–12:00' elsewhere. */
export function paperHours(start: Minute, end: Minute | null, language: string): string {
  const range = formatRange(start, end)
  return asPaperLanguage(language) === 'en' ? range.replace(/\b0(\d:)/g, '$1').replace('–', ' – ') : range
}

type When = { day: Day; start: Minute | null; end: Minute | null; zone: Zone }

/** 'Tuesday, February 4, 2020, 9:30 – 12:00 (Dushanbe, UTC+5)'; without hours where none are known yet. `city` as the language calls it. */
export function paperWhen({ day, start, end, zone }: When, city: string, language: string): string {
  const hours = start === null ? '' : `, ${paperHours(start, end, language)}`
  return `${paperDay(day, language)}${hours} (${city}, ${formatOffset(offsetOfDay(day, zone))})`
}

/** 'Working languages: English, Russian; simultaneous interpretation'; '' when nothing is stated. */
export function workingLanguages({ language, interpretation }: { language: string; interpretation: string }, code: string): string {
  const words = paperWords(code)
  const named = language.split(',').map((each) => each.trim()).filter(Boolean).map((each) => (Object.hasOwn(words.languages, each) ? words.languages[each] : each)).join(', ')
  const how = Object.hasOwn(words.interpretation, interpretation) ? words.interpretation[interpretation] : interpretation
  return named === '' ? '' : `${words.working}: ${[named, how].filter(Boolean).join('; ')}`
}

/** Letters that only one of the languages has, those with more letters first. */
const LETTERS: readonly [PaperLanguage, RegExp][] = [
  ['tg', /[ҷҳӣӯ]/iu], ['kk', /[әұһі]/iu], ['ky', /[ңөү]/iu], ['ru', /\p{Script=Cyrillic}/u], ['uz', /[ogOG]ʻ|[og][ʼ‘’'`](?!s\b)(?=\p{Ll})/u], ['en', /\p{Script=Latin}/u],
]

/** The language that a text seems to be written in, by its letters; '' when it has none of ours. Latin counts as English. */
export function writtenIn(text: string): PaperLanguage | '' {
  return LETTERS.find(([, letters]) => letters.test(text))?.[0] ?? ''
}
