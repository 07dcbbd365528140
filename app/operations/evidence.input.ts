import { z } from 'zod'
import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import { STATEMENT_MAX } from '#app/domain/assessment/findings.ts'
import { isId } from '#app/domain/ids.ts'
import { ATTRIBUTIONS, CONFIDENTIALITIES } from '#app/domain/meetings/attribution.ts'
import { EXCERPT_KINDS, EXCERPT_MAX, SOURCE_KINDS, TRANSLATION_STATES } from '#app/domain/meetings/excerpts.ts'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { choice, filled, id, ids, line, prose, revision, several } from '#app/operations/fields.ts'

export const REASON_MAX = 1_000
/** What stands in a list of findings for one that is yet to be written. */
export const NEW_FINDING = 'new'

export const NAME_MAX = 160

const otherwise = <T extends z.ZodType>(value: string, field: T) => z.preprocess((sent) => sent ?? value, field)

/** What is known of the words besides the words; where a form does not ask, the careful answer holds. */
const said = {
  kind: choice(EXCERPT_KINDS, 'Choose what it is'), speaker: line(NAME_MAX), otherSpeaker: line(NAME_MAX),
  sourceKind: otherwise('', z.enum(['', ...SOURCE_KINDS], { error: 'Choose one' })), language: choice(LANGUAGES),
  attribution: otherwise('institution', choice(ATTRIBUTIONS)), confidentiality: otherwise('team', choice(CONFIDENTIALITIES)),
}

const place = line(20).transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : null))

/** Findings that can be linked at once besides the first. */
export const ALSO_MAX = 60

/** To which finding, in what relation, and why; and to which others at once: their ids, relations ('' for none) and reasons, row by row. */
const link = {
  finding: line(64).refine((text) => text === '' || text === NEW_FINDING || isId(text), 'Choose one from the list'),
  statement: line(STATEMENT_MAX), dimensions: ids(20), relation: choice(RELATIONS, 'Choose how it bears on the finding'), reason: line(REASON_MAX),
  also: ids(ALSO_MAX), alsoRelation: z.preprocess(several, z.array(z.enum(['', ...RELATIONS], { error: 'Choose how it bears on the finding' })).max(ALSO_MAX)),
  alsoReason: z.preprocess(several, z.array(line(REASON_MAX)).max(ALSO_MAX)),
}
type Link = { finding: string; statement: string; reason: string; alsoRelation: string[]; alsoReason: string[] }
const chosen = (value: Link): boolean => value.finding !== '' || value.alsoRelation.some(Boolean)
const stated = (value: Link): boolean => value.finding !== NEW_FINDING || value.statement !== ''
/** A row without a reason of its own takes the first one. */
const reasoned = (value: Link): boolean => value.reason !== '' || (value.finding === '' && value.alsoRelation.every((relation, at) => relation === '' || Boolean(value.alsoReason[at])))
const NO_STATEMENT = { message: 'Write the new finding as one sentence', path: ['statement'] }
const NO_REASON = { message: 'Say why it bears on the finding', path: ['reason'] }

/**
 * A span of a text: the words typed (which must occur in it), else the places that a selection left, else the chosen
 * sentence as 'start-end'. `number` is the revision of the note that the person saw; documents have none.
 */
export const MarkInput = z.object({
  number: z.preprocess((value) => value ?? '1', revision()), words: prose(EXCERPT_MAX), start: place, end: place, sentence: line(24),
  ...said, translation: prose(EXCERPT_MAX), ...link,
}).refine(stated, NO_STATEMENT).refine(reasoned, NO_REASON)

/** Everything about an excerpt but its words, which never change. */
export const CorrectExcerptInput = z.object({ ...said, institution: line(NAME_MAX), revision: revision() })
/** An empty text takes the translation away. */
export const TranslateInput = z.object({ translation: prose(EXCERPT_MAX), state: choice(TRANSLATION_STATES), revision: revision() })

export const LinkInput = z.object(link)
  .refine(chosen, { message: 'Choose a finding, or write a new one', path: ['finding'] }).refine(stated, NO_STATEMENT).refine(reasoned, NO_REASON)

export const ChangeLinkInput = z.object({ link: id(), revision: revision(), relation: choice(RELATIONS, 'Choose how it bears on the finding'), reason: filled(REASON_MAX, 'Say why it bears on the finding') })
export const UnlinkInput = z.object({ link: id(), revision: revision() })

export type MarkInput = z.output<typeof MarkInput>
export type CorrectExcerptInput = z.output<typeof CorrectExcerptInput>
export type TranslateInput = z.output<typeof TranslateInput>
export type LinkInput = z.output<typeof LinkInput>
export type ChangeLinkInput = z.output<typeof ChangeLinkInput>
export type UnlinkInput = z.output<typeof UnlinkInput>
