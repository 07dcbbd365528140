/** A line that says what is talked about and by whom. */
import { readLine } from '#app/domain/intake/people.ts'
import { TITLE, flagsOf } from '#app/domain/intake/people-words.ts'
import type { Span } from '#app/domain/intake/draft.ts'
import type { LineRead, PeopleHints, PersonFound } from '#app/domain/intake/people.ts'
import type { Part } from '#app/domain/intake/people-parts.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** Words that only say who somebody is below a row; at its front, some of them say what it is. */
const ROLES = /^(?:speaker|panelist|panellist|trainer|keynote)/
const ROLES_ALONE = /^(?:speaker|panelist|panellist|trainer)/

export type TitleAndPeople = { title: Span; people: PersonFound[] }

/** "Talk – Surname I.O., Org", "Talk (Mr. X)", "Ms. Y: Talk", "Remarks by Mr. Z". null: a title only, or people only. */
export function splitTitleAndPeople(text: string, hints: PeopleHints = {}, at = 0): TitleAndPeople | null {
  const line = readLine(text, hints, at)
  const title = titleOf(line)
  return title === null ? null : { title, people: line.people }
}

/** The same for the title of a row, where "Keynote: Dr. X" says what takes place as well. */
export function splitRowTitle(text: string, hints: PeopleHints = {}, at = 0): TitleAndPeople | null {
  const line = readLine(text, hints, at)
  const title = titleOf(line) ?? (line.people.length > 0 ? labelTitle(line, ROLES_ALONE) ?? subjectTitle(line) : null)
  return title === null ? null : { title, people: line.people.map((found) => withoutBody(found, title)) }
}

/** "ADB pipeline – Mr. X": a row is about what stands before the dash, also where it names a body. */
function subjectTitle({ parts, entries, tokens, at }: LineRead): Span | null {
  const [first] = entries.people
  const piece = first?.before[0]
  if (!piece || piece.from !== parts[0]?.from || parts.find(({ name }) => name === first.name || name?.from === first.name.from)?.chunk.lead !== '-') return null
  return moved(tokens, piece.from, first.before.at(-1)?.to ?? piece.to, at)
}

/** What is the title of the row is nobody's organisation, unless it is the name of one. */
function withoutBody(found: PersonFound, title: Span): PersonFound {
  const { organisation } = found.person
  const inTitle = organisation !== null && organisation.span.start >= title.start && organisation.span.end <= title.end
  return inTitle && /\s\p{Ll}+$/u.test(organisation.value) ? { ...found, person: { ...found.person, organisation: null, printedTitle: '' } } : found
}

/** The title of a line that was read; null where no people or nothing but people stands. */
export function titleOf(line: LineRead): Span | null {
  const { parts, entries, people, tokens, at } = line
  if (people.length === 0) return null
  const first = Math.min(...entries.people.map(({ name }) => name.start))
  const before = entries.titles.filter(({ to }) => to <= first)
  const range = before.length > 0 ? before : entries.titles
  if (range.length > 0) return moved(tokens, (range[0] as { from: number }).from, (range.at(-1) as { to: number }).to, at)
  const part = parts.find(({ name }) => name !== null) as Part
  const name = part.name as { start: number; end: number }
  const prefix = entries.people.some(({ before }) => before.some(({ from }) => from === part.from)) ? 0 : name.start - part.from
  if (prefix > 0) return around(line, part, name.start)
  return labelTitle(line)
}

/** "Remarks by X" is "Remarks"; "Meeting with X" is whole. */
function around({ tokens, at }: LineRead, part: Part, start: number): Span {
  const by = tokens[start - 1]?.key
  if (by === 'by' || by === 'par' || by === 'от') return moved(tokens, part.from, Math.max(part.from + 1, isVerb(tokens[start - 2]) ? start - 2 : start - 1), at)
  return moved(tokens, part.from, part.to, at)
}

/** "hosted by", "animée par". */
function isVerb(token: Token | undefined): boolean {
  return token?.form === 'lower' && /(?:ed|ée?)$/.test(token.key)
}

/** A label that is a title as well: "Presentation: Mr. X", "Welcome by Mr. Y"; not "Speaker:", "Moderator:". */
function labelTitle({ parts, tokens, at }: LineRead, roles = ROLES): Span | null {
  const [part] = parts
  if (part === undefined || part.label === null || part.label.role === 'moderator') return null
  let end = part.label.end
  if (['by', 'par', 'de'].includes(tokens[end - 1]?.key as string)) end--
  const first = tokens[part.chunk.from]
  if (first === undefined || end <= part.chunk.from || roles.test(first.key)) return null
  return (flagsOf(first) & TITLE) === 0 ? null : moved(tokens, part.chunk.from, end, at)
}

/** The span of some tokens with the mark that ends a question and the bracket that it opened. */
function moved(tokens: readonly Token[], from: number, to: number, at: number): Span {
  let end = to
  const open: number[] = []
  for (let i = from; i < end; i++) {
    if (tokens[i]?.key === '(') open.push(i)
    else if (tokens[i]?.key === ')') open.pop()
  }
  const [bracket] = open
  if (bracket !== undefined && bracket > from && tokens[end]?.key !== ')') end = bracket
  else if ('?!'.includes(tokens[end]?.key ?? ' ') || (bracket !== undefined && tokens[end]?.key === ')')) end++
  const start = tokens[from]?.start ?? 0
  return { start: start + at, end: (tokens[end - 1]?.end ?? start) + at }
}
