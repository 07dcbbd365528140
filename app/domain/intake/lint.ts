/** The lint of a reading: what contradicts itself in a text, with what may be meant. Pure, and no slower than sorting its rows. */
import type { AgendaDraft, Draft, ScheduleDraft } from '#app/domain/intake/draft.ts'
import { lintDates } from '#app/domain/intake/lint-dates.ts'
import { sortDraftIssues } from '#app/domain/intake/lint-issue.ts'
import type { DraftIssue, DraftRule } from '#app/domain/intake/lint-issue.ts'
import { lintNames } from '#app/domain/intake/lint-people.ts'
import { itemRows, meetingRows, standingsOf } from '#app/domain/intake/lint-rows.ts'
import { lintAgendaNotes, lintPlaceNames, lintScheduleNotes } from '#app/domain/intake/lint-notes.ts'
import { lintGaps, lintHeader, lintOrder, lintOverlaps, lintSilent, lintStops } from '#app/domain/intake/lint-times.ts'

/** Names of places of the mission, in any spelling: a word of the text one letter away from one is asked about. */
export type Known = { places: readonly string[] }

/** More of one rule are no longer questions: what follows is left out. */
const MOST_OF_A_RULE = 200

/** Every issue of a reading, errors first, at most 200 of one rule. A clean text has none of the ten codes of the schema. */
export function lintDraft(draft: Draft, { places }: Known = { places: [] }): DraftIssue[] {
  const counts = new Map<DraftRule, number>()
  return sortDraftIssues([...lintDates(draft), ...lintPlaceNames(draft, places), ...(draft.kind === 'agenda' ? lintAgenda(draft) : lintSchedule(draft))]).filter(({ code }) => {
    const before = counts.get(code) ?? 0
    counts.set(code, before + 1)
    return before < MOST_OF_A_RULE
  })
}

function lintAgenda(draft: AgendaDraft): DraftIssue[] {
  const rows = itemRows(draft)
  return [
    ...lintOverlaps(rows, (row) => row.item), ...lintOrder(rows, (row) => row.item), ...(draft.startOnly || hasCountedEndsOnly(draft) ? [] : lintGaps(rows)), ...lintHeader(draft, rows), ...lintSilent(rows),
    ...lintNames(rows, standingsOf(draft, rows)), ...lintAgendaNotes(draft, rows),
  ]
}

/** Some rows have a duration beside their start, others no end at all: they may go on. */
function hasCountedEndsOnly({ items }: AgendaDraft): boolean {
  return items.slice(0, -1).some(({ end }) => end === null) && items.every(({ start, end }) => end === null || end.confidence === 'likely' && start?.confidence !== 'likely')
}

function lintSchedule(draft: ScheduleDraft): DraftIssue[] {
  const rows = meetingRows(draft)
  return [...lintOverlaps(rows.filter((row) => row.kind !== 'travel'), (row) => row.meeting), ...lintOrder(rows.filter((row) => !row.meeting.slipped), (row) => row.meeting), ...lintStops(draft), ...lintScheduleNotes(draft)]
}
