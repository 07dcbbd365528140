/** The people of several lines that belong together: labels hold for what follows, a line with an office alone belongs to the person above. */
import { affiliationsOf, rangeText } from '#app/domain/intake/people-affiliations.ts'
import { mergeScripts } from '#app/domain/intake/people-same.ts'
import { namesNone, readLine } from '#app/domain/intake/people.ts'
import { titleOf } from '#app/domain/intake/people-titles.ts'
import type { PersonDraft, Read, Span } from '#app/domain/intake/draft.ts'
import type { LineRead, PeopleHints, PeopleRole } from '#app/domain/intake/people.ts'
import type { Range } from '#app/domain/intake/people-office-parts.ts'

/** One line and what it is. 'talk': people with a title beside them, which `title` holds; 'affiliation': said of the person above. */
export type PeopleLine = { kind: 'people' | 'talk' | 'label' | 'affiliation' | 'nobody' | 'other'; title: Span | null; people: PersonDraft[] }

/** All people in their order, and the lines one by one; a person's further lines are in `people`, not in the line. */
export type PeopleGathered = { people: PersonDraft[]; lines: PeopleLine[] }

type Carried = { role: PeopleRole; plural: boolean }

/** Reads the lines of one row or block. `at` of a line: where its first character stands, for the spans. */
export function gatherPeople(lines: readonly { text: string; at: number }[], hints: PeopleHints = {}): PeopleGathered {
  const people: PersonDraft[] = []
  const kinds: PeopleLine[] = []
  let carried: Carried | null = null
  for (const { text, at } of lines) {
    const held: PeopleHints = carried === null ? hints : { ...hints, role: carried.role, likely: true }
    const line = readLine(text, held, at)
    const label = line.parts[0]?.label ?? null
    const kind = kindOf(line, people.at(-1), kinds.at(-1)?.kind)
    if (kind.kind === 'people' || kind.kind === 'talk') {
      people.push(...kind.people)
      carried = label === null ? stillHolding(carried) : stillHolding(label)
    } else if (kind.kind === 'affiliation') people.push(withAffiliation(line, people.pop() as PersonDraft))
    else if (label !== null && (kind.kind === 'label' || kind.kind === 'nobody')) carried = label
    kinds.push(kind)
  }
  return { people: mergeScripts(people.map((person) => ({ person }))).map(({ person }) => person), lines: kinds }
}

/** A plural label holds on; a singular one is used up by one line. */
function stillHolding(label: Carried | null): Carried | null {
  return label?.plural === true ? label : null
}

function kindOf(line: LineRead, last: PersonDraft | undefined, before: PeopleLine['kind'] | undefined): PeopleLine {
  const { parts, people, entries } = line
  if (people.length > 0) {
    const title = titleOf(line)
    return { kind: title === null ? 'people' : 'talk', title, people: people.map(({ person }) => person) }
  }
  const rest = parts.filter((part) => part.label?.whole !== true && part.from < part.to)
  const plain = { title: null, people: [] }
  const first = rest[0]
  if (first === undefined) return { ...plain, kind: parts[0]?.label ? 'label' : 'other' }
  if (namesNone(line)) return { ...plain, kind: 'nobody' }
  const follows = before === 'people' || before === 'talk' || before === 'affiliation'
  if (last !== undefined && follows && entries.orphans.length > 0 && entries.titles.length === 0) return { ...plain, kind: 'affiliation' }
  return { ...plain, kind: 'other' }
}

/** What a line of its own says of the person above: the missing half of the affiliation, or a further one. */
function withAffiliation(line: LineRead, person: PersonDraft): PersonDraft {
  const { text, at, tokens, entries } = line
  const read = affiliationsOf(tokens, entries.orphans)
  const value = (range: Range | null): Read<string> | null => {
    const { value, start, end } = range === null ? { value: '', start: 0, end: 0 } : rangeText(text, tokens, range)
    return value === '' ? null : { value, span: { start: start + at, end: end + at }, confidence: 'likely' }
  }
  const printed = rangeText(text, tokens, [entries.orphans[0]?.from ?? 0, entries.orphans.at(-1)?.to ?? 0]).value
  const end = { ...person.span, end: (tokens[(entries.orphans.at(-1)?.to ?? 1) - 1]?.end ?? 0) + at }
  const [position, organisation] = [value(read.first.position), value(read.first.organisation)]
  const fits = (person.position === null || position === null) && (person.organisation === null || organisation === null) && (person.organisation === null || person.position === null)
  const more = read.further.map((office) => ({ position: value(office.position)?.value ?? '', organisation: value(office.organisation)?.value ?? '' }))
  if (fits) {
    return { ...person, position: person.position ?? position, organisation: person.organisation ?? organisation, further: [...person.further, ...more], printedTitle: [person.printedTitle, printed].filter(Boolean).join(', '), span: end }
  }
  return { ...person, further: [...person.further, { position: position?.value ?? '', organisation: organisation?.value ?? '' }, ...more], span: end }
}
