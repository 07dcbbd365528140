import { afterAll, beforeAll, expect, it } from 'vitest'
import { EditEngagementInput } from '#app/operations/engagements.input.ts'
import { editEngagement } from '#app/operations/engagements.server.ts'
import { addHoliday } from '#app/operations/holidays.server.ts'
import { AddHolidayInput } from '#app/operations/directory.input.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'

let all: InvitedSite
let cookie: string
beforeAll(async () => {
  all = await startInvitedSite()
  cookie = await all.site.cookieOf('planner@example.org')
})
afterAll(() => all.site.stop())

const made = async (of: string): Promise<string> => {
  const answer = await all.site.ask('/missions/told/feeds?index', { cookie, form: { of } })
  const address = /value="[^"]*(\/calendar\/[A-Za-z0-9_-]{43}\.ics)"/.exec(await answer.text())?.[1]
  if (answer.status !== 201 || address === undefined) throw new Error(`No feed: ${answer.status}`)
  return address
}
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(all.site.origin + path, { headers })
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', modified: answer.headers.get('last-modified') ?? '', headers: answer.headers, text: await answer.text() }
}
const feedIds = async (): Promise<{ id: string; revision: number }[]> => await all.site.database.read.selectFrom('feed').select(['id', 'revision']).orderBy('created_ms').orderBy('id').execute()
const retitle = async (title: string): Promise<void> => {
  const row = await all.site.database.read.selectFrom('engagement').select('revision').where('id', '=', 'told-workshop').executeTakeFirstOrThrow()
  const outcome = await editEngagement(all.told.scope, 'told-workshop', EditEngagementInput.parse({ revision: String(row.revision), title, kind: 'workshop', venue: 'Hilton', room: 'Room 4' }))
  expect(outcome).toMatchObject({ done: true })
}

it('shows what is agreed to calendars, and nobody’s address, notes or answers', async () => {
  const { status, text, headers } = await get(await made('mission'))
  expect([status, headers.get('content-type'), headers.get('x-robots-tag'), headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'noindex', 'no-referrer', 'private, max-age=0, must-revalidate'])
  expect(text).not.toMatch(/METHOD|ATTENDEE|ORGANIZER|mailto|Speaker A|accepted/i)
  expect(text.replace(/UID:.*\r\n/g, '')).not.toContain('@')
  expect(text).toContain('X-WR-CALNAME:Roadshow\\, sample\r\n')
  const [one, two, three] = readThrice(text)
  expect([one.title, one.start, one.end, one.organiser, one.attendees]).toEqual(['City Workshop', '20200129T040000Z', '20200129T053000Z', [], []])
  expect([two.title, three.title]).toEqual(['City Workshop', 'City Workshop'])
})

it('tells a person their own slots, a stop what happens there', async () => {
  const person = await get(await made('person:ann'))
  expect(person.text).toContain('Your slot: 10:20–10:40 Roads')
  expect((await get(await made('person:bob'))).text).not.toContain('Your slot')
  expect((await get(await made('stop:told-stop'))).text).toContain('SUMMARY:City Workshop')
  for (const of of ['person:odd', 'stop:untold-stop', 'stop:', 'something', 'person:../x']) expect([of, (await all.site.ask('/missions/told/feeds?index', { cookie, form: { of } })).status]).toEqual([of, 422])
})

it('answers 304 while nothing changed, one event anew after an edit, and the same bytes at any time', async () => {
  const path = await made('mission')
  const first = await get(path)
  const known: Record<string, string>[] = [{ 'if-none-match': first.etag }, { 'if-none-match': first.etag.replace('W/', '') }, { 'if-none-match': `"other", ${first.etag}` }, { 'if-modified-since': first.modified }]
  for (const headers of known) {
    const { status, text, etag } = await get(path, headers)
    expect([status, text, etag]).toEqual([304, '', first.etag])
  }
  expect((await get(path)).text).toBe(first.text)
  await addHoliday(all.told.scope, AddHolidayInput.parse({ country: 'Nowhere', name: 'Day', kind: 'holiday', startDay: '2020-01-01', endDay: '', everyYear: '', untilYear: '', source: '', verified: '' }))
  expect((await get(path, { 'if-none-match': first.etag })).status).toBe(304)
  await retitle('City Workshop, second day')
  const second = await get(path, { 'if-none-match': first.etag })
  expect([second.status, second.etag === first.etag]).toEqual([200, false])
  const events = (text: string) => text.split('BEGIN:VEVENT').slice(1)
  expect(events(second.text).filter((event, at) => event !== events(first.text)[at])).toHaveLength(1)
  expect(readThrice(second.text)[0]).toMatchObject({ title: 'City Workshop, second day', uid: readThrice(first.text)[0].uid })
  expect(readThrice(second.text)[0].sequence).toBeGreaterThan(readThrice(first.text)[0].sequence)
  expect((await get(path, { 'if-modified-since': first.modified })).status).toBe(200)
})

it('keeps what was called off as cancelled for two weeks', async () => {
  const path = await made('mission')
  const set = async (status: string) => void (await all.site.database.write(async (tx) => {
    await tx.updateTable('engagement').set({ status }).where('id', '=', 'told-workshop').execute()
    await tx.updateTable('act_count').set((one) => ({ n: one('n', '+', 1) })).execute()
  }))
  await set('cancelled')
  expect((await get(path)).text).toContain('STATUS:CANCELLED')
  await set('requested')
  expect((await get(path)).text).not.toContain('BEGIN:VEVENT')
  await set('tentative')
  expect((await get(path)).text).toContain('STATUS:TENTATIVE')
  await set('confirmed')
})

it('is nothing once it was revoked or got another address, and was never there for a guess', async () => {
  const path = await made('mission')
  const { id = '', revision = 0 } = (await feedIds()).at(-1) ?? {}
  const answer = await all.site.ask(`/missions/told/feeds/${id}`, { cookie, form: { feed: id, revision: String(revision) } })
  const next = /value="[^"]*(\/calendar\/[A-Za-z0-9_-]{43}\.ics)"/.exec(await answer.text())?.[1] ?? ''
  expect([(await get(path)).status, (await get(next)).status]).toEqual([404, 200])
  const { revision: now = 0 } = (await feedIds()).find((each) => each.id === id) ?? {}
  expect((await all.site.ask('/missions/told/feeds/revoke', { cookie, form: { feed: id, revision: String(now) } })).status).toBe(303)
  expect((await get(next)).status).toBe(404)
  for (const wrong of ['/calendar/x.ics', `/calendar/${'A'.repeat(43)}.ics`, '/calendar/', `${path}x`]) expect([wrong, (await get(wrong)).status]).toEqual([wrong, 404])
  expect(all.site.printed()).not.toContain(path.slice(10, 40))
})

it('stores no secret', async () => {
  const path = await made('mission')
  const rows = JSON.stringify([await all.site.database.read.selectFrom('feed').selectAll().execute(), await all.site.database.read.selectFrom('act').selectAll().execute(), await all.site.database.read.selectFrom('change').selectAll().execute()])
  expect(rows).not.toContain(path.slice(10, 53))
})

it('comes compressed to whom it helps, and without a body to HEAD', async () => {
  const path = await made('mission')
  const zipped = await fetch(all.site.origin + path, { headers: { 'accept-encoding': 'gzip' } })
  expect([zipped.headers.get('content-encoding'), (await zipped.text()).startsWith('BEGIN:VCALENDAR')]).toEqual(['gzip', true])
  const plain = await fetch(all.site.origin + path, { headers: { 'accept-encoding': 'identity' } })
  expect([plain.headers.get('content-encoding'), Number(plain.headers.get('content-length'))]).toEqual([null, (await plain.arrayBuffer()).byteLength])
  expect(await (await fetch(all.site.origin + path, { method: 'HEAD' })).text()).toBe('')
})

it('gives a guest a feed of their own without signing in, and says that events then stand twice', async () => {
  const page = await all.linkOf('ann')
  expect((await all.look(`${page}/feed`)).words).toContain('Use the feed or the invitations, not both')
  const before = (await feedIds()).length
  await fetch(`${all.site.origin}${page}/feed`, { method: 'HEAD' })
  expect(await feedIds()).toHaveLength(before)
  const answer = await all.site.ask(`${page}/feed`, { form: {} })
  const address = /value="[^"]*(\/calendar\/[A-Za-z0-9_-]{43}\.ics)"/.exec(await answer.text())?.[1] ?? ''
  expect([answer.status, (await get(address)).text.includes('Your slot: 10:20–10:40')]).toEqual([201, true])
  const list = await (await all.site.ask('/missions/told/feeds', { cookie })).text()
  expect(list).toContain('the same events twice in one calendar')
})
