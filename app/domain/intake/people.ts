/**
 * People of an agenda text. Callers choose by what they hold:
 * `readPeople` one line, cell or segment · `gatherPeople` (people-lines.ts) the lines of one row or block, with labels ("Moderator:") and further affiliations
 * carried from line to line · `splitTitleAndPeople` (people-titles.ts) a line that may be "Talk – Surname I.O., Org" · `isPersonLine`, `isOrganisation` how much a text looks so.
 * Spans are relative to the text given, moved by `at` (the place of its first character in a greater text).
 */
import { affiliationsOf, bodyScore, rangeText } from '#app/domain/intake/people-affiliations.ts'
import { entriesOf } from '#app/domain/intake/people-entries.ts'
import { namesNobody } from '#app/domain/intake/people-labels.ts'
import { partsOf } from '#app/domain/intake/people-parts.ts'
import { mergeScripts, pairScripts } from '#app/domain/intake/people-same.ts'
import { sliceOf, tokensOf } from '#app/domain/intake/people-text.ts'
import type { Confidence, PersonDraft, Read, Span } from '#app/domain/intake/draft.ts'
import type { Entry, Entries } from '#app/domain/intake/people-entries.ts'
import type { Office, Range } from '#app/domain/intake/people-office-parts.ts'
import type { Part } from '#app/domain/intake/people-parts.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

export type PeopleRole = PersonDraft['role']

/** What the surroundings tell: the role that a label or a column gives, and whether people are what usually stands here (a speaker column, a line below a row). */
export type PeopleHints = { role?: PeopleRole; likely?: boolean }

/** A person and how sure it is that this is a person's name at all: 0.5 … 1. */
export type PersonFound = { person: PersonDraft; score: number }

export type PeopleRead = {
  people: PersonFound[]
  /** A role label stands at the front: "Moderator:", "Panelists –"; alone, it holds for the lines that follow when it is plural, else for the next. */
  label: { role: PeopleRole; plural: boolean; span: Span } | null
  /** Says that nobody is named: "TBC", "All participants", "Representative of the Ministry". */
  nobody: boolean
}

/** What was read, with the tokens it was read from. */
export type LineRead = { text: string; at: number; tokens: Token[]; parts: Part[]; entries: Entries; people: PersonFound[] }

/** The people of one line, cell or segment, in their order; never throws. */
export function readPeople(text: string, hints: PeopleHints = {}, at = 0): PeopleRead {
  const line = readLine(text, hints, at)
  const { tokens, parts, people } = line
  const label = parts[0]?.label ?? null
  const rest = parts.filter((part) => part.label?.whole !== true && part.from < part.to)
  const nobody = people.length === 0 && namesNone(line)
  const kept = label !== null && (people.length > 0 || rest.length === 0 || nobody)
  const first = parts[0]?.chunk.from ?? 0
  return { people, nobody, label: kept ? { role: label.role, plural: label.plural, span: spanOf(tokens, first, label.end, at) } : null }
}

/** True when a line without people says so: "TBC", or bodies and offices alone behind a label. */
export function namesNone({ tokens, parts }: LineRead): boolean {
  const rest = parts.filter((part) => part.label?.whole !== true && part.from < part.to)
  const [first, last] = [rest[0], rest.at(-1)]
  if (first === undefined || last === undefined) return false
  const labelled = parts.some(({ label }) => label?.whole === true && !label.common)
  return namesNobody(tokens, first.from, last.to) || (labelled && rest.every(({ kind }) => kind !== 'text' && kind !== 'note'))
}

/** Reads a line into tokens, parts, entries and people. */
export function readLine(text: string, hints: PeopleHints, at: number): LineRead {
  const tokens = tokensOf(text)
  const parts = partsOf(tokens, bulletEnd(tokens), hints)
  const entries = entriesOf(tokens, parts, hints.role ?? 'speaker')
  const people = [...pairScripts(mergeScripts(entries.people.map((entry) => ({ person: personOf(text, tokens, entry, at), score: entry.name.score }))), text, at)]
  return { text, at, tokens, parts, entries, people }
}

/** 0 … 1: how much the whole text looks like naming people (label and affiliations included), without a title beside them. */
export function isPersonLine(text: string, hints: PeopleHints = {}): number {
  const { people, entries } = readLine(text, hints, 0)
  const score = Math.max(0, ...people.map((each) => each.score))
  return entries.titles.length > 0 ? score / 2 : score
}

/** 0 … 1: how much the whole text looks like a body's name without a person. */
export function isOrganisation(text: string): number {
  const { tokens, people, parts } = readLine(isShouted(text) ? text.replace(/\p{Lu}{3,60}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase()) : text, {}, 0)
  const first = parts[0]
  if (people.length > 0 || first === undefined) return 0
  return bodyScore(tokens, first.chunk.from, (parts.at(-1) as Part).to)
}

/** Words in capitals throughout are no abbreviations. */
function isShouted(text: string): boolean {
  return text.length > 12 && text.includes(' ') && !/\p{Ll}/u.test(text)
}

/** Bullets and numbers before a list entry: '–', '•', '1.', '2)', 'a)'. */
function bulletEnd(tokens: readonly Token[]): number {
  let at = 0
  while (at < tokens.length && isBullet(tokens, at)) at++
  return at
}

function isBullet(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.kind === 'mark') return !'«“"„(&<'.includes(token.key)
  if (token.kind === 'word' && token.key.length === 1 && token.form === 'lower') return token.text.endsWith('.') || tokens[at + 1]?.key === ')'
  return token.kind === 'number' && token.text.length <= 3 && ['.', ')'].includes(token.text.at(-1) === '.' ? '.' : (tokens[at + 1]?.key ?? ''))
}

function personOf(text: string, tokens: readonly Token[], entry: Entry, at: number): PersonDraft {
  const { name, before, behind, role, unconfirmed } = entry
  const [front, back] = [affiliationsOf(tokens, before), affiliationsOf(tokens, behind)]
  const position = back.first.position ?? front.first.position
  const organisation = chosenBody(front, back)
  const confidence: Confidence = entry.shared || front.unsure || back.unsure ? 'unsure' : 'likely'
  const value = (range: Range | null): Read<string> | null => (range === null ? null : readOf(text, tokens, range, at, confidence))
  const further = [...(front.first.position !== null && back.first.position !== null ? [front.first] : []), ...front.further, ...back.further]
  const start = Math.min(name.start, ...before.map(({ from }) => from))
  const end = Math.max(name.end, ...(entry.shared ? [] : behind.map(({ to }) => to)))
  return {
    name: { value: sliceOf(text, tokens, name.from, name.to), span: spanOf(tokens, name.from, name.to, at), confidence: name.score >= 0.75 ? 'sure' : name.score >= 0.6 ? 'likely' : 'unsure' },
    also: entry.aliases.map((alias) => sliceOf(text, tokens, alias.from, alias.to)),
    honorific: name.honorific === null ? null : { value: sliceOf(text, tokens, ...name.honorific), span: spanOf(tokens, ...name.honorific, at), confidence: 'sure' },
    position: value(position), organisation: value(organisation),
    further: further.map((office) => furtherOf(text, tokens, office)),
    printedTitle: printedTitle(text, tokens, behind.length > 0 ? behind : before), role, unconfirmed,
    span: spanOf(tokens, start, end, at),
  }
}

function chosenBody(front: { first: Office; unsure: boolean }, back: { first: Office; unsure: boolean }): Range | null {
  if (back.first.organisation !== null && !(back.unsure && front.first.organisation !== null)) return back.first.organisation
  return front.first.organisation
}

function furtherOf(text: string, tokens: readonly Token[], { position, organisation }: Office): PersonDraft['further'][number] {
  const value = (range: Range | null): string => (range === null ? '' : rangeText(text, tokens, range).value)
  return { position: value(position), organisation: value(organisation) }
}

function readOf(text: string, tokens: readonly Token[], range: Range, at: number, confidence: Confidence): Read<string> | null {
  const { value, start, end } = rangeText(text, tokens, range)
  return value === '' ? null : { value, span: { start: start + at, end: end + at }, confidence }
}

function printedTitle(text: string, tokens: readonly Token[], pieces: readonly { from: number; to: number }[]): string {
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first === undefined || last === undefined ? '' : rangeText(text, tokens, [first.from, last.to]).value
}

function spanOf(tokens: readonly Token[], from: number, to: number, at: number): Span {
  const start = tokens[from]?.start ?? 0
  return { start: start + at, end: (tokens[to - 1]?.end ?? start) + at }
}
