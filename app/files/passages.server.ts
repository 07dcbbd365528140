/** The text of a kept file in passages: nothing is unpacked or decoded here but in the reader's own thread. */
import { kindFacts } from '#app/domain/meetings/attachments.ts'
import { passagesOf } from '#app/domain/papers/file-text.ts'
import type { ReadText, TextState } from '#app/domain/papers/file-text.ts'
import { cleanText } from '#app/domain/text.ts'
import { readFile } from '#app/files/read.server.ts'
import type { Refusal } from '#app/files/refusals.ts'

const STATES: Partial<Record<Refusal, TextState>> = { locked: 'locked', broken: 'damaged', unknown: 'damaged', 'too-large': 'too-much', 'too-long': 'too-much', swollen: 'too-much', 'too-heavy': 'too-much', busy: 'busy' }
const WITHOUT_TEXT: readonly string[] = ['heic', 'svg']

/** What a file says, page by page where it has pages, or why nothing of it is read. Never throws for what is in the file. */
export async function readPassages({ name, kind, bytes }: { name: string; kind: string; bytes: Uint8Array }): Promise<ReadText> {
  if (kindFacts(kind).inline || WITHOUT_TEXT.includes(kind)) return { state: 'no-text', passages: [] }
  const found = await readFile(bytes, name)
  if ('refused' in found) return { state: STATES[found.refused] ?? 'no-text', passages: [] }
  const pages = found.pages?.map((text, at) => ({ page: at + 1, text: cleanText(text) })) ?? [{ page: null, text: cleanText(found.text) }]
  const { passages, leftOut } = passagesOf(pages)
  return { state: leftOut ? 'cut' : passages.length === 0 ? 'no-text' : 'read', passages }
}
