/** What mail scanners, link previews and impatient browsers do to the links of an invitation: nothing may come of it. */
import { request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'

let all: InvitedSite
beforeAll(async () => void (all = await startInvitedSite()))
afterAll(() => all.site.stop())

/** Every row of every table. */
async function dump(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(all.site.database.read)
  const lines: string[] = []
  for (const { name } of rows) {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(all.site.database.read)
    lines.push(...found.rows.map((row) => `${name} ${JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`))
  }
  return lines
}

/** The same once what the server does by itself after its start is done. */
async function settled(): Promise<string[]> {
  let [before, now] = [[''], await dump()]
  for (let tries = 0; tries < 50 && before.join('\n') !== now.join('\n'); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    [before, now] = [now, await dump()]
  }
  return now
}

type Asked = { method: string; path: string; headers?: Record<string, string>; body?: string }
const ask = ({ method, path, headers = {}, body }: Asked): Promise<number> => new Promise((resolve, reject) => {
  const asked = request(all.site.origin + path, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }) } }, (answer) => {
    answer.resume()
    answer.once('end', () => resolve(answer.statusCode ?? 0))
  })
  asked.once('error', reject)
  asked.end(body)
})

const PAGES = ['', '/time', '/name', '/feed', '/calendar.ics']
const ANSWERS = ['?answer=accept', '?answer=accepted&sequence=0', '?index&answer=declined&sequence=0', '?_method=POST&answer=accepted&sequence=0', '?answer=deputy&deputy=X&sequence=0', '?day=2020-01-30&start=09:00&end=10:00&sequence=0', '?name=X&title=Y', '?_data=routes%2Finvitation.%24token._index&answer=accepted']
const BODY = 'answer=accepted&sequence=0&deputy=X&day=2020-01-30&start=09:00&name=X'
const SCANNERS: Record<string, string>[] = [
  { 'user-agent': 'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; ms-office; MSOffice 16)' }, { 'user-agent': 'BarracudaCentral/1.0', from: 'scan@example.org' }, { purpose: 'prefetch', 'x-moz': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' },
  { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'POST' }, { range: 'bytes=0-0', accept: '*/*' }, { 'x-purpose': 'preview', 'user-agent': 'TelegramBot (like TwitterBot)' },
]

it('GET and HEAD of every page of an invitation, with any query, body or header that a scanner sends, and methods nobody uses, leave every row of every table as it was', async () => {
  const before = await settled()
  const statuses = new Map<string, Set<number>>()
  const note = (kind: string, status: number): unknown => (statuses.get(kind) ?? statuses.set(kind, new Set()).get(kind))?.add(status)
  for (const person of ['ann', 'bob']) {
    const link = await all.linkOf(person)
    for (const page of PAGES) {
      for (const method of ['GET', 'HEAD']) {
        for (const query of ['', ...ANSWERS]) note(method, await ask({ method, path: link + page + query }))
        note(`${method} with a body`, await ask({ method, path: link + page, body: BODY }))
        for (const headers of SCANNERS) note(`${method} of a scanner`, await ask({ method, path: `${link}${page}?answer=accepted&sequence=0`, headers }))
      }
      for (const method of ['OPTIONS', 'PROPFIND', 'TRACE']) note('another method', await ask({ method, path: link + page + '?answer=accepted&sequence=0' }))
      for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE']) note('another method', await ask({ method, path: link + page, body: BODY }))
    }
    for (const odd of ['.', ')', '>', '%3E', '/', '//', '?', '#x', '%20', '%0A', ';x=1', '&answer=accepted']) note('a link that was copied badly', await ask({ method: 'GET', path: link + odd }))
  }
  note('a form from elsewhere', await ask({ method: 'POST', path: `${await all.linkOf('ann')}?index`, body: BODY, headers: { origin: 'https://scanner.example', 'sec-fetch-site': 'cross-site' } }))
  expect(await dump()).toEqual(before)
  const seen = [...statuses].map(([kind, codes]) => `${kind}: ${[...codes].toSorted((a, b) => a - b).join(' ')}`)
  expect(seen).toEqual([
    'GET: 200 404', 'GET with a body: 200', 'GET of a scanner: 200', 'HEAD: 200 404', 'HEAD with a body: 200', 'HEAD of a scanner: 200', 'another method: 405', 'a link that was copied badly: 200 400 404', 'a form from elsewhere: 403',
  ])
})

it('a POST of the page’s own form, to compare, changes the answer', async () => {
  const before = await dump()
  expect((await all.site.ask(`${await all.linkOf('ann')}?index`, { form: { answer: 'accepted', sequence: '0' } })).status).toBe(303)
  expect(await dump()).not.toEqual(before)
})
