/** Rules about the people of a reading. No name is ever corrected: a person says who is who. */
import { findNameVariants, findPersonConflicts, findTwoBodies } from '#app/domain/agenda/checks-people.ts'
import type { Standing } from '#app/domain/agenda/checks-people.ts'
import type { Span } from '#app/domain/intake/draft.ts'
import { draftIssue } from '#app/domain/intake/lint-issue.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import type { ItemRow, ReadPerson } from '#app/domain/intake/lint-rows.ts'
import { factsOf } from '#app/domain/intake/lint-times.ts'

type Placed = Standing<ItemRow> & { person: ReadPerson }

export function lintNames(rows: readonly ItemRow[], standings: readonly Placed[]): DraftIssue[] {
  const spanOf = ({ person }: Standing<ItemRow>): Span => (person as ReadPerson).span
  const keyOf = ({ row }: Standing<ItemRow>): string => row?.key ?? ''
  return [
    ...findPersonConflicts(rows).map(({ name, earlier, later, day }) => draftIssue(
      { code: 'person-conflict', name, day, earlier: factsOf(earlier), later: factsOf(later) },
      { keys: [earlier.key, later.key], spans: [earlier.item.span, later.item.span], choices: [{ kind: 'leave', likely: false, corrections: [] }] },
    )),
    ...findTwoBodies(standings).map(({ name, bodies, standings: those }) => draftIssue(
      { code: 'two-affiliations', name, bodies },
      { keys: those.map(keyOf), spans: those.map(spanOf), choices: [{ kind: 'both-bodies', likely: true, corrections: [] }, { kind: 'two-people', likely: false, corrections: [] }] },
    )),
    ...findNameVariants(standings).map(({ names, standings: those }) => draftIssue(
      { code: 'name-variant', names },
      { keys: those.map(keyOf), spans: those.map(spanOf), choices: [{ kind: 'one-person', name: names[0], likely: true, corrections: [] }, { kind: 'two-people', likely: false, corrections: [] }] },
    )),
  ]
}
