/** A paper → the bytes of its file. Runs in the thread; the library of a format is loaded only where it is needed. */
import type { Source } from '#app/domain/papers/paper.ts'
import { mapTexts } from '#app/domain/papers/runs.ts'
import { legible } from '#app/files/paper-letters.ts'
import { sourceKey } from '#app/files/paper-links.ts'
import type { WriteTask } from '#app/files/writer.ts'

/** What a renderer needs besides the paper. */
export type Press = { linkOf: (source: Source | undefined) => string | undefined; writtenMs: number; figures: ReadonlyMap<string, Uint8Array> }

/** The bytes of the paper's file. */
export async function writeAny({ paper: raw, format, links, writtenMs, figures }: WriteTask): Promise<Uint8Array> {
  const paper = { ...mapTexts(raw, legible), title: legible([{ text: raw.title }])[0]?.text ?? '' }
  const press: Press = { linkOf: (source) => source && links.get(sourceKey(source)), writtenMs, figures }
  switch (format) {
    case 'pdf': return await (await import('#app/files/paper-pdf.ts')).writePdf(paper, press)
    case 'docx': return await (await import('#app/files/paper-docx.ts')).writeDocx(paper, press)
    case 'txt': return new TextEncoder().encode((await import('#app/files/paper-text.ts')).paperText(paper))
  }
}
