import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { loadIssues } from '#db/issues.server.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const HOME = '/missions/smart-city-regional-roadshow'
const DEMO_NOW = Date.UTC(2020, 0, 27, 3)
let site: Site
let cookie: string
beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
})
afterAll(() => site.stop())

const words = (html: string): string => html.replaceAll('<!-- -->', '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll(/\s+/g, ' ')
const page = async (path: string, as = cookie): Promise<string> => (await site.ask(path, { cookie: as })).text()
async function errors(): Promise<Issue[]> {
  const { id } = await site.database.read.selectFrom('mission').select('id').where('slug', '=', 'smart-city-regional-roadshow').executeTakeFirstOrThrow()
  return (await loadIssues(site.database.read, id, DEMO_NOW)).open.filter((issue) => issue.severity === 'error')
}

it('shows the seven errors with their lines and repairs, in the cockpit the first of them', async () => {
  const list = await page(`${HOME}/issues`)
  expect(words(list)).toContain('all 33')
  expect(words(list)).toContain('7 errors')
  expect(words(list)).toContain('“ Thursday , 31st January 2020”: 31 January 2020 is a Friday')
  expect(list.match(/action="[^"]*\/issues\/repair"/g)?.length).toBe(26)
  const cockpit = words(await page(HOME))
  for (const text of ['Fix next 1 of 7 errors', 'Keep the date: Fri 31 Jan', 'Keep the weekday: Thu 30 Jan', 'deck line 23', 'Day sheet of 4 Feb', 'Why is Infrastructure Low?', 'Next engagement']) expect(cockpit).toContain(text)
})

it('repairs from the cockpit, comes back there, and takes it back', async () => {
  const [issue] = (await errors()) as [Issue]
  const done = await site.ask(`${HOME}/issues/repair`, { cookie, form: { code: issue.code, issue: issue.id, repair: 'keep-date' }, headers: { referer: `${site.origin}${HOME}` } })
  const back = done.headers.get('location') ?? ''
  expect([done.status, back.startsWith(`${HOME}?did=`)]).toEqual([303, true])
  const after = words(await page(back))
  expect(after).toContain('1 of 6 errors')
  expect(after).toContain('You repaired “Weekday · Bishkek · 3 rows · deck line 23”: kept the date, Fri 31 Jan.')
  const act = new URL(back, site.origin).searchParams.get('did') ?? ''
  expect((await site.ask(`${HOME}/undo`, { cookie, form: { act } })).status).toBe(303)
  expect((await errors()).length).toBe(7)
})

it('accepts with a reason, gives an empty one back, lists it and reopens it', async () => {
  const issue = (await errors()).find((each) => each.code === 'spelling-near-place') as Issue
  const which = { code: issue.code, issue: issue.id }
  const refused = await site.ask(`${HOME}/issues/accept?code=${which.code}&issue=${which.issue}`, { cookie, form: { ...which, reason: ' ' } })
  const again = words(await refused.text())
  expect([refused.status, again.includes('Say why it may stand as it is printed'), again.includes('“Dushane”, elsewhere Dushanbe')]).toEqual([422, true, true])
  expect((await site.ask(`${HOME}/issues/accept`, { cookie, form: { ...which, reason: 'it is the title of the slides' } })).status).toBe(303)
  const list = await page(`${HOME}/issues`)
  expect(words(list)).toContain('Accepted as printed while exactly this is printed')
  expect(words(list)).toContain('“it is the title of the slides”')
  const acceptance = /name="acceptance" value="([^"]+)"/.exec(list)?.[1] ?? ''
  expect((await site.ask(`${HOME}/issues/reopen`, { cookie, form: { acceptance, revision: '1' } })).status).toBe(303)
  expect((await errors()).length).toBe(7)
})

it('answers what makes no sense with a sentence, never with a fault', async () => {
  const [issue] = (await errors()) as [Issue]
  const asked = [
    ['/issues/repair', { code: 'nonsense', issue: 'x', repair: 'keep-date' }, 400], ['/issues/repair', {}, 400], ['/issues/repair', { code: issue.code, issue: 'a04-0000000', repair: 'keep-date' }, 404],
    ['/issues/repair', { code: issue.code, issue: issue.id, repair: 'respell' }, 404], ['/issues/accept', { code: 'nonsense', issue: 'x', reason: 'because' }, 400], ['/issues/accept', { code: issue.code, issue: 'x', reason: 'because' }, 404],
    ['/issues/reopen', { acceptance: 'nothing', revision: '1' }, 404], ['/issues/reopen', { acceptance: 'nothing' }, 400],
  ] as const
  for (const [path, form, status] of asked) expect([path, (await site.ask(HOME + path, { cookie, form })).status]).toEqual([path, status])
  expect((await site.ask(`${HOME}/issues?page=99&severity=what`, { cookie })).status).toBe(200)
  expect((await site.ask(`${HOME}/issues/accept?code=x`, { cookie })).status).toBe(200)
})

it('lets a viewer read and nothing else', async () => {
  const viewer = await site.cookieOf('viewer@example.org')
  const list = await page(`${HOME}/issues`, viewer)
  expect(list).not.toContain('/issues/repair')
  expect(list).not.toContain('Leave as printed')
  const [issue] = (await errors()) as [Issue]
  expect((await site.ask(`${HOME}/issues/repair`, { cookie: viewer, form: { code: issue.code, issue: issue.id, repair: 'keep-date' } })).status).toBe(403)
})

it('leads a mission made from nothing from step to step', async () => {
  const home = (await site.ask('/missions/new', { cookie, form: { title: 'First steps', startDay: '2027-03-01', endDay: '2027-03-05' } })).headers.get('location') ?? ''
  const first = await page(home)
  expect(words(first)).toContain('First steps 0 of 4 done Add a stop')
  expect(first).toContain(`href="${home.split('?')[0]}/stops/new"`)
  await site.ask(`${home}/stops/new`, { cookie, form: { cityName: 'Springfield', country: 'Land', zone: 'Asia/Tokyo', arriveDay: '2027-03-02', departDay: '2027-03-03' } })
  const second = await page(home)
  expect(words(second)).toContain('First steps 1 of 4 done Add an engagement')
  expect(words(second)).toContain('Day sheet of 2 Mar')
})
