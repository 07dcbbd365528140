import { z } from 'zod'
import { isId } from '#app/domain/ids.ts'
import { line, id, revision } from '#app/operations/fields.ts'

/** 'mission', 'stop:<id>' or 'person:<id>'. */
export const MakeFeedInput = z.object({
  of: line(100).transform((text, context) => {
    const [kind, subject = ''] = text.split(':')
    if (kind === 'mission' && subject === '') return { kind: 'mission' as const, subject: '' }
    if ((kind === 'stop' || kind === 'person') && isId(subject)) return { kind, subject } as { kind: 'stop' | 'person'; subject: string }
    context.addIssue({ code: 'custom', message: 'Choose what the feed is of' })
    return z.NEVER
  }),
})

export const ChangeFeedInput = z.object({ feed: id(), revision: revision() })

export type MakeFeedInput = z.output<typeof MakeFeedInput>
export type ChangeFeedInput = z.output<typeof ChangeFeedInput>
