/**
 * The aide-mémoire: what a mission leaves with its counterparts before it goes, as a whole or in one country.
 *
 * The team's version has all findings, drafts marked as such, every quote with who said it, reasons of levels, meetings still
 * ahead, questions still to be asked, and the way back to each source. The counterpart's version has what was reviewed or accepted,
 * levels without their reasons, quotes that the counterpart may read from whom may be named, steps that come out of such words or
 * out of none, meetings held with others than ourselves, and who was met. Purpose and team of the mission stand in both.
 */
import { openingOf } from '#app/domain/meetings/notes.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Paper } from '#app/domain/papers/paper.ts'
import { daysIn } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed, versionOf } from '#app/domain/papers/report-facts.ts'
import type { ReportAsk, ReportFacts, Version } from '#app/domain/papers/report-facts.ts'
import { findingBlocks, heading } from '#app/domain/papers/report-findings.ts'
import { findingGaps, heldGaps, languageGaps, meetingGaps, quoteGaps, ratingGaps, taskGaps } from '#app/domain/papers/report-gaps.ts'
import { meetingBlocks, missionBlocks, stopBlocks } from '#app/domain/papers/report-meetings.ts'
import { questionBlocks, readinessBlocks } from '#app/domain/papers/report-readiness.ts'
import { stepBlocks } from '#app/domain/papers/report-steps.ts'
import { personsMetBlocks, personsMetGaps } from '#app/domain/papers/persons-met-paper.ts'

/** `facts` are those of the whole mission or of one stop; `ofStop` says so. */
export function composeAideMemoire(facts: ReportFacts, ask: ReportAsk, ofStop: boolean): Paper {
  const version = versionOf(ask)
  const { words: w } = version
  const place = ofStop ? facts.stops.map(({ city, country }) => [city, w.countries[country] ?? country].filter(Boolean).join(', ')).join('; ') : ''
  return {
    kind: 'aide-memoire', title: [w.aideMemoire, place].filter(Boolean).join(': '), language: ask.language, second: '', audience: ask.audience,
    header: openingOf(facts.mission.title, 90), footer: [w.aideMemoire, place].filter(Boolean).join(', '),
    blocks: [titleBlock(facts, place, version), ...sectionsOf(facts, version, ofStop), ...annexOf(facts, version)],
    gaps: [
      ...findingGaps(facts.findings, version), ...ratingGaps(facts.dimensions), ...taskGaps(facts.tasks, version), ...meetingGaps(facts.meetings, version), ...personsMetGaps(facts.met, version), ...quoteGaps(facts.quotes, version), ...languageGaps(facts, version), ...heldGaps(facts),
    ],
  }
}

function titleBlock({ mission, stops }: ReportFacts, place: string, version: Version): Block {
  const [first, last] = [stops[0]?.arriveDay ?? mission.startDay, stops.at(-1)?.departDay ?? mission.endDay]
  const days = place === '' ? daysIn(version.language, mission.startDay, mission.endDay) : `${place}, ${daysIn(version.language, first, last)}`
  return { kind: 'title', text: words(version.words.aideMemoire), lead: [typed(mission.title, version), { text: ` · ${days}` }] }
}

function sectionsOf(facts: ReportFacts, version: Version, ofStop: boolean): Block[] {
  const { words: w } = version
  return [
    heading(2, '1', w.introduction), { kind: 'paragraph', text: words(w.records) }, ...missionBlocks(facts, version), ...stopBlocks(facts.stops, version),
    heading(2, '2', isTeams(version) ? w.meetingsAll : w.meetings), ...meetingBlocks(facts, version),
    heading(2, '3', w.findings), ...findingBlocks(facts, version),
    heading(2, '4', w.readiness), ...readinessBlocks(facts, version), ...(ofStop ? [{ kind: 'paragraph' as const, look: 'remark' as const, text: words(w.ofAllStops) }] : []),
    heading(2, '5', w.steps), ...stepBlocks(facts, version),
    heading(2, '6', w.questions), ...questionBlocks(facts, version),
  ]
}

function annexOf(facts: ReportFacts, version: Version): Block[] {
  return [{ kind: 'page-break' }, heading(2, '', `${version.words.annex(1)}. ${version.words.personsMet}`), ...personsMetBlocks(facts.met, version)]
}
