/** The reading thread as it is built for the server: every format's library is found, and none of them reaches for the network or another file. */
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '#app/files/worker.ts'
import type { WriteAnswer, WriteTask } from '#app/files/writer.ts'
import { ROOT } from '#cli/ensure.mjs'
import { docxOf, paragraph, pdfOf, xlsxOf } from '#tests/support/files.ts'
import { WHOLE } from '#tests/support/paper-samples.ts'
import { startSite } from '#tests/support/site.ts'

let listener: Server
let calls = 0
let origin: string
beforeAll(async () => {
  await (await startSite({ DEMO: '0' })).stop()
  listener = createServer((socket) => {
    calls++
    socket.destroy()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
})
afterAll(() => listener.close())

async function read(bytes: Uint8Array | string, name: string): Promise<Answer> {
  const worker = new Worker(join(ROOT, 'build/files/worker.js'), { workerData: { bytes: Buffer.from(bytes as string), name }, env: {} })
  const answer = await new Promise<Answer>((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await worker.terminate()
  return answer
}

describe('the built thread', () => {
  it.each<[string, () => Uint8Array | string]>([
    ['a.docx', () => docxOf(paragraph('09:00 Opening'))], ['a.xlsx', () => xlsxOf([{ name: 'A', rows: [['09:00 Opening']] }])], ['a.pdf', () => pdfOf([{ x: 50, y: 700, text: '09:00 Opening' }])],
    ['a.csv', () => '09:00;Opening\n10:00;Closing\n'], ['a.html', () => '<p>09:00 Opening'], ['a.txt', () => '09:00 Opening'], ['a.eml', () => 'From: a@example.org\r\nMIME-Version: 1.0\r\n\r\n09:00 Opening'],
    ['a.ics', () => 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20200204T090000\r\nSUMMARY:Opening\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'],
  ])('reads %s', async (name, make) => {
    expect(JSON.stringify(await read(make(), name))).toMatch(/Opening.*09:00|09:00.*Opening/)
  })

  it('asks nobody for what a file links to', async () => {
    const linked = `<html><head><link rel="stylesheet" href="${origin}/a.css"><script src="${origin}/a.js"></script></head><body><img src="${origin}/a.png"><iframe src="${origin}/"></iframe><p>09:00 Opening</body></html>`
    const relation = (id: string, target: string): string => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/>`
    const picture = (id: string): string => `<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><wp:inline><a:graphic><a:graphicData><a:blip r:link="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const word = docxOf(paragraph('09:00 Opening') + picture('rId7') + picture('rId8'), { 'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId7', `${origin}/a.png`)}${relation('rId8', 'file:///etc/hostname')}</Relationships>` })
    for (const [name, bytes] of [['a.html', linked], ['a.eml', `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${linked}`], ['a.docx', word]] as const) {
      expect(await read(bytes, name)).toMatchObject({ read: { text: '09:00 Opening' } })
    }
    expect(calls).toBe(0)
  })

  it.each(['pdf', 'docx', 'txt'] as const)('writes a paper as %s with the fonts of the packages', async (format) => {
    const worker = new Worker(join(ROOT, 'build/files/writer.js'), { workerData: { paper: WHOLE, format, links: new Map(), writtenMs: 0, figures: new Map() } satisfies WriteTask, env: {} })
    const answer = await new Promise<WriteAnswer>((resolve, reject) => worker.once('message', resolve).once('error', reject))
    await worker.terminate()
    expect('bytes' in answer ? answer.bytes.length : answer.broken).toBeGreaterThan(500)
  })
})
