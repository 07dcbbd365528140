/** Findings with how much bears on them, and what contradicts them word for word, as the back-to-office report shows them. */
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Row } from '#app/domain/papers/paper.ts'
import { typed } from '#app/domain/papers/report-facts.ts'
import type { ReportFacts, ReportFinding, Version } from '#app/domain/papers/report-facts.ts'
import { aboutFinding, countWords, toldFindings } from '#app/domain/papers/report-findings.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'
import { quoteItem } from '#app/domain/papers/report-quotes.ts'

/** What contradicts a finding is told as part of it: one more contradiction is one change. */
export function evidenceBlocks({ dimensions, findings, quotes }: Pick<ReportFacts, 'dimensions' | 'findings' | 'quotes'>, version: Version): Block[] {
  const told = toldFindings(findings, version)
  if (told.length === 0) return [remark(version.words.noFindings)]
  const names = new Map(dimensions.map(({ id, name }) => [id, name]))
  return [{ kind: 'table', look: 'lines', widths: [7, 4, 4], rows: [headRow(['Finding', 'Dimensions', 'Evidence']), ...told.flatMap((finding) => rowsOf(finding, quotes, names, version))] }]
}

function rowsOf(finding: ReportFinding, quotes: ReportFacts['quotes'], names: ReadonlyMap<string, string>, version: Version): Row[] {
  const { id, statement, status, sample, dimensionIds, counts } = finding
  const bears = countWords(counts, version)
  const named = dimensionIds.map((one) => names.get(one) ?? '')
  const row: Row = {
    about: aboutFinding(finding), under: { id: `dimensions:${dimensionIds.join(' ')}`, words: named.join(', ') },
    cells: [
      { text: [[typed(statement, version, { source: { noun: 'finding', id }, ...(sample && { sample: true }) })], ...(status === 'accepted' ? [] : [words(status, { small: true })])] }, { text: named.map((name) => [typed(name, version, { derived: true })]) },
      { text: [bears === '' ? words('none', { italic: true }) : words(bears)] },
    ],
  }
  const against = quotes.filter((quote) => quote.finding_id === id && quote.relation === 'contradicts')
  return [row, ...against.map((quote): Row => ({ about: aboutFinding(finding), cells: [{ span: 3, text: [quoteItem(quote, version).text] }] }))]
}
