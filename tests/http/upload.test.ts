/** Files at the door: read whole up to their limit, cut off beyond it, and never in the way of what was typed beside them. */
import { readFileSync } from 'node:fs'
import { createServer, request as send } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LARGEST_FILE } from '#app/files/file.ts'
import { refusalSentence } from '#app/files/refusals.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { discardRest, readBody, webRequest } from '#app/http/exchange.server.ts'
import { LARGEST_UPLOAD } from '#app/http/guard.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { docxOf, oleOf, paragraph, table } from '#tests/support/files.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const IMPORTS = '/missions/smart-city-regional-roadshow/imports?index'

describe('a form with a file', () => {
  let server: Server
  let origin: string
  beforeAll(async () => {
    server = createServer((request, response) => void (async () => {
      const read = await readBody(request, LARGEST_UPLOAD)
      if (!read.ok) return response.writeHead(read.status).end(JSON.stringify(read))
      if (read.cut) discardRest(request)
      const upload = await readUpload({ request: webRequest(request, origin, read.body), context: { cut: read.cut } as RequestContext }, 'file')
      const file = upload.ok && upload.file ? { name: upload.file.name, size: upload.file.bytes.length, last: upload.file.bytes.at(-1) } : null
      return response.writeHead(upload.ok ? 200 : upload.status).end(JSON.stringify(upload.ok ? { fields: upload.fields, file } : upload.problem))
    })())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  async function post(form: FormData): Promise<[number, unknown]> {
    const answer = await fetch(origin, { method: 'POST', body: form })
    return [answer.status, await answer.json()]
  }

  function formWith(...files: [name: string, bytes: Uint8Array<ArrayBuffer>][]): FormData {
    const form = new FormData()
    form.append('text', 'typed: 09:00 Ҷамъбаст')
    form.append('kind', 'a')
    form.append('kind', 'b')
    for (const [name, bytes] of files) form.append('file', new File([bytes], name))
    return form
  }
  const fields = { text: 'typed: 09:00 Ҷамъбаст', kind: ['a', 'b'] }
  const tooLarge = [413, { values: fields, errors: { file: refusalSentence('too-large') } }]

  it('gives the fields and the file with its bytes, or no file when none was chosen', async () => {
    expect(await post(formWith(['Повестка дня.docx', new Uint8Array([1, 0, 255])]))).toEqual([200, { fields, file: { name: 'Повестка дня.docx', size: 3, last: 255 } }])
    expect(await post(formWith(['', new Uint8Array(0)]))).toEqual([200, { fields, file: null }])
    expect(await post(formWith())).toEqual([200, { fields, file: null }])
    expect(await post(formWith(['empty.txt', new Uint8Array(0)]))).toEqual([200, { fields, file: { name: 'empty.txt', size: 0 } }])
  })

  it('shows a name without folders and without hidden characters', async () => {
    const named = async (name: string): Promise<unknown> => ((await post(formWith([name, new Uint8Array([1])])))[1] as { file: { name: string } }).file.name
    expect(await named('C:\\Users\\me\\agenda\u202Excod.docx')).toBe('agendaxcod.docx')
    expect(await named(`../../${'x'.repeat(400)}.pdf`)).toBe(`${'x'.repeat(116)}.pdf`)
  })

  it('takes a file of exactly the limit, and gives back what was typed when it is larger by a byte or by tens of megabytes', async () => {
    expect((await post(formWith(['a.pdf', new Uint8Array(LARGEST_FILE).fill(7)])))[1]).toEqual({ fields, file: { name: 'a.pdf', size: LARGEST_FILE, last: 7 } })
    expect(await post(formWith(['a.pdf', new Uint8Array(LARGEST_FILE + 1)]))).toEqual(tooLarge)
    expect(await post(formWith(['a.pdf', new Uint8Array(30 * 1_048_576)]))).toEqual(tooLarge)
  })

  it('refuses two files, a text that is too long, and a form that breaks off', async () => {
    expect(await post(formWith(['a', new Uint8Array([1])], ['b', new Uint8Array([2])]))).toEqual([422, { values: fields, errors: { file: 'Send one file at a time.' } }])
    const long = new FormData()
    long.append('text', 'x'.repeat(12 * 1_048_576))
    expect((await post(long))[0]).toBe(413)
    const broken = await fetch(origin, { method: 'POST', body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc', headers: { 'content-type': 'multipart/form-data; boundary=x' } })
    expect(broken.status).toBe(400)
  })
})

describe('the real server', () => {
  let site: Site
  let cookie: string
  beforeAll(async () => {
    site = await startSite()
    cookie = await site.cookieOf()
  })
  afterAll(() => site.stop())

  async function upload(name: string, bytes: Uint8Array): Promise<Response> {
    const form = new FormData()
    form.append('text', '')
    form.append('file', new File([Uint8Array.from(bytes)], name))
    return await fetch(site.origin + IMPORTS, { method: 'POST', body: form, redirect: 'manual', headers: { origin: site.origin, 'sec-fetch-site': 'same-origin', cookie } })
  }

  it('reads a document in its own thread and goes on with what it says', async () => {
    const answer = await upload('Повестка.docx', docxOf(paragraph('Seminar on city data') + paragraph('4 February 2020') + table([['09:00–09:30', 'Registration of the guests'], ['09:30–10:15', 'Opening remarks']])))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/\/imports\/[^/]+$/)])
    const page = await (await site.ask(answer.headers.get('location') ?? '', { cookie })).text()
    expect(page).toContain('Registration of the guests')
  })

  it('answers a file that cannot be read with its sentence', async () => {
    const answer = await upload('agenda.docx', oleOf('EncryptedPackage'))
    expect([answer.status, (await answer.text()).includes(refusalSentence('locked'))]).toEqual([422, true])
  })

  it.each<[string, string, 'signed in' | 'signed out', number]>([
    ['where files are taken', IMPORTS, 'signed in', 413],
    ['where files are taken, from somebody who is signed out', IMPORTS, 'signed out', 403],
    ['where none are taken', '/missions/new', 'signed in', 413],
  ])('cuts 400 MB off %s, and goes on as before', async (_, path, who, expected) => {
    const before = memoryOf(site.pid)
    const { status, sent, body } = await pour(path, 400 * 1_048_576, who === 'signed in')
    expect(status).toBe(expected)
    if (path === IMPORTS && who === 'signed in') expect([body.includes(refusalSentence('too-large')), body.includes('typed beside the file')]).toEqual([true, true])
    expect(sent).toBeLessThan(120 * 1_048_576)
    expect(memoryOf(site.pid) - before).toBeLessThan(150)
    expect((await site.ask('/healthz')).status).toBe(200)
  })

  /** Sends without a length, as fast as it is taken, until the server ends it. */
  function pour(path: string, bytes: number, signedIn: boolean): Promise<{ status: number; sent: number; body: string }> {
    return new Promise((resolve) => {
      let status = 0
      let sent = 0
      let body = ''
      const headers = { origin: site.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=xx', ...(signedIn ? { cookie } : {}) }
      const request = send(site.origin + path, { method: 'POST', headers }, (response) => {
        status = response.statusCode ?? 0
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
      })
      const done = (): void => resolve({ status, sent, body })
      request.on('error', done).on('close', done)
      const chunk = Buffer.alloc(262_144, 'x')
      const more = (): void => {
        while (sent < bytes && !request.destroyed) {
          sent += chunk.length
          if (!request.write(chunk)) return void request.once('drain', more)
        }
        request.end()
      }
      request.write('--xx\r\nContent-Disposition: form-data; name="text"\r\n\r\ntyped beside the file\r\n--xx\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
      more()
    })
  }
})

/** Megabytes that the process has ever held at once, as the kernel counts them. */
function memoryOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024
}
