/** The documents of a mission: of which kinds, which way they went, who may read them, and which of their files is the newest. */
import { CONFIDENTIALITIES, mayRead } from '#app/domain/meetings/attribution.ts'
import type { Confidentiality } from '#app/domain/meetings/attribution.ts'

/** In the order in which people choose; a new kind is a line here. */
export const DOCUMENT_KINDS = [
  'letter', 'brief', 'slides', 'law', 'decree', 'charter', 'strategy', 'statistics', 'minutes', 'aide-mémoire', 'report', 'questionnaire', 'reply', 'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Kinds that have pages of their own, where they come from and stay what they are. */
const OWN_PAGES: readonly string[] = ['report', 'questionnaire', 'reply']

/** The kinds that a document of a kind may be turned into; a new one is of no kind yet. */
export function kindsFor(kind: string): readonly string[] {
  return OWN_PAGES.includes(kind) ? [kind] : DOCUMENT_KINDS.filter((one) => !OWN_PAGES.includes(one))
}

/** True where people type passages and files are read into them: an outline, questions and answers are written on pages of their own. */
export function hasPassages(kind: string): boolean {
  return !OWN_PAGES.includes(kind)
}

/** '' is a paper that went neither way. */
export const DIRECTIONS = ['', 'received', 'sent'] as const

/** A number as people say it: “No. 640” for one that begins with a digit; anything else as it stands. */
export function numberWords(number: string): string {
  return /^\d/.test(number) ? `No. ${number}` : number
}

/** The levels of documents that a reader may have. */
export function levelsFor(reader: Confidentiality): Confidentiality[] {
  return CONFIDENTIALITIES.filter((level) => mayRead(level, reader))
}

type Versioned = { id: string; series_id: string | null; version: number; removed_ms: number | null }

/** The newest version of each file that was not removed, in the order given, with its older ones. */
export function currentFiles<F extends Versioned>(files: readonly F[]): { file: F; older: F[] }[] {
  const kept = files.filter((file) => file.removed_ms === null)
  return kept.flatMap((file) => {
    const others = kept.filter((other) => other !== file && other.series_id !== null && other.series_id === file.series_id)
    return others.some((other) => other.version > file.version) ? [] : [{ file, older: others.toSorted((one, other) => other.version - one.version) }]
  })
}
