/** A day as a message: plain text for any messenger, short enough for all of them. */
import { CALLED_OFF, languageWords } from '#app/domain/papers/day-sheet.ts'
import type { DaySheet, SheetMeeting } from '#app/domain/papers/day-sheet.ts'
import { formatDay, formatDayShort } from '#app/domain/time.ts'

/** In UTF-16 units, which is how the strictest messengers count. */
export const TEXT_MAX = 1_200

/** What a version of the text tells; lengths are in characters, 0 leaves it out. */
type Detail = { title: number; place: number; items: boolean; who: boolean; people: number; rest: boolean }

const DETAILS: readonly Detail[] = [
  { title: 200, place: 120, items: true, who: true, people: 300, rest: true },
  { title: 200, place: 120, items: true, who: false, people: 300, rest: true },
  { title: 200, place: 120, items: true, who: false, people: 0, rest: true },
  { title: 200, place: 120, items: false, who: false, people: 300, rest: true },
  { title: 200, place: 120, items: false, who: false, people: 0, rest: true },
  { title: 90, place: 60, items: false, who: false, people: 0, rest: true },
  { title: 60, place: 40, items: false, who: false, people: 0, rest: false },
  { title: 40, place: 0, items: false, who: false, people: 0, rest: false },
  { title: 20, place: 0, items: false, who: false, people: 0, rest: false },
]

/** The fullest text that fits. Day, city and offset always stand in it, and the time of every meeting up to about sixty a day. */
export function composeText(sheet: DaySheet, max = TEXT_MAX): string {
  for (const detail of DETAILS) {
    const text = writeText(sheet, detail)
    if (text.length <= max) return text
  }
  return onlyTimes(sheet, max)
}

function writeText(sheet: DaySheet, detail: Detail): string {
  const timed = sheet.meetings.filter((meeting) => meeting.when !== '')
  const untimed = sheet.meetings.filter((meeting) => meeting.when === '')
  const parts = [
    headOf(sheet, detail.rest),
    ...timed.map((meeting) => meetingText(meeting, detail)),
    ...(untimed.length > 0 ? [['No time yet:', ...untimed.map((meeting) => `– ${meetingText(meeting, detail)}`)].join('\n')] : []),
    ...(sheet.meetings.length === 0 ? ['Nothing planned.'] : []),
    ...(detail.people > 0 && sheet.people.length > 0 ? [shorten(`With: ${sheet.people.map((person) => person.name).join(', ')}`, detail.people)] : []),
    footOf(sheet, detail.rest),
  ]
  return parts.join('\n\n')
}

function headOf(sheet: DaySheet, full: boolean): string {
  const city = shorten(sheet.city, 40)
  const clock = `All times ${city}, ${sheet.offset}`
  return `${formatDay(sheet.day)}, ${city}\n${full && sheet.compared.length > 0 ? `${clock}: ${sheet.compared.join(', ')}` : clock}`
}

function meetingText(meeting: SheetMeeting, { title, place, items, who }: Detail): string {
  const state = meeting.status === 'confirmed' ? '' : ` (${meeting.status})`
  const first = [meeting.when, shorten(meeting.title, title)].filter(Boolean).join(' ') + state + (meeting.sample ? ' ◦' : '')
  const where = place === 0 || CALLED_OFF.has(meeting.status) ? '' : shorten([meeting.place, meeting.team, languageWords(meeting)].filter(Boolean).join(' · '), place)
  const agenda = items && !CALLED_OFF.has(meeting.status) ? meeting.items.map((item) => `  ${item.when.slice(0, 5)} ${item.title}${who && item.who.length > 0 ? `: ${item.who.join(', ')}` : ''}`) : []
  return [first, where, ...agenda].filter(Boolean).join('\n')
}

function footOf(sheet: DaySheet, full: boolean): string {
  const lines = [
    full && sheet.coordinator !== '' ? `Coordinator: ${shorten(sheet.coordinator, 100)}` : '',
    full && sheet.next ? shorten(`Next, ${formatDayShort(sheet.next.day)}: ${sheet.next.titles.join('; ')}`, 160) : '',
    `Plan version ${sheet.version}${sheet.meetings.some((meeting) => meeting.sample) ? ' · ◦ sample data' : ''}`,
  ]
  return lines.filter(Boolean).join('\n')
}

/** More than fits with titles: the times alone, and where the rest stands. */
function onlyTimes(sheet: DaySheet, max: number): string {
  const head = headOf(sheet, false)
  const whens = sheet.meetings.map((meeting) => meeting.when).filter(Boolean)
  const untimed = sheet.meetings.length - whens.length
  const foot = `${untimed > 0 ? `${untimed} more without a time. ` : ''}What they are stands on the day sheet, plan version ${sheet.version}.`
  const text = [head, whens.join(', '), foot].filter(Boolean).join('\n\n')
  if (text.length <= max) return text
  const room = max - head.length - foot.length - 40
  let shown = whens.length
  while (shown > 0 && whens.slice(0, shown).join(', ').length > room) shown--
  return `${head}\n\n${whens.slice(0, shown).join(', ')} and ${whens.length - shown} more times\n\n${foot}`
}

/** At most `max` UTF-16 units, cut between characters, with an ellipsis. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const letter of text) {
    if (kept.length + letter.length > max - 1) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}
