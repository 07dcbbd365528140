import { dayDistance, firstStep, isAhead, nextUp, ofToday } from '#app/domain/roadshow/cockpit.ts'
import { countSeverities } from '#app/domain/roadshow/lint.ts'
import { clockShift, daysUntil, stateOfStop, stopOfClock } from '#app/domain/roadshow/stops.ts'
import type { StopFace } from '#app/domain/roadshow/stops.ts'
import { addDays, daysFromTo, formatDay, formatDayNumber, formatDayShort, formatOffset, offsetOfDay, wallOf } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { clockAt } from '#app/http/shell.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { StopCount } from '#db/cockpit.server.ts'
import { countBeginnings, countByStop, listAhead } from '#db/cockpit.server.ts'
import { countAnswers } from '#db/holdings.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { listNotesDue } from '#db/notes.server.ts'
import { countLateRequests } from '#db/questionnaires.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'
import { listStopFaces } from '#db/shell.server.ts'
import { countTasks } from '#db/tasks.server.ts'

const AHEAD = 12
const COMING_UP = 6
const THEN = 8
const SHEETS = 21

/** Everything of a mission that its cockpit shows but the unsent changes. Twenty-four queries. */
export async function loadCockpit(scope: Scope) {
  const { database: { read: db }, mission, missionNowMs: now } = scope
  const [stops, counts, begun, { open }, due, answers, faces] = await Promise.all([
    listStopFaces(db, mission.id), countByStop(db, mission.id), countBeginnings(db, mission.id), loadIssues(db, mission.id, now), listNotesDue(db, mission.id, now),
    countAnswers(db, mission.id), listReadinessFaces(db, mission.id),
  ])
  const here = stopOfClock(stops, now)
  const today = wallOf(now, here?.zone ?? scope.actor.zone).day
  const [plan, tasks, lateReplies] = await Promise.all([listAhead(db, mission.id, addDays(today, -1), AHEAD), countTasks(db, mission.id, today), countLateRequests(db, mission.id, now)])
  const ahead = plan.filter((row) => isAhead(row, now))
  const todays = ofToday(ahead, now)
  const total = [...counts.values()].reduce((sum, each) => ({ engagements: sum.engagements + each.engagements, untimed: sum.untimed + each.untimed }), { engagements: 0, untimed: 0 })
  return {
    today, tasks, lateReplies, todayText: formatDay(today), clocks: clocksOf(scope, here), stops: stops.map((stop, at) => stopWords(stop, stops[at - 1], counts.get(stop.id), now)),
    sheets: sheetsOf(stops), counts: { stops: stops.length, ...total }, step: firstStep({ stops: stops.length, engagements: total.engagements, ...begun }),
    issues: { counts: countSeverities(open), first: open[0]?.severity === 'error' ? open[0] : undefined, others: open.slice(open[0]?.severity === 'error' ? 1 : 0).filter((issue) => issue.severity !== 'note').slice(0, THEN) },
    next: nextUp(ahead, now).map((row) => ({ ...row, distance: dayDistance(wallOf(now, row.zone).day, row.day) })), todays,
    coming: ahead.filter((row) => !todays.includes(row)).slice(0, COMING_UP), due, answers, faces,
  }
}

/** The stop's clock, and the viewer's own where it shows another time. */
function clocksOf({ actor, missionNowMs: now }: Scope, here: StopFace | undefined) {
  const own = clockAt(now, actor.zone, actor.city, false)
  if (!here) return { here: own, own: undefined }
  const stop = clockAt(now, here.zone, here.city, false)
  return { here: stop, own: stop.offset === own.offset ? undefined : { ...own, otherDay: own.dayText !== stop.dayText } }
}

function stopWords(stop: StopFace, before: StopFace | undefined, count: StopCount | undefined, now: number) {
  const offset = offsetOfDay(stop.arriveDay, stop.zone)
  const shift = before ? clockShift(offsetOfDay(before.departDay, before.zone), offset) : 0
  const days = daysUntil(stop, now)
  return {
    id: stop.id, city: stop.city, state: stateOfStop(stop, now), offset: formatOffset(offset), shift, days: stop.arriveDay === stop.departDay ? formatDayShort(stop.arriveDay) : `${formatDayShort(stop.arriveDay)} – ${formatDayShort(stop.departDay)}`,
    engagements: count?.engagements ?? 0, until: days > 0 ? dayDistance(addDays(stop.arriveDay, -days), stop.arriveDay) : undefined,
  }
}

function sheetsOf(stops: readonly StopFace[]): { stopId: string; day: Day; text: string; city: string }[] {
  return stops.flatMap((stop) => daysFromTo(stop.arriveDay, stop.departDay).map((day) => ({ stopId: stop.id, day, text: formatDayNumber(day), city: stop.city }))).slice(0, SHEETS)
}
