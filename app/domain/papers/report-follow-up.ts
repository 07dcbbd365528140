/** What is still to be done after a mission, by state, and the rows of its work plan. */
import { standingOfTask } from '#app/domain/meetings/tasks.ts'
import type { TaskStanding } from '#app/domain/meetings/tasks.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Row } from '#app/domain/papers/paper.ts'
import { dayIn } from '#app/domain/papers/report-dates.ts'
import { typed } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, ReportTask, Version } from '#app/domain/papers/report-facts.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'

const STATES: readonly [TaskStanding, string][] = [['late', 'Late'], ['open', 'Open'], ['done', 'Done'], ['dropped', 'Dropped']]

/** Every task under its state, the late ones first. */
export function followUpBlocks({ tasks, today }: Pick<ReportFacts, 'tasks' | 'today'>, version: Version): Block[] {
  const groups = STATES.map(([state, heading]) => ({ heading, here: tasks.filter((task) => standingOfTask(task, today) === state) })).filter(({ here }) => here.length > 0)
  if (groups.length === 0) return [remark('Nothing is noted to be done.')]
  const rows = groups.flatMap(({ heading, here }): Row[] => [{ cells: [{ span: 4, text: [[{ text: `${heading}: ${here.length}`, bold: true, derived: true }]] }] }, ...here.map((task) => rowOf(task, version))])
  return [{ kind: 'table', look: 'lines', widths: [6, 4, 3, 5], rows: [headRow(['What', 'Owner', 'Due', 'Out of']), ...rows] }]
}

function rowOf(task: ReportTask, version: Version): Row {
  const { id, title, kind, owner, dueDay, status, organisation, sample, engagementId, meeting } = task
  return {
    about: { id: `task:${id}`, words: `Step: ${title}` },
    cells: [
      { text: [[typed(title, version, { source: { noun: 'task', id }, ...(sample && { sample: true }) })], words([kind, organisation, ...(status === 'open' ? [] : [status])].filter(Boolean).join(' · '), { small: true })] },
      { text: [owner === '' ? words('nobody yet', { italic: true }) : [typed(owner, version)]] }, { text: [dueDay === null ? words('no date', { italic: true }) : words(dayIn('en', dueDay))] },
      { text: engagementId === null ? [] : [[typed(meeting, version, { derived: true, source: { noun: 'engagement', id: engagementId } })]] },
    ],
  }
}

export type PlanRow = { id: string; part: string; title: string; owner: string; months: readonly string[]; status: string; sample: boolean }

export function planBlocks(plan: readonly PlanRow[], version: Version): Block[] {
  if (plan.length === 0) return [remark('The mission has no work plan.')]
  const parts = [...new Set(plan.map(({ part }) => part))]
  const rows = parts.flatMap((part) => [{ cells: [{ span: 3, text: [[typed(part, version, { bold: true })]] }] }, ...plan.filter((row) => row.part === part).map((row) => planRow(row, version))])
  return [{ kind: 'table', look: 'lines', widths: [7, 5, 3], rows: [headRow(['Activity', 'Owner', 'Months']), ...rows] }]
}

function planRow({ id, title, owner, months, status, sample }: PlanRow, version: Version): Row {
  return {
    about: { id: `task:${id}`, words: `Work plan: ${title}` },
    cells: [
      { text: [[typed(title, version, { source: { noun: 'task', id }, ...(sample && { sample: true }) })]] }, { text: [owner === '' ? words('nobody yet', { italic: true }) : [typed(owner, version)]] },
      { text: [words([months.join(', '), ...(status === 'open' ? [] : [status])].filter(Boolean).join(' · '))] },
    ],
  }
}
