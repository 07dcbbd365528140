/**
 * What a report lacks before it goes out. Gaps are told to the team that issues it; since they are kept with the paper, those of
 * a counterpart's version quote nothing that the counterpart may not read: what is left out is only counted.
 */
import { openingOf } from '#app/domain/meetings/notes.ts'
import { LANGUAGE_NAMES } from '#app/domain/papers/paper-words.ts'
import type { Gap } from '#app/domain/papers/paper.ts'
import { REPORT_MAX, foreignTo, isTeams } from '#app/domain/papers/report-facts.ts'
import type { Quote, ReportDimension, ReportFacts, ReportFinding, ReportMeeting, ReportTask, Version } from '#app/domain/papers/report-facts.ts'
import { toldFindings } from '#app/domain/papers/report-findings.ts'
import type { PlanRow } from '#app/domain/papers/report-follow-up.ts'
import { toldMeetings, wasHeld } from '#app/domain/papers/report-meetings.ts'
import { mayQuote } from '#app/domain/papers/report-quotes.ts'
import { isTeamsOwn, toldTasks } from '#app/domain/papers/report-steps.ts'
import { count } from '#app/domain/text.ts'

function languageName(language: string): string {
  return Object.entries<string>({ ...LANGUAGE_NAMES, ko: 'Korean' }).find(([code]) => code === language)?.[1] ?? language
}

/** Quotes in another language than the paper's that nobody translated, or whose translation nobody looked at. Translations are English, so other papers quote the original. */
export function quoteGaps(quotes: readonly Quote[], version: Version): Gap[] {
  const told = [...new Map(quotes.filter((quote) => mayQuote(quote, version)).map((quote) => [quote.id, quote])).values()]
  return told.filter((quote) => quote.language !== version.language && (version.language !== 'en' || quote.translation_state !== 'reviewed')).map((quote): Gap => {
    const lacks = version.language !== 'en' ? `is not translated into ${languageName(version.language)}` : quote.translation === '' ? 'is not translated' : 'has a translation that nobody reviewed'
    return { kind: 'translation', words: `A quote in ${languageName(quote.language)} ${lacks}: “${openingOf(quote.body, 60)}”`, source: { noun: 'excerpt', id: quote.id } }
  })
}

/** Findings that nothing supports, or that something contradicts; drafts that stay behind. */
export function findingGaps(findings: readonly ReportFinding[], version: Version): Gap[] {
  const told = toldFindings(findings, version)
  const left = isTeams(version) ? 0 : findings.filter(({ status }) => status === 'draft').length
  const gaps = told.flatMap(({ id, statement, counts }): Gap[] => {
    const of = (kind: Gap['kind'], words: string): Gap => ({ kind, words: `${words}: “${openingOf(statement, 80)}”`, source: { noun: 'finding', id } })
    return [...(counts.supports === 0 ? [of('evidence', 'Nothing supports this finding')] : []), ...(counts.contradicts > 0 ? [of('contradiction', `${count(counts.contradicts, 'sentence contradicts', 'sentences contradict')} this finding`)] : [])]
  })
  return [...gaps, ...(left === 0 ? [] : [{ kind: 'decision', words: `${count(left, 'finding is', 'findings are')} still a draft and left out.` } satisfies Gap])]
}

export function ratingGaps(dimensions: readonly ReportDimension[]): Gap[] {
  return dimensions.flatMap(({ id, name, rating, stale }): Gap[] => {
    const of = (kind: Gap['kind'], words: string): Gap => ({ kind, words, source: { noun: 'rating', id } })
    if (!rating) return [of('decision', `${name} has no level.`)]
    return [
      ...(rating.level === 'none' ? [of('evidence', `${name}: not enough evidence for a level.`)] : []), ...(rating.certain ? [] : [of('decision', `${name}: the printed level cannot be read for sure.`)]),
      ...(rating.level !== 'none' && rating.evidence.length === 0 ? [of('evidence', `${name}: the level rests on no evidence of the mission.`)] : []), ...(stale ? [of('contradiction', `${name}: ${count(stale.count, 'newer sentence contradicts', 'newer sentences contradict')} the level.`)] : []),
    ]
  })
}

export function taskGaps(tasks: readonly ReportTask[], version: Version): Gap[] {
  const left = isTeams(version) ? 0 : tasks.filter((task) => task.status !== 'dropped' && isTeamsOwn(task)).length
  const gaps = toldTasks(tasks, version).filter(({ status }) => status === 'open').flatMap(({ id, title, owner, dueDay }): Gap[] => [
    ...(owner === '' ? [{ kind: 'person' as const, words: `Nobody is responsible for: ${openingOf(title, 80)}`, source: { noun: 'task' as const, id } }] : []),
    ...(dueDay === null ? [{ kind: 'date' as const, words: `No date is set for: ${openingOf(title, 80)}`, source: { noun: 'task' as const, id } }] : []),
  ])
  return [...gaps, ...(left === 0 ? [] : [{ kind: 'decision', words: `${count(left, 'step is', 'steps are')} left out: the team’s own, or out of words that only the team may read.` } satisfies Gap])]
}

/** That a paper quotes less than was said. */
export function quotedGaps(findings: readonly ReportFinding[], quotes: readonly Quote[]): Gap[] {
  const said = findings.reduce((sum, { counts }) => sum + Object.values(counts).reduce((all, n) => all + n, 0), 0)
  return quotes.length < said ? [{ kind: 'other', words: `Only ${quotes.length} of ${count(said, 'sentence is', 'sentences are')} quoted.` }] : []
}

/** That more is known than one paper holds. */
export function heldGaps({ findings, meetings = [], tasks = [] }: Pick<ReportFacts, 'findings'> & Partial<Pick<ReportFacts, 'meetings' | 'tasks'>>): Gap[] {
  return Object.entries({ findings, meetings, tasks }).filter(([, held]) => held.length >= REPORT_MAX).map(([name]): Gap => ({ kind: 'other', words: `Only the first ${REPORT_MAX} ${name} stand in this paper.` }))
}

/** Rows of the work plan that nobody owns, or that stand in no month. */
export function planGaps(plan: readonly PlanRow[]): Gap[] {
  return plan.filter(({ status }) => status === 'open').flatMap(({ id, title, owner, months }): Gap[] => [
    ...(owner === '' ? [{ kind: 'person' as const, words: `Nobody owns this row of the work plan: ${openingOf(title, 80)}`, source: { noun: 'task' as const, id } }] : []),
    ...(months.length === 0 ? [{ kind: 'date' as const, words: `No month is marked for this row of the work plan: ${openingOf(title, 80)}`, source: { noun: 'task' as const, id } }] : []),
  ])
}

export function meetingGaps(meetings: readonly ReportMeeting[], version: Version): Gap[] {
  const held = toldMeetings(meetings, version).filter(wasHeld)
  return held.flatMap(({ id, title, notes, startMinute }): Gap[] => [
    ...(notes === 0 ? [{ kind: 'other' as const, words: `No note of this meeting is shared: ${title}`, source: { noun: 'engagement' as const, id } }] : []),
    ...(startMinute === null ? [{ kind: 'date' as const, words: `The hour of this meeting is not noted: ${title}`, source: { noun: 'engagement' as const, id } }] : []),
  ])
}

/** How much of what people typed stands in another language than the paper's: it is shown as typed, nobody translates it here. */
export function languageGaps({ mission, dimensions, findings, tasks, meetings }: Pick<ReportFacts, 'mission' | 'dimensions' | 'findings' | 'tasks' | 'meetings'>, version: Version): Gap[] {
  return foreignGap([
    ['line about the mission', 'lines about the mission', [mission.title, mission.programme, mission.purpose]], ['title of a meeting', 'titles of meetings', toldMeetings(meetings, version).map(({ title }) => title)],
    ['dimension', 'dimensions', dimensions.map(({ name }) => name)], ['finding', 'findings', toldFindings(findings, version).map(({ statement }) => statement)], ['step', 'steps', toldTasks(tasks, version).map(({ title }) => title)],
  ], version)
}

/** One gap for all texts that are not in the paper's language; none where there are no such texts. */
export function foreignGap(texts: readonly [one: string, many: string, texts: readonly string[]][], { language }: Version): Gap[] {
  const parts = texts.flatMap(([one, many, typed]): string[] => {
    const foreign = typed.filter((text) => text !== '' && foreignTo(language, text) !== undefined).length
    return foreign === 0 ? [] : [count(foreign, one, many)]
  })
  return parts.length === 0 ? [] : [{ kind: 'translation', words: `Not in ${languageName(language)}, and shown as typed: ${parts.join(', ')}.` }]
}
