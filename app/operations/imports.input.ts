import { z } from 'zod'
import { isChoice } from '#app/domain/intake/choices.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import { CORRECTION_FIELDS } from '#app/domain/intake/corrections.ts'
import type { Correction } from '#app/domain/intake/corrections.ts'
import { cleanText } from '#app/domain/text.ts'
import { line, optionalId, revision, several, ticked } from '#app/operations/fields.ts'

/** Longer than any agenda, shorter than a novel. */
export const TEXT_MAX = 150_000
const VALUE_MAX = 8_000
const CORRECTIONS_MAX = 2_000

/** The text is kept as it was given: places in it are counted in it. */
export const StartImportInput = z.object({ text: z.string().optional().default(''), name: line(200), format: line(20), target: optionalId() })

const CorrectionShape = z.object({ key: z.string().max(40), field: z.enum(CORRECTION_FIELDS), value: z.string().max(VALUE_MAX).transform((value) => cleanText(value).trim()) })

/**
 * Everything that a review page holds ('reset' forgets it): 'row' the ticked rows and 'gone' the ticked removals among those that were 'shown', corrections under
 * 'answer:…' (as JSON, from the radio buttons of a question) and 'edit:KEY:FIELD' (typed in place), and choices under their own names.
 */
export const DecideInput = z.looseObject({ revision: revision(), row: names(), gone: names(), shown: line(60_000), reset: ticked() }).transform(({ revision: seen, row, gone, shown, reset, ...fields }) => ({
  revision: seen, reset, choices: { ...ticksOf(shown, row, gone), ...choicesOf(fields), ...leftOf(fields) } as Choices, corrections: answersOf(fields), edits: editsOf(fields),
}))

export const DropImportInput = z.object({ revision: revision() })

export type StartImportInput = z.output<typeof StartImportInput>
export type DecideInput = z.output<typeof DecideInput>
export type DropImportInput = z.output<typeof DropImportInput>

function names() {
  return z.preprocess(several, z.array(z.string().max(80)).max(CORRECTIONS_MAX))
}

/** 'row:L4' and 'gone:ID' for everything that could be ticked. */
function ticksOf(shown: string, row: readonly string[], gone: readonly string[]): Record<string, string> {
  const [rows, removals] = [new Set(row), new Set(gone)]
  return Object.fromEntries(shown.split(' ').filter((name) => isChoice(name, '')).map((name) => {
    const [about = '', key = ''] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
    return [name, (about === 'gone' ? removals : rows).has(key) ? 'yes' : 'no']
  }))
}

function choicesOf(fields: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, value.trim()] as [string, string]).filter(([name, value]) => !name.startsWith('answer:') && isChoice(name, value)))
}

/** Questions whose answer is to leave things as they are. */
function leftOf(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('answer:') && isChoice(name, '')).map(([name, value]) => [name, value === '[]' ? 'leave' : '']))
}

function answersOf(fields: Record<string, unknown>): Correction[] {
  return Object.entries(fields).filter(([name]) => name.startsWith('answer:')).flatMap(([, value]) => correctionsFrom(value)).slice(0, CORRECTIONS_MAX)
}

/** The value of a radio button: corrections as JSON; [] leaves everything as it is. */
function correctionsFrom(value: unknown): Correction[] {
  try {
    return z.array(CorrectionShape).max(CORRECTIONS_MAX).parse(JSON.parse(String(value)))
  } catch {
    return []
  }
}

function editsOf(fields: Record<string, unknown>): Correction[] {
  return Object.entries(fields).flatMap(([name, raw]) => {
    if (!name.startsWith('edit:')) return []
    const at = name.lastIndexOf(':')
    const value = Array.isArray(raw) ? raw.at(-1) : raw
    const found = CorrectionShape.safeParse({ key: name.slice('edit:'.length, at), field: name.slice(at + 1), value })
    return found.success ? [found.data] : []
  }).slice(0, CORRECTIONS_MAX)
}
