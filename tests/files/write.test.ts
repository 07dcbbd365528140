/** The writing thread: files with their media types, limits of time, memory and length, and refusals that say what to do. */
import { describe, expect, it } from 'vitest'
import { LONGEST_PAPER, writePaper } from '#app/files/write.server.ts'
import type { WriteOptions } from '#app/files/write.server.ts'
import { sourcePath } from '#app/ui/papers/source-path.ts'
import { WHOLE, paperOf, text } from '#tests/support/paper-samples.ts'

const OPTIONS: WriteOptions = { linkOf: (source) => `https://caravan.example.org/missions/m/${sourcePath(source)}`, writtenMs: Date.UTC(2020, 1, 7) }
const BOOK = paperOf(Array.from({ length: 700 }, (_, at) => ({ kind: 'paragraph' as const, text: text(`${at} ${'every word of a long report '.repeat(70)}`) })))

describe('writing a paper', () => {
  it('answers with bytes and their media type', async () => {
    const found = await Promise.all((['pdf', 'docx', 'txt'] as const).map(async (format) => await writePaper(WHOLE, format, OPTIONS)))
    expect(found.map((each) => ('bytes' in each ? [each.mediaType.slice(0, 16), Buffer.from(each.bytes.subarray(0, 4)).toString('latin1')] : each))).toEqual([['application/pdf', '%PDF'], ['application/vnd.', 'PK\u0003\u0004'], ['text/plain; char', 'Miss']])
  })

  it('gives the counterpart no link, whatever it is told', async () => {
    const [team, counterpart] = await Promise.all((['team', 'counterpart'] as const).map(async (audience) => await writePaper({ ...WHOLE, audience }, 'pdf', OPTIONS)))
    const uris = (found: typeof team): number => ('bytes' in (found ?? {}) ? [...Buffer.from((found as { bytes: Uint8Array }).bytes).toString('latin1').matchAll(/\/URI \(/g)].length : -1)
    expect([uris(team), uris(counterpart)]).toEqual([2, 0])
  })

  it('refuses two megabytes of text with a sentence, at once', async () => {
    expect(await writePaper(paperOf([{ kind: 'paragraph', text: text('ҳ'.repeat(LONGEST_PAPER + 1)) }]), 'pdf', OPTIONS)).toEqual({ refused: 'too-long', detail: '', sentence: 'This paper holds more text than a long book, so no file was written. Choose a part of it, or print the page.' })
  })

  it('ends a thread that takes too long or too much, and writes the next paper all the same', async () => {
    expect(await writePaper(BOOK, 'pdf', OPTIONS, { withinMs: 30 })).toMatchObject({ refused: 'too-heavy', detail: 'time' })
    expect(await writePaper(BOOK, 'pdf', OPTIONS, { heapMb: 24 })).toMatchObject({ refused: 'too-heavy', detail: 'heap' })
    expect(await writePaper(WHOLE, 'txt', OPTIONS)).toMatchObject({ mediaType: 'text/plain; charset=utf-8' })
  })

  it('lets no more wait than it can serve', async () => {
    const found = await Promise.all(Array.from({ length: 23 }, async () => await writePaper(WHOLE, 'txt', OPTIONS, { withinMs: 1 })))
    expect(found.filter((each) => 'refused' in each && each.refused === 'busy').length).toBe(3)
  })
})
