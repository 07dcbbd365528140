/** Files through the real door: what comes back, to whom, under which headers, and what is refused with memory flat. */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KEPT_REMOVED_MS } from '#app/domain/meetings/attachments.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
beforeAll(async () => void (all = await startToldSite()))
afterAll(() => all.site.stop())

const FILES = '/missions/told/engagements/told-meeting-1/files'
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function send(name: string, content: string | Buffer, more: Record<string, string> = {}, cookie = all.cookie): Promise<Response> {
  const form = new FormData()
  for (const [key, value] of Object.entries({ note: '', caption: '', ...more })) form.append(key, value)
  form.append('file', new File([new Uint8Array(Buffer.from(content))], name))
  return await fetch(all.site.origin + FILES, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: all.site.origin, 'sec-fetch-site': 'same-origin' } })
}
async function keep(name: string, content: string | Buffer, more: Record<string, string> = {}): Promise<string> {
  const answer = await send(name, content, more)
  return `/missions/told/attachments/${/#file-(.+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? `none, ${answer.status}`}`
}
const get = (path: string, cookie?: string) => all.site.ask(path, cookie === undefined ? {} : { cookie })
const rss = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${all.site.pid}/status`, 'utf8'))?.[1]) * 1_024

it('a picture shows itself in the lists of its note and its meeting, and may do nothing where it stands alone', async () => {
  const at = await keep('Акс "1".png', PNG, { note: all.mine.note, caption: 'The <b>table</b>' })
  const answer = await get(at, all.cookie)
  expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true)
  expect(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control'].map((name) => answer.headers.get(name))).toEqual([
    'image/png', "inline; filename=\"___ _1_.png\"; filename*=UTF-8''%D0%90%D0%BA%D1%81%20%221%22.png", "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'", 'nosniff', 'private, no-store',
  ])
  for (const page of [`/missions/told/notes/${all.mine.note}`, '/missions/told/engagements/told-meeting-1', FILES]) {
    expect(await all.page(page)).toContain(`<img src="${at}"`)
    expect(await all.page(page)).toContain('The &lt;b&gt;table&lt;/b&gt;')
  }
})

it('what a browser could run is only saved', async () => {
  for (const [name, content] of [['a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], ['a.png', '<!doctype html><script>alert(1)</script>'], ['a.pdf', '%PDF-1.7'], ['a.txt', 'plain']] as const) {
    const at = await keep(name, content)
    const answer = await get(at, all.cookie)
    expect([answer.status, answer.headers.get('content-disposition')?.startsWith('attachment;'), /html|svg|xml/.test(answer.headers.get('content-type') ?? ''), answer.headers.get('content-security-policy')?.includes('sandbox')]).toEqual([200, true, false, true])
    expect(await all.page(FILES)).not.toContain(`src="${at}"`)
  }
})

it('is refused with one sentence, and what was typed stays', async () => {
  const none = await send('', '', { caption: 'Kept words' })
  const html = await none.text()
  expect([none.status, wordsOf(html).includes('Choose the file that belongs here'), html.includes('value="Kept words"')]).toEqual([422, true, true])
  const exe = await send('a.png', Buffer.from([0x4d, 0x5a, 0x90, 0, 3]))
  expect([exe.status, wordsOf(await exe.text()).includes('This is no kind of file that is kept here')]).toEqual([422, true])
  const large = await send('a.png', Buffer.alloc(21 * 1_048_576), { caption: 'Kept words' })
  const told = await large.text()
  expect([large.status, wordsOf(told).includes('This file is larger than 20 MB'), told.includes('value="Kept words"')]).toEqual([413, true, true])
  expect((await send('a.png', PNG, { note: all.theirs.note })).status).toBe(404)
})

it('400 MB are refused with memory flat', async () => {
  await send('warm.png', Buffer.alloc(21 * 1_048_576))
  const before = rss()
  let most = before
  const boundary = 'x'.repeat(20)
  const status = await new Promise<number>((resolve, reject) => {
    const asked = request(all.site.origin + FILES, { method: 'POST', headers: { cookie: all.cookie, origin: all.site.origin, 'sec-fetch-site': 'same-origin', 'content-type': `multipart/form-data; boundary=${boundary}` } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.write(`--${boundary}\r\ncontent-disposition: form-data; name="caption"\r\n\r\nwords\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n`)
    const piece = Buffer.alloc(1_048_576)
    let left = 400
    const more = (): void => {
      most = Math.max(most, rss())
      while (left-- > 0 && !asked.destroyed) if (!asked.write(piece)) return void asked.once('drain', more)
      if (!asked.destroyed) asked.end(`\r\n--${boundary}--\r\n`)
    }
    more()
  }).catch(() => 413)
  expect(status).toBe(413)
  expect(Math.max(most, rss()) - before).toBeLessThan(120 * 1_048_576)
})

it('is seen by whoever may see its note, and by no guest', async () => {
  const open = await keep('a.png', PNG)
  const secret = 'a-private-note-0001'
  await all.site.ask(`/missions/told/notes/${secret}/save`, { cookie: all.cookie, form: { engagement: 'told-meeting-1', language: 'en', private: 'on', base: '0', save: 'a-private-save-0001', body: 'Mine' } })
  const mine = await keep('secret-name.png', PNG, { note: secret, caption: 'secret caption' })
  expect([await get(mine, all.cookie), await get(mine, all.viewer), await get(open, all.viewer), await get(open), await get(open.replace('told', 'untold'), all.cookie)].map((answer) => answer.status)).toEqual([200, 404, 200, 303, 404])
  for (const page of [FILES, '/missions/told/engagements/told-meeting-1', '/missions/told/history']) expect(await (await get(page, all.viewer)).text()).not.toMatch(/secret/)
  expect(await all.page(FILES)).toContain('secret caption')
  expect((await send('a.png', PNG, {}, all.viewer)).status).toBe(403)
})

it('is removed with a way back', async () => {
  const at = await keep('gone.png', PNG)
  const removed = await all.site.ask(`${at}/remove`, { cookie: all.cookie, form: { revision: '1' } })
  const act = /did=([\w-]+)/.exec(removed.headers.get('location') ?? '')?.[1] ?? ''
  expect([removed.status, (await get(at, all.cookie)).status, wordsOf(await all.page(FILES)).includes('kept for a week')]).toEqual([303, 404, true])
  expect((await all.site.ask('/missions/told/undo', { cookie: all.cookie, form: { act } })).status).toBe(303)
  expect((await get(at, all.cookie)).status).toBe(200)
  expect((await all.site.ask(`${at}/remove`, { cookie: all.cookie, form: { revision: '3' } })).status).toBe(303)
  expect((await all.site.ask(`${at}/back`, { cookie: all.cookie, form: { revision: '4' } })).status).toBe(303)
  expect([(await get(at, all.cookie)).status, (await all.site.ask(`${at}/remove`, { cookie: all.viewer, form: { revision: '5' } })).status, KEPT_REMOVED_MS]).toEqual([200, 403, 604_800_000])
})
