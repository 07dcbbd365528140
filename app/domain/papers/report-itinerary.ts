/** Where the mission was when, and whom it met, as the back-to-office report sums it up. */
import type { Block, Row } from '#app/domain/papers/paper.ts'
import { words } from '#app/domain/papers/paper.ts'
import { meetingTimeIn } from '#app/domain/papers/report-dates.ts'
import { typed } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, Version } from '#app/domain/papers/report-facts.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'
import type { Institution } from '#app/domain/papers/persons-met.ts'
import { count } from '#app/domain/text.ts'

/** Every meeting in its order, those that were not held among them, with how it came out. */
export function itineraryBlocks({ meetings }: Pick<ReportFacts, 'meetings'>, version: Version): Block[] {
  if (meetings.length === 0) return [remark('No meeting stands in the plan.')]
  const rows = meetings.map((meeting): Row => {
    const mark = (field: string) => (meeting.sampleFields.includes(field) ? { sample: true as const } : {})
    return {
      about: { id: `meeting:${meeting.id}`, words: `Meeting: ${meeting.title}` },
      cells: [
        { text: [words(meetingTimeIn('en', meeting), mark(meeting.startMinute === null ? 'day' : 'time'))] }, { text: [[typed(meeting.title, version, { source: { noun: 'engagement', id: meeting.id }, ...mark('title') })]] },
        { text: [words(meeting.status, mark('status'))] },
      ],
    }
  })
  return [{ kind: 'table', look: 'lines', widths: [5, 7, 2], rows: [headRow(['When and where', 'Meeting', 'State']), ...rows] }]
}

/** '14 persons of 6 institutions were met; annex 1 names them.' */
export function metWords(met: readonly Institution<unknown>[]): string {
  const named = met.flatMap(({ persons }) => persons).filter(({ unnamed }) => !unnamed)
  if (met.length === 0) return 'Nobody was met yet.'
  const unnamed = met.flatMap(({ persons }) => persons).length - named.length
  return `${count(named.length, 'person was', 'persons were')} met, of ${count(met.length, 'institution', 'institutions')}${unnamed > 0 ? `; of ${unnamed} more nobody noted the names` : ''}. Annex 1 lists them.`
}
