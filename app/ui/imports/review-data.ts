/** A reading held against its mission, as the review page shows it. */
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { Draft } from '#app/domain/intake/draft.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { markedLines, placesOf } from '#app/domain/intake/marking.ts'
import type { Place } from '#app/domain/intake/marking.ts'
import { peopleIn } from '#app/domain/intake/matching.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { bodyMatches, personMatches } from '#app/ui/imports/people-view.ts'
import type { PeopleFacts } from '#app/ui/imports/people-view.ts'
import { questionsOf } from '#app/ui/imports/questions.ts'
import { agendaRows, headQuestions, headView, stayViews, targetView } from '#app/ui/imports/review-view.ts'
import type { AgendaFacts, ScheduleFacts } from '#app/ui/imports/review-view.ts'
import type { Agenda, ReviewData, Schedule } from '#app/ui/imports/review.tsx'
import type { SourceView } from '#app/ui/imports/source-text.tsx'

type Told = { here: string; revision: number; name: string; body: string; corrections: readonly Correction[]; choices: Choices; raw: Draft; reading: (AgendaFacts | ScheduleFacts) & { people: PeopleFacts }; issues: readonly DraftIssue[]; edit: string; likely: string | null; /** The clock of the text’s city is known. */ knowsCity: boolean; zones: readonly string[]; /** Rows that would be stored without being ticked. */ storable: number }

const LINES_SHOWN = 2_000
const WIDEST_LINE = 2_000
/** With more rows than this the fields open one row at a time. */
const ROWS_WITH_FIELDS = 60

export function reviewData(told: Told): ReviewData {
  const { here, revision, choices, reading, issues, edit, likely, zones, raw, corrections } = told
  const { draft } = reading
  const what: Agenda | Schedule = reading.kind === 'agenda'
    ? { of: 'agenda', head: headView(reading), rows: agendaRows(reading, issues, choices), target: targetView(reading, choices, { likely, knowsCity: told.knowsCity }), conflicts: headQuestions(reading, choices), zone: zoneWords(reading) }
    : { of: 'schedule', stays: stayViews(reading, issues, choices), stops: reading.draft.stops.map(({ key, printed }) => ({ value: key, label: printed })) }
  const { asked, told: worth } = questionsOf(draft, issues, choices)
  return {
    here, revision, source: sourceView(told, draft, issues), asked, hanging: new Set(asked.flatMap(({ keys }) => keys)).size, told: worth, what,
    people: personMatches(reading.people, choices), bodies: bodyMatches(reading.people, choices), leftOut: leftOut(raw, corrections), only: rowsOf(draft).length > ROWS_WITH_FIELDS ? edit || null : undefined, zones,
    store: storing(what, { storable: told.storable, words: found(draft), asks: asked.length > 0 }), decided: corrections.length > 0 || Object.keys(choices).length > 0,
  }
}

/** '10 items, 8 people, 3 moderators'. */
export function found(draft: Draft): string {
  const rows = rowsOf(draft).length
  const people = peopleIn(draft).length
  const moderators = draft.kind === 'agenda' ? draft.moderators.length : 0
  return [
    draft.kind === 'agenda' ? count(rows, 'item', 'items') : `${count(rows, 'engagement', 'engagements')} in ${count(draft.stops.length, 'stop', 'stops')}`,
    ...(people > 0 ? [count(people, 'person', 'people')] : []), ...(moderators > 0 ? [count(moderators, 'moderator', 'moderators')] : []),
  ].join(', ')
}

function rowsOf(draft: Draft): { key: string; title: { value: string } }[] {
  return draft.kind === 'agenda' ? draft.items : draft.stops.flatMap(({ meetings }) => meetings)
}

/** The text with the places of its values, and over them those of its issues. */
export function sourceView({ name, body }: Pick<Told, 'name' | 'body'>, draft: Draft, issues: readonly DraftIssue[]): SourceView {
  const faults = issues.flatMap(({ severity, keys, spans }): Place[] => (severity === 'note' ? [] : spans.map((span) => ({ span, key: keys[0] ?? 'head', tone: severity }))))
  const language = draft.title?.language || (rowLanguage(draft) ?? '')
  return { name, language, ...markedLines(body, [...placesOf(draft), ...faults], { lines: LINES_SHOWN, width: WIDEST_LINE }) }
}

function rowLanguage(draft: Draft): string | undefined {
  return (draft.kind === 'agenda' ? draft.items : draft.stops.flatMap(({ meetings }) => meetings)).find(({ title }) => title.language !== '')?.title.language
}

function zoneWords({ engagement, stop, day }: AgendaFacts): string {
  const zone = engagement?.zone ?? stop?.zone
  if (day === null || zone === undefined) return day === null ? 'no day found' : formatDay(day)
  return `${formatDay(day)} · ${engagement?.city ?? stop?.city ?? ''}, ${formatOffset(offsetOfDay(day, zone))}`
}

function leftOut(raw: Draft, corrections: readonly Correction[]): { key: string; title: string }[] {
  const skipped = new Set(corrections.filter(({ field, value }) => field === 'skip' && value === 'yes').map(({ key }) => key))
  return rowsOf(raw).filter(({ key }) => skipped.has(key)).map(({ key, title }) => ({ key, title: title.value }))
}

/** What the one button of the page says: how many rows, and whether something is there already. */
function storing(what: Agenda | Schedule, { storable, words, asks }: { storable: number; words: string; asks: boolean }): ReviewData['store'] {
  const compares = what.of === 'agenda' ? what.rows.some(({ change }) => change !== null) : what.stays.some(({ rows }) => rows.some(({ change }) => change !== null))
  const none = asks ? 'Store the answers' : 'Mark as checked'
  const label = compares ? { one: 'Apply 1 change', many: 'Apply # changes', none } : what.of === 'agenda' ? { one: 'Store 1 item', many: 'Store # items', none } : { one: 'Save 1 engagement', many: 'Save # engagements', none }
  return { label, fixed: storable, words: `${words}.`, detail: compares ? 'What is ticked is changed; the rest stays as stored.' : 'Nothing is stored before you say so.' }
}
