/** Shapes that many inputs share: text is cleaned at the door, days and times are what they say. */
import { z } from 'zod'
import { FRAMEWORKS, OWN_FRAMEWORK } from '#app/domain/assessment/frameworks.ts'
import { isId } from '#app/domain/ids.ts'
import { cleanLine, cleanText } from '#app/domain/text.ts'
import { isDay, parseMinute } from '#app/domain/time.ts'

const only = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

/** One line of text, cleaned; empty when absent. */
export const line = (max: number, message = `Use at most ${max} characters`) =>
  z.preprocess(only, z.string().optional().default('').transform(cleanLine).pipe(z.string().max(max, message)))

/** One line that must say something. */
export const filled = (max: number, empty: string) =>
  z.preprocess(only, z.string().optional().default('').transform(cleanLine).pipe(z.string().min(1, empty).max(max, `Use at most ${max} characters`)))

/** Text of several lines, cleaned. */
export const prose = (max: number) =>
  z.preprocess(only, z.string().optional().default('').transform(cleanText).pipe(z.string().max(max, `Use at most ${max} characters`)))

export const filledProse = (max: number, empty: string) =>
  z.preprocess(only, z.string().optional().default('').transform((text) => cleanText(text).trim()).pipe(z.string().min(1, empty).max(max, `Use at most ${max} characters`)))

export const day = (message = 'Enter a day that exists, such as 2020-02-04') =>
  z.preprocess(only, z.string().optional().default('').transform(cleanLine).refine(isDay, message))

export const optionalDay = (message = 'Enter a day that exists, or leave it empty') =>
  z.preprocess(only, z.string().optional().default('').transform(cleanLine).refine((text) => text === '' || isDay(text), message).transform((text) => text || null))

/** '09:30' → 570. */
export const time = (message = 'Enter a time such as 09:30') =>
  z.preprocess(only, z.string().optional().default('').transform((text, context) => {
    const minute = parseMinute(text)
    if (minute === undefined) context.addIssue({ code: 'custom', message })
    return minute ?? 0
  }))

/** '09:30' → 570; '' → null. */
export const optionalTime = (message = 'Enter a time such as 09:30, or leave it empty') =>
  z.preprocess(only, z.string().optional().default('').transform((text, context) => {
    if (text.trim() === '') return null
    const minute = parseMinute(text)
    if (minute === undefined) context.addIssue({ code: 'custom', message })
    return minute ?? null
  }))

export const id = (message = 'Choose one from the list') =>
  z.preprocess(only, z.string().optional().default('').refine(isId, message))

export const optionalId = (message = 'Choose one from the list') =>
  z.preprocess(only, z.string().optional().default('').refine((text) => text === '' || isId(text), message).transform((text) => text || null))

/** Every field of one name, sent or not. */
export const several = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** Several ids, from fields of one name; at most `max`. */
export const ids = (max = 500) =>
  z.preprocess(several, z.array(z.string().refine(isId, 'Choose from the list')).max(max))

export const choice = <const T extends readonly [string, ...string[]]>(values: T, message = 'Choose one') =>
  z.preprocess(only, z.enum(values, { error: message }))

/** Which framework a mission assesses by; the usual one where nobody says. */
export const framework = () => z.preprocess((value) => only(value) ?? FRAMEWORKS[0].id, z.enum([OWN_FRAMEWORK, ...FRAMEWORKS.map((one) => one.id)], { error: 'Choose a framework from the list' }))

export const ticked = () => z.preprocess((value) => ['on', '1', 'yes'].includes(String(only(value))), z.boolean())

/** The revision that the person saw; no more than a column holds. */
export const revision = () => z.preprocess(only, z.coerce.number({ error: 'Reload the page and try again' }).int().min(1).max(2 ** 31 - 1))

/** An e-mail address of one mailbox, ASCII, without display name, comments or quotes; '' when left empty. */
export const optionalEmail = () =>
  line(254).refine((text) => text === '' || isAddress(text), 'Enter an address with an @, such as name@example.org')

export const email = () => line(254).refine(isAddress, 'Enter an address with an @, such as name@example.org')

function isAddress(text: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/.test(text) && text.indexOf('@') <= 64
}
