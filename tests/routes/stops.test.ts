import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let cookie: string
let home: string

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
  home = (await site.ask('/missions/new', { cookie, form: { title: 'Route', startDay: '2027-03-01', endDay: '2027-03-12' } })).headers.get('location') ?? ''
})
afterAll(() => site.stop())

const page = async (path: string) => (await site.ask(path, { cookie })).text()
const typed = { cityName: 'Springfield', country: 'Land', zone: 'Asia/Tokyo', arriveDay: '2027-03-02', departDay: '2027-03-03' }
const words = (html: string) => html.replaceAll(/<!-- -->/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function added(form: Record<string, string>): Promise<string> {
  const answer = await site.ask(`${home}/stops/new`, { cookie, form })
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').split('?')[0] as string
}

it('adds a stop in a new city and shows it with its clock and days', async () => {
  const stop = await added(typed)
  const html = words(await page(stop))
  expect(html).toContain('Stop 1 of 1 · 2–3 Mar 2027 · all times Springfield, UTC+9')
  expect(html).toContain('Tuesday 2 March 2027')
  expect(html).toContain('Wednesday 3 March 2027')
  expect((await page(`${home}/grid`))).toContain(`href="${stop}"`)
})

it('gives back what was typed, with what would be right', async () => {
  const answer = await site.ask(`${home}/stops/new`, { cookie, form: { ...typed, cityName: 'Shelbyville', zone: '', departDay: '2027-03-01' } })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Choose the time zone of the new city')
  expect(html).toContain('Enter a last day on or after the first')
  expect(html).toContain('value="Shelbyville"')
})

it('says how another clock moves what is planned before it does so', async () => {
  const stop = await added({ ...typed, arriveDay: '2027-03-05', departDay: '2027-03-05' })
  const id = stop.split('/').at(-1) ?? ''
  const { mission_id } = await site.database.read.selectFrom('stop').select('mission_id').where('id', '=', id).executeTakeFirstOrThrow()
  await site.database.write(async (tx) => {
    await tx.insertInto('engagement').values({
      id: 'stops-test', mission_id, stop_id: id, kind: 'meeting', title: 'A meeting', title_key: 'a meeting', day: '2027-03-05', zone: 'Asia/Tokyo',
      start_minute: 600, end_minute: 660, start_ms: Date.UTC(2027, 2, 5, 1), end_ms: Date.UTC(2027, 2, 5, 2),
    }).execute()
  })
  const form = { city: '', cityName: 'Ogdenville', zone: 'Asia/Dushanbe', arriveDay: '2027-03-05', departDay: '2027-03-05', revision: '1', place: '2' }
  const told = await site.ask(`${stop}/edit`, { cookie, form })
  expect(told.status).toBe(422)
  expect(words(await told.text())).toContain('1 engagement keeps its wall time and moves from Tokyo, UTC+9 to Ogdenville, UTC+5.')
  const moment = () => site.database.read.selectFrom('engagement').select('start_ms').where('id', '=', 'stops-test').executeTakeFirstOrThrow()
  expect((await moment()).start_ms).toBe(Date.UTC(2027, 2, 5, 1))
  expect((await site.ask(`${stop}/edit`, { cookie, form: { ...form, moveClocks: 'yes' } })).status).toBe(303)
  expect((await moment()).start_ms).toBe(Date.UTC(2027, 2, 5, 5))
  expect(words(await page(`${stop}/remove`))).toContain('It cannot be removed: 1 engagement stands here')
  expect((await site.ask(`${stop}/remove`, { cookie, form: { revision: '2' } })).status).toBe(409)
})

it('moves a stop in the route and removes an empty one', async () => {
  const stop = await added({ ...typed, arriveDay: '2027-03-10', departDay: '2027-03-10' })
  expect((await site.ask(`${stop}/order`, { cookie, form: { go: 'later' } })).status).toBe(409)
  expect((await site.ask(`${stop}/order`, { cookie, form: { go: 'earlier' } })).status).toBe(303)
  expect(words(await page(stop))).toContain('Stop 2 of 3')
  expect((await site.ask(`${stop}/remove`, { cookie, form: { revision: '2' } })).headers.get('location')).toMatch(/\/grid\?did=/)
  expect((await site.ask(stop, { cookie })).status).toBe(404)
})

it('knows no stop of another mission and no nonsense', async () => {
  const { id } = await site.database.read.selectFrom('stop').innerJoin('mission', 'mission.id', 'stop.mission_id').select('stop.id').where('mission.slug', '=', 'smart-city-regional-roadshow').executeTakeFirstOrThrow()
  for (const path of [`/stops/${id}`, `/stops/${id}/edit`, `/stops/${id}/remove`, '/stops/x%27', '/stops/__proto__']) expect((await site.ask(home + path, { cookie })).status).toBe(404)
  for (const path of [`/stops/${id}/edit`, `/stops/${id}/remove`]) expect((await site.ask(home + path, { cookie, form: { ...typed, revision: '1', place: '1' } })).status).toBe(404)
  expect((await site.ask(`${home}/stops/${id}/order`, { cookie, form: { go: 'sideways' } })).status).toBe(400)
})
