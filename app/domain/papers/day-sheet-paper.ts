/** One day of a stop as a paper of one page, for the team alone: it tells every counterpart's meetings and everybody's phone. */
import { CUT_TITLE, PAPER, fitPage } from '#app/domain/papers/day-page.ts'
import type { PageFit } from '#app/domain/papers/day-page.ts'
import { CALLED_OFF, languageWords } from '#app/domain/papers/day-sheet.ts'
import type { DaySheet, SheetMeeting, SheetPerson } from '#app/domain/papers/day-sheet.ts'
import { shorten } from '#app/domain/papers/day-text.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { About, Block, Gap, Paper, Row, Run, Text } from '#app/domain/papers/paper.ts'
import { count } from '#app/domain/text.ts'
import { formatDayLong, formatDayShort } from '#app/domain/time.ts'

const AGREED: ReadonlySet<string> = new Set(['confirmed', 'held', 'noted', 'cleared'])
/** Nobody is met and no language is spoken in these rows. */
const ON_THE_WAY: ReadonlySet<string> = new Set(['travel', 'buffer'])
const NEXT_TITLES = 4

export function composeDaySheet(sheet: DaySheet): Paper {
  const fit = fitPage(sheet, PAPER)
  const { day, city, meetings, people } = sheet
  return {
    kind: 'day-sheet', title: `${formatDayLong(day)}, ${city}`, language: 'en', second: '', audience: 'team', header: `${sheet.mission} · stop ${sheet.stop.number} of ${sheet.stop.of}`, footer: `Day sheet · plan version ${sheet.version}`,
    blocks: [
      { kind: 'title', about: { id: `day:${day}`, words: 'Day, city and clocks' }, text: words(`${formatDayLong(day)}, ${city}`), lead: words(`All times ${city}, ${sheet.offset}${sheet.compared.length > 0 ? `. ${capital(sheet.compared.join(', '))}.` : ''}`) },
      ...(meetings.length === 0 ? [{ kind: 'paragraph' as const, look: 'remark' as const, text: words('Nothing is planned on this day yet.') }] : [meetingTable(sheet, fit)]),
      ...(fit.people === 0 ? [] : peopleBlocks(people.slice(0, fit.people), fit, meetings.length > 1)),
      ...footBlocks(sheet, fit),
    ],
    gaps: gapsOf(sheet),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function meetingTable(sheet: DaySheet, fit: PageFit): Block {
  const names = new Map(sheet.people.map((person) => [person.key, person]))
  return { kind: 'table', look: 'lines', widths: [14, 68, 13], rows: sheet.meetings.slice(0, fit.meetings).flatMap((meeting) => meetingRows(meeting, fit, names)) }
}

type Names = ReadonlyMap<string, SheetPerson>

function meetingRows(meeting: SheetMeeting, { density }: PageFit, names: Names): Row[] {
  const brief = CALLED_OFF.has(meeting.status) || density === 'cut'
  const small = density === 'full' ? {} : { small: true as const }
  const title = density === 'cut' ? shorten(meeting.title, CUT_TITLE) : meeting.title
  const ran = density === 'close' ? meeting.items.map((item, at): Text => [{ text: `${item.when}  `, about: aboutItem(item), ...small }, ...itemText(meeting, at, names, small)]) : density === 'dense' ? [ranIn(meeting, names)] : density === 'bare' ? [words(`Agenda: ${count(meeting.items.length, 'item', 'items')}`, { small: true })] : []
  const head: Row = {
    about: aboutMeeting(meeting),
    cells: [
      { text: [meeting.when === '' ? words('No time yet', { italic: true }) : words(meeting.when, { bold: true })] },
      { text: [words(title, { bold: true, source: { noun: 'engagement', id: meeting.id }, ...(meeting.sample && { sample: true as const }) }), ...(brief ? [] : [words(placeWords(meeting), small)]), ...(brief || meeting.items.length === 0 ? [] : ran)] },
      { text: [words(meeting.status)] },
    ],
  }
  const items = brief || density !== 'full' ? [] : meeting.items.map((item, at): Row => ({ about: aboutItem(item), cells: [{ text: [words(item.when, small)], align: 'right' }, { text: [itemText(meeting, at, names, small)], span: 2 }] }))
  return [head, ...items]
}

function aboutMeeting({ id, title }: Pick<SheetMeeting, 'id' | 'title'>): About {
  return { id: `engagement:${id}`, words: title }
}

function aboutItem({ id, title }: SheetMeeting['items'][number]): About {
  return { id: `item:${id}`, words: title }
}

/** Place, team and languages; what is not stated is said so, since somebody has to ask for it. */
function placeWords(meeting: SheetMeeting): string {
  if (ON_THE_WAY.has(meeting.kind)) return [capital(meeting.kind), meeting.place, meeting.team].filter(Boolean).join(' · ')
  return [meeting.place || 'Place not stated', meeting.team, languageWords(meeting) || 'Language not stated'].filter(Boolean).join(' · ')
}

/** 'Welcome · Director, Minister'. */
function itemText({ items }: SheetMeeting, at: number, names: Names, look: { small?: true }): Text {
  const item = items[at] as SheetMeeting['items'][number]
  const who = item.who.flatMap((name, n): Run[] => [{ text: n === 0 ? ' · ' : ', ', ...look }, { text: name, italic: true, ...look, ...personRun(item.keys[n], names) }])
  return [{ text: item.title, about: aboutItem(item), ...look }, ...who]
}

function personRun(key: string | undefined, names: Names): { about?: About } {
  const person = key === undefined ? undefined : names.get(key)
  return person ? { about: aboutPerson(person) } : {}
}

function aboutPerson({ key, name }: SheetPerson): About {
  return { id: `person:${key}`, words: name }
}

/** '09:00 Registration · 09:30 Welcome (Somebody)'. */
function ranIn(meeting: SheetMeeting, names: Names): Text {
  return meeting.items.flatMap((item, at): Run[] => [
    ...(at > 0 ? [{ text: ' · ', small: true as const }] : []), { text: `${item.when.slice(0, 5)} ${item.title}`, small: true, about: aboutItem(item) },
    ...item.who.map((name, n): Run => ({ text: ` ${n === 0 ? '(' : ''}${name}${n === item.who.length - 1 ? ')' : ','}`, small: true, ...personRun(item.keys[n], names) })),
  ])
}

function peopleBlocks(people: readonly SheetPerson[], { density }: PageFit, several: boolean): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: words('People, in protocol order') }
  if (density === 'full' || density === 'close') return [heading, peopleTable(people, several, density === 'close')]
  const text = people.flatMap((person, at): Run[] => [
    { text: `${at > 0 ? ' · ' : ''}${at + 1} `, small: true },
    { text: person.name, small: true, bold: true, about: aboutPerson(person), ...(person.sample && { sample: true as const }) },
    { text: `${person.title && `, ${person.title}`} (${person.roles.join(', ')})`, small: true, about: aboutPerson(person) },
    ...(person.phone === '' ? [] : [{ text: ` ${person.phone}`, small: true as const, contact: true as const, about: aboutPerson(person), ...(person.samplePhone && { sample: true as const }) }]),
  ])
  return [heading, { kind: 'paragraph', text }]
}

function peopleTable(people: readonly SheetPerson[], several: boolean, tight: boolean): Block {
  const phones = people.some((person) => person.phone !== '')
  const look = tight ? { small: true as const } : {}
  const heads = ['No.', 'Name, title as printed', 'Role', ...(several ? ['At'] : []), ...(phones ? ['Phone'] : [])]
  const rows = people.map((person, at): Row => ({
    about: aboutPerson(person),
    cells: [
      { text: [words(String(at + 1), { ...look, derived: true })], align: 'right' }, { text: [[{ text: person.name, bold: true, ...look, ...(person.sample && { sample: true as const }) }, ...(person.title === '' ? [] : [{ text: `, ${person.title}`, ...look }])]] }, { text: [words(person.roles.join(', '), look)] },
      ...(several ? [{ text: [words(person.at.join(', '), { ...look, derived: true })] }] : []),
      ...(phones ? [{ text: [words(person.phone, { ...look, contact: true, ...(person.samplePhone && { sample: true as const }) })] }] : []),
    ],
  }))
  return { kind: 'table', look: 'lines', widths: [4, 60, 18, ...(several ? [9] : []), ...(phones ? [14] : [])], rows: [{ head: true, cells: heads.map((head, at) => ({ text: [words(head)], ...(at === 0 && { align: 'right' as const }) })) }, ...rows] }
}

function footBlocks(sheet: DaySheet, fit: PageFit): Block[] {
  const { meetings, people, next, coordinator, liaison } = sheet
  const left = [meetings.length > fit.meetings && count(meetings.length - fit.meetings, 'more engagement', 'more engagements'), people.length > fit.people && count(people.length - fit.people, 'more person', 'more people')].filter(Boolean)
  const note = (text: Text, about?: About): Block => ({ kind: 'paragraph', look: 'remark', text, ...(about && { about }) })
  const sample = sheet.stopSample ? { sample: true as const } : {}
  return [
    ...(left.length > 0 ? [note(words(`Left out to stay on one page: ${left.join(', ')}. They stand in Caravan.`, { bold: true }))] : []),
    ...(fit.density === 'bare' ? [note(words('Agenda items are left out to stay on one page.'))] : []),
    ...(coordinator + liaison === '' ? [] : [note([
      ...(coordinator === '' ? [] : [{ text: 'Coordinator: ' }, { text: coordinator, about: { id: 'stop:coordinator', words: 'Coordinator' }, ...sample }]), ...(coordinator !== '' && liaison !== '' ? [{ text: ' · ' }] : []),
      ...(liaison === '' ? [] : [{ text: 'Liaison: ' }, { text: liaison, about: { id: 'stop:liaison', words: 'Liaison' }, ...sample }]),
    ])]),
    ...(next ? [note(words(`Next, ${formatDayShort(next.day)}: ${next.titles.slice(0, NEXT_TITLES).join('; ')}${next.titles.length > NEXT_TITLES ? ` and ${next.titles.length - NEXT_TITLES} more` : ''}`), { id: 'day:next', words: 'What comes next' })] : []),
  ]
}

function gapsOf({ meetings, coordinator, city }: DaySheet): Gap[] {
  const here = meetings.filter((meeting) => !CALLED_OFF.has(meeting.status))
  const told = (meeting: SheetMeeting, kind: Gap['kind'], words: string): Gap => ({ kind, words: `${meeting.title}: ${words}.`, source: { noun: 'engagement', id: meeting.id } })
  return [
    ...here.filter((meeting) => meeting.when === '').map((meeting) => told(meeting, 'date', 'no time yet')),
    ...here.filter((meeting) => !AGREED.has(meeting.status)).map((meeting) => told(meeting, 'decision', `still ${meeting.status}`)),
    ...here.filter((meeting) => meeting.place === '' && !ON_THE_WAY.has(meeting.kind)).map((meeting) => told(meeting, 'other', 'no place is stated')),
    ...here.filter((meeting) => languageWords(meeting) === '' && !ON_THE_WAY.has(meeting.kind)).map((meeting) => told(meeting, 'other', 'no language is stated')),
    ...(coordinator === '' ? [{ kind: 'person' as const, words: `Nobody is named as coordinator in ${city}.` }] : []),
  ]
}
