/** Rules about the times of a reading. */
import type { CheckedRow } from '#app/domain/agenda/checks.ts'
import { findSilent } from '#app/domain/agenda/checks-people.ts'
import { findDisorder, findGaps, findOverlaps, findRangeMismatch } from '#app/domain/agenda/checks-times.ts'
import type { AgendaDraft, ScheduleDraft, Span } from '#app/domain/intake/draft.ts'
import type { ItemRow } from '#app/domain/intake/lint-rows.ts'
import { draftIssue } from '#app/domain/intake/lint-issue.ts'
import type { Choice, DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { formatMinute } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'

type Placed = { span: Span }

export function factsOf({ title, start, end }: CheckedRow): { title: string; start: Minute | null; end: Minute | null } {
  return { title, start, end }
}

/** Rows at once: the earlier may end sooner, the later begin later, or both run beside each other. */
export function lintOverlaps<R extends CheckedRow>(rows: readonly R[], placeOf: (row: R) => Placed & { track?: string }): DraftIssue[] {
  return findOverlaps(rows).map(({ earlier, later, day }) => {
    const [from, to] = [later.start as Minute, earlier.end as Minute]
    const choices: Choice[] = [
      ...(from > (earlier.start as Minute) ? [{ kind: 'end-earlier' as const, title: earlier.title, at: from, likely: false, corrections: [{ key: earlier.key, field: 'end' as const, value: formatMinute(from) }] }] : []),
      ...((later.end as Minute) > to ? [{ kind: 'start-later' as const, title: later.title, at: to, likely: false, corrections: [{ key: later.key, field: 'start' as const, value: formatMinute(to) }] }] : []),
      { kind: 'beside', likely: false, corrections: [earlier, later].flatMap((row, at) => (placeOf(row).track === undefined ? [] : [{ key: row.key, field: 'track' as const, value: row.track || String(at + 1) }])) },
    ]
    return draftIssue({ code: 'overlap', day, earlier: factsOf(earlier), later: factsOf(later) }, { keys: [earlier.key, later.key], spans: [placeOf(earlier).span, placeOf(later).span], choices })
  })
}

/** Rows printed after later ones: their times say where they belong. */
export function lintOrder<R extends CheckedRow>(rows: readonly R[], placeOf: (row: R) => Placed): DraftIssue[] {
  return findDisorder(rows).map(({ earlier, later, day }) => draftIssue(
    { code: 'out-of-order', day, before: earlier.title, title: later.title, start: later.start },
    { keys: [later.key, earlier.key], spans: [placeOf(later).span, placeOf(earlier).span], choices: [{ kind: 'by-time', likely: true, corrections: [] }, { kind: 'skip', title: later.title, likely: false, corrections: [{ key: later.key, field: 'skip', value: 'yes' }] }] },
  ))
}

/** Stops printed after later ones. Stops whose days are only a guess are left out. */
export function lintStops({ stops }: ScheduleDraft): DraftIssue[] {
  const issues: DraftIssue[] = []
  let latest: { day: Day; city: string; span: Span; key: string } | undefined
  for (const stop of stops) {
    const first = stop.days.find((day) => day.otherDay === null && day.confidence !== 'unsure')
    if (!first) continue
    if (latest && first.value < latest.day) {
      issues.push(draftIssue({ code: 'out-of-order', day: first.value, before: latest.city, title: stop.city.value, start: null }, { keys: [stop.key, latest.key], spans: [stop.city.span, latest.span], choices: [{ kind: 'by-time', likely: true, corrections: [] }] }))
    } else latest = { day: first.value, city: stop.city.value, span: stop.city.span, key: stop.key }
  }
  return issues
}

/** A quarter of an hour or more that nothing takes. */
export function lintGaps(rows: readonly ItemRow[]): DraftIssue[] {
  return findGaps(rows).map(({ before, after, day, from, to }) => draftIssue(
    { code: 'gap', day, from, to, before: before.title, after: after.title },
    {
      keys: [before.key, after.key], spans: [before.item.span, after.item.span],
      choices: [
        { kind: 'end-earlier', title: before.title, at: to, likely: false, corrections: [{ key: before.key, field: 'end', value: formatMinute(to) }] },
        { kind: 'start-earlier', title: after.title, at: from, likely: false, corrections: [{ key: after.key, field: 'start', value: formatMinute(from) }] },
        { kind: 'leave', likely: false, corrections: [] },
      ],
    },
  ))
}

/** The hours in the head against the rows. */
export function lintHeader({ header }: AgendaDraft, rows: readonly ItemRow[]): DraftIssue[] {
  if (!header) return []
  const found = findRangeMismatch(rows, header)
  if (!found) return []
  const [start, end] = [found.start ?? header.start, found.end ?? header.end]
  const trims = found.end !== null && header.end !== null && found.end > header.end && (found.last.start ?? 0) < header.end
  return [draftIssue(
    { code: 'range-mismatch', header: { start: header.start, end: header.end }, start: found.start, end: found.end, first: factsOf(found.first), last: factsOf(found.last) },
    {
      keys: [...(found.start === null ? [] : [found.first.key]), ...(found.end === null ? [] : [found.last.key])], spans: [header.span, ...(found.end === null ? [found.first.item.span] : [found.last.item.span])],
      choices: [
        { kind: 'header', start, end, likely: true, corrections: [{ key: '', field: 'header', value: end === null ? formatMinute(start) : `${formatMinute(start)}-${formatMinute(end)}` }] },
        ...(trims ? [{ kind: 'end-earlier' as const, title: found.last.title, at: header.end as Minute, likely: false, corrections: [{ key: found.last.key, field: 'end' as const, value: formatMinute(header.end as Minute) }] }] : []),
        { kind: 'leave', likely: false, corrections: [] },
      ],
    },
  )]
}

/** Who speaks is not said, although others are named. */
export function lintSilent(rows: readonly ItemRow[]): DraftIssue[] {
  return findSilent(rows).map((row) => draftIssue(
    { code: 'no-speaker', title: row.title, start: row.start },
    { keys: [row.key], spans: [row.item.span], choices: [{ kind: 'leave', likely: true, corrections: [] }, { kind: 'skip', title: row.title, likely: false, corrections: [{ key: row.key, field: 'skip', value: 'yes' }] }] },
  ))
}
