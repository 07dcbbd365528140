/** The thread in which a file is read: it is ended when it takes too long or too much, and the next file is read all the same. */
import { describe, expect, it } from 'vitest'
import { readFile } from '#app/files/read.server.ts'
import { docxOf, paragraph, xlsxOf } from '#tests/support/files.ts'

const LARGE = xlsxOf([{ name: 'Sheet1', rows: Array.from({ length: 60_000 }, (_, i) => ['09:00', `Talk ${i * 7_919}`, 'Hall']) }])
const SMALL = docxOf(paragraph('09:00 Opening'))

describe('the reading thread', () => {
  it('is killed when its time is over, and nothing of it stays behind', async () => {
    const threads = (): number => process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length
    const before = threads()
    expect(await readFile(LARGE, 'a.xlsx', { withinMs: 200 })).toMatchObject({ refused: 'too-heavy', detail: 'time' })
    expect(threads()).toBe(before)
    expect(await readFile(SMALL, 'a.docx')).toMatchObject({ text: '09:00 Opening' })
  })

  it('is killed when its memory is full', async () => {
    expect(await readFile(LARGE, 'a.xlsx', { heapMb: 24 })).toMatchObject({ refused: 'too-heavy', detail: 'heap' })
  })

  it('reads several files that come at once, each with its own answer', async () => {
    const found = await Promise.all([readFile(SMALL, 'a.docx'), readFile(new Uint8Array([0, 1, 2, 3, 0, 0, 0, 0]), 'b.bin'), readFile(Buffer.from('10:00 Closing'), 'c.txt')])
    expect(found.map((each) => ('refused' in each ? each.refused : each.text))).toEqual(['09:00 Opening', 'unknown', '10:00 Closing'])
  })

  it('lets no more wait than it can serve', async () => {
    const found = await Promise.all(Array.from({ length: 23 }, () => readFile(Buffer.from('09:00 Opening'), 'a.txt', { withinMs: 1 })))
    expect(found.filter((each) => 'refused' in each && each.refused === 'busy').length).toBe(3)
  })

  it('leaves the caller’s bytes as they are', async () => {
    const bytes = Buffer.from('09:00 Opening')
    await readFile(bytes, 'a.txt')
    expect(bytes.toString()).toBe('09:00 Opening')
  })
})
