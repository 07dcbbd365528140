import { describe, expect, it } from 'vitest'
import { ATTRIBUTIONS, CONFIDENTIALITIES } from '#app/domain/meetings/attribution.ts'
import { plain, toldIn } from '#app/domain/papers/paper.ts'
import { versionOf } from '#app/domain/papers/report-facts.ts'
import type { Quote } from '#app/domain/papers/report-facts.ts'
import { mayQuote, quoteItem, quoteRow } from '#app/domain/papers/report-quotes.ts'

const QUOTE: Quote = {
  id: 'x', link_id: 'l', finding_id: 'f', relation: 'supports', reason: 'says so', linked_by: 'Member, sample', linked_ms: 0, link_sample: 0, body: 'Ду кӯча', language: 'tg', translation: 'Two streets', translation_state: 'draft', kind: 'fact', sample: 1,
  speaker: 'Director, sample', institution: 'Enterprise', source_kind: 'city', attribution: 'named', confidentiality: 'public', note_id: 'n', engagement_id: 'e', title: 'Meeting', day: '2020-02-04', start_minute: 570, end_minute: 600, zone: 'Asia/Dushanbe', city: 'Dushanbe', city_said: null,
  document_id: null, document_title: null, document_number: null, dated_day: null, outline_node_id: null, node_number: null,
}
const TEAM = versionOf({ audience: 'team', language: 'en' })
const THEIRS = versionOf({ audience: 'counterpart', language: 'en' })

describe('a quote', () => {
  it('may stand outside the team only as its confidentiality says', () => {
    expect(CONFIDENTIALITIES.map((confidentiality) => [mayQuote({ confidentiality }, TEAM), mayQuote({ confidentiality }, THEIRS), quoteItem({ ...QUOTE, confidentiality }, TEAM).teamOnly])).toEqual([[true, false, true], [true, true, undefined], [true, true, undefined]])
  })

  it('names outside the team whom its attribution lets it name, and the meeting only with the institution', () => {
    const end = ' — '
    const source = (attribution: Quote['attribution'], more: Partial<Quote> = {}) => plain(quoteItem({ ...QUOTE, attribution, ...more }, THEIRS).text).split(end)[1]
    const when = 'Meeting, Tue 4 February 2020, 09:30–10:00 Dushanbe, UTC+5'
    expect(ATTRIBUTIONS.map((attribution) => source(attribution))).toEqual([`Director, sample, Enterprise; ${when}`, `Enterprise; ${when}`, 'Source not named'])
    expect(source('institution', { institution: '' })).toBe('A city administration')
    expect(source('not for attribution', { document_id: 'd', document_title: 'Charter', title: null })).toBe('Source not named')
  })

  it('is whole for the team, with the kind of source, the draft of its translation and why it bears', () => {
    expect(plain(quoteItem(QUOTE, TEAM).text)).toBe('Supports: “Ду кӯча” “Two streets” (translation not reviewed) — Director, sample, Enterprise (city); Meeting, Tue 4 February 2020, 09:30–10:00 Dushanbe, UTC+5')
    const cells = quoteRow(QUOTE, true, TEAM).cells.map(({ text }) => text.map(plain))
    expect(cells).toEqual([['Supports', 'came after the level was given'], ['“Ду кӯча”', '“Two streets” (translation not reviewed)', 'says so — Member, sample'], ['Director, sample, Enterprise (city)', 'Meeting, Tue 4 February 2020, 09:30–10:00 Dushanbe, UTC+5']])
  })

  it('has a translation outside the team once somebody reviewed it, and the original in another language than English', () => {
    const of = (state: string, language: string) => quoteRow({ ...QUOTE, translation_state: state }, false, versionOf({ audience: 'counterpart', language })).cells[1]?.text.map(plain)
    expect([of('draft', 'en'), of('reviewed', 'en'), of('reviewed', 'ru')]).toEqual([['“Ду кӯча”', '(not translated)'], ['“Ду кӯча”', '“Two streets”', 'translation reviewed'], ['«Ду кӯча»', '«Two streets»', 'перевод проверен']])
  })

  it('is compared without where it was said, which the meeting tells', () => {
    expect(toldIn(quoteItem(QUOTE, THEIRS).text)).toBe('Supports: “Ду кӯча” (not translated) — Director, sample, Enterprise')
  })
})
