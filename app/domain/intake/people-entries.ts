/** From the parts of a line to its people: whose affiliation is what, and what is no person at all. */
import { AT, BOTH, OF, POSITION, RANK, SMALL, TITLE, flagsOf } from '#app/domain/intake/people-words.ts'
import { isSomebody } from '#app/domain/intake/people-labels.ts'
import { isOffice } from '#app/domain/intake/people-offices.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import type { Chunk } from '#app/domain/intake/people-chunks.ts'
import type { NameFound } from '#app/domain/intake/people-names.ts'
import type { Part } from '#app/domain/intake/people-parts.ts'
import type { PersonDraft } from '#app/domain/intake/draft.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

type Role = PersonDraft['role']
/** A person as token places. `before` and `behind` are the pieces of affiliation on either side of the name. */
export type Entry = { name: NameFound; before: Chunk[]; behind: Chunk[]; aliases: NameFound[]; role: Role; unconfirmed: boolean; shared: boolean; joined: boolean }
/** `titles`: chunks that are neither person nor affiliation; `orphans`: an affiliation without a person, for whoever stands before the line. */
export type Entries = { people: Entry[]; titles: Chunk[]; orphans: Chunk[] }

/** People and what is left, in the order of the line. */
export function entriesOf(tokens: readonly Token[], parts: readonly Part[], role: Role): Entries {
  const found: Entries = { people: [], titles: [], orphans: [] }
  let current = role
  let plural = true
  for (const group of groupsOf(parts)) {
    if (!plural && group[0]?.chunk.lead !== '&' && group[0]?.label === null) current = role
    for (const part of group) if (part.label !== null && part.role === null) [current, plural] = [part.label.role, part.label.plural]
    const before = found.people.length
    readGroup(tokens, group, found, current)
    const joined = group[0]?.chunk.lead === '&' && before > 0
    if (joined && found.people.length > before) (found.people[before] as Entry).joined = true
  }
  share(tokens, found.people)
  return found.people.length === 0 ? found : { ...found, orphans: [], titles: [...found.orphans, ...found.titles].toSorted((a, b) => a.from - b.from) }
}

/** Parts between ';', line ends and "and": each names one person, or several separated by commas. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = []
  for (const part of parts) {
    const lead = part.chunk.lead
    const begins = lead === '' || ';\n&?'.includes(lead) || (lead === '.' && part.name !== null) || (part.label !== null && part.role === null)
    if (begins || groups.length === 0) groups.push([part])
    else (groups.at(-1) as Part[]).push(part)
  }
  return groups
}

function readGroup(tokens: readonly Token[], group: readonly Part[], found: Entries, role: Role): void {
  const names = group.filter(({ name }) => name !== null)
  if (names.length === 0) {
    leave(tokens, group, found)
    return
  }
  const first = group.indexOf(names[0] as Part)
  const lead = leadOf(tokens, group, first)
  found.titles.push(...group.slice(0, first - lead.length).filter((part) => part.label?.whole !== true && part.kind !== 'note').map(pieceOf))
  const backwards = names.length > 1 && (lead.length > 0 || prefixOf(tokens, names[0] as Part).length > 0) && endsWithName(group)
  let waiting = lead.map(pieceOf)
  let person: Entry | null = null
  let titled = false
  for (const part of group.slice(first)) {
    if (part.name !== null) {
      person = entryOf(tokens, part, waiting, role)
      waiting = []
      titled = suffixOf(tokens, part) === 'title'
      if (titled) found.titles.push({ ...pieceOf(part), from: part.name.end })
      found.people.push(person)
    } else if (person !== null && part.role !== null) person.role = part.role
    else if (person !== null && part.unconfirmed) person.unconfirmed = true
    else if (part.label?.whole === true || isSomebody(tokens, part.chunk)) continue
    else if (person !== null && isAlias(tokens, part, person)) person.aliases.push(part.candidate as NameFound)
    else if (titled || isTalk(tokens, part)) {
      titled = true
      found.titles.push(pieceOf(part))
    } else if (backwards) waiting.push(pieceOf(part))
    else (person as Entry).behind.push(pieceOf(part))
  }
}

function entryOf(tokens: readonly Token[], part: Part, waiting: Chunk[], role: Role): Entry {
  const name = part.name as NameFound
  const next = tokens[name.end]
  const from = next !== undefined && (flagsOf(next) & AT) !== 0 ? name.end + 1 : name.end
  const behind = suffixOf(tokens, part) === 'office' ? [{ from, to: part.to, lead: ',', depth: part.chunk.depth }] : []
  return { name, before: [...waiting, ...prefixOf(tokens, part)], behind, aliases: [], role, unconfirmed: part.unconfirmed, shared: false, joined: false }
}

/** What stands behind a name in its own chunk: an office or body, or words of a title ("Surname I.O. Modern methods of irrigation"). */
function suffixOf(tokens: readonly Token[], part: Part): 'office' | 'title' | null {
  const { end } = part.name as NameFound
  if (end >= part.to) return null
  if ((flagsOf(tokens[end] as Token) & AT) !== 0) return 'office'
  const speaks = part.to - end > 1 && tokens.slice(end, part.to).some(({ form, kind, quoted }) => kind === 'word' && form === 'lower' && !quoted)
  return speaks && !isOffice(tokens, end, part.to) ? 'title' : 'office'
}

/** The words before a name in its own chunk, when they are an office: «заместитель министра …». */
function prefixOf(tokens: readonly Token[], part: Part): Chunk[] {
  const name = part.name as NameFound
  if (name.start <= part.from) return []
  for (let from = part.from; from < name.start; from++) {
    const opens = from === part.from || (flagsOf(tokens[from] as Token) & (POSITION | RANK)) !== 0
    if (opens && isOffice(tokens, from, name.start)) return [{ from, to: name.start, lead: ',', depth: part.chunk.depth }]
  }
  return []
}

/** The parts before the first name that are its affiliation, not a title. */
function leadOf(tokens: readonly Token[], group: readonly Part[], first: number): Part[] {
  const lead: Part[] = []
  for (let at = first - 1; at >= 0; at--) {
    const part = group[at] as Part
    if (part.label !== null || !(part.kind === 'degree' || isOffice(tokens, part.from, part.to))) break
    lead.unshift(part)
  }
  return lead
}

/** "Lee Sang-ho (이상호)": a name alone in brackets, in another script. */
function isAlias(tokens: readonly Token[], { candidate, from, to, chunk }: Part, { name }: Entry): boolean {
  if (candidate === null || chunk.depth === 0 || candidate.from !== from || candidate.to !== to) return false
  const script = scriptOf(tokens[from]?.text ?? '')
  return script !== 'Latin' && script !== scriptOf(tokens[name.from]?.text ?? '')
}

function endsWithName(group: readonly Part[]): boolean {
  const last = group.findLast((part) => part.role === null && !part.unconfirmed && part.chunk.depth === 0 && part.label?.whole !== true)
  return last !== undefined && last.name !== null && last.name.end === last.to
}

/** What a person talks about, printed behind the name: "Name: Title", "Name – «Title»". */
function isTalk(tokens: readonly Token[], part: Part): boolean {
  const { lead } = part.chunk
  if (lead === '?') return true
  if (lead === ',' && isQuotedTitle(tokens, part)) return true
  if (lead !== ':' && lead !== '-' && lead !== '|' && lead !== '\t') return false
  const words = tokens.slice(part.from, part.to).filter(({ kind }) => kind === 'word')
  if (words.length > 1 && words.every(({ quoted }) => quoted)) return true
  if (isOffice(tokens, part.from, part.to)) return false
  const speaks = words.some((word) => (flagsOf(word) & (TITLE | SMALL)) !== 0)
  return lead === ':' || (words.length >= 3 && speaks) || words.length >= 6
}

/** «Title of four words and more» behind a body: no body's name is so long and nothing but quoted. */
function isQuotedTitle(tokens: readonly Token[], { from, to }: Part): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word')
  return words.length >= 4 && words.every(({ quoted }) => quoted)
}

function leave(tokens: readonly Token[], group: readonly Part[], found: Entries): void {
  const rest = group.filter((part) => part.label?.whole !== true && part.from < part.to)
  if (rest.length === 0) return
  const last = found.people.at(-1)
  if (last !== undefined && rest.every((part) => part.unconfirmed)) last.unconfirmed = true
  else if (last !== undefined && rest.every((part) => part.role !== null)) last.role = rest[0]?.role ?? last.role
  else if (rest.every((part) => isOffice(tokens, part.from, part.to) || part.kind === 'place' || isShort(tokens, part)) && rest.some((part) => isOffice(tokens, part.from, part.to))) {
    const pieces = rest.map((part, at) => ({ ...pieceOf(part), lead: at === 0 ? ';' : part.chunk.lead }))
    if (last === undefined) found.orphans.push(...pieces)
    else last.behind.push(...pieces)
  } else found.titles.push(...rest.map(pieceOf))
}

/** A body may be a few capitalised words: 'Samruk Kazyna', 'United Airlines'. */
function isShort(tokens: readonly Token[], { from, to, kind }: Part): boolean {
  return (kind === 'text' || kind === 'body') && to - from <= 4 && tokens.slice(from, to).every(({ form }) => form !== 'lower')
}

function pieceOf(part: Part): Chunk {
  return { ...part.chunk, from: part.from, to: part.to }
}

/** "A and B (both World Bank)", "A and B, World Bank": one affiliation for those just named. */
function share(tokens: readonly Token[], people: Entry[]): void {
  people.forEach((person, at) => {
    const first = person.behind[0]
    if (first === undefined) return
    const both = (flagsOf(tokens[first.from] as Token) & BOTH) !== 0 && first.to > first.from + 1
    if (both) person.behind[0] = { ...first, from: skipBoth(tokens, first) }
    if (!both && !person.joined) return
    for (let other = at - 1; other >= 0; other--) {
      const before = people[other] as Entry
      if (before.behind.length > 0 || before.before.length > 0) return
      before.behind = [...person.behind]
      before.shared = !both
      if (!both && !before.joined) return
    }
  })
}

const LINKS = new Set('of from the из'.split(' '))

function skipBoth(tokens: readonly Token[], { from, to }: Chunk): number {
  let at = from
  while (at < to - 1 && ((flagsOf(tokens[at] as Token) & (BOTH | OF)) !== 0 || LINKS.has(tokens[at]?.key as string))) at++
  return at
}
