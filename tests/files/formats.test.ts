/** Every format that is read, written by the smallest writer of that format, with what a person would copy from it. */
import { expect, describe, it } from 'vitest'
import { readFile } from '#app/files/read.server.ts'
import type { FileText } from '#app/files/file.ts'
import { docxOf, paragraph, pdfOf, table, xlsxOf } from '#tests/support/files.ts'

async function read(content: Uint8Array | string, name: string): Promise<FileText> {
  const found = await readFile(typeof content === 'string' ? Buffer.from(content) : content, name)
  if ('refused' in found) throw new Error(`${found.refused}: ${found.detail}`)
  return found
}

const ROWS = ['09:00\tРегистрация\t', '09:30\tОткрытие\tИванов И.И.', '\t\tПетров П.П.', '\tҶамъбаст\t']

describe('Word', () => {
  it('reads paragraphs, tabs, tables with merged cells and cells of several lines, in any script', async () => {
    const body = paragraph('Рӯзномаи семинар') + paragraph('') + paragraph('4 феврали соли 2020\tДушанбе')
      + table([['09:00', 'Регистрация', ''], [{ text: '09:30', down: 'starts' }, 'Открытие', 'Иванов И.И.\nПетров П.П.'], [{ text: '', down: 'goes on' }, 'Ҷамъбаст', '']])
    expect(await read(docxOf(body), 'agenda.docx')).toEqual({ format: 'docx', text: ['Рӯзномаи семинар', '', '4 феврали соли 2020\tДушанбе', '', ...ROWS].join('\n'), parts: [], notes: [] })
  })

  it('keeps the columns right of a cell that goes across', async () => {
    expect((await read(docxOf(table([['Time', 'Title', 'Speaker'], [{ text: 'Session 1', across: 2 }, 'Chair: A. B.'], ['09:00', 'Opening', '']])), 'a.docx')).text.trim())
      .toBe('Time\tTitle\tSpeaker\nSession 1\t\tChair: A. B.\n09:00\tOpening')
  })

  it('leaves out what is struck out, and says so', async () => {
    const found = await read(docxOf(paragraph('09:00 Opening') + paragraph('09:30 Cancelled talk', '<w:strike/>')), 'a.docx')
    expect([found.text.trim(), found.notes]).toEqual(['09:00 Opening', ['Struck-out text was left out.']])
  })
})

describe('Excel', () => {
  it('reads days, times, texts, numbers and last values of formulas, with blank rows between blocks', async () => {
    const found = await read(xlsxOf([{ name: 'Sheet1', rows: [['Дата', { day: 43_865 }], [null], [{ time: 0.375 }, 'Opening\nwelcome', { formula: 'A1', value: 'Hall A' }], [{ time: 0.3958333333 }, 'Доклад', 12.5]] }]), 'a.xlsx')
    expect(found.text).toBe('Дата\t2020-02-04\t\n\n09:00\tOpening\tHall A\n\twelcome\t\n09:30\tДоклад\t12.5')
    expect(found.parts).toEqual([])
  })

  it('reads every shown sheet with its name when a person gave it one, and no hidden sheet', async () => {
    const found = await read(xlsxOf([{ name: 'Day 1', rows: [['09:00', 'One']] }, { name: 'Lists', hidden: true, rows: [['secret']] }, { name: 'Лист2', rows: [['10:00', 'Two']] }]), 'a.xlsx')
    expect(found).toEqual({ format: 'xlsx', text: 'Day 1\n09:00\tOne\n\n10:00\tTwo', parts: [{ name: 'Day 1', format: 'xlsx', text: '09:00\tOne' }, { name: 'Лист2', format: 'xlsx', text: '10:00\tTwo' }], notes: ['All 2 sheets were read.'] })
  })

  it('leaves merged cells empty', async () => {
    expect((await read(xlsxOf([{ name: 'A', rows: [['Mon', '09:00', 'One'], [null, '10:00', 'Two']], merged: ['A1:A2'] }]), 'a.xlsx')).text).toBe('Mon\t09:00\tOne\n\t10:00\tTwo')
  })
})

describe('PDF', () => {
  it('makes columns of what stands apart, and lets a cell go on below', async () => {
    const found = await read(pdfOf([
      { x: 220, y: 800, text: 'AGENDA', size: 16 }, { x: 50, y: 770, text: 'Tuesday, 4 February 2020' },
      { x: 50, y: 700, text: '09:00' }, { x: 150, y: 700, text: 'Registration' }, { x: 350, y: 700, text: 'All' },
      { x: 50, y: 680, text: '09:30' }, { x: 150, y: 680, text: 'Opening remarks by the' }, { x: 350, y: 680, text: 'Mr. A. B., Minister' }, { x: 150, y: 668, text: 'host' },
      { x: 50, y: 630, text: 'Please confirm to the secretariat at your earliest convenience, thank you very much.' }, { x: 290, y: 30, text: '1' },
    ]), 'a.pdf')
    expect(found.text).toBe('AGENDA\nTuesday, 4 February 2020\n\n09:00\tRegistration\tAll\n09:30\tOpening remarks by the\tMr. A. B., Minister\n\thost\t\n\nPlease confirm to the secretariat at your earliest convenience, thank you very much.')
  })

  it('keeps a drawn row together although its cells are centred', async () => {
    const rules = [...[720, 690, 660].map((y): [number, number, number, number] => [40, y, 260, y]), ...[40, 100, 260].map((x): [number, number, number, number] => [x, 720, x, 660])]
    const found = await read(pdfOf([
      { x: 60, y: 740, text: 'Programme' }, { x: 110, y: 708, text: 'Opening remarks given' }, { x: 50, y: 702, text: '09:00' }, { x: 110, y: 696, text: 'by the host' },
      { x: 110, y: 678, text: 'Keynote by the invited guest' }, { x: 50, y: 672, text: '09:30' }, { x: 110, y: 666, text: 'representative of the city' }, { x: 60, y: 640, text: 'Thank you' },
    ], { rules }), 'a.pdf')
    expect(found.text).toBe('Programme\n\n09:00\tOpening remarks given\n\tby the host\n09:30\tKeynote by the invited guest representative of the city\n\nThank you')
  })

  it('keeps a bullet or a number with what follows it', async () => {
    expect((await read(pdfOf([{ x: 50, y: 700, text: '1.' }, { x: 75, y: 700, text: 'Opening of the seminar' }, { x: 50, y: 680, text: '2.' }, { x: 75, y: 680, text: 'Closing' }]), 'a.pdf')).text).toBe('1. Opening of the seminar\n2. Closing')
  })
})

const MESSAGE = ['From: Aigerim <a@example.org>', 'To: b@example.org', 'Subject: =?utf-8?B?0J/QvtCy0LXRgdGC0LrQsA==?=', 'Date: Tue, 28 Jan 2020 10:00:00 +0500', 'MIME-Version: 1.0']
const MIXED = (...parts: string[][]): string => [...MESSAGE, 'Content-Type: multipart/mixed; boundary=xx', '', ...parts.flatMap((part) => ['--xx', ...part]), '--xx--', ''].join('\r\n')
const PLAIN = ['Content-Type: text/plain; charset=utf-8', '']

describe('a message', () => {
  it('is its plain text, or its HTML where only that keeps a table', async () => {
    expect((await read([...MESSAGE, ...PLAIN, '09:00 Открытие', '10:00 Итоги'].join('\r\n'), 'a.eml')).text).toBe('Subject: Повестка\n\n09:00 Открытие\n10:00 Итоги')
    const both = MIXED(['Content-Type: multipart/alternative; boundary=yy', '', '--yy', ...PLAIN, '09:00', 'Open', '--yy', 'Content-Type: text/html; charset=utf-8', '', '<table><tr><td>09:00<td>Open<tr><td>10:00<td>Close</table>', '--yy--'])
    expect((await read(both, 'a.eml')).text).toBe('Subject: Повестка\n\n09:00\tOpen\n10:00\tClose')
  })

  it('gives the attachment with the times and keeps all parts', async () => {
    const attached = Buffer.from(docxOf(table([['09:00', 'Opening'], ['10:00', 'Closing']]))).toString('base64')
    const found = await read(MIXED([...PLAIN, 'Please find the agenda attached.'], ['Content-Type: application/octet-stream; name=agenda.docx', 'Content-Disposition: attachment; filename=agenda.docx', 'Content-Transfer-Encoding: base64', '', attached]), 'a.eml')
    expect(found).toEqual({
      format: 'mail', text: '09:00\tOpening\n10:00\tClosing', notes: ['The attachment “agenda.docx” was read, not the message.'],
      parts: [{ name: 'Message', format: 'mail', text: 'Please find the agenda attached.' }, { name: 'agenda.docx', format: 'docx', text: '09:00\tOpening\n10:00\tClosing' }],
    })
  })

  it('gives the calendar part when the body says nothing, and names what it could not read', async () => {
    const found = await read(MIXED([...PLAIN, 'See you there.'], ['Content-Type: text/calendar; method=REQUEST; charset=utf-8', '', ...event('DTSTART:20200204T040000Z', 'DTEND:20200204T053000Z', 'SUMMARY:Workshop')], ['Content-Type: application/zip', 'Content-Disposition: attachment; filename=x.zip', 'Content-Transfer-Encoding: base64', '', Buffer.from('PK\u0003\u0004 broken').toString('base64')]), 'a.eml')
    expect([found.text, found.notes]).toEqual(['Workshop\nTue 4 Feb 2020\n04:00–05:30 UTC', ['The attachment “x.zip” was not read.', 'The attachment “Calendar” was read, not the message.']])
  })
})

function event(...lines: string[]): string[] {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20200101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR']
}

describe('a calendar', () => {
  it('is a heading when it holds one event', async () => {
    const found = await read(event('DTSTART;TZID=Asia/Dushanbe:20200204T090000', 'DTEND;TZID=Asia/Dushanbe:20200204T103000', 'SUMMARY:Семинар', 'LOCATION:Hall\\, Dushanbe', 'DESCRIPTION:09:00 Open\\n09:30 Talk').join('\r\n'), 'a.ics')
    expect(found.text).toBe('Семинар\nTue 4 Feb 2020\n09:00–10:30 (Asia/Dushanbe)\nVenue: Hall, Dushanbe\n\n09:00 Open\n09:30 Talk')
  })

  it('is a schedule when it holds several, in order, without cancelled ones, in the zone that it names', async () => {
    const [first = '', ...rest] = event('DTSTART:20200205T040000Z', 'SUMMARY:Later').join('\r\n').replace('END:VCALENDAR', '').split('\r\n')
    const other = event('DTSTART:20200204T040000Z', 'DTEND:20200204T050000Z', 'SUMMARY:Earlier', 'LOCATION:Room 1').slice(2)
    const gone = event('DTSTART:20200203T040000Z', 'SUMMARY:Gone', 'STATUS:CANCELLED').slice(2, -1)
    const found = await read([first, 'X-WR-TIMEZONE:Asia/Tashkent', ...rest.filter(Boolean), ...gone, ...other].join('\r\n'), 'a.ics')
    expect(found.text).toBe('Tue 4 Feb 2020\n09:00–10:00 (Asia/Tashkent)\tEarlier\tRoom 1\n\nWed 5 Feb 2020\n09:00 (Asia/Tashkent)\tLater\t')
  })
})

describe('plain kinds', () => {
  it('reads tables of values whatever parts them, with quotes and lines inside', async () => {
    const expected = 'time\ttitle\n09:00\tOpen; "well"\n10:00\tTwo\n\tlines'
    for (const separator of [',', ';', '\t']) expect((await read(`time${separator}title\r\n09:00${separator}"Open; ""well"""\r\n10:00${separator}"Two\r\nlines"\r\n`, 'a.csv')).text).toBe(expected)
  })

  it('takes a text with commas for a text', async () => {
    const text = '09:00 Opening, Mr. A\n10:00 Talk, Ms. B\n11:00 Break, lunch\n'
    expect([(await read(text, 'a.txt')).text, (await read(text, 'a')).text]).toEqual([text, text])
  })

  it('reads a page with its lists and tables, without what it hides', async () => {
    const page = '<!doctype html><title>x</title><style>p{}</style><h1>Agenda</h1><p>Intro <b>bo</b>ld<span style="display: none">secret</span><ul><li>09:00 One<li>10:00 Two<ol><li>sub</ol></ul><table><tr><td rowspan=2>09:00<td>A<tr><td>B<tr><td colspan=2>All</table><script>x()</script>'
    expect((await read(page, 'a.html')).text).toBe('Agenda\n\nIntro bold\n\n- 09:00 One\n- 10:00 Two\n  1. sub\n\n09:00\tA\n\tB\nAll\t')
  })

  it('knows UTF-8, UTF-16 and the old encodings of the region by their letters', async () => {
    const text = 'Повестка дня\n10:00 Открытие, доклад\n'
    const cyrillic = Uint8Array.from(text, (letter) => (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0))
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), cyrillic, wide, wide.subarray(2), Buffer.from(wide).swap16()]) expect((await read(bytes, 'a.txt')).text).toBe(text)
    expect((await read(Buffer.from('9h00 Séance d’ouverture, café'.replace('’', "'"), 'latin1'), 'a.txt')).text).toBe("9h00 Séance d'ouverture, café")
    expect((await read(Buffer.from('f0cfd7c5d3d4cbc120c4ced1', 'hex'), 'a.txt')).text).toBe('Повестка дня')
  })
})

describe('a wrong name', () => {
  it('does not matter: the file is read for what it is, and that is said', async () => {
    const found = await read(docxOf(paragraph('09:00 Opening')), 'agenda.pdf')
    expect([found.format, found.notes]).toEqual(['docx', ['The name ends in .pdf, but this is a Word document, and it was read as that.']])
    expect((await read('09:00 Opening', 'agenda.docx')).notes).toEqual(['The name ends in .docx, but this is plain text, and it was read as that.'])
    expect((await read(pdfOf([{ x: 50, y: 700, text: '09:00 Opening remarks' }]), 'agenda.xlsx')).text).toBe('09:00 Opening remarks')
  })
})
