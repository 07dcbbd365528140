/** Each chunk of a line with what it is: a name, a label, an office or body, a note, part of a title. */
import { chunksOf } from '#app/domain/intake/people-chunks.ts'
import { isUnconfirmed, labelAt, roleBehind } from '#app/domain/intake/people-labels.ts'
import { findName } from '#app/domain/intake/people-names.ts'
import { pieceKind } from '#app/domain/intake/people-offices.ts'
import { BODY, BODY_WORD, FAMILY, GIVEN, PLACE, POSITION, RANK, SMALL, SURNAME, TITLE, flagsOf } from '#app/domain/intake/people-words.ts'
import type { PeopleHints } from '#app/domain/intake/people.ts'
import type { Chunk } from '#app/domain/intake/people-chunks.ts'
import type { Label } from '#app/domain/intake/people-labels.ts'
import type { NameFound } from '#app/domain/intake/people-names.ts'
import type { PieceKind } from '#app/domain/intake/people-offices.ts'
import type { PersonDraft } from '#app/domain/intake/draft.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** `from` … `to`: the chunk without its label. `name` is set where the chunk names a person. `roleBehind`: "(moderator)" behind a name. */
export type Part = { chunk: Chunk; from: number; to: number; label: Label | null; name: NameFound | null; kind: PieceKind; role: PersonDraft['role'] | null; unconfirmed: boolean; candidate: NameFound | null }

/** A name counts from here on. */
const BAR = 0.5
/** What the bare shape of a name is worth. */
const SHAPED = 0.35
const LEAST_LISTED = 3
/** Where a new entry, and with it a label, may begin. */
const BEGINS = new Set([';', '\n', '&', '?', '.', '\t', '|', ':', '-'])
const LEADS_TO_OFFICE = new Set([',', '-', '(', '/', '|', '\t', '&', ')'])

/** The parts of a line in their order. Names are decided from left to right, because what follows a name is likelier its affiliation. */
export function partsOf(tokens: readonly Token[], start: number, hints: PeopleHints): Part[] {
  const chunks = chunksOf(tokens, start)
  const parts: Part[] = []
  let labelled = false
  chunks.forEach((chunk, at) => {
    const next = chunks[at + 1]
    const begins = at === 0 || BEGINS.has(chunk.lead) || next?.lead === ':'
    const found = labelAt(tokens, chunk, next?.lead ?? '')
    const paired = found?.whole === true && next?.lead === '-' && isNameFirst(tokens, next)
    const label = begins || paired || found?.whole === false ? found : null
    const behind = label === null ? roleBehind(tokens, chunk) : null
    if (label !== null) labelled = true
    const from = label === null ? chunk.from : label.end
    const part: Part = { chunk, from, to: chunk.to, label, name: null, candidate: null, kind: 'text', role: behind, unconfirmed: isUnconfirmed(tokens, chunk) }
    parts.push(part)
    if (from >= chunk.to) return
    part.kind = pieceKind(tokens, from, chunk.to)
    const name = findName(tokens, from, chunk.to)
    part.candidate = name
    if (name === null) return
    const score = name.score + bonus(tokens, part, name, parts, next) + (labelled ? 0.25 : 0) + (hints.likely === true ? 0.15 : 0)
    if (score >= BAR) part.name = { ...name, score: Math.min(1, score) }
  })
  dropTitleLabels(parts)
  acceptLists(tokens, parts, labelled || hints.likely === true)
  return parts
}

/** ", Co-chair – Mr. X": a label within a line of labels. */
function isNameFirst(tokens: readonly Token[], { from, to }: Chunk): boolean {
  const name = findName(tokens, from, to)
  return name !== null && name.start === from && name.score >= BAR
}

/** "Panel 2: Financing", "Presentation: …": such a word is a label only where people follow. */
function dropTitleLabels(parts: readonly Part[]): void {
  parts.forEach((part, at) => {
    const next = parts[at + 1]
    if (part.label?.common !== true || !part.label.whole || next === undefined || next.name !== null || next.label !== null || next.kind !== 'text') return
    part.label = null
    part.from = part.chunk.from
    part.kind = 'text'
  })
}

/** Three or more names between commas and nothing else are a list of people, even when only some are known as names. */
function acceptLists(tokens: readonly Token[], parts: readonly Part[], likely: boolean): void {
  const rest = parts.filter((part) => part.label?.whole !== true && part.role === null && !part.unconfirmed)
  const listed = rest.length >= LEAST_LISTED && rest.some(({ name }) => name !== null) && rest.every((part) => part.candidate !== null && isNameShaped(tokens, part))
  if (!likely || !listed) return
  for (const part of rest) part.name ??= part.candidate === null ? null : { ...part.candidate, score: BAR }
}

function isNameShaped(tokens: readonly Token[], { candidate, from, to, chunk }: Part): boolean {
  if (candidate === null || candidate.start !== from || candidate.end !== to || !',;&'.includes(chunk.lead) && chunk.lead !== ':' && chunk.lead !== '-') return false
  const words = tokens.slice(candidate.from, candidate.to)
  return candidate.score >= SHAPED && words.length >= 2 && words.length <= 4
}

/** What stands around a name: an office or body behind it, an office before it; a name where an affiliation is due needs more. */
function bonus(tokens: readonly Token[], part: Part, name: NameFound, parts: readonly Part[], next: Chunk | undefined): number {
  let sum = 0
  const before = parts.at(-2)
  if (next !== undefined && LEADS_TO_OFFICE.has(next.lead) && name.end === part.to) {
    const kind = pieceKind(tokens, next.from, next.to)
    sum += kind === 'position' ? 0.3 : kind === 'body' ? 0.2 : next.depth > 0 && kind === 'text' ? 0.1 : 0
  }
  if (part.chunk.depth > 0 && parts.length > 1 && ',(&/'.includes(part.chunk.lead) && isGivenAlone(tokens, part, name)) return before?.name && isGivenAlone(tokens, before, before.name) ? 0.4 : sum + 0.3 + (isAffiliationPlace(parts) ? -0.35 : 0)
  if (part.chunk.lead === '-' && parts.length > 1 && next === undefined && isGivenAlone(tokens, part, name)) sum += 0.15
  if (part.chunk.lead === '-' && parts.length > 1 && isCapitalised(tokens, next)) sum += 0.15
  if (name.start > part.from) sum += beforeName(tokens, part.from, name.start)
  if (name.end < part.to) sum += behindName(tokens, name.end)
  if (before !== undefined && before.name === null && before.kind === 'position' && name.start === part.from && ',-:'.includes(part.chunk.lead)) sum += 0.15
  if (before !== undefined && isNextListed(part, before, next)) return sum + 0.15
  if (before !== undefined && isAffiliationPlace(parts) && ',-(/)|'.includes(part.chunk.lead)) sum -= name.honorific !== null ? 0 : !name.known ? 0.45 : part.chunk.depth > 0 ? 0.35 : 0.2
  return sum
}

/** "Welcome and introductions (Sarah)": colleagues by their given names. */
function isGivenAlone(tokens: readonly Token[], { from, to }: Part, name: NameFound): boolean {
  const flags = flagsOf(tokens[name.from] as Token)
  return to === from + 1 && name.to === name.from + 1 && (flags & GIVEN) !== 0 && (flags & (PLACE | TITLE | FAMILY | SURNAME | BODY | BODY_WORD | POSITION | SMALL)) === 0
}

/** "A (Org), B (Org)": behind a bracket and a comma the next one stands. */
function isNextListed({ chunk }: Part, before: Part, next: Chunk | undefined): boolean {
  return chunk.depth === 0 && ',)'.includes(chunk.lead) && before.chunk.depth > 0 && (next?.depth ?? 0) > 0
}

/** A short chunk of capitalised words behind a comma or in brackets, as bodies are printed. */
function isCapitalised(tokens: readonly Token[], chunk: Chunk | undefined): boolean {
  return chunk !== undefined && ',('.includes(chunk.lead) && chunk.to - chunk.from <= 6 && tokens.slice(chunk.from, chunk.to).every(({ form, kind }) => kind === 'word' && form !== 'lower')
}

function beforeName(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if ((flagsOf(tokens[at] as Token) & POSITION) !== 0) return 0.2
  return (flagsOf(tokens[to - 1] as Token) & (BODY | BODY_WORD)) === 0 ? -0.1 : -0.5
}

function behindName(tokens: readonly Token[], from: number): number {
  const token = tokens[from] as Token
  const flags = flagsOf(token)
  if ((flags & (POSITION | BODY | RANK | BODY_WORD)) !== 0 && (flags & SMALL) === 0) return 0.1
  return token.form === 'lower' && (flags & GIVEN) === 0 ? -0.25 : -0.1
}

function isAffiliationPlace(parts: readonly Part[]): boolean {
  for (let at = parts.length - 2; at >= 0; at--) {
    const part = parts[at] as Part
    if (part.name !== null) return true
    if (';\n&?'.includes(part.chunk.lead) && part.chunk.lead !== '') return false
  }
  return false
}
