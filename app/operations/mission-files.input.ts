import { z } from 'zod'

const LONGEST_TEXT = 2_000_000
const MOST_ROWS = 200_000

const NUL = String.fromCharCode(0)
const value = z.union([z.string().max(LONGEST_TEXT).refine((text) => !text.includes(NUL)), z.number().refine(Number.isFinite), z.null()])
const row = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), value)

/** Reads on to the first row that is none: as many sentences as there are rows would be more than memory holds. */
const rows = z.array(z.unknown()).max(MOST_ROWS).transform((sent, context) => {
  const read: z.output<typeof row>[] = []
  for (const [at, one] of sent.entries()) {
    const parsed = row.safeParse(one)
    if (parsed.success) read.push(parsed.data)
    else {
      context.addIssue({ code: 'custom', path: [at, ...(parsed.error.issues[0]?.path ?? [])] })
      return z.NEVER
    }
  }
  return read
})

/** What a file of a mission looks like from outside; what its rows may hold is decided with the tables in hand. */
export const MissionFileInput = z.strictObject({
  format: z.literal('caravan-mission'),
  version: z.literal(1),
  files: z.boolean(),
  contacts: z.boolean(),
  tables: z.record(z.string().regex(/^[a-z][a-z_]{0,39}$/), rows),
})

/** 'person <id of the file>=<id here>', where somebody has said that the two are one; at most some hundreds. */
export const BringInInput = z.object({
  same: z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.string().max(160)).max(2_000)).transform((list) => list.flatMap((text) => {
    const found = /^(person|organisation|place) ([a-z0-9][a-z0-9-]{0,63})=([a-z0-9][a-z0-9-]{0,63})$/.exec(text)
    return found ? [{ table: found[1] as 'person' | 'organisation' | 'place', theirs: found[2] as string, ours: found[3] as string }] : []
  })),
})

export type MissionFileInput = z.output<typeof MissionFileInput>
export type BringInInput = z.output<typeof BringInInput>
