/** Persons met as a paper: the annex of an aide-mémoire and of a back-to-office report. */
import { titlesOf } from '#app/domain/papers/persons-met.ts'
import type { Institution, MetAppearance, MetPerson } from '#app/domain/papers/persons-met.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Gap, Paper, Row, Text } from '#app/domain/papers/paper.ts'
import { formatDayShort } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

type Met = MetAppearance & { meeting: string; day: Day; city: string }
type Person = MetPerson<Met>

/** One table per institution; a name that nobody noted is a gap. */
export function composePersonsMet(mission: { title: string }, groups: readonly Institution<Met>[]): Paper {
  return {
    kind: 'persons-met', title: 'Persons met', language: 'en', second: '', audience: 'team', header: mission.title, footer: 'Persons met',
    blocks: [{ kind: 'title', text: words('Persons met'), lead: words(mission.title) }, ...personsMetBlocks(groups)], gaps: personsMetGaps(groups),
  }
}

/** Headings and tables alone, for the papers that carry the list as an annex. */
export function personsMetBlocks(groups: readonly Institution<Met>[]): Block[] {
  if (groups.length === 0) return [{ kind: 'paragraph', look: 'remark', text: words('Nobody was met yet.') }]
  return groups.flatMap(({ name, persons }): Block[] => [
    { kind: 'heading', level: 3, text: words(name || 'No institution named') },
    { kind: 'table', look: 'lines', widths: [3, 4, 4], rows: persons.map((person) => rowOf(person)) },
  ])
}

/** Who was met without a name or without a title. */
export function personsMetGaps(groups: readonly Institution<Met>[]): Gap[] {
  return groups.flatMap(({ name, persons }) => persons.filter((person) => person.unnamed).map((person): Gap => ({
    kind: 'person', words: `Nobody noted who spoke for ${name || person.name}.`, source: { noun: 'engagement', id: person.meetings[0]?.at.engagementId ?? '' },
  })))
}

function rowOf(person: Person): Row {
  const titles = titlesOf(person)
  return {
    about: { id: `met:${person.key}`, words: `Person met: ${person.name}` },
    cells: [{ text: nameOf(person) }, { text: titles.map((title) => words(title)) }, { text: person.meetings.map(({ at }) => meetingOf(at)) }],
  }
}

function nameOf({ unnamed, name, personId, sample, insteadOf }: Person): Text[] {
  const mark = sample ? { sample: true as const } : {}
  const first = unnamed ? words('Representatives, names not noted', { italic: true }) : words(name, { bold: true, ...mark, ...(personId !== null && { source: { noun: 'person' as const, id: personId } }) })
  return insteadOf === '' ? [first] : [first, words(`for ${insteadOf}`, { small: true })]
}

function meetingOf(at: Met): Text {
  return [{ text: at.meeting, source: { noun: 'engagement', id: at.engagementId } }, { text: `, ${at.city}, ${formatDayShort(at.day)}`, small: true }]
}
