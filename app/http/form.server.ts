import { json } from '@remix-run/node'
import type { TypedResponse } from '@remix-run/node'
import type { z } from 'zod'
import type { Problem } from '#app/ui/kit/problem.ts'

/** `typed` is what was sent, so that a later refusal can give it back. */
export type Parsed<T> = { ok: true; value: T; typed: Problem['values'] } | { ok: false; problem: Problem }

/**
 * Reads a form and parses it with the operation's schema. A field sent several times is an array; a failed parse gives
 * the typed text back with a message per field (nested paths are joined by dots).
 */
export async function readForm<S extends z.ZodType>(request: Request, schema: S): Promise<Parsed<z.output<S>>> {
  const values = formValues(await request.formData())
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data, typed: values }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.map(String).join('.')] ??= issue.message
  return { ok: false, problem: { values, errors } }
}

/** The text fields of a form as an object; files are left out. Names come from outside, so the object has no prototype. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string')
    const [only] = texts
    if (only !== undefined) values[name] = texts.length === 1 ? only : texts
  }
  return { ...values }
}

/** 422 with the typed text and what would be right. */
export function invalid(problem: Problem): TypedResponse<{ problem: Problem }> {
  return json({ problem }, { status: 422 })
}

/** A problem that the operation found after the shape was right; `values` are what was typed. */
export function problemWith(values: Record<string, unknown>, errors: Record<string, string>, summary?: string): TypedResponse<{ problem: Problem }> {
  return invalid({ values: values as Problem['values'], errors, ...(summary ? { summary } : {}) })
}

/** 409: somebody was faster. What was typed stays in the form, and the page beside it shows what is stored now. */
export function overtaken(values: Problem['values'], summary: string): TypedResponse<{ problem: Problem }> {
  return json({ problem: { values, errors: {}, summary } }, { status: 409 })
}
