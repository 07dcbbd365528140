/** The list of persons met, as it stands in the annex of a report: by institution, each person once, with the titles that were printed on the day. */
import { asAttendance, wasMet } from '#app/domain/people/attendance.ts'

/** One appearance of a person in a meeting, in the order of the days and of the protocol. */
export type MetAppearance = {
  engagementId: string
  personId: string | null
  name: string
  /** False where `name` only says which body sends somebody. */
  named: boolean
  institution: string
  title: string
  status: string
  attended: number | null
  attendance: string
  deputyName: string
  deputyTitle: string
  sample: boolean
}

/** `insteadOf` names whom a deputy stood in for; `visitor`: came without being announced. */
export type MetPerson<A> = { key: string; personId: string | null; name: string; insteadOf: string; visitor: boolean; /** A body that was met without a name. */ unnamed: boolean; sample: boolean; meetings: { at: A; title: string }[] }
export type Institution<A> = { name: string; persons: MetPerson<A>[] }

/** Institutions in the order in which they were first met; in each the persons as the protocol has them. Whoever names no institution comes last. */
export function groupMet<A extends MetAppearance>(rows: readonly A[]): Institution<A>[] {
  const groups = new Map<string, Map<string, MetPerson<A>>>()
  for (const row of rows.filter(wasThere)) {
    const persons = groups.get(row.institution) ?? new Map<string, MetPerson<A>>()
    groups.set(row.institution, persons)
    const person = faceOf(row)
    const known = persons.get(person.key) ?? person
    persons.set(person.key, known)
    known.meetings.push({ at: row, title: isDeputy(row) ? row.deputyTitle : row.title })
    known.sample &&= row.sample
  }
  const named = [...groups].map(([name, persons]) => ({ name, persons: [...persons.values()] }))
  return [...named.filter(({ name }) => name !== ''), ...named.filter(({ name }) => name === '')]
}

/** Those who are expected still, or were not there. */
export function notMet<A extends MetAppearance>(rows: readonly A[]): A[] {
  return rows.filter((row) => !wasMet(row))
}

/** The titles of a person, each once; the meetings say where one differs from the others. */
export function titlesOf({ meetings }: Pick<MetPerson<unknown>, 'meetings'>): string[] {
  return [...new Set(meetings.map(({ title }) => title).filter(Boolean))]
}

function isDeputy({ attendance, deputyName }: MetAppearance): boolean {
  return asAttendance(attendance) === 'deputy' && deputyName !== ''
}

function wasThere(row: MetAppearance): boolean {
  return wasMet(row) || (isDeputy(row) && wasMet({ ...row, attended: 1 }))
}

function faceOf<A extends MetAppearance>(row: A): MetPerson<A> {
  const { personId, name, named, deputyName, sample, attendance } = row
  if (isDeputy(row)) return { key: `deputy ${deputyName}`, personId: null, name: deputyName, insteadOf: name, visitor: false, unnamed: false, sample, meetings: [] }
  return { key: personId ?? `named ${name}`, personId, name, insteadOf: '', visitor: attendance === 'visitor', unnamed: personId === null && !named, sample, meetings: [] }
}
