import { describe, expect, it } from 'vitest'
import { composeAgenda } from '#app/domain/papers/agenda-paper.ts'
import type { AgendaPaperFacts, AgendaPaperItem } from '#app/domain/papers/agenda-paper.ts'
import { PAPER_LANGUAGES, paperDay, paperHours, workingLanguages, writtenIn } from '#app/domain/papers/paper-words.ts'
import type { PrintedPerson } from '#app/domain/papers/printed-person.ts'
import { furnitureOf, linesOf, runsOf } from '#tests/support/paper-runs.ts'

const item = (more: Partial<AgendaPaperItem>): AgendaPaperItem => ({ id: 'i1', kind: 'presentation', title: 'Registers of a city', otherTitle: '', otherLanguage: '', day: '2027-03-09', startMinute: 570, endMinute: 600, details: '', track: '', sampleFields: [], ...more })
const person = (more: Partial<PrintedPerson>): PrintedPerson => ({ id: 'x1', itemId: 'i1', personId: 'a', role: 'speaker', name: 'Ana Rahmon', honorific: 'Ms.', printedTitle: 'Head of Registers', sample: false, ...more })
const FACTS: AgendaPaperFacts = {
  mission: 'Two cities',
  engagement: { id: 'e1', kind: 'workshop', title: 'Registers', status: 'confirmed', day: '2027-03-09', startMinute: 570, endMinute: 660, headerStartMinute: null, headerEndMinute: null, zone: 'Asia/Dushanbe', city: 'South', venue: 'Hall', room: 'Room 2', language: 'English, Tajik', interpretation: 'consecutive', sampleFields: [] },
  aliases: [{ title: 'Реестры города', origin: '' }], items: [], people: [], spellings: [{ personId: 'a', name: 'Ана Раҳмон', script: 'Cyrillic', language: 'tg' }], cityNames: { ru: 'Юг', tg: 'Ҷануб' },
}

describe('an agenda', () => {
  it('stands in two languages side by side, with the names of the second where they are known', () => {
    const items = [item({ otherTitle: 'Феҳристҳои шаҳр', otherLanguage: 'tg', track: 'Hall A', details: 'First talk\nSecond talk' }), item({ id: 'i2', startMinute: 600, endMinute: null, title: 'Lunch', kind: 'meal' })]
    const paper = composeAgenda({ ...FACTS, items, people: [person({ printedTitle: 'Head of Registers; Lecturer' }), person({ id: 'x2', personId: null, name: 'High Tech Park', honorific: '', printedTitle: '' })] }, { language: 'en', second: 'tg' })
    expect(linesOf(paper)).toEqual([
      'Agenda · Барнома', 'Registers', 'Tuesday, March 9, 2027', '9:30 – 11:00 (South, UTC+5)', 'сешанбе, 9 марти соли 2027', '09:30–11:00 (Ҷануб, UTC+5)', 'Hall, Room 2',
      'Working languages: English, Tajik; consecutive interpretation', 'Забонҳои корӣ: англисӣ, тоҷикӣ; тарҷумаи пайдарпай',
      '9:30 – 10:00', 'Registers of a city', 'Hall A', '– First talk', '– Second talk', 'Феҳристҳои шаҳр', 'Ms. Ana Rahmon · хонум Ана Раҳмон, Head of Registers', 'Lecturer', 'High Tech Park', '10:00', 'Lunch',
    ])
    expect(paper.gaps.map((gap) => gap.words)).toEqual(['No Tajik title of the agenda: “Registers”.', 'No Tajik title of the item at 10:00: “Lunch”.', 'No Tajik title of Ana Rahmon: as printed.'])
    expect(runsOf(paper).filter((run) => run.lang === 'tg').map((run) => run.text)).toContain('Феҳристҳои шаҳр')
    expect(furnitureOf(paper)).toEqual(['Agenda', ' · ', 'Барнома'])
  })

  it('is written in one other language, the originals in their own where nothing is translated', () => {
    const paper = composeAgenda({ ...FACTS, items: [item({ otherTitle: 'Реестры', otherLanguage: 'ru' }), item({ id: 'i2', day: '2027-03-10', title: 'Closing' })], people: [person({ itemId: null, role: 'moderator' })] }, { language: 'ru', second: 'ru' })
    expect(linesOf(paper)).toEqual([
      'Программа', 'Реестры города', 'вторник, 9 марта 2027 г., 09:30–11:00 (Юг, UTC+5)', 'Hall, Room 2', 'Рабочие языки: английский, таджикский; последовательный перевод', 'Модератор:', 'Ms. Ana Rahmon, Head of Registers', '09:30–10:00', 'Реестры', 'среда, 10 марта 2027 г.', '09:30–10:00', 'Closing',
    ])
    expect([paper.second, runsOf(paper).find((run) => run.text === 'Closing')?.lang, runsOf(paper).find((run) => run.text === 'Реестры')?.lang]).toEqual(['', 'en', 'ru'])
  })

  it('says what is missing instead of inventing it: no time, no venue, no items, nothing agreed', () => {
    const paper = composeAgenda({ ...FACTS, engagement: { ...FACTS.engagement, startMinute: null, endMinute: null, venue: '', room: '', status: 'requested' } }, { language: 'en', second: '' })
    expect(linesOf(paper)[2]).toBe('Tuesday, March 9, 2027 (South, UTC+5)')
    expect(paper.gaps.map((gap) => [gap.kind, gap.words])).toEqual([['date', 'The engagement has no time yet.'], ['other', 'No venue is stated.'], ['other', 'The agenda has no items yet.'], ['decision', 'The engagement is not confirmed: requested.']])
  })

  it('marks samples, and keeps a person’s words one thing however often they stand there', () => {
    const people = ['i1', 'i2'].map((itemId) => person({ id: itemId, itemId, sample: true }))
    const paper = composeAgenda({ ...FACTS, items: [item({ sampleFields: ['title'] }), item({ id: 'i2' })], people }, { language: 'en', second: '' })
    expect(runsOf(paper).filter((run) => run.sample).map((run) => run.text)).toEqual(['Registers of a city', 'Ms. Ana Rahmon', 'Ms. Ana Rahmon'])
    expect(new Set(runsOf(paper).flatMap((run) => run.about?.id ?? []))).toEqual(new Set(['person:a']))
  })

  it('holds twelve hours of long names without dropping one', () => {
    const name = 'Абдулқодирзода '.repeat(6).trim()
    const items = Array.from({ length: 24 }, (_, n) => item({ id: `i${n}`, startMinute: 480 + n * 30, endMinute: 510 + n * 30, title: `${n} ${'Long title of a long item '.repeat(8)}` }))
    const paper = composeAgenda({ ...FACTS, items, people: items.map(({ id }) => person({ id, itemId: id, personId: id, name })) }, { language: 'en', second: 'uz' })
    expect(runsOf(paper).filter((run) => run.text.endsWith(name))).toHaveLength(24)
  })
})

describe('the words of papers', () => {
  it('write a day as each language does, with the stems that Intl has', () => {
    expect(PAPER_LANGUAGES.map((code) => paperDay('2020-02-04', code))).toEqual([
      'Tuesday, February 4, 2020', 'вторник, 4 февраля 2020 г.', 'сешанбе, 4 феврали соли 2020', '2020 жылғы 4 ақпан, сейсенбі', '2020-жылдын 4-февралы, шейшемби', '2020-yil 4-fevral, seshanba',
    ])
    for (const code of PAPER_LANGUAGES) for (let n = 1; n <= 12; n++) {
      const at = new Date(Date.UTC(2020, n - 1, n))
      const written = paperDay(at.toISOString().slice(0, 10), code).toLowerCase()
      const [month = '', weekday = ''] = [{ month: 'long', day: 'numeric' }, { weekday: 'long' }].map((options) => new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC' } as Intl.DateTimeFormatOptions).formatToParts(at).find((part) => part.type === (options.weekday ? 'weekday' : 'month'))?.value.toLowerCase())
      expect([code, written, written.includes(month.replace(/[ьй]$/, '')), written.includes(weekday)]).toEqual([code, written, true, true])
    }
  })

  it('know a language by its letters, hours by the form of the paper', () => {
    expect(['Preparing', 'Подготовка', 'Ҷумҳурӣ', 'Қала әкімі', 'Өлкө', 'Oʻzbekiston', 'Gʻafur', 'World Bank’s', 'O’Brien', '2020'].map(writtenIn)).toEqual(['en', 'ru', 'tg', 'kk', 'ky', 'uz', 'uz', 'en', 'en', ''])
    expect([paperHours(540, null, 'en'), paperHours(540, 600, 'en'), paperHours(540, 600, 'tg')]).toEqual(['9:00', '9:00 – 10:00', '09:00–10:00'])
    expect([workingLanguages({ language: '', interpretation: 'none' }, 'ru'), workingLanguages({ language: 'Esperanto, Russian', interpretation: 'none' }, 'ru'), workingLanguages({ language: 'constructor', interpretation: 'constructor' }, 'ru')]).toEqual(['', 'Рабочие языки: Esperanto, русский', 'Рабочие языки: constructor; constructor'])
  })
})
