/**
 * What the level of one dimension rests on: the level and those before it, then each finding with the words for and against it, in
 * their own language and translated, with who said them where.
 *
 * The team's version has everything. The counterpart's has the level without reasons and history, findings that were reviewed or
 * accepted, and words that the counterpart may read, from whom may be named.
 */
import { countRelations } from '#app/domain/assessment/evidence.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Paper, Row, Text } from '#app/domain/papers/paper.ts'
import { momentIn } from '#app/domain/papers/report-dates.ts'
import type { PaperClock } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed, versionOf } from '#app/domain/papers/report-facts.ts'
import type { Quote, ReportAsk, ReportDimension, ReportFinding, ReportRating, Version } from '#app/domain/papers/report-facts.ts'
import { aboutFinding, countWords, heading, toldFindings } from '#app/domain/papers/report-findings.ts'
import { findingGaps, heldGaps, quoteGaps, quotedGaps, ratingGaps } from '#app/domain/papers/report-gaps.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'
import { mayQuote, quoteRow } from '#app/domain/papers/report-quotes.ts'
import { aboutRating, levelWords, readinessBlocks } from '#app/domain/papers/report-readiness.ts'

export type AnnexFacts = {
  mission: { title: string }
  dimension: ReportDimension
  /** The newest first. */
  ratings: readonly ReportRating[]
  /** Links that still stand. */
  standing: ReadonlySet<string>
  findings: readonly ReportFinding[]
  quotes: readonly Quote[]
  clock: PaperClock
}

export function composeEvidenceAnnex(facts: AnnexFacts, ask: ReportAsk): Paper {
  const version = versionOf(ask)
  const { words: w } = version
  const { dimension, mission, findings, quotes } = facts
  const title = w.annexOf(dimension.name)
  return {
    kind: 'evidence-annex', title, language: ask.language, second: '', audience: ask.audience, header: openingOf(mission.title, 90), footer: openingOf(title, 90),
    blocks: [
      { kind: 'title', text: words(title), lead: [typed(mission.title, version)] }, ...(isTeams(version) ? [] : [remark(w.quoted)]),
      heading(2, '1', w.current), ...readinessBlocks({ dimensions: [dimension], clock: facts.clock }, version),
      ...(isTeams(version) ? historyBlocks(facts, version) : []),
      heading(2, isTeams(version) ? '3' : '2', w.evidence), ...toldFindings(findings, version).flatMap((finding) => findingOf(finding, facts, version)), ...(toldFindings(findings, version).length === 0 ? [remark(w.noFindings)] : []),
    ],
    gaps: [...ratingGaps([dimension]), ...findingGaps(findings, version), ...quoteGaps(quotes, version), ...(isTeams(version) ? quotedGaps(findings, quotes) : []), ...heldGaps({ findings })],
  }
}

/** Every level with who gave it, when, why, and over which evidence. */
function historyBlocks({ dimension, ratings, standing, clock }: AnnexFacts, version: Version): Block[] {
  const { words: w } = version
  const rows = ratings.map((rating): Row => {
    const when: Text[] = rating.atMs === null ? [] : [words(momentIn(version.language, rating.atMs, clock), { small: true })]
    const then = countRelations(rating.evidence.map(({ relation }) => ({ relation, sourceKind: '', count: 1 })))
    const gone = rating.evidence.filter(({ id }) => !standing.has(id)).length
    return {
      about: aboutRating(dimension), teamOnly: true,
      cells: [
        { text: [words(levelWords(rating, version), { bold: true }), ...(rating.asPrinted ? [words(w.asPrinted, { small: true })] : [])] }, { text: [[typed(rating.accountName, version)], ...when] },
        { text: [[typed(rating.reason, version)], words(`${w.evidenceThen}: ${rating.evidence.length === 0 ? w.confidences.none : countWords(then, version)}`, { small: true }), ...(gone === 0 ? [] : [words(w.unlinked(gone), { small: true, derived: true })])] },
      ],
    }
  })
  return [{ ...heading(2, '2', w.history), teamOnly: true }, ...(rows.length === 0 ? [remark(w.notRated)] : [{ kind: 'table' as const, look: 'lines' as const, widths: [3, 4, 7], rows: [headRow([w.level, w.givenBy, w.reason]), ...rows], teamOnly: true as const }])]
}

function findingOf(finding: ReportFinding, { quotes, dimension }: AnnexFacts, version: Version): Block[] {
  const { words: w } = version
  const judged = dimension.rating?.asPrinted === false
  const seen = new Set(dimension.rating?.evidence.map(({ id }) => id))
  const said = quotes.filter((quote) => quote.finding_id === finding.id && mayQuote(quote, version))
  const state = !isTeams(version) || finding.status === 'accepted' ? [] : [{ text: ` (${finding.status === 'draft' ? w.draft : w.reviewed})`, small: true as const }]
  const bears = isTeams(version) ? [{ text: ` · ${countWords(finding.counts, version)}`, small: true as const, derived: true as const }] : []
  return [
    { kind: 'paragraph', look: 'lead', about: aboutFinding(finding), ...(finding.status === 'draft' && { teamOnly: true }), text: [typed(finding.statement, version, { bold: true, source: { noun: 'finding', id: finding.id }, ...(finding.sample && { sample: true }) }), ...state, ...bears] },
    said.length === 0 ? { ...remark(w.noEvidence), ...(finding.status === 'draft' && { teamOnly: true }) } : {
      kind: 'table', look: 'lines', widths: [3, 9, 6], ...(finding.status === 'draft' && { teamOnly: true }), rows: [headRow([w.bearing, w.words, w.source]), ...said.map((quote) => quoteRow(quote, judged && !seen.has(quote.link_id), version))],
    },
  ]
}
