/** What was said, as a paper may quote it: whole for the team, as far as its level goes for everybody else. */
import { attributedTo, mayRead } from '#app/domain/meetings/attribution.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { About, Item, Row, Run, Source, Text } from '#app/domain/papers/paper.ts'
import { dayIn, meetingTimeIn } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed } from '#app/domain/papers/report-facts.ts'
import type { Quote, Version } from '#app/domain/papers/report-facts.ts'

/** Whether the words of a quote may stand in a version. */
export function mayQuote({ confidentiality }: Pick<Quote, 'confidentiality'>, version: Version): boolean {
  return isTeams(version) || mayRead(confidentiality, 'counterpart')
}

export function aboutQuote(quote: Quote): About {
  return { id: `excerpt:${quote.id}`, words: `Evidence: “${openingOf(quote.body, 60)}”` }
}

/** One quote under its finding: what it does to it, the words, their translation, who said them and where. */
export function quoteItem(quote: Quote, version: Version): Item {
  return { about: aboutQuote(quote), ...(!mayQuote(quote, { ...version, audience: 'counterpart' }) && { teamOnly: true }), text: [{ text: `${version.words.relations[quote.relation]}: `, small: true }, ...quoteRuns(quote, version)] }
}

/** The words in their own language, the translation and its state, the speaker, the meeting with its hour or the document. */
function quoteRuns(quote: Quote, version: Version): Text {
  const whence = whenceRun(quote, version)
  const source: Run = { text: ` — ${speakerWords(quote, version)}`, small: true }
  const translation = translationRuns(quote, version)
  return [saidRun(quote, version), ...(translation.length === 0 ? [] : [{ text: ' ' }, ...translation]), source, ...(whence ? [{ text: '; ', small: true, derived: true } satisfies Run, whence] : [])]
}

function saidRun(quote: Quote, version: Version): Run {
  return { text: version.words.quote(quote.body), ...(quote.language !== version.language && { lang: quote.language }), source: { noun: 'excerpt', id: quote.id }, ...((quote.sample === 1 || quote.link_sample === 1) && { sample: true }) }
}

/** A row of an annex: how the words bear on the finding, the words with their translation, who said them where; for the team why they bear so. `newer` came after the level was given. */
export function quoteRow(quote: Quote, newer: boolean, version: Version): Row {
  const { words: w, language } = version
  const whence = whenceRun(quote, version)
  const translation = translationRuns(quote, version)
  const why = isTeams(version) ? [typed(quote.reason, version, { small: true }), { text: [quote.reason && ' — ', quote.linked_by].join(''), small: true as const }] : []
  const state: Text[] = quote.language !== language && quote.translation_state === 'reviewed' ? [words(w.reviewedTranslation, { small: true })] : []
  return {
    about: aboutQuote(quote), ...(!mayQuote(quote, { ...version, audience: 'counterpart' }) && { teamOnly: true }),
    cells: [
      { text: [words(w.relations[quote.relation], { bold: true }), ...(newer && isTeams(version) ? [words(w.sinceThen, { small: true, derived: true })] : [])] },
      { text: [[saidRun(quote, version)], ...(translation.length === 0 ? [] : [translation]), ...state, ...(why.length === 0 ? [] : [why])] },
      { text: [words(speakerWords(quote, version)), ...(whence ? [[whence]] : [])] },
    ],
  }
}

/** A translation stands in the paper once somebody reviewed it; the team also sees drafts, said to be so. Translations are English. */
function translationRuns({ language, translation, translation_state: state }: Quote, version: Version): Run[] {
  const { words: w, language: paper } = version
  if (language === paper) return []
  if (translation === '' || (state !== 'reviewed' && !isTeams(version))) return [{ text: `(${w.noTranslation})`, small: true }]
  return [{ text: w.quote(translation), ...(paper !== 'en' && { lang: 'en' }) }, ...(state === 'reviewed' ? [] : [{ text: ` (${w.notReviewed})`, small: true } satisfies Run])]
}

/** Who may be said to have said it; for the team who did, and how far they may be named elsewhere. */
function speakerWords(quote: Quote, version: Version): string {
  const { words: w } = version
  if (isTeams(version)) return `${[quote.speaker, quote.institution].filter(Boolean).join(', ') || w.nobodyNamed}${quote.source_kind === '' ? '' : ` (${w.kinds[quote.source_kind] ?? quote.source_kind})`}`
  const source = attributedTo(quote)
  if (source.by === 'name') return [source.speaker, source.institution].filter(Boolean).join(', ')
  if (source.by === 'institution') return source.institution
  return source.by === 'source' ? (w.sources[source.sourceKind] ?? source.sourceKind) : w.nobodyNamed
}

/** A meeting gives its speakers away: outside the team it is named only where the institution may be known. */
function isPlaced(quote: Quote, version: Version): boolean {
  const { by } = attributedTo(quote)
  return isTeams(version) || by === 'name' || by === 'institution' || (quote.document_id !== null && quote.attribution !== 'not for attribution')
}

function whenceRun(quote: Quote, version: Version): Run | undefined {
  if (!isPlaced(quote, version)) return undefined
  const { title, day, zone, start_minute: startMinute, end_minute: endMinute, city } = quote
  if (title !== null && day !== null && zone !== null) {
    const when = meetingTimeIn(version.language, { day, startMinute, endMinute, zone, city: quote.city_said ?? city ?? '' })
    return typed(`${title}, ${when}`, version, { small: true, derived: true, source: { noun: 'engagement', id: quote.engagement_id ?? '' } })
  }
  const parts = [quote.document_title, quote.node_number && `${version.words.item} ${quote.node_number}`, quote.document_number, quote.dated_day && dayIn(version.language, quote.dated_day)]
  return typed(parts.filter(Boolean).join(', '), version, { small: true, derived: true, ...(quote.document_id !== null && { source: placeOf(quote, quote.document_id) }) })
}

function placeOf({ outline_node_id: node }: Quote, documentId: string): Source {
  return node === null ? { noun: 'document', id: documentId } : { noun: 'node', id: node, within: documentId }
}
