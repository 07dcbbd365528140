/** The door of the real server: what is refused before the framework is asked, and how. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let cookie: string
beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
})
afterAll(() => site.stop())

describe('the door', () => {
  it('answers only under the names it knows', async () => {
    expect(await raw('GET / HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await raw('GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('takes a form of just under 1 MB and refuses a larger one, also without a length', async () => {
    const title = (size: number): string => `title=${'a'.repeat(size)}`
    const headers = { cookie, origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' }
    expect((await fetch(`${site.origin}/missions/new`, { method: 'POST', headers, body: title(1_000_000) })).status).toBe(422)
    expect((await fetch(`${site.origin}/missions/new`, { method: 'POST', headers, body: title(1_100_000) })).status).toBe(413)
    const chunk = `${(100_000).toString(16)}\r\n${'a'.repeat(100_000)}\r\n`
    const head = `POST /missions/new HTTP/1.1\r\nHost: ${new URL(site.origin).host}\r\nOrigin: ${site.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`
    expect(await raw(head + chunk.repeat(12))).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('refuses a form that is not UTF-8, holds NUL or breaks off', async () => {
    const send = async (body: string | Uint8Array<ArrayBuffer>, type = 'application/x-www-form-urlencoded'): Promise<number> =>
      (await fetch(`${site.origin}/missions/new`, { method: 'POST', body, headers: { cookie, origin: site.origin, 'content-type': type } })).status
    expect(await send(new Uint8Array([0x74, 0x3d, 0xff, 0xfe]))).toBe(400)
    expect(await send('title=a%00b')).toBe(400)
    expect(await send('title=%E0%A4')).toBe(400)
    expect(await send('--x\r\nbroken', 'multipart/form-data; boundary=x')).toBe(400)
    expect(await send(Array.from({ length: 3_000 }, (_, i) => `f${i}=1`).join('&'))).toBe(400)
  })

  it('keeps private pages out of every cache and asks scripts for a nonce that changes', async () => {
    const [one, two] = await Promise.all([site.ask('/missions', { cookie }), site.ask('/missions', { cookie })])
    expect(one.headers.get('cache-control')).toBe('private, no-store')
    expect(one.headers.get('content-security-policy')).not.toBe(two.headers.get('content-security-policy'))
    expect(one.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('says how it is', async () => {
    expect(await (await site.ask('/healthz')).json()).toEqual({ ok: true })
    const ready = (await (await site.ask('/readyz')).json()) as Record<string, unknown>
    expect(ready).toMatchObject({ ready: true, database: true, migrations: true, disk: true, zones: true, draining: false })
  })

  it('sends files once and then only their tag', async () => {
    const first = await site.ask('/icons.svg')
    const tag = first.headers.get('etag') ?? ''
    expect([first.status, (await site.ask('/icons.svg', { headers: { 'if-none-match': tag } })).status]).toEqual([200, 304])
  })

  it('never sends somebody to another site after signing in', async () => {
    for (const to of ['https://evil.example.org/', '//evil.example.org', '/\\evil.example.org', 'javascript:alert(1)']) {
      const answer = await site.ask('/sign-in?index', { form: { email: 'nobody@example.org', to } })
      expect(answer.headers.get('location') ?? '/sign-in/code?to=%2F').toBe('/sign-in/code?to=%2F')
    }
  })
})

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.origin)
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(request))
    socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text)).on('error', reject)
  })
}
