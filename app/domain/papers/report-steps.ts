/** What was agreed to be done, by whom and until when. */
import { attributedTo, mayRead } from '#app/domain/meetings/attribution.ts'
import { standingOfTask } from '#app/domain/meetings/tasks.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Row, Run, Text } from '#app/domain/papers/paper.ts'
import { dayIn } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, ReportTask, Version } from '#app/domain/papers/report-facts.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'
import { foldKey } from '#app/domain/text.ts'

/**
 * What was dropped is no step any more. Outside the team nobody is told of the team's own actions, nor of what comes out of words
 * that only the team may read.
 */
export function toldTasks(tasks: readonly ReportTask[], version: Version): ReportTask[] {
  return tasks.filter((task) => task.status !== 'dropped' && (isTeams(version) || !isTeamsOwn(task)))
}

export function isTeamsOwn({ kind, words: said }: ReportTask): boolean {
  return kind === 'action' || (said !== null && !mayRead(said.confidentiality, 'counterpart'))
}

/** Who has to act. Outside the team nobody is named by it whose words it comes out of and who did not agree to be named. */
export function ownerOf({ owner, words: said }: Pick<ReportTask, 'owner' | 'words'>, version: Version): string {
  if (isTeams(version) || said === null || !namesSpeaker(owner, said.speaker)) return owner
  const source = attributedTo(said)
  if (source.by === 'name') return owner
  if (source.by === 'institution') return source.institution
  return source.by === 'source' ? (version.words.sources[source.sourceKind] ?? source.sourceKind) : version.words.nobodyNamed
}

function namesSpeaker(owner: string, speaker: string): boolean {
  const [one, other] = [foldKey(owner), foldKey(speaker)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}

export function stepBlocks({ tasks, today }: Pick<ReportFacts, 'tasks' | 'today'>, version: Version): Block[] {
  const { words: w } = version
  const told = toldTasks(tasks, version)
  if (told.length === 0) return [remark(w.noSteps)]
  return [{ kind: 'table', look: 'lines', widths: [7, 3, 3], rows: [headRow([w.step, w.owner, w.due]), ...told.map((task) => rowOf(task, today, version))] }]
}

function rowOf(task: ReportTask, today: string, version: Version): Row {
  const { words: w, language } = version
  const mark = task.sample ? { sample: true as const } : {}
  const standing = standingOfTask(task, today)
  const owner = ownerOf(task, version)
  const due: Text = [{ text: task.dueDay === null ? w.noDate : dayIn(language, task.dueDay) }, ...(standing === 'done' ? [{ text: `, ${w.done}` }] : standing === 'late' ? [{ text: `, ${w.late}`, derived: true as const }] : [])]
  return {
    about: { id: `task:${task.id}`, words: `Step: ${task.title}` },
    cells: [{ text: [[typed(task.title, version, { source: { noun: 'task', id: task.id }, ...mark })], asideOf(task, version)] }, { text: [owner === '' ? words(w.noOwner, { italic: true }) : [typed(owner, version)]] }, { text: [due] }],
  }
}

/** Its kind, whom it concerns where that may be known, and for the team the meeting and the words that it comes out of. */
function asideOf(task: ReportTask, version: Version): Text {
  const concerns = isTeams(version) || task.words?.attribution !== 'not for attribution' ? task.organisation : ''
  const runs: Run[] = [{ text: [version.words.kinds[task.kind] ?? task.kind, concerns].filter(Boolean).join(' · '), small: true }]
  if (!isTeams(version)) return runs
  if (task.engagementId !== null) runs.push({ text: ' · ', small: true, derived: true }, typed(task.meeting, version, { small: true, derived: true, source: { noun: 'engagement', id: task.engagementId } }))
  if (task.words !== null) runs.push({ text: ' · ', small: true }, { text: version.words.evidence.toLowerCase(), small: true, source: { noun: 'excerpt', id: task.words.id } })
  return runs
}
