/** What the mission was and whom it met where and when, as reports tell it. */
import { TOOK_PLACE } from '#app/domain/people/attendance.ts'
import { asStatus, isAhead } from '#app/domain/meetings/status.ts'
import type { Block, Row, Run } from '#app/domain/papers/paper.ts'
import { words } from '#app/domain/papers/paper.ts'
import { clockOf, dayShortIn, daysIn, hoursIn } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, ReportMeeting, ReportStop, Version } from '#app/domain/papers/report-facts.ts'

const MISSION = { id: 'mission', words: 'The mission' }

/** Who travelled for what: programme, dates, purpose, team. */
export function missionBlocks({ mission, team }: Pick<ReportFacts, 'mission' | 'team'>, version: Version): Block[] {
  const { words: w, language } = version
  const facts: [string, Run][] = [
    [w.mission, typed(mission.title, version)], [w.programme, typed(mission.programme, version)], [w.dates, { text: daysIn(language, mission.startDay, mission.endDay) }],
    [w.purpose, mission.purpose === '' && isTeams(version) ? { text: w.notWritten, italic: true } : typed(mission.purpose, version)],
  ]
  const rows = facts.filter(([, { text }]) => text !== '').map(([term, fact]): Row => ({ about: MISSION, cells: [{ text: [words(term, { small: true })] }, { text: [[fact]] }] }))
  const members: Row[] = team.length === 0 ? [] : [{ about: { id: 'team', words: 'The mission team' }, cells: [{ text: [words(w.team, { small: true })] }, { text: team.map((name) => [typed(name, version)]) }] }]
  return [{ kind: 'table', look: 'plain', widths: [2, 8], rows: [...rows, ...members] }]
}

/** The stops in their order, with the name that each city had on the day and its clock. */
export function stopBlocks(stops: readonly ReportStop[], version: Version): Block[] {
  const { words: w, language } = version
  const rows = stops.map((stop): Row => ({
    about: { id: `stop:${stop.id}`, words: `Stop: ${stop.city}` },
    cells: [{ text: [[typed(stop.city, version)]] }, { text: [[typed(w.countries[stop.country] ?? stop.country, version)]] }, { text: [words(daysIn(language, stop.arriveDay, stop.departDay))] }, { text: [words(clockOf(stop.city, stop.zone, stop.arriveDay))] }],
  }))
  return rows.length === 0 ? [] : [{ kind: 'table', look: 'lines', widths: [3, 3, 4, 3], rows: [headRow([w.city, w.country, w.dates, w.clock]), ...rows] }]
}

export function headRow(heads: readonly string[]): Row {
  return { head: true, cells: heads.map((head) => ({ text: [words(head, { bold: true })] })) }
}

export function wasHeld({ status }: Pick<ReportMeeting, 'status'>): boolean {
  return TOOK_PLACE.some((word) => word === status)
}

/** Meetings that a version tells of: those held, and for the team those ahead; among ourselves is nobody else’s business. */
export function toldMeetings(meetings: readonly ReportMeeting[], version: Version): ReportMeeting[] {
  return meetings.filter((one) => (isTeams(version) ? wasHeld(one) || isAhead(asStatus(one.status)) : wasHeld(one) && one.kind !== 'internal'))
}

/** The meetings that took place, by stop and day, and for the team those still ahead. */
export function meetingBlocks({ stops, meetings }: Pick<ReportFacts, 'stops' | 'meetings'>, version: Version): Block[] {
  const told = toldMeetings(meetings, version)
  const held = told.some(wasHeld) ? [] : [remark(version.words.noneHeld)]
  return [...held, ...stops.flatMap((stop) => atStop(stop, told.filter((one) => one.stopId === stop.id), version))]
}

export function remark(text: string): Block {
  return { kind: 'paragraph', look: 'remark', text: words(text) }
}

function atStop(stop: ReportStop, meetings: readonly ReportMeeting[], version: Version): Block[] {
  if (meetings.length === 0) return []
  const { words: w, language } = version
  const clock = clockOf(stop.city, stop.zone, stop.arriveDay)
  return [
    { kind: 'heading', level: 3, text: words(`${stop.city}, ${daysIn(language, stop.arriveDay, stop.departDay)}`) },
    { kind: 'table', look: 'lines', widths: [4, 9], rows: [headRow([`${w.time} (${clock})`, w.meeting]), ...meetings.map((one) => rowOf(one, version))] },
  ]
}

function rowOf(meeting: ReportMeeting, version: Version): Row {
  const { id, title, status, day, startMinute, endMinute, sampleFields } = meeting
  const mark = (field: string) => (sampleFields.includes(field) ? { sample: true as const } : {})
  const when: Run = { text: `${dayShortIn(version.language, day)}, ${hoursIn(version.language, startMinute, endMinute)}`, ...mark(startMinute === null ? 'day' : 'time') }
  const name = typed(title, version, { source: { noun: 'engagement', id }, ...mark('title') })
  const state: Run[] = isTeams(version) ? [{ text: ` · ${status}`, small: true, ...mark('status') }] : []
  return { about: { id: `meeting:${id}`, words: `Meeting: ${title}` }, ...(!wasHeld(meeting) && { teamOnly: true }), cells: [{ text: [[when]] }, { text: [[name, ...state]] }] }
}
