import { describe, expect, it } from 'vitest'
import { differences } from '#app/domain/calendar/differences.ts'
import { LANGUAGES, LANGUAGE_CODES, fill, languageNamed, languageOf, textsOf, wordIn } from '#app/domain/calendar/texts/texts.ts'
import { calendarWords, dayWords, momentWords, placeWords, slotWords, startWords, utcWords, whenWords } from '#app/domain/calendar/wording.ts'
import { ENGAGEMENT_KINDS } from '#app/operations/engagements.input.ts'
import { ROLES } from '#app/operations/participations.input.ts'
import { factsAt } from '#tests/support/calendar-facts.ts'

const RU = textsOf('ru')

/** Every text with its path; lists count as one. */
function leaves(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return [[`${path}[]`, value.join('|')]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).toSorted()

describe.each(LANGUAGE_CODES)('the texts in %s', (code) => {
  const texts = LANGUAGES[code]
  const english = new Map(leaves(LANGUAGES.en))

  it('are all there, none empty, with the placeholders of the English ones', () => {
    const found = leaves(texts)
    expect(found.map(([path]) => path)).toEqual([...english.keys()])
    expect(found.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(found.filter(([path, text]) => placeholders(text).join() !== placeholders(english.get(path) ?? '').join())).toEqual([])
  })

  it('name seven days, twelve months, every kind and every role', () => {
    expect([texts.code, texts.weekdays.length, texts.weekdaysShort.length, texts.months.length, texts.monthsShort.length]).toEqual([code, 7, 7, 12, 12])
    expect([ENGAGEMENT_KINDS.filter((kind) => !Object.hasOwn(texts.kinds, kind)), ROLES.filter((role) => !Object.hasOwn(texts.roles, role))]).toEqual([[], []])
  })

  it('hold no untranslated sentence', () => {
    const same = leaves(texts).filter(([path, text]) => code !== 'en' && text === english.get(path) && /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')))
    expect(same).toEqual([])
  })
})

describe('the language of a person', () => {
  it.each([
    ['', 'en'], ['English', 'en'], ['en-GB', 'en'], ['Russian', 'ru'], ['русский', 'ru'], ['Русский язык', 'ru'], ['рус.', 'ru'], ['RU', 'ru'], ['rus', 'ru'], ['Russisch', 'ru'], ['русӣ', 'ru'], ['орыс тілі', 'ru'], ['орусча', 'ru'],
    ['Tajik, Russian, English', 'ru'], ['Kazakh (native); English; Russian', 'en'], ['английский, русский', 'en'], ['Английский', 'en'], ['англисӣ', 'en'], ['ағылшын', 'en'], ['инглиз', 'en'], ['Korean', 'en'], ['тоҷикӣ, русӣ', 'ru'],
    ['Belarusian', 'en'], ['Prussian', 'en'], ['rusty', 'en'], ['__proto__ constructor', 'en'],
  ])('“%s”: %s', (languages, code) => expect(languageOf(languages)).toBe(code))

  it('is not known where none of ours is named', () => {
    expect([languageNamed('Korean, Tajik'), languageNamed('Korean, русский'), textsOf('tg').code, textsOf(undefined).code, textsOf('constructor').code]).toEqual([null, 'ru', 'en', 'en', 'en'])
  })
})

it('fills a text once, whatever the values say, and never leaves a hole', () => {
  expect(fill('Dear {name}, {name}!', { name: '{title} $& ' })).toBe('Dear {title} $& , {title} $& !')
  expect(() => fill('Dear {name}', {})).toThrow('No value for {name}')
  expect([wordIn(RU.roles, 'speaker'), wordIn(RU.roles, 'toastmaster'), wordIn(RU.roles, 'constructor')]).toEqual(['докладчик', 'toastmaster', 'constructor'])
})

describe('the facts of an invitation in Russian', () => {
  const facts = factsAt('2020-01-29', 600, 690, { cityNames: { ru: 'Нур-Султан' }, place: 'Room 4, Hilton, Nur-Sultan', slots: [{ day: '2020-01-30', startMinute: 620, endMinute: 640, title: 'Roads' }] })

  it('carry the city as Russian calls it, and UTC', () => {
    expect([whenWords(facts, RU), startWords(facts, RU), dayWords(facts, RU), utcWords(facts, RU), placeWords(facts, RU)]).toEqual([
      'ср, 29 янв. 2020 г., 10:00–11:30 (Нур-Султан, UTC+6)', '10:00 (Нур-Султан, UTC+6), ср, 29 янв. 2020 г.', 'среда, 29 января 2020 г.', '04:00–05:30 UTC', 'Room 4, Hilton, Нур-Султан',
    ])
    expect(slotWords({ day: '2020-01-30', startMinute: 620, endMinute: 640, title: 'Roads' }, '2020-01-29', RU)).toBe('чт, 30 янв., 10:20–10:40 Roads')
    expect(momentWords(facts.startMs, null, facts, RU)).toBe('ср, 29 янв. 2020 г., 10:00 (Нур-Султан, UTC+6)')
    expect(calendarWords(facts, RU)).toBe('ср, 29 янв. 2020 г., 10:00–11:30 (Нур-Султан, UTC+6) = 04:00–05:30 UTC\nВаша роль: докладчик.\nВаше время: чт, 30 янв., 10:20–10:40 Roads\n\nBring nothing.')
  })

  it('name the day of UTC where it is another, and no UTC where the clock is UTC', () => {
    expect([utcWords(factsAt('2020-01-29', 300, 400)), utcWords(factsAt('2020-01-29', 300, 400), RU), utcWords(factsAt('2020-01-29', 300, 400, { zone: 'Africa/Abidjan' }))]).toEqual(['23:00–00:40 UTC, Tue 28 Jan', '23:00–00:40 UTC, вт, 28 янв.', ''])
  })

  it('change by no name of the city, and say in Russian what did change', () => {
    const { cityNames: _without, ...english } = facts
    expect([differences(facts, english), differences(english, { ...facts, cityNames: { ru: 'Астана' } }, RU)]).toEqual([[], []])
    const moved = { ...facts, ...factsAt('2020-01-29', 630, 720), cityNames: { ru: 'Нур-Султан' }, place: 'Room 5, Nur-Sultan', status: 'tentative' as const, roles: ['host'], slots: [] }
    expect(differences(facts, moved, RU)).toEqual([
      { field: 'time', before: '10:00–11:30', after: '10:30–12:00 (Нур-Султан, UTC+6)' }, { field: 'place', before: 'Room 4, Hilton, Нур-Султан', after: 'Room 5, Нур-Султан' },
      { field: 'status', before: 'подтверждено', after: 'предварительно' }, { field: 'roles', before: 'докладчик', after: 'принимающая сторона' }, { field: 'slots', before: 'чт, 30 янв., 10:20–10:40 Roads', after: '' },
    ])
  })
})
