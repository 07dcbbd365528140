/** Which of its versions of a paper is meant: for whom, in which language, with which beside it. */
import type { PaperKind, SubjectKind } from '#app/domain/papers/kinds.ts'
import { PAPER_KINDS } from '#app/domain/papers/kinds.ts'
import type { Audience } from '#app/domain/papers/paper.ts'

export type PaperChoice = { audience: Audience; language: string; second: string }
type Wanted = Partial<Record<keyof PaperChoice, string | null | undefined>>

/** What is wanted as far as the kind has it, the usual for the rest: its first reader and language, nothing beside. */
export function choiceOf(kind: PaperKind, wanted: Wanted): PaperChoice {
  const language = kind.languages.find((each) => each === wanted.language) ?? (kind.languages[0] as string)
  const second = kind.beside ? kind.languages.find((each) => each === wanted.second && each !== language) : undefined
  return { audience: kind.audiences.find((each) => each === wanted.audience) ?? (kind.audiences[0] as Audience), language, second: second ?? '' }
}

/** '?audience=counterpart&language=ru'; '' for the usual choice. */
export function choiceQuery(kind: PaperKind, choice: PaperChoice): string {
  const usual = choiceOf(kind, {})
  const query = new URLSearchParams((['audience', 'language', 'second'] as const).filter((name) => choice[name] !== usual[name]).map((name) => [name, choice[name]]))
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** The papers that can be made for a subject of these kinds, in their usual order. */
export function kindsFor(...subjects: SubjectKind[]): PaperKind[] {
  return PAPER_KINDS.filter((kind: PaperKind) => subjects.includes(kind.subject))
}
