/**
 * The back-to-office report, for the team and its managers: what the mission was to do, what it did, what it heard, which levels
 * it changed and why, what is uncertain and what is still to be done. It has one version, which never leaves the team.
 */
import { openingOf } from '#app/domain/meetings/notes.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Item, Paper, Row } from '#app/domain/papers/paper.ts'
import { dayIn, momentIn } from '#app/domain/papers/report-dates.ts'
import { typed, versionOf } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, ReportRating, Version } from '#app/domain/papers/report-facts.ts'
import { aboutFinding, heading, toldFindings } from '#app/domain/papers/report-findings.ts'
import { findingGaps, heldGaps, languageGaps, meetingGaps, planGaps, quoteGaps, ratingGaps, taskGaps } from '#app/domain/papers/report-gaps.ts'
import { followUpBlocks, planBlocks } from '#app/domain/papers/report-follow-up.ts'
import type { PlanRow } from '#app/domain/papers/report-follow-up.ts'
import { headRow, missionBlocks, remark, stopBlocks } from '#app/domain/papers/report-meetings.ts'
import { itineraryBlocks, metWords } from '#app/domain/papers/report-itinerary.ts'
import { aboutRating, levelWords, readinessBlocks } from '#app/domain/papers/report-readiness.ts'
import { evidenceBlocks } from '#app/domain/papers/report-evidence.ts'
import { personsMetBlocks, personsMetGaps } from '#app/domain/papers/persons-met-paper.ts'

export type BackToOfficeFacts = ReportFacts & {
  /** Every level of each dimension, in the order in which they were given. */
  ratings: readonly (ReportRating & { dimensionId: string })[]
  /** Findings that something bears on which was said at a stop. */
  heardAt: readonly { stopId: string; findingId: string }[]
  plan: readonly PlanRow[]
}

export function composeReport(facts: BackToOfficeFacts): Paper {
  const version = versionOf({ audience: 'team', language: 'en' })
  const title = 'Back-to-office report'
  return {
    kind: 'report', title, language: 'en', second: '', audience: 'team', header: openingOf(facts.mission.title, 90), footer: title,
    blocks: [
      { kind: 'title', text: words(title), lead: [typed(facts.mission.title, version)] },
      heading(2, '1', 'Objectives'), ...missionBlocks(facts, version), ...stopBlocks(facts.stops, version),
      heading(2, '2', 'What was done'), ...itineraryBlocks(facts, version),
      heading(2, '3', 'People met'), { kind: 'paragraph', text: [{ text: metWords(facts.met), derived: true }] },
      heading(2, '4', 'Main messages by stop'), ...messageBlocks(facts, version),
      heading(2, '5', 'Findings and their evidence'), ...evidenceBlocks(facts, version),
      heading(2, '6', 'Readiness'), ...readinessBlocks(facts, version), heading(3, '', 'Levels changed during the mission'), ...changeBlocks(facts, version),
      heading(2, '7', 'Risks and open issues'), ...riskBlocks(facts, version),
      heading(2, '8', 'Follow-up'), ...followUpBlocks(facts, version),
      heading(2, '9', 'Work plan of the technical note'), ...planBlocks(facts.plan, version),
      { kind: 'page-break' }, heading(2, '', 'Annex 1. Persons met'), ...personsMetBlocks(facts.met, version),
    ],
    gaps: gapsOf(facts, version),
  }
}

function gapsOf(facts: BackToOfficeFacts, version: Version): Paper['gaps'] {
  return [
    ...(facts.mission.purpose === '' ? [{ kind: 'other' as const, words: 'The mission’s purpose is not written down: its settings have a place for it.' }] : []),
    ...findingGaps(facts.findings, version), ...ratingGaps(facts.dimensions), ...taskGaps(facts.tasks, version), ...planGaps(facts.plan), ...meetingGaps(facts.meetings, version), ...personsMetGaps(facts.met, version), ...quoteGaps(facts.quotes, version), ...languageGaps(facts, version), ...heldGaps(facts),
  ]
}

/** What was heard at each stop, as the findings that it bears on. */
function messageBlocks({ stops, findings, heardAt }: BackToOfficeFacts, version: Version): Block[] {
  const told = toldFindings(findings, version)
  return stops.flatMap((stop): Block[] => {
    const ids = new Set(heardAt.filter(({ stopId }) => stopId === stop.id).map(({ findingId }) => findingId))
    const items = told.filter(({ id }) => ids.has(id)).map((finding): Item => ({
      about: aboutFinding(finding), text: [typed(finding.statement, version, { source: { noun: 'finding', id: finding.id }, ...(finding.sample && { sample: true }) }), ...(finding.status === 'draft' ? [{ text: ' (draft)', small: true as const }] : [])],
    }))
    return [heading(3, '', stop.city), items.length === 0 ? remark('Nothing that was said here bears on a finding yet.') : { kind: 'list', ordered: false, items }]
  })
}

/** Levels that people gave, each beside the one that stood before it. */
function changeBlocks({ dimensions, ratings, clock }: BackToOfficeFacts, version: Version): Block[] {
  const rows = dimensions.flatMap((dimension) => {
    const own = ratings.filter(({ dimensionId }) => dimensionId === dimension.id)
    return own.flatMap((rating, at): Row[] => (rating.asPrinted ? [] : [{
      about: aboutRating(dimension),
      cells: [
        { text: [[typed(dimension.name, version, { source: { noun: 'rating', id: dimension.id } })]] }, { text: [words(`${levelWords(own[at - 1], version)} → ${levelWords(rating, version)}`, { bold: true })] },
        { text: [[typed(rating.accountName, version)], ...(rating.atMs === null ? [] : [words(momentIn('en', rating.atMs, clock), { small: true })])] }, { text: [[typed(rating.reason, version)]] },
      ],
    }]))
  })
  return rows.length === 0 ? [remark('No level was changed.')] : [{ kind: 'table', look: 'lines', widths: [4, 4, 4, 6], rows: [headRow(['Dimension', 'Level', 'Given by', 'Why']), ...rows] }]
}

/** What this paper reads off its own facts: it changes with them and is no statement of its own. */
function riskBlocks({ dimensions, findings, tasks, meetings, today, clock }: BackToOfficeFacts, version: Version): Block[] {
  const late = tasks.filter(({ status, dueDay }) => status === 'open' && dueDay !== null && dueDay < today)
  const lines: (Item | false)[] = [
    ...dimensions.map(({ id, name, rating, stale }): Item | false => (!rating ? line(`${name} has no level.`, { noun: 'rating', id }) : stale !== undefined && line(`${name}: the level is contradicted by evidence since ${momentIn('en', stale.sinceMs, clock)}.`, { noun: 'rating', id }))),
    ...toldFindings(findings, version).map(({ id, statement, counts }): Item | false => (counts.supports === 0 ? line(`Nothing supports: “${statement}”`, { noun: 'finding', id }) : counts.contradicts > 0 && line(`Sources disagree on: “${statement}”`, { noun: 'finding', id }))),
    ...meetings.filter(({ status }) => ['declined', 'postponed', 'cancelled', 'no-show'].includes(status)).map(({ id, title, status, day }): Item => line(`Not held (${status}): ${title}, ${dayIn('en', day)}.`, { noun: 'engagement', id })),
    ...late.map(({ id, title, dueDay }): Item => line(`Late since ${dayIn('en', dueDay ?? today)}: ${title}`, { noun: 'task', id })),
  ]
  const items = lines.filter((one) => one !== false)
  return items.length === 0 ? [remark('None is known.')] : [{ kind: 'list', ordered: false, items }]
}

function line(text: string, source: NonNullable<Item['text'][number]['source']>): Item {
  return { text: [{ text, source, derived: true }] }
}
