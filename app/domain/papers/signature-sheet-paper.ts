/** What lies on the table at the door: a line for everybody who is expected, in protocol order, and empty ones for those who are not. */
import { paperWhen } from '#app/domain/papers/paper-words.ts'
import type { About, Block, Cell, Paper, Row, Run, Text } from '#app/domain/papers/paper.ts'
import { eachOnce } from '#app/domain/papers/printed-person.ts'
import { ENGLISH, sheetWords } from '#app/domain/papers/sheet-words.ts'
import type { SheetWords } from '#app/domain/papers/sheet-words.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

type Signing = { id: string; personId: string | null; name: string; institution: string; title: string; sample: boolean }
export type SignatureFacts = {
  mission: string
  engagement: { id: string; title: string; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone; city: string; venue: string; room: string }
  people: readonly Signing[]
  cityNames: Readonly<Record<string, string>>
}

/** Lines for whoever comes without being announced. */
export const EMPTY_LINES = 8
/** Room to sign, in points; sixteen lines stand on one page. */
const LINE = 26
const EMPTY_LINE = 24

export function composeSignatureSheet(facts: SignatureFacts, { language, second }: { language: string; second: string }): Paper {
  const languages = second === '' || second === language ? [language] : [language, second]
  const { engagement, people } = facts
  const once = eachOnce(people)
  const about = (id: string, words: string): About => ({ id: `${id}:${engagement.id}`, words })
  const venue = [engagement.venue, engagement.room].filter(Boolean).join(', ')
  return {
    kind: 'signature-sheet', title: `${wordsIn(language).sheet}: ${engagement.title}`, language, second: languages[1] ?? '', audience: 'team', header: facts.mission, footer: wordsIn(language).sheet,
    blocks: [
      { kind: 'title', about: about('title', 'Title of the engagement'), text: inEach(languages, 'sheet'), lead: [{ text: engagement.title, source: { noun: 'engagement', id: engagement.id } }] },
      ...languages.map((code, at): Block => ({ kind: 'paragraph', about: about('when', 'Day and hours'), text: [{ text: whenIn(facts, code), ...(at > 0 && { lang: code }) }] })),
      ...(venue === '' ? [] : [{ kind: 'paragraph' as const, about: about('venue', 'Venue'), text: [{ text: venue }] }]),
      { kind: 'table', look: 'grid', widths: [5, 28, 26, 26, 25], rows: [headRow(languages), ...once.map((person, at) => personRow(person, at + 1)), ...emptyRows(languages, once.length)] },
    ],
    gaps: [
      ...once.filter((person) => person.name === '').map((person) => ({ kind: 'person' as const, words: `Nobody is named for ${person.institution || 'a body'}: the line is left open.`, source: { noun: 'engagement' as const, id: engagement.id } })),
      ...(engagement.startMinute === null ? [{ kind: 'date' as const, words: 'The engagement has no time yet.', source: { noun: 'engagement' as const, id: engagement.id } }] : []),
    ],
  }
}

function wordsIn(language: string): SheetWords {
  return sheetWords(language) ?? ENGLISH
}

function whenIn({ engagement: { day, startMinute, endMinute, zone, city }, cityNames }: SignatureFacts, code: string): string {
  return paperWhen({ day, start: startMinute, end: endMinute, zone }, cityNames[code] ?? city, code)
}

/** 'List of participants · Рӯйхати иштирокчиён' */
function inEach(languages: readonly string[], key: keyof SheetWords): Text {
  return languages.flatMap((code, at): Run[] => [...(at > 0 ? [{ text: ' · ' }] : []), { text: wordsIn(code)[key], ...(at > 0 && { lang: code }) }])
}

function headRow(languages: readonly string[]): Row {
  const cell = (key: keyof SheetWords): Cell => ({ text: languages.map((code, at): Text => [{ text: wordsIn(code)[key], ...(at > 0 && { lang: code, small: true as const }) }]) })
  return { head: true, cells: [{ text: [[{ text: '№' }]], align: 'right' }, cell('name'), cell('organisation'), cell('title'), cell('signature')] }
}

function personRow({ id, personId, name, institution, title, sample }: Signing, number: number): Row {
  const source = personId === null ? {} : { source: { noun: 'person' as const, id: personId } }
  return {
    height: LINE, about: { id: `person:${personId ?? id}`, words: name || institution },
    cells: [{ text: [[{ text: String(number), derived: true }]], align: 'right' }, { text: [[{ text: name, bold: true, ...source, ...(sample && { sample: true as const }) }]] }, { text: [[{ text: institution }]] }, { text: title.split('; ').map((line): Text => [{ text: besides(line, institution) }]) }, { text: [[]] }],
  }
}

/** The title without the institution that stands beside it. */
function besides(title: string, institution: string): string {
  return institution !== '' && title.endsWith(`, ${institution}`) ? title.slice(0, -institution.length - 2) : title
}

function emptyRows(languages: readonly string[], before: number): Row[] {
  const empty = Array.from({ length: EMPTY_LINES }, (_, at): Row => ({ height: EMPTY_LINE, cells: [{ text: [[{ text: String(before + at + 1), derived: true }]], align: 'right' }, ...Array.from({ length: 4 }, (): Cell => ({ text: [[]] }))] }))
  return [{ cells: [{ text: [inEach(languages, 'visitors').map((run) => ({ ...run, bold: true as const }))], span: 5 }] }, ...empty]
}
