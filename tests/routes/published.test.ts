import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { caravan } from '#tests/support/command-line.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const BASE = '/missions/smart-city-regional-roadshow'
const PUBLISH = `${BASE}/engagements/a10/agenda/publish`
const folder = mkdtempSync(join(tmpdir(), 'caravan-published-'))
let site: Site
let cookie: string
let address = ''

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

const html = async (path: string, as?: string): Promise<string> => await (await site.ask(path, as === undefined ? {} : { cookie: as })).text()
const found = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''

it('publishes an agenda that anybody with the address reads, without script, index or referrer', async () => {
  const page = await html(PUBLISH, cookie)
  const seen = found(page, /name="seen" value="([^"]+)"/)
  expect((await site.ask(PUBLISH, { cookie, form: { seen } })).status).toBe(303)
  expect((await site.ask(PUBLISH, { cookie, form: { seen } })).status).toBe(422)
  expect((await site.ask(PUBLISH, { cookie, form: {} })).status).toBe(422)
  address = found(await html(PUBLISH, cookie), /(\/agenda\/[^"/?]+)/)
  const answer = await site.ask(address)
  const text = await answer.text()
  expect([answer.status, answer.headers.get('x-robots-tag'), answer.headers.get('referrer-policy')]).toEqual([200, 'noindex', 'no-referrer'])
  expect(text).toContain('<meta name="robots" content="noindex"')
  expect(text).not.toMatch(/<script/)
  expect(text).toContain('Dushanbe, UTC+5')
  const internal = await site.database.read.selectFrom('engagement').select(['brief', 'questions', 'purpose']).execute()
  const people = await site.database.read.selectFrom('person').select(['email', 'phone', 'remark']).execute()
  for (const secret of [...internal, ...people].flatMap((row) => Object.values(row)).filter(Boolean)) expect(text).not.toContain(secret)
})

it('speaks Russian where that is asked', async () => {
  const text = await html(`${address}?lang=ru`)
  expect(text).toContain('<html lang="ru"')
  expect(text).toContain('вторник, 4 февраля 2020')
  expect(text).toContain('Душанбе')
})

it('hands out the schedule and a calendar entry', async () => {
  const xml = await (await site.ask(`${address}/schedule.xml`)).text()
  expect(xml.match(/<event /g)).toHaveLength(10)
  const json = (await (await site.ask(`${address}/schedule.json`)).json()) as { schedule: { conference: { acronym: string } } }
  expect(json.schedule.conference.acronym).toBe('smart-city-regional-roadshow')
  const calendar = await (await site.ask(`${address}/calendar.ics`)).text()
  expect(calendar).toContain('BEGIN:VEVENT')
  expect(calendar).not.toContain('ATTENDEE')
})

it('shows nothing at an address that is cut, changed, withdrawn or of a version that never was', async () => {
  for (const path of [`${address}x`, address.slice(0, -1), `${address}?version=7`, '/agenda/unknown', `${address}/papers/unknown`]) expect([path, (await site.ask(path)).status]).toEqual([path, 404])
  expect((await site.ask(`${BASE}/published/programme`, { cookie, form: {} })).status).toBe(303)
  const programme = found(await html(`${BASE}/published`, cookie), /value="[^"]*(\/agenda\/[^"/?]+)"/)
  expect(await html(programme)).toContain('Welcoming Remarks')
  const { id } = await site.database.read.selectFrom('published_agenda').select('id').where('engagement_id', '=', 'a10').executeTakeFirstOrThrow()
  const member = await site.cookieOf('member@example.org')
  expect((await site.ask(`${BASE}/published/withdraw`, { cookie: member, form: { published: id } })).status).toBe(403)
  expect((await site.ask(`${BASE}/published/withdraw`, { cookie, form: { published: id } })).status).toBe(303)
  expect((await site.ask(address)).status).toBe(404)
  expect(await html(programme)).toContain('No agenda is published yet')
  expect((await site.ask(`${programme}/schedule.xml`)).status).toBe(404)
})

it('takes a list as a file with the filters of its page', async () => {
  const csv = await (await site.ask(`${BASE}/lists/engagements/file/csv?status=confirmed`, { cookie })).text()
  const rows = parse(csv, { bom: true }) as string[][]
  const page = await html(`${BASE}/engagements?status=confirmed`, cookie)
  expect(rows.slice(1).length).toBeGreaterThan(0)
  for (const row of rows.slice(1)) expect(page.replaceAll('&amp;', '&')).toContain(row[5])
  expect(page).toContain(`${BASE}/lists/engagements/file/csv?status=confirmed`)
  expect((await site.ask(`${BASE}/lists/engagements/file/pdf`, { cookie })).status).toBe(404)
  const xlsx = await site.ask(`${BASE}/lists/people/file/xlsx`, { cookie })
  expect(xlsx.headers.get('content-disposition')).toContain('people')
})

it('takes the mission out in the browser and brings it in again, after a look at it', async () => {
  const text = await html(`${BASE}/take-out/file?files=yes&contacts=yes`, cookie)
  const send = async (body: string): Promise<Response> => {
    const form = new FormData()
    form.append('file', new File([body], 'mission.json'))
    return await fetch(`${site.origin}/missions/new/from-file?index`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: site.origin, 'sec-fetch-site': 'same-origin' } })
  }
  const refused = await send('{"format":"caravan-mission","version":1,"files":true,"contacts":true}')
  expect([refused.status, (await refused.text()).includes('The file is damaged at')]).toEqual([422, true])
  const look = (await send(text)).headers.get('location') ?? ''
  expect(await html(look, cookie)).toContain('21 engagements')
  expect((await site.ask(look, { cookie: await site.cookieOf('member@example.org') })).status).toBe(404)
  const done = await site.ask(`${look}?index`, { cookie, form: { same: ['', 'person x=../y'] } })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/missions/smart-city-regional-roadshow-2'])
  expect((await site.ask(look, { cookie })).status).toBe(404)
  expect(await html('/missions/smart-city-regional-roadshow-2/history', cookie)).toContain('brought “Smart City Regional Roadshow” in from a file')
})

it('goes out of one installation and into an empty one by the command line, equal', async () => {
  const [first, second, empty] = [join(folder, 'first.json'), join(folder, 'second.json'), join(folder, 'empty')]
  expect(caravan(site.dataDir, ['mission', 'export', 'smart-city-regional-roadshow', '-o', first])).toMatchObject({ exit: 0, out: '' })
  expect(caravan(site.dataDir, ['mission', 'export', 'smart-city-regional-roadshow', '-o', first])).toMatchObject({ exit: 1, error: `${first} exists already; choose another name.\n` })
  expect(caravan(empty, ['mission', 'import', first]).out).toContain('/missions/smart-city-regional-roadshow')
  expect(caravan(empty, ['mission', 'export', 'smart-city-regional-roadshow', '-o', second]).exit).toBe(0)
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
  expect(caravan(empty, ['schedule', '--mission', 'smart-city-regional-roadshow'])).toMatchObject({ exit: 3, error: 'No agenda of it is published. Publish one on its page first.\n' })
  expect(caravan(empty, ['mission', 'import', 'package.json'])).toMatchObject({ exit: 2 })
  expect(caravan(empty, ['check']).exit).toBe(0)
}, 60_000)
