/** Rules about who stands at the rows of a programme: nobody, in two places at once, for two organisations, under two spellings. */
import { byTime, meet, timedRows } from '#app/domain/agenda/checks.ts'
import type { CheckedPerson, CheckedRow, TimedRow } from '#app/domain/agenda/checks.ts'
import { isWithin } from '#app/domain/agenda/checks-times.ts'
import { isSameBody } from '#app/domain/people/bodies.ts'
import { findVariants, nameKey } from '#app/domain/people/variants.ts'
import type { Named } from '#app/domain/people/variants.ts'
import type { Day } from '#app/domain/time.ts'

/** Kinds that need a voice. */
const SPOKEN: ReadonlySet<string> = new Set(['remarks', 'presentation', 'panel'])

/** Remarks, presentations and panels that name nobody, in a programme that names people elsewhere. The heading of talks needs nobody. */
export function findSilent<R extends CheckedRow>(rows: readonly R[]): R[] {
  const spoken = timedRows(rows).filter((each) => SPOKEN.has(each.row.kind) && !each.heading && !each.row.talks)
  const silent = spoken.filter((each) => each.row.people.length === 0)
  if (silent.length * 2 > spoken.length) return []
  const usual = usualKinds(spoken)
  return silent.filter(({ row }) => !NAMES_IN_WORDS.test(row.title.slice(0, LONGEST_TITLE)) && !GROUPS_SPEAK.test(row.title.slice(0, LONGEST_TITLE)) && (row.kindSaid || usual.has(row.kind))).map((each) => each.row)
}

/** Kinds of which most rows name somebody. */
function usualKinds(spoken: readonly TimedRow[]): Set<string> {
  return new Set([...SPOKEN].filter((kind) => {
    const peers = spoken.filter((each) => each.row.kind === kind)
    return peers.filter((each) => each.row.people.length > 0).length * 2 > peers.length
  }))
}

/** A form of address or initials: somebody is named in the title. */
const NAMES_IN_WORDS = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|г-н|г-жа)\.?\s\p{Lu}|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}|\p{Ll}\s\p{Lu}\.\s?\p{Lu}\./u
/** Groups and several bodies in brackets speak for themselves: "Presentation of group results", "… with partners (ADB, EBRD, EU)". */
const GROUPS_SPEAK = /(?:^|\s)(?:[Gg]roups?|[Pp]articipants|[Tt]eams|групп|групповых|участников|команд)(?=[\s,.:;)]|$)|\(\p{Lu}[\p{L}&-]{1,12}(?:, \p{Lu}[\p{L}&-]{1,12}){2,8}\)/u
const LONGEST_TITLE = 300

type Conflict<R> = { name: string; earlier: R; later: R; day: Day }

/** One person at two rows that take the same time, parallel ones too. Who leads a session may speak in it. */
export function findPersonConflicts<R extends CheckedRow>(rows: readonly R[]): Conflict<R>[] {
  const found: Conflict<R>[] = []
  const latest = new Map<string, TimedRow<R>[]>()
  for (const each of timedRows(rows).toSorted(byTime)) {
    for (const person of each.row.people) {
      const key = nameKey(person.name)
      if (!key.includes(' ')) continue
      const known = latest.get(key) ?? []
      const against = known.find((other) => other.row !== each.row && meet(other, each) && !isWithin(other, each))
      if (against) found.push({ name: person.name, earlier: against.row, later: each.row, day: each.day })
      latest.set(key, [each, ...known.filter((other) => other.heading !== each.heading || (other.day === each.day && (other.end ?? 0) > (each.end ?? 0)))].slice(0, 3))
    }
  }
  return found
}

/** Somebody at a row; `row` is undefined for who leads the whole event. */
export type Standing<R> = { person: CheckedPerson; row: R | undefined }

type TwoBodies<R> = { name: string; bodies: [string, string]; standings: Standing<R>[] }

/** People who stand for two organisations of which neither is a short form, a part or a translation of the other. */
export function findTwoBodies<R extends CheckedRow>(standings: readonly Standing<R>[]): TwoBodies<R>[] {
  const people = new Map<string, Standing<R>[]>()
  for (const each of standings) {
    const key = nameKey(each.person.name)
    if (!key.includes(' ')) continue
    const known = people.get(key)
    if (known) known.push(each)
    else people.set(key, [each])
  }
  return [...people.values()].flatMap((those) => {
    const bodies = [...new Set(those.flatMap((each) => each.person.organisations))].filter(Boolean).slice(0, MOST_BODIES)
    const pair = bodies.flatMap((a, at) => bodies.slice(at + 1).map((b): [string, string] => [a, b])).find(([a, b]) => !isSameBody(a, b))
    const [first] = those
    return pair && first ? [{ name: first.person.name, bodies: pair, standings: those }] : []
  })
}

/** More than this are not told apart for one person. */
const MOST_BODIES = 6

type Variant<R> = { names: [string, string]; standings: [Standing<R>, Standing<R>] }

/** Names that are likely one person spelt in two ways. Two who stand at one row are two people. */
export function findNameVariants<R extends CheckedRow>(standings: readonly Standing<R>[]): Variant<R>[] {
  const together = new Map<R | undefined, Set<string>>()
  const rowsOf = new Map<string, Set<R | undefined>>()
  const first = new Map<string, Standing<R>>()
  const named = new Map<string, Named>()
  for (const each of standings) {
    const key = nameKey(each.person.name)
    together.set(each.row, (together.get(each.row) ?? new Set()).add(key))
    rowsOf.set(key, (rowsOf.get(key) ?? new Set()).add(each.row))
    if (!first.has(key)) first.set(key, each)
    const known = named.get(key)
    if (known) named.set(key, { ...known, honorific: known.honorific || each.person.honorific, organisations: [...known.organisations, ...each.person.organisations].slice(0, MOST_BODIES) })
    else named.set(key, { key, name: each.person.name, honorific: each.person.honorific, organisations: [...each.person.organisations] })
  }
  return findVariants([...named.values()]).filter(([a, b]) => ![...(rowsOf.get(a.key) ?? [])].some((row) => together.get(row)?.has(b.key)))
    .map(([a, b]) => ({ names: [a.name, b.name], standings: [first.get(a.key) as Standing<R>, first.get(b.key) as Standing<R>] }))
}
