/**
 * The technical note: title page, contents, and every section with its text as it was written, the findings that stand there with
 * the words that bear on them, and its figures. Thanks and abbreviations are gathered and stand in the sections that say so, or in front.
 *
 * The counterpart's version has no findings that nobody reviewed, only words that the counterpart may read from whom may be named,
 * and passes over what is not there yet.
 */
import { abbreviationsIn } from '#app/domain/papers/abbreviations.ts'
import type { Expansion } from '#app/domain/papers/abbreviations.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { gapsOfSections } from '#app/domain/papers/outline-coverage.ts'
import type { Section, SectionGap } from '#app/domain/papers/outline-coverage.ts'
import { plain, words } from '#app/domain/papers/paper.ts'
import type { About, Block, Item, Paper, Row, Text } from '#app/domain/papers/paper.ts'
import { titlesOf } from '#app/domain/papers/persons-met.ts'
import type { Institution } from '#app/domain/papers/persons-met.ts'
import { dayIn } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed, versionOf } from '#app/domain/papers/report-facts.ts'
import type { Met, Quote, ReportAsk, ReportFinding, Version } from '#app/domain/papers/report-facts.ts'
import { aboutFinding, toldFindings } from '#app/domain/papers/report-findings.ts'
import { findingGaps, foreignGap, heldGaps, quoteGaps, quotedGaps } from '#app/domain/papers/report-gaps.ts'
import { remark } from '#app/domain/papers/report-meetings.ts'
import { mayQuote, quoteItem } from '#app/domain/papers/report-quotes.ts'
import { textsOf } from '#app/domain/papers/runs.ts'
import { abbreviationGaps, figureGaps, placeGaps, sectionGaps } from '#app/domain/papers/technical-note-gaps.ts'
import { noteWords } from '#app/domain/papers/technical-note-words.ts'
import { writtenBlocks } from '#app/domain/papers/written.ts'
import type { Day } from '#app/domain/time.ts'

export type NoteSection = Section & { page: number | null; body: string }
export type NoteFigure = { id: string; nodeId: string | null; number: string; caption: string; alt: string; attachmentId: string | null }
export type NoteFacts = {
  mission: { title: string }
  document: { id: string; title: string; author: string; day: Day | null }
  sections: readonly NoteSection[]
  /** Which finding stands at which section. */
  places: readonly { node: string; finding: string }[]
  findings: readonly ReportFinding[]
  quotes: readonly Quote[]
  figures: readonly NoteFigure[]
  met: readonly Institution<Met>[]
  team: readonly string[]
  abbreviations: readonly Expansion[]
}

export function composeTechnicalNote(facts: NoteFacts, ask: ReportAsk): Paper {
  const version = versionOf(ask)
  const { mission, document, sections, figures, places, quotes } = facts
  const told = facts.findings.filter(({ id }) => places.some((place) => place.finding === id))
  const lacks = gapsOfSections(sections)
  const bodies = sections.map((section) => sectionBlocks(section, facts, lacks.get(section.id) ?? [], version))
  const loose = figures.filter(({ nodeId }) => !sections.some(({ id }) => id === nodeId))
  const w = noteWords(version.language)
  const rest: Block[] = loose.length === 0 ? [] : [{ kind: 'heading', level: 1, text: words(w.figures) }, ...loose.map((figure) => figureBlock(figure, version))]
  const thanks = acknowledgementBlocks(facts, version)
  const contents = contentsBlocks(sections, version)
  const shorts = new Set(abbreviationsIn(textsOf({ blocks: [...contents, ...bodies.flat(), ...rest, ...thanks] }).map(plain)))
  const said = facts.abbreviations.filter(({ short, by }) => by === 'typed' || shorts.has(short))
  const filled = { acknowledgements: thanks, abbreviations: abbreviationBlocks(said, version), contents }
  const front = (['contents', 'acknowledgements', 'abbreviations'] as const).filter((name) => filled[name].length > 0 && !sections.some(({ gathers }) => gathers === name)).flatMap((name): Block[] => [{ kind: 'heading', level: 1, text: words(w[name]) }, ...filled[name]])
  const listed = sections.flatMap((section, at): Block[] => [...sectionHead(section, document.id, version), ...(isFilled(section.gathers) ? filled[section.gathers] : []), ...(bodies[at] ?? [])])
  return {
    kind: 'technical-note', title: document.title, language: ask.language, second: '', audience: ask.audience, header: openingOf(mission.title, 90), footer: openingOf(document.title, 90),
    blocks: [...titleBlocks(facts, version), ...front, ...listed, ...rest],
    gaps: [
      ...sectionGaps(sections, document.id), ...findingGaps(told, version), ...quoteGaps(quotes, version), ...(isTeams(version) ? quotedGaps(told, quotes) : []), ...heldGaps({ findings: facts.findings }), ...figureGaps(figures, document.id), ...abbreviationGaps(said, document.id), ...placeGaps(toldFindings(facts.findings, version).length - toldFindings(told, version).length, document.id),
      ...foreignGap([['section', 'sections', sections.map(({ title }) => title)], ['text', 'texts', sections.map((section) => section.body)], ['finding', 'findings', toldFindings(told, version).map(({ statement }) => statement)], ['caption', 'captions', figures.map(({ caption }) => caption)]], version),
    ],
  }
}

function isFilled(gathers: string): gathers is 'acknowledgements' | 'abbreviations' | 'contents' {
  return gathers === 'acknowledgements' || gathers === 'abbreviations' || gathers === 'contents'
}

function titleBlocks({ mission, document: { id, title, author, day } }: NoteFacts, version: Version): Block[] {
  const lines = [author === '' ? [] : [words(`${noteWords(version.language).author}: ${author}`)], day === null ? [] : [words(dayIn(version.language, day))]].flat()
  return [
    { kind: 'space', points: 150 },
    { kind: 'title', about: { id: `document:${id}`, words: 'Title of the note' }, text: [typed(title, version, { source: { noun: 'document', id } })], lead: [typed(mission.title, version)] },
    ...lines.map((text): Block => ({ kind: 'paragraph', look: 'lead', text })), { kind: 'page-break' },
  ]
}

function aboutSection(section: NoteSection): About {
  return { id: `section:${section.id}`, words: `Section: ${openingOf(entryWords(section), 80)}` }
}

function contentsBlocks(sections: readonly NoteSection[], version: Version): Block[] {
  const rows = sections.map((section): Row => ({
    about: aboutSection(section),
    cells: [{ text: [[typed(`${'\u2003'.repeat(section.level - 1)}${entryWords(section)}`, version, section.level === 1 ? { bold: true } : {})]] }, { align: 'right', text: [words(section.page === null ? '' : String(section.page))] }],
  }))
  return rows.length === 0 ? [] : [{ kind: 'table', look: 'plain', widths: [12, 1], rows }]
}

function sectionHead(section: NoteSection, documentId: string, version: Version): Block[] {
  const level = Math.min(section.level, 3) as 1 | 2 | 3
  return [{ kind: 'heading', level, about: aboutSection(section), text: [typed(entryWords(section), version, { source: { noun: 'section', id: section.id, within: documentId } })] }]
}

/** What stands below the heading of a section: its text, its figures, its findings. */
function sectionBlocks(section: NoteSection, facts: NoteFacts, lacks: readonly SectionGap[], version: Version): Block[] {
  const about: About = { id: `text:${section.id}`, words: `Text of ${openingOf(entryWords(section), 80)}` }
  const text = writtenBlocks(section.body, (run, look) => typed(run, version, look)).map((block): Block => ({ ...block, about }))
  const here = facts.figures.filter(({ nodeId }) => nodeId === section.id).map((figure) => figureBlock(figure, version))
  const found = findingsAt(section, facts, version)
  const missing: Block[] = lacks.includes('no-text') && found.length === 0 ? [{ ...remark(noteWords(version.language).noText), teamOnly: true }] : []
  return [...text, ...here, ...found, ...missing]
}

/** A finding stands with its quotes in the first of its sections, and alone in the others. */
function findingsAt(section: NoteSection, { findings, places, quotes, sections }: NoteFacts, version: Version): Block[] {
  const here = toldFindings(findings, version).filter(({ id }) => places.some(({ node, finding }) => node === section.id && finding === id))
  if (here.length === 0) return []
  const items = here.map((finding): Item => {
    const first = sections.find(({ id }) => places.some(({ node, finding: at }) => node === id && at === finding.id))
    return findingItem(finding, first?.id === section.id ? quotes.filter((quote) => quote.finding_id === finding.id && mayQuote(quote, version)) : [], first && first.id !== section.id ? entryWords(first) : '', version)
  })
  return [{ kind: 'list', ordered: false, items, ...(here.every(({ status }) => status === 'draft') && { teamOnly: true }) }]
}

function findingItem(finding: ReportFinding, said: readonly Quote[], above: string, version: Version): Item {
  const { words: w } = version
  const state = isTeams(version) && finding.status !== 'accepted' ? (finding.status === 'draft' ? w.draft : w.reviewed) : ''
  return {
    about: aboutFinding(finding), ...(finding.status === 'draft' && { teamOnly: true }),
    text: [
      typed(finding.statement, version, { source: { noun: 'finding', id: finding.id }, ...(finding.sample && { sample: true }) }), ...(state === '' ? [] : [{ text: ` (${state})`, small: true as const }]),
      ...(above === '' ? [] : [{ text: ` (${w.seeAbove(above)})`, small: true as const, derived: true as const }]),
    ],
    items: said.map((quote) => quoteItem(quote, version)),
  }
}

function figureBlock({ id, number, caption, alt, attachmentId }: NoteFigure, version: Version): Block {
  return { kind: 'figure', about: { id: `figure:${id}`, words: `Figure: ${openingOf(caption, 80)}` }, caption: [{ text: `${noteWords(version.language).figure}${number === '' ? '' : ` ${number}`}. `, bold: true }, typed(caption, version)], alt: alt || caption, attachmentId }
}

/** Institutions in the order in which they were first met, each with those who were named; then the team. */
function acknowledgementBlocks({ met, team }: NoteFacts, version: Version): Block[] {
  const w = noteWords(version.language)
  const items = met.map(({ name, persons }): Item => {
    const people = persons.filter(({ unnamed }) => !unnamed)
    const listed = people.flatMap((person, at): Text => {
      const title = titlesOf(person)[0] ?? ''
      return [
        ...(at === 0 ? [] : [{ text: '; ' }]),
        typed(title === '' ? person.name : `${person.name}, ${title}`, version, { about: { id: `met:${person.key}`, words: `Person met: ${person.name}` }, ...(person.personId !== null && { source: { noun: 'person', id: person.personId } }), ...(person.sample && { sample: true }) }),
      ]
    })
    const institution = name === '' ? [] : [typed(name, version, { bold: true })]
    return { about: { id: `thanks:${name}`, words: `Institution met: ${name || version.words.noInstitution}` }, text: [...institution, ...(institution.length > 0 && listed.length > 0 ? [{ text: ': ' }] : []), ...listed] }
  }).filter(({ text }) => text.length > 0)
  return [
    ...(items.length === 0 ? [remark(w.nobodyYet)] : [{ kind: 'paragraph' as const, text: words(w.thanks) }, { kind: 'list' as const, ordered: false, items }]),
    ...(team.length === 0 ? [] : [{ kind: 'paragraph' as const, about: { id: 'team', words: 'Mission team' }, text: [{ text: `${w.team}: ` }, typed(team.join('; '), version)] }]),
  ]
}

/** What nobody has said stands in the team's version alone. */
function abbreviationBlocks(rows: readonly Expansion[], version: Version): Block[] {
  const w = noteWords(version.language)
  const shown = rows.filter((row) => row.words !== '' || isTeams(version))
  if (shown.length === 0) return []
  return [{
    kind: 'table', look: 'plain', widths: [2, 10], rows: shown.map((row): Row => ({
      about: { id: `abbreviation:${row.short}`, words: `Abbreviation ${row.short}` }, ...(row.words === '' && { teamOnly: true }),
      cells: [{ text: [words(row.short, { bold: true })] }, { text: [row.words === '' ? words(w.notSaid, { italic: true, small: true }) : [typed(row.words, version, row.organisationId === null ? {} : { source: { noun: 'organisation', id: row.organisationId } })]] }],
    })),
  }]
}
