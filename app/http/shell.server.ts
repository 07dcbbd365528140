import { can, verbToUndo } from '#app/domain/people/access.ts'
import { describeAct } from '#app/domain/history.ts'
import { isId } from '#app/domain/ids.ts'
import { stateOfStop, stopOfClock } from '#app/domain/roadshow/stops.ts'
import { datetimeOf, formatDay, formatDays, formatMinute, formatOffset, offsetOf, offsetOfDay, wallOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { NavKey, ShellClock, ShellData, Theme } from '#app/ui/shell/shell-data.ts'
import { findAct } from '#db/acts.server.ts'
import { countForShell, listStopFaces } from '#db/shell.server.ts'

/** What was just done, for the toast; `undo` names the act when it can be taken back. */
type Did = { sentence: string; undo: string | undefined }

const TOAST_FOR_MS = 10 * 60_000
const NAV_KEYS: readonly NavKey[] = ['grid', 'agendas', 'imports', 'day-sheets', 'invitations', 'issues', 'team', 'settings', 'engagements', 'notes', 'evidence', 'findings', 'readiness', 'tasks', 'documents', 'report', 'questionnaires', 'papers', 'people', 'organisations', 'places', 'holidays', 'history', 'search']

/** The frame of every page of a mission: clock, stops, counts. Two queries, and a third after something was done. */
export async function loadShell(scope: Scope, url: URL, theme: Theme): Promise<{ shell: ShellData; did: Did | undefined }> {
  const db = scope.database.read
  const [stops, counts, did] = await Promise.all([listStopFaces(db, scope.mission.id), countForShell(db, scope.mission.id), findDid(scope, url)])
  const now = scope.missionNowMs
  const here = stopOfClock(stops, now)
  const shell: ShellData = {
    mission: { slug: scope.mission.slug, title: scope.mission.title, archived: scope.mission.archivedMs !== null },
    clock: clockAt(now, here?.zone ?? scope.actor.zone, here?.city ?? scope.actor.city, scope.mission.clock !== null),
    person: { ...(scope.actor.accountId === null ? {} : { id: scope.actor.accountId }), name: scope.actor.name, role: scope.role },
    counts,
    stops: stops.map((stop) => ({ id: stop.id, name: stop.city, daysText: formatDays(stop.arriveDay, stop.departDay), offset: formatOffset(offsetOfDay(stop.arriveDay, stop.zone)), state: stateOfStop(stop, now) })),
    current: navKeyOf(url.pathname),
    canEdit: can(scope.role, 'engagement.edit'),
    canManage: can(scope.role, 'mission.manage'),
    theme,
  }
  return { shell, did }
}

/** A clock of a city, written out. */
export function clockAt(at: Instant, zone: string, city: string, rehearsal: boolean): ShellClock {
  const wall = wallOf(at, zone)
  const offset = offsetOf(at, zone)
  return { dayText: formatDay(wall.day), timeText: formatMinute(wall.minute), datetime: datetimeOf(wall.day, wall.minute, offset), city, offset: formatOffset(offset), rehearsal }
}

function navKeyOf(path: string): NavKey | undefined {
  const [, , , place, , part] = path.split('/')
  if (place === 'engagements' && part === 'agenda') return 'agendas'
  if (place === undefined || place === '') return 'cockpit'
  if (place === 'stops') return 'grid'
  if (place === 'mail') return 'invitations'
  if (place === 'copy' || place === 'take-out') return 'settings'
  return NAV_KEYS.find((key) => key === place)
}

async function findDid(scope: Scope, url: URL): Promise<Did | undefined> {
  const actId = url.searchParams.get('did')
  if (actId === null || !isId(actId)) return undefined
  const act = await findAct(scope.database.read, scope.mission.id, actId)
  if (!act || act.account_id !== scope.actor.accountId || scope.nowMs - act.at_ms > TOAST_FOR_MS) return undefined
  const sentence = describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: act.facts })
  return { sentence: `You ${sentence}.`, undo: act.undoable === 1 && act.undone_by_id === null && can(scope.role, verbToUndo(act.noun)) ? act.id : undefined }
}
