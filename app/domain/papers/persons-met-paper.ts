/** Persons met as a paper: the annex of an aide-mémoire and of a back-to-office report. */
import { titlesOf } from '#app/domain/papers/persons-met.ts'
import type { Institution, MetPerson } from '#app/domain/papers/persons-met.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Gap, Paper, Row, Run, Text } from '#app/domain/papers/paper.ts'
import { dayShortIn } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed, versionOf } from '#app/domain/papers/report-facts.ts'
import type { Met, ReportAsk, Version } from '#app/domain/papers/report-facts.ts'
import { foreignGap } from '#app/domain/papers/report-gaps.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'

type Person = MetPerson<Met>

/** One table per institution, in the order in which they were first met, persons as the protocol has them. */
export function composePersonsMet(mission: { title: string }, groups: readonly Institution<Met>[], ask: ReportAsk): Paper {
  const version = versionOf(ask)
  const { words: w } = version
  return {
    kind: 'persons-met', title: w.personsMet, language: ask.language, second: '', audience: ask.audience, header: mission.title, footer: w.personsMet,
    blocks: [{ kind: 'title', text: words(w.personsMet), lead: [typed(mission.title, version)] }, ...personsMetBlocks(groups, version)], gaps: personsMetGaps(groups, version),
  }
}

/** The table alone, for the papers that carry the list as an annex: each institution over its persons, whoever was not named last. */
export function personsMetBlocks(groups: readonly Institution<Met>[], version: Version): Block[] {
  const { words: w } = version
  if (groups.length === 0) return [remark(w.nobodyMet)]
  const rows = groups.flatMap(({ name, persons }): Row[] => [
    { cells: [{ span: 3, text: [[name === '' ? { text: w.noInstitution, bold: true } : typed(name, version, { bold: true })]] }] },
    ...persons.filter(({ unnamed }) => !unnamed).map((person) => rowOf(person, titlesOf(person), version)),
    ...persons.filter(({ unnamed }) => unnamed).map((person) => rowOf(person, person.name === name ? [] : [person.name], version)),
  ])
  return [{ kind: 'table', look: 'lines', widths: [4, 5, 5], rows: [headRow([w.name, w.title, w.metAt]), ...rows] }]
}

/** Who was met without a name or without a title, among ourselves left out; how many names, titles and institutions stand in another language. */
export function personsMetGaps(groups: readonly Institution<Met>[], version: Version): Gap[] {
  const persons = groups.flatMap((group) => group.persons.map((person) => ({ ...person, institution: group.name })))
  const missing = persons.filter(({ meetings }) => !meetings.every(({ at }) => at.kind === 'internal')).flatMap((person): Gap[] => {
    const source = { noun: 'engagement' as const, id: person.meetings[0]?.at.engagementId ?? '' }
    if (person.unnamed) return [{ kind: 'person', words: `Nobody noted who spoke for ${person.institution || person.name}.`, source }]
    return titlesOf(person).length === 0 ? [{ kind: 'person', words: `No title is noted for ${person.name}.`, source }] : []
  })
  return [...missing, ...foreignGap([['name', 'names', persons.filter(({ unnamed }) => !unnamed).map(({ name }) => name)], ['title', 'titles', persons.flatMap((person) => (person.unnamed ? [person.name] : titlesOf(person)))], ['institution', 'institutions', groups.map(({ name }) => name)]], version)]
}

/** Of whoever was not named, `titles` says whom they stood for. */
function rowOf(person: Person, titles: readonly string[], version: Version): Row {
  return {
    about: { id: `met:${person.key}`, words: `Person met: ${person.name}` },
    cells: [{ text: nameOf(person, version) }, { text: titles.map((title) => [typed(title, version)]) }, { text: person.meetings.map(({ at }) => meetingOf(at, version)) }],
  }
}

/** That somebody came unannounced, only the team is told. */
function nameOf({ unnamed, name, personId, sample, insteadOf, visitor }: Person, version: Version): Text[] {
  const { words: w } = version
  const look: Omit<Run, 'text'> = { bold: true, ...(sample && { sample: true }), ...(personId !== null && { source: { noun: 'person', id: personId } }) }
  return [
    unnamed ? words(w.namesNotNoted, { italic: true, ...(sample && { sample: true }) }) : [typed(name, version, look)],
    ...(insteadOf === '' ? [] : [words(w.insteadOf(insteadOf), { small: true })]), ...(visitor && isTeams(version) ? [words(w.visitor, { small: true })] : []),
  ]
}

function meetingOf(at: Met, version: Version): Text {
  return [typed(`${at.meeting}, `, version, { derived: true, source: { noun: 'engagement', id: at.engagementId } }), { text: `${at.city}, ${dayShortIn(version.language, at.day)}`, small: true }]
}
