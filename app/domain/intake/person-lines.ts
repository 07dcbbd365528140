/** People as lines that somebody can edit: 'Moderator: Mr. Name (TBC), position, organisation; further position, organisation'. */
import { readPeople } from '#app/domain/intake/people.ts'
import type { PersonDraft, Read, Span } from '#app/domain/intake/draft.ts'

const MODERATOR = 'Moderator: '
const UNCONFIRMED = ' (TBC)'
/** A line of a form is read no further. */
const LINE_MAX = 600
const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|madam|h\.?e)\.? /i

/** One person as one line; `peopleFrom` reads it back. */
export function personLine(person: PersonDraft): string {
  const honorific = person.honorific ? `${person.honorific.value} ` : ''
  const title = wholeTitle(person)
  return `${person.role === 'moderator' ? MODERATOR : ''}${honorific}${person.name.value}${person.unconfirmed ? UNCONFIRMED : ''}${title === '' ? '' : `, ${title}`}`
}

/** Everything printed after the name in one line: titles on lines of their own, and further affiliations, kept apart. */
export function wholeTitle({ printedTitle, further }: Pick<PersonDraft, 'printedTitle' | 'further'>): string {
  const others = further.filter(({ organisation, position }) => !printedTitle.includes(organisation || position)).map(({ position, organisation }) => [position, organisation].filter(Boolean).join(', '))
  return [...printedTitle.split('\n'), ...others].map((line) => line.split(/\s+/u).join(' ').trim()).filter(Boolean).join('; ')
}

/** The people of some lines. A line that says what a known person's says is that person, with all that was read of them. */
export function peopleFrom(text: string, known: readonly PersonDraft[], span: Span, role: PersonDraft['role']): PersonDraft[] {
  const lines = text.split('\n').map((line) => line.slice(0, LINE_MAX).split(/\s+/u).join(' ').trim()).filter(Boolean)
  return lines.flatMap((line) => known.find((person) => personLine(person) === line) ?? readLine(line, span, role) ?? personOf(line, span, role) ?? [])
}

/** A typed line is read as a line of a text is, where one person stands in it; it has no place in the text but its row's. */
function readLine(line: string, span: Span, role: PersonDraft['role']): PersonDraft | undefined {
  const { people } = readPeople(line, { role, likely: true })
  const [only] = people
  if (!only || people.length > 1) return undefined
  const at = <T>(read: Read<T> | null): Read<T> | null => read && { value: read.value, span, confidence: 'sure' }
  const { name, honorific, position, organisation } = only.person
  return { ...only.person, name: { value: name.value, span, confidence: 'sure' }, honorific: at(honorific), position: at(position), organisation: at(organisation), span }
}

/** What is typed is meant, also where it looks like no name: what stands before the first comma. */
function personOf(line: string, span: Span, usual: PersonDraft['role']): PersonDraft | undefined {
  const moderates = line.startsWith(MODERATOR)
  const said = moderates ? line.slice(MODERATOR.length) : line
  const comma = said.indexOf(',')
  const before = (comma < 0 ? said : said.slice(0, comma)).trim()
  const printedTitle = comma < 0 ? '' : said.slice(comma + 1).trim()
  const unconfirmed = before.endsWith(UNCONFIRMED.trim())
  const called = unconfirmed ? before.slice(0, -UNCONFIRMED.trim().length).trim() : before
  const honorific = HONORIFIC.exec(called)?.[0].trim() ?? ''
  const name = called.slice(honorific.length).trim()
  if (name === '') return undefined
  const read = <T>(value: T): Read<T> => ({ value, span, confidence: 'sure' })
  const [first, ...further] = printedTitle.split(';').map(affiliationOf)
  return {
    name: read(name), also: [], honorific: honorific === '' ? null : read(honorific), position: first?.position ? read(first.position) : null,
    organisation: first?.organisation ? read(first.organisation) : null, further: further.filter(({ position, organisation }) => position !== '' || organisation !== ''),
    printedTitle, role: moderates ? 'moderator' : usual, unconfirmed, span,
  }
}

/** What stands before the first comma is the position. */
function affiliationOf(printed: string): { position: string; organisation: string } {
  const comma = printed.indexOf(',')
  return comma < 0 ? { position: printed.trim(), organisation: '' } : { position: printed.slice(0, comma).trim(), organisation: printed.slice(comma + 1).trim() }
}
