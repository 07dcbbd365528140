/** Rules about the rows of one agenda beside each other: at once, in another order, with a hole between them, without a voice. */
import type { CheckedRow } from '#app/domain/agenda/checks.ts'
import { findSilent } from '#app/domain/agenda/checks-people.ts'
import { findDisorder, findGaps, findOverlaps } from '#app/domain/agenda/checks-times.ts'
import { agendaRows, spotOf } from '#app/domain/agenda/lint-agenda.ts'
import type { Agenda } from '#app/domain/agenda/lint-agenda.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue, Repair, Subject } from '#app/domain/roadshow/lint-issue.ts'
import type { Minute } from '#app/domain/time.ts'

/** Items that take the same time without being labelled as parallel. */
export function lintOverlaps(agenda: Agenda): Issue[] {
  return findOverlaps(agendaRows(agenda)).map(({ earlier, later, day }) => {
    const [from, to] = [later.start as Minute, earlier.end as Minute]
    return issueOf({ code: 'overlap', ...spotOf(agenda.row), day, earlier: windowOf(earlier), later: windowOf(later) }, {
      ...at(agenda, earlier, later), print: `${earlier.key} ${later.key} ${from} ${to}`,
      repairs: [
        ...(from > (earlier.start as Minute) ? [{ kind: 'end-at' as const, itemId: earlier.key, title: earlier.title, end: from }] : []),
        ...((later.end as Minute) > to ? [{ kind: 'start-at' as const, itemId: later.key, title: later.title, start: to }] : []),
        { kind: 'side-by-side', itemIds: [earlier.key, later.key] }, byHand(agenda),
      ],
    })
  })
}

/** Items that stand behind later ones. */
export function lintOrder(agenda: Agenda): Issue[] {
  const found = findDisorder(agendaRows(agenda))
  const [first] = found
  if (!first) return []
  return [issueOf({ code: 'out-of-order', ...spotOf(agenda.row), items: found.map(({ later }) => ({ title: later.title, start: later.start as Minute })), before: first.earlier.title }, {
    ...at(agenda, ...found.map(({ later }) => later)), print: found.map(({ later }) => `${later.key} ${later.start}`).join(' '), repairs: [{ kind: 'sort-by-time', engagementId: agenda.row.id }, byHand(agenda)],
  })]
}

/** A quarter of an hour or more that nothing takes. */
export function lintPauses(agenda: Agenda): Issue[] {
  return findGaps(agendaRows(agenda)).map(({ before, after, day, from, to }) => issueOf({ code: 'gap', ...spotOf(agenda.row), day, from, to, before: before.title, after: after.title }, {
    ...at(agenda, before, after), print: `${before.key} ${after.key} ${from} ${to}`,
    repairs: [{ kind: 'end-at', itemId: before.key, title: before.title, end: to }, { kind: 'fill-with-break', engagementId: agenda.row.id, afterId: before.key, start: from, end: to }, byHand(agenda)],
  }))
}

/** Remarks, presentations and panels that name nobody, where others do. */
export function lintSilent(agenda: Agenda): Issue[] {
  const silent = findSilent(agendaRows(agenda))
  if (silent.length === 0) return []
  return [issueOf({ code: 'no-speaker', ...spotOf(agenda.row), items: silent.map((row) => ({ title: row.title, start: row.start as Minute })) }, { ...at(agenda, ...silent), print: silent.map((row) => row.key).join(' '), repairs: [byHand(agenda)] })]
}

function windowOf({ title, start, end }: CheckedRow): { title: string; start: Minute; end: Minute } {
  return { title, start: start as Minute, end: end as Minute }
}

function at({ row }: Agenda, ...rows: { item: { sourceLine: number | null } }[]): { subjects: [Subject]; lines: (number | null)[] } {
  return { subjects: [{ kind: 'engagement', id: row.id }], lines: rows.map((each) => each.item.sourceLine) }
}

function byHand({ row }: Agenda): Repair {
  return { kind: 'visit', to: 'agenda', id: row.id }
}
