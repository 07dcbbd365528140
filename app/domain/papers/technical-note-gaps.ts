/** What a technical note lacks before it goes out, told by its parts. */
import { openingOf } from '#app/domain/meetings/notes.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { gapsOfSections } from '#app/domain/papers/outline-coverage.ts'
import type { SectionGap } from '#app/domain/papers/outline-coverage.ts'
import { endOf } from '#app/domain/papers/outline-moves.ts'
import { bareTitle, checkNumbering } from '#app/domain/papers/outline-numbers.ts'
import { FAULT_WORDS } from '#app/domain/papers/outline-words.ts'
import type { Expansion } from '#app/domain/papers/abbreviations.ts'
import type { Gap, Source } from '#app/domain/papers/paper.ts'
import type { NoteFigure, NoteSection } from '#app/domain/papers/technical-note-paper.ts'
import { count } from '#app/domain/text.ts'

const LACKS: [SectionGap, Gap['kind'], one: string, many: string][] = [['no-text', 'other', 'section has no text', 'sections have no text'], ['no-finding', 'evidence', 'section has no finding', 'sections have no finding'], ['no-owner', 'person', 'section has no owner', 'sections have no owner']]

/** Numbers that are wrong, then for each part how many of its sections lack text, findings and owners, with their numbers. */
export function sectionGaps(sections: readonly NoteSection[], documentId: string): Gap[] {
  const source = (id: string): Source => ({ noun: 'section', id, within: documentId })
  const gaps = gapsOfSections(sections)
  const numbers = checkNumbering(sections).map(({ id, fault, proposal }): Gap => {
    const section = sections.find((each) => each.id === id)
    return { kind: 'other', words: `${FAULT_WORDS[fault]}: ${section ? entryWords(section) : ''}${proposal === null ? '' : ` (${proposal} would be right)`}`.replace(/^./, (letter) => letter.toUpperCase()), source: source(id) }
  })
  const parts = sections.flatMap((part, at) => (part.level === 1 || at === 0 ? [{ part, inside: sections.slice(at, endOf(sections, at)) }] : []))
  return [...numbers, ...parts.flatMap(({ part, inside }) => LACKS.flatMap(([gap, kind, one, many]): Gap[] => {
    const lacking = inside.filter(({ id }) => gaps.get(id)?.includes(gap))
    if (lacking.length === 0) return []
    const called = lacking.length === 1 && lacking[0] === part ? '' : `: ${lacking.map((section) => section.number || bareTitle(section)).join(', ')}`
    return [{ kind, words: `${entryWords(part)}: ${count(lacking.length, one, many)}${called}`, source: source(part.id) }]
  }))]
}

/** Places without a picture, without a section, or without words for those who cannot see it. */
export function figureGaps(figures: readonly NoteFigure[], documentId: string): Gap[] {
  return figures.flatMap((figure): Gap[] => {
    const lacks = [figure.attachmentId === null && 'its picture is missing', figure.nodeId === null && 'it stands in no section', figure.alt === '' && 'nobody has said what it shows'].filter(Boolean)
    return lacks.length === 0 ? [] : [{ kind: 'other', words: `Figure “${openingOf(figure.caption, 80)}”: ${lacks.join(', ')}.`, source: figure.nodeId === null ? { noun: 'document', id: documentId } : { noun: 'section', id: figure.nodeId, within: documentId } }]
  })
}

export function abbreviationGaps(rows: readonly Expansion[], documentId: string): Gap[] {
  const wanting = rows.filter(({ words }) => words === '').map(({ short }) => short)
  return wanting.length === 0 ? [] : [{ kind: 'other', words: `Nobody has said what ${wanting.length === 1 ? 'this stands' : 'these stand'} for: ${wanting.join(', ')}.`, source: { noun: 'document', id: documentId } }]
}

/** Findings of the mission that stand in no section. */
export function placeGaps(unplaced: number, documentId: string): Gap[] {
  return unplaced === 0 ? [] : [{ kind: 'decision', words: `${count(unplaced, 'finding stands', 'findings stand')} in no section and ${unplaced === 1 ? 'is' : 'are'} not told.`, source: { noun: 'document', id: documentId } }]
}
