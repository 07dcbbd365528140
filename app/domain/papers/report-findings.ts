/** Findings by dimension, as reports tell them. */
import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import type { RelationCounts } from '#app/domain/assessment/evidence.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { About, Block, Item, Run } from '#app/domain/papers/paper.ts'
import { isTeams, typed } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, ReportFinding, Version } from '#app/domain/papers/report-facts.ts'
import { remark } from '#app/domain/papers/report-meetings.ts'
import { mayQuote, quoteItem } from '#app/domain/papers/report-quotes.ts'

/** Superseded findings stand in no paper; what nobody reviewed leaves the team in none. */
export function toldFindings(findings: readonly ReportFinding[], version: Version): ReportFinding[] {
  return findings.filter(({ status }) => status !== 'superseded' && (isTeams(version) || status !== 'draft'))
}

export function aboutFinding({ id, statement }: Pick<ReportFinding, 'id' | 'statement'>): About {
  return { id: `finding:${id}`, words: `Finding: ${openingOf(statement, 80)}` }
}

/** A heading for each dimension that has findings; whatever stands under none comes last. */
export function findingBlocks({ dimensions, findings, quotes }: Pick<ReportFacts, 'dimensions' | 'findings' | 'quotes'>, version: Version): Block[] {
  const { words: w } = version
  const told = toldFindings(findings, version)
  if (told.length === 0) return [remark(w.noFindings)]
  const groups = [...dimensions.map(({ id, name }) => ({ id, name, here: told.filter((one) => one.dimensionIds.includes(id)) })), { id: '', name: w.elsewhere, here: told.filter((one) => one.dimensionIds.length === 0) }]
  const first = new Map<string, string>()
  for (const { name, here } of groups) for (const finding of here) if (!first.has(finding.id)) first.set(finding.id, name)
  return groups.filter(({ here }) => here.length > 0).flatMap(({ id, name, here }): Block[] => {
    const under = { id: `dimension:${id}`, words: name }
    const teamOnly = here.every(({ status }) => status === 'draft') ? { teamOnly: true as const } : {}
    return [{ kind: 'heading', level: 3, text: [typed(name, version)], ...teamOnly }, { kind: 'list', ordered: false, items: here.map((one) => ({ ...(first.get(one.id) === name ? itemOf(one, quotes, version) : againOf(one, first.get(one.id) ?? '', version)), under })), ...teamOnly }]
  })
}

/** A finding of several dimensions stands with its quotes under the first. */
function againOf(finding: ReportFinding, at: string, version: Version): Item {
  const { words: w } = version
  const state = finding.status === 'draft' ? `${w.draft}; ` : ''
  return { ...itemOf(finding, [], version), text: [statementOf(finding, version), { text: ` (${state}${w.seeAbove(at)})`, small: true, derived: true }] }
}

function statementOf({ id, statement, sample }: ReportFinding, version: Version): Run {
  return typed(statement, version, { source: { noun: 'finding', id }, ...(sample && { sample: true }) })
}

function itemOf(finding: ReportFinding, quotes: ReportFacts['quotes'], version: Version): Item {
  const said = quotes.filter((quote) => quote.finding_id === finding.id && mayQuote(quote, version))
  return {
    about: aboutFinding(finding), ...(finding.status === 'draft' && { teamOnly: true }),
    text: [statementOf(finding, version), ...marksOf(finding, version)],
    items: said.map((quote) => quoteItem(quote, version)),
  }
}

/** What only the team is told of a finding: how far it has come and how many sentences bear on it. */
function marksOf({ status, counts }: ReportFinding, version: Version): Run[] {
  if (!isTeams(version)) return []
  const { words: w } = version
  const state = status === 'draft' ? w.draft : status === 'reviewed' ? w.reviewed : ''
  const bears = countWords(counts, version)
  return [...(state === '' ? [] : [{ text: ` (${state})`, small: true } satisfies Run]), ...(bears === '' ? [] : [{ text: ` · ${bears}`, small: true, derived: true } satisfies Run])]
}

/** 'Supports 3, Contradicts 1' */
export function countWords(counts: RelationCounts, { words: w }: Version): string {
  return RELATIONS.filter((relation) => counts[relation] > 0).map((relation) => `${w.relations[relation].toLowerCase()} ${counts[relation]}`).join(', ')
}

export function heading(level: 1 | 2 | 3, number: string, text: string): Block {
  return { kind: 'heading', level, ...(number !== '' && { number }), text: words(text) }
}
