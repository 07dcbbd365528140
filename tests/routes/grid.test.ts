import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatMinute } from '#app/domain/time.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let cookie: string
const GRID = '/missions/smart-city-regional-roadshow/grid'

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
})
afterAll(() => site.stop())

const page = async (path = GRID) => (await site.ask(path, { cookie })).text()
const heads = (html: string) => [...html.matchAll(/<section class="stop"[^>]*>.*?<\/header>/gs)].map(([head]) => head.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\d\d:\d\d/g, 'hh:mm').replaceAll(/\s+/g, ' ').trim())
/** The names of the demo's teams are read from it, not known here. */
const teams = async () => (await site.database.read.selectFrom('engagement').select('team').distinct().where('team', '<>', '').orderBy('team').execute()).map((row) => row.team)

it('stands the stops in bands, each with its own clock, and what lies between them', async () => {
  expect(heads(await page())).toEqual(['Nur-Sultan hh:mm UTC+6', 'Bishkek hh:mm UTC+6', 'Weekend', 'Dushanbe hh:mm UTC+5, clock −1 h', 'Tashkent hh:mm UTC+5'])
})

it('draws every engagement and leg once, and says where a weekday is printed wrong', async () => {
  const html = await page()
  const ids = [...html.matchAll(/<li class="ev[^>]*>.*?\/engagements\/([a-z0-9-]+)"/gs)].map((found) => found[1])
  const stored = await site.database.read.selectFrom('engagement').innerJoin('mission', 'mission.id', 'engagement.mission_id').select('engagement.id').where('mission.slug', '=', 'smart-city-regional-roadshow').execute()
  expect(ids.toSorted()).toEqual(stored.map((row) => row.id).toSorted())
  expect(html.match(/printed “\w+”/g)).toEqual(['printed “Thursday”', 'printed “Friday”'])
})

it('anchors each stop where the navigation leads', async () => {
  const html = await page()
  const anchors = [...html.matchAll(/href="[^"]*\/grid#(stop-[^"]+)"/g)].map((found) => found[1])
  expect(anchors.length).toBe(4)
  for (const anchor of anchors) expect(html).toContain(`id="${anchor}"`)
})

it('shows one team with what concerns everybody', async () => {
  const [first, second] = await teams()
  const html = await page(`${GRID}?team=${encodeURIComponent(first ?? '')}`)
  expect(html.includes(`· ${first}</p>`)).toBe(true)
  expect(html.includes(`· ${second}</p>`)).toBe(false)
  expect(heads(await page(`${GRID}?team=nobody`)).length).toBe(5)
})

it('lets a viewer look and offers nothing to change', async () => {
  const answer = await site.ask(GRID, { cookie: await site.cookieOf('viewer@example.org') })
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect([/engagements\/new/, /\/move"/, /stops\/new/].map((offer) => offer.test(html))).toEqual([false, false, false])
})

it('asks for the first stop in a mission without one', async () => {
  const made = await site.ask('/missions/new', { cookie, form: { title: 'Empty one', startDay: '2027-03-01', endDay: '2027-03-05' } })
  const html = await page(`${made.headers.get('location')}/grid`)
  expect(html).toContain('No stops yet')
  expect(html).toContain('Add the first stop')
})

it('opens what a move would change when a block is dragged, and changes nothing by itself', async () => {
  const browser = await launchBrowser()
  const journey = await startJourney(site, browser, { path: GRID, height: 1_600 })
  const block = journey.page.locator('.hours > .ev', { has: journey.page.locator('a[href$="/engagements/a09"]') })
  const { day, start_minute: start, end_minute: end } = await site.database.read.selectFrom('engagement').select(['day', 'start_minute', 'end_minute']).where('id', '=', 'a09').executeTakeFirstOrThrow()
  const target = journey.page.locator(`.hours[data-day="${day}"]`)
  const hour = ((await target.boundingBox())?.height ?? 0) / 13
  await block.dragTo(target, { sourcePosition: { x: 20, y: 4 }, targetPosition: { x: 20, y: hour * 10 + 4 } })
  await journey.page.waitForURL(/\/engagements\/a09\/move\?/)
  const asked = new URL(journey.page.url()).searchParams
  expect(Object.fromEntries(asked)).toEqual({ day, start: '18:00', stop: 'stop-dushanbe', end: formatMinute(18 * 60 + (end ?? 0) - (start ?? 0)) })
  expect((await site.database.read.selectFrom('engagement').select('start_minute').where('id', '=', 'a09').executeTakeFirstOrThrow()).start_minute).toBe(start)
  await journey.end()
  await browser.close()
})
