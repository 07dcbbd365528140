import { json } from '@remix-run/node'
import type { TypedResponse } from '@remix-run/node'
import { LARGEST_FILE } from '#app/files/file.ts'
import { refusalSentence } from '#app/files/refusals.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { formValues } from '#app/http/form.server.ts'
import type { Problem } from '#app/ui/kit/problem.ts'

/** A file as it was sent; the name is for people, it says nothing about what is inside. */
export type SentFile = { name: string; bytes: Uint8Array }
export type Upload =
  | { ok: true; fields: Record<string, string | string[]>; file: SentFile | null }
  | { ok: false; status: 413 | 422; problem: Problem }

type Limit = { bytes: number; sentence: string }
const OF_READING: Limit = { bytes: LARGEST_FILE, sentence: refusalSentence('too-large') }

/**
 * The typed fields and the one file of a form, or why not: too large (413), more than one (422). Null when none was chosen; an empty file
 * comes as it is. In the form the file's field stands last, so that what was typed comes back also when the file is far too large.
 */
export async function readUpload({ request, context }: Pick<Entered, 'request' | 'context'>, field: string, limit: Limit = OF_READING): Promise<Upload> {
  const form = await request.formData()
  const { [field]: _, ...fields } = formValues(form)
  const files = form.getAll(field).filter((value): value is File => typeof value !== 'string' && (value.name !== '' || value.size > 0))
  const refused = (status: 413 | 422, sentence: string): Upload => ({ ok: false, status, problem: { values: fields, errors: { [field]: sentence } } })
  if (context.cut || files.some((file) => file.size > limit.bytes)) return refused(413, limit.sentence)
  if (files.length > 1) return refused(422, 'Send one file at a time.')
  const [file] = files
  return { ok: true, fields, file: file ? { name: shownName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) } : null }
}

/** The answer to an upload that was refused: the page again, with what was typed. */
export function refusedUpload({ status, problem }: Extract<Upload, { ok: false }>): TypedResponse<{ problem: Problem }> {
  return json({ problem }, { status })
}

const LONGEST_NAME = 120

/** Without the folders that some browsers send along, and without characters that are not seen. */
function shownName(name: string): string {
  return name.slice(-1_000).replace(/^.*[\\/]/s, '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim().slice(-LONGEST_NAME) || 'file'
}
