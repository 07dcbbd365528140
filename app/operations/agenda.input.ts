import { z } from 'zod'
import { choice, filled, id, ids, line, optionalId, optionalTime, prose, revision, time } from '#app/operations/fields.ts'

export const ITEM_TITLE_MAX = 200
/** Talks without a time under an item, one a line. */
export const DETAILS_MAX = 4_000
/** Room or stream of an item beside others. */
export const TRACK_MAX = 60
export const REASON_MAX = 300
export const ITEM_KINDS = ['registration', 'remarks', 'presentation', 'panel', 'discussion', 'q-and-a', 'break', 'meal', 'closing', 'other'] as const
/** Who moves when an item gets another time: everything after it, or nothing else. */
export const RIPPLES = ['following', 'none'] as const
/** Everybody who speaks at one item. */
const SPEAKERS_MAX = 40

const endsLater = { message: 'Enter an end after the start, or leave it empty', path: ['end'] }
const words = { title: filled(ITEM_TITLE_MAX, 'Enter what happens'), kind: choice(ITEM_KINDS), otherTitle: line(ITEM_TITLE_MAX), otherLanguage: line(20), details: prose(DETAILS_MAX), track: line(TRACK_MAX) }
/** What stands against a change is named first; the reason of somebody who knows it lets it stand. */
const because = line(REASON_MAX)
/** The agenda that the person saw, see `stampOf`. */
const seen = line(20)

/** `speakers` are ids of people who appear in this engagement already. Without `after` the time says where it belongs. */
export const AddItemInput = z.object({ ...words, after: optionalId(), start: time(), end: optionalTime(), ripple: choice(RIPPLES), speakers: ids(SPEAKERS_MAX), because })
  .refine((value) => value.end === null || value.end > value.start, endsLater)

export const EditItemInput = z.object({ ...words, revision: revision(), speakers: ids(SPEAKERS_MAX), because })

/** The change of one item's time; shown first (GET), then applied (POST) with what the person knows stands against it. */
export const RetimeItemInput = z.object({ seen, start: time(), end: optionalTime(), ripple: choice(RIPPLES), because })
  .refine((value) => value.end === null || value.end > value.start, endsLater)

/** A place counted from 1. */
export const PlaceItemInput = z.object({ seen, item: id(), to: z.coerce.number({ error: 'Enter a place in the order' }).int().min(1).max(500), because })

/** One place earlier or later. */
export const StepItemInput = z.object({ seen, earlier: optionalId(), later: optionalId(), because })
  .refine((value) => (value.earlier === null) !== (value.later === null))

export const RemoveItemInput = z.object({ revision: revision(), ripple: choice(RIPPLES) })

export const HeaderInput = z.object({ revision: revision(), start: optionalTime(), end: optionalTime() })
  .refine((value) => value.start !== null || value.end === null, { message: 'Enter the start as well, or leave both empty', path: ['start'] })
  .refine((value) => value.start === null || value.end === null || value.end > value.start, { message: 'Enter an end after the start', path: ['end'] })

export type AddItemInput = z.output<typeof AddItemInput>
export type EditItemInput = z.output<typeof EditItemInput>
export type RetimeItemInput = z.output<typeof RetimeItemInput>
export type PlaceItemInput = z.output<typeof PlaceItemInput>
export type StepItemInput = z.output<typeof StepItemInput>
export type RemoveItemInput = z.output<typeof RemoveItemInput>
export type HeaderInput = z.output<typeof HeaderInput>
