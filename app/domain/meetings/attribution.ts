/** How the words of an excerpt may leave the team: who may read them, and whose they may be said to be. */

/** By name; by the speaker's institution alone; by nobody at all. */
export const ATTRIBUTIONS = ['named', 'institution', 'not for attribution'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** Who may read an excerpt: the team alone, its counterparts too, anybody. */
export const CONFIDENTIALITIES = ['team', 'counterpart', 'public'] as const
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]

/** True when words of a confidentiality may be shown to readers of another. */
export function mayRead(words: Confidentiality, reader: Confidentiality): boolean {
  return CONFIDENTIALITIES.indexOf(reader) <= CONFIDENTIALITIES.indexOf(words)
}

export type Attributed =
  | { by: 'name'; speaker: string; institution: string } | { by: 'institution'; institution: string } | { by: 'source'; sourceKind: string } | { by: 'nobody' }

type Spoken = { speaker: string; institution: string; source_kind: string; attribution: Attribution }

/** Whose an excerpt's words may be said to be outside the team: as far as its level goes and as far as it is known. */
export function attributedTo({ speaker, institution, source_kind, attribution }: Spoken): Attributed {
  if (attribution === 'not for attribution') return { by: 'nobody' }
  if (attribution === 'named' && speaker !== '') return { by: 'name', speaker, institution }
  if (institution !== '') return { by: 'institution', institution }
  return source_kind === '' ? { by: 'nobody' } : { by: 'source', sourceKind: source_kind }
}
