/** One day of a stop as a paper: what happens when and where, and who is there in protocol order. */
import { EXITS } from '#app/domain/meetings/status.ts'
import { gatherByPerson } from '#app/domain/people/protocol.ts'
import type { GridBlock } from '#app/domain/roadshow/grid.ts'
import { formatRange } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'

/** `keys` are those of the people in `who`, in the same order. */
type SheetItem = { id: string; when: string; title: string; who: string[]; keys: string[] }

export type SheetMeeting = {
  id: string
  kind: string
  title: string
  status: string
  /** '09:30–12:00', both clocks for travel; '' where there is no time yet. */
  when: string
  place: string
  team: string
  language: string
  interpretation: string
  items: SheetItem[]
  sample: boolean
}

/** `at` are the starts of the meetings where the person is, '–' for one without a time. */
export type SheetPerson = { /** The person, or the appearance of whoever is not named. */ key: string; name: string; title: string; roles: string[]; at: string[]; phone: string; samplePhone: boolean; sample: boolean }

export type DaySheet = {
  mission: string
  city: string
  day: Day
  offset: string
  /** 'one hour behind Bishkek', for the stops before and after. */
  compared: string[]
  stop: { number: number; of: number }
  coordinator: string
  liaison: string
  stopSample: boolean
  meetings: SheetMeeting[]
  people: SheetPerson[]
  /** The next day on which something stands. */
  next: { day: Day; titles: string[] } | null
  version: number
}

export type MeetingRow = GridBlock & { room: string; language: string; interpretation: string }
export type ItemRow = { id: string; engagementId: string; title: string; startMinute: Minute; endMinute: Minute | null }
export type AppearanceRow = {
  id: string
  engagementId: string
  itemId: string | null
  personId: string | null
  name: string
  honorific: string
  title: string
  role: string
  phone: string
  samplePhone: boolean
  sample: boolean
}

/** What is called off is told; nobody is listed for it. */
export const CALLED_OFF: ReadonlySet<string> = new Set(EXITS)

/** The meetings of a day with their agendas. Rows come in the order of their times; `when` writes the time of one. */
export function gatherMeetings(rows: readonly MeetingRow[], items: readonly ItemRow[], appearances: readonly AppearanceRow[], when: (row: MeetingRow) => string): SheetMeeting[] {
  return rows.map((row) => ({
    id: row.id, kind: row.kind, title: row.title, status: row.status, when: when(row), place: [row.venue, row.room].filter(Boolean).join(', '), team: row.team,
    language: row.language, interpretation: row.interpretation, sample: row.sampleFields.length > 0,
    items: items.filter((item) => item.engagementId === row.id).map((item) => itemOf(item, appearances.filter((each) => each.itemId === item.id))),
  }))
}

function itemOf({ id, title, startMinute, endMinute }: ItemRow, speakers: readonly AppearanceRow[]): SheetItem {
  return { id, when: formatRange(startMinute, endMinute), title, who: speakers.map((each) => each.name), keys: speakers.map((each) => each.personId ?? each.id) }
}

/** Everybody of the day once: by meeting, then by precedence; somebody in two meetings stands where they come first. */
export function gatherPeople(rows: readonly MeetingRow[], appearances: readonly AppearanceRow[]): SheetPerson[] {
  const meetings = rows.filter((row) => !CALLED_OFF.has(row.status))
  const inOrder = meetings.flatMap((row) => appearances.filter((each) => each.engagementId === row.id))
  const startOf = new Map(meetings.map((row) => [row.id, row.startMinute === null ? '–' : formatRange(row.startMinute, null)]))
  return gatherByPerson(inOrder).map((all) => {
    const [first] = all as [AppearanceRow, ...AppearanceRow[]]
    return {
      key: first.personId ?? first.id, name: [first.honorific, first.name].filter(Boolean).join(' '), title: all.find((each) => each.title !== '')?.title ?? '', roles: [...new Set(all.map((each) => each.role))],
      at: [...new Set(all.map((each) => startOf.get(each.engagementId) ?? '–'))], phone: first.phone, samplePhone: first.samplePhone, sample: first.sample,
    }
  })
}

/** 'Tajik, Russian, consecutive interpretation'; '' when nothing is said. */
export function languageWords({ language, interpretation }: Pick<SheetMeeting, 'language' | 'interpretation'>): string {
  const told = interpretation === '' ? '' : interpretation === 'none' ? 'no interpretation' : `${interpretation} interpretation`
  return [language, told].filter(Boolean).join(', ')
}
