/** Whether two printed names may be one person's, across scripts, orders and initials. */
import { editDistance, foldKey } from '#app/domain/text.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import type { PersonDraft } from '#app/domain/intake/draft.ts'

/** How many people back the same name in another script is looked for. */
const NEIGHBOURS = 4

export type Sameness = 'same' | 'maybe' | null

/** Shortest word that one slip is forgiven in, across scripts. */
const SHORTEST_WITH_SLIP = 4

/**
 * 'same': the same words in any order, initials for names, a patronymic more or less, or the same in another script.
 * 'maybe': only one word is shared, or an initial is all that speaks for it. null: two people, as far as the names go.
 */
export function samePerson(a: string, b: string): Sameness {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.length === 0 || right.length === 0) return null
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  const slips = scriptOf(a) === scriptOf(b) ? 0 : 1
  const rest = [...long]
  let whole = 0
  for (const word of short.toSorted((x, y) => y.length - x.length)) {
    const at = rest.findIndex((other) => matches(word, other, slips))
    if (at < 0) return null
    if (word.length > 1 && (rest[at] as string).length > 1) whole++
    rest.splice(at, 1)
  }
  if (whole === 0) return null
  if (short.length === 1) return long.length === 1 ? 'same' : 'maybe'
  return whole === 1 && rest.length > 0 && short.length < long.length - 1 ? 'maybe' : 'same'
}

function wordsOf(name: string): string[] {
  return name.split(/[\s.]/u).filter((word) => word !== '').map((word) => foldKey(word).replaceAll(' ', '')).filter((word) => word !== '').map((word) => word)
}

function matches(a: string, b: string, slips: number): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length <= 2 && long.length > 2) return long.startsWith(short)
  return slips > 0 && short.length >= SHORTEST_WITH_SLIP && editDistance(short, long, 2) <= (short.length > 6 ? 2 : slips)
}

/** People next to each other whose names say the same in two scripts, as one with `also`: "Yusuf Majidi / Юсуф Маҷидӣ". */
export function mergeScripts<Found extends { person: PersonDraft }>(found: readonly Found[]): Found[] {
  const merged: Found[] = []
  for (const next of found) {
    const last = merged.slice(-NEIGHBOURS).findLast(({ person }) => scriptOf(person.name.value) !== scriptOf(next.person.name.value) && samePerson(person.name.value, next.person.name.value) === 'same')
    if (last === undefined) merged.push(next)
    else merged[merged.lastIndexOf(last)] = { ...last, person: united(last.person, next.person) }
  }
  return merged
}

/** "Ms. Judith Young, AIIB / г-жа Джудит Янг, АБИИ": as many people again in the other script behind a mark are the same people. */
export function pairScripts<Found extends { person: PersonDraft }>(found: readonly Found[], text: string, at: number): readonly Found[] {
  const half = found.length / 2
  const [first, second] = [found.slice(0, half), found.slice(half)]
  const script = scriptOf(found[0]?.person.name.value ?? '')
  if (half < 1 || !Number.isInteger(half) || first.some(({ person }) => scriptOf(person.name.value) !== script) || second.some(({ person }) => scriptOf(person.name.value) === script)) return found
  const between = text.slice((first.at(-1) as Found).person.name.span.end - at, (second[0] as Found).person.name.span.start - at)
  const isPair = first.every(({ person }, i) => soundsAlike(person.name.value, (second[i] as Found).person.name.value))
  return isPair && /[/|]/.test(between) ? first.map((each, i) => ({ ...each, person: united(each.person, (second[i] as Found).person) })) : found
}

/** As many words, one of which begins alike. */
function soundsAlike(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  return left.length === right.length && left.some((word, i) => word.charAt(0) === right[i]?.charAt(0))
}

function united(first: PersonDraft, second: PersonDraft): PersonDraft {
  return {
    ...first, also: [...first.also, second.name.value, ...second.also], honorific: first.honorific ?? second.honorific, position: first.position ?? second.position,
    organisation: first.organisation ?? second.organisation, printedTitle: first.printedTitle || second.printedTitle, unconfirmed: first.unconfirmed || second.unconfirmed,
    span: { start: Math.min(first.span.start, second.span.start), end: Math.max(first.span.end, second.span.end) },
  }
}
