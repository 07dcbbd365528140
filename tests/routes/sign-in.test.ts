import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_COORDINATOR } from '#db/seed/demo.server.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
beforeAll(async () => void (site = await startSite()))
afterAll(() => site.stop())

const cookiesOf = (answer: Response): string => answer.headers.getSetCookie().map((line) => line.split(';')[0]).filter((pair) => !pair?.endsWith('=')).join('; ')

/** The link and the code of the last sign-in mail, as they stand in the queue before it leaves or in its bytes after. */
async function lastMail(): Promise<{ link: string; code: string }> {
  const row = await site.database.read.selectFrom('outbox').select('facts').where('kind', '=', 'sign-in').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const facts = JSON.parse(row.facts) as { link: string; code: string }
  return { link: new URL(facts.link).pathname, code: facts.code }
}

it('lets somebody in by a code, only in the browser that asked, only once', async () => {
  const asked = await site.ask('/sign-in?index', { form: { email: DEMO_COORDINATOR, to: '/missions' } })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in/code?to=%2Fmissions'])
  const browser = cookiesOf(asked)
  const { code } = await lastMail()
  const elsewhere = await site.ask('/sign-in/code', { form: { code, to: '/missions' } })
  expect(elsewhere.status).toBe(422)
  const wrong = await site.ask('/sign-in/code', { cookie: browser, form: { code: code === '000000' ? '000001' : '000000', to: '/missions' } })
  expect(wrong.status).toBe(422)
  const entered = await site.ask('/sign-in/code', { cookie: browser, form: { code, to: '/missions' } })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/missions'])
  expect((await site.ask('/missions', { cookie: cookiesOf(entered) })).status).toBe(200)
  expect((await site.ask('/sign-in/code', { cookie: browser, form: { code, to: '/' } })).status).toBe(422)
})

it('changes nothing when a link is only looked at, and binds it to the browser that asked', async () => {
  const asked = await site.ask('/sign-in?index', { form: { email: DEMO_COORDINATOR, to: '/' } })
  const { link } = await lastMail()
  for (let looks = 0; looks < 3; looks++) expect((await site.ask(link)).status).toBe(200)
  expect((await site.ask(link, { form: {} })).status).toBe(422)
  const entered = await site.ask(link, { cookie: cookiesOf(asked), form: {} })
  expect(entered.status).toBe(303)
  expect((await site.ask(link, { cookie: cookiesOf(asked), form: {} })).status).toBe(422)
})

it('answers an unknown address as it answers a known one', async () => {
  const known = await site.ask('/sign-in?index', { form: { email: DEMO_COORDINATOR, to: '/' } })
  const unknown = await site.ask('/sign-in?index', { form: { email: 'nobody@example.org', to: '/' } })
  expect([unknown.status, unknown.headers.get('location'), unknown.headers.getSetCookie().length]).toEqual([known.status, known.headers.get('location'), known.headers.getSetCookie().length])
  expect(await site.database.read.selectFrom('outbox').select('id').where('to_address', '=', 'nobody@example.org').execute()).toEqual([])
})

it('gives the address back that cannot be one, with what would be right', async () => {
  const answer = await site.ask('/sign-in?index', { form: { email: 'coordinator.example.org', to: '/' } })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Enter an address with an @, such as name@example.org')
  expect(page).toContain('value="coordinator.example.org"')
})

it('lets the printed link in once, in any browser', async () => {
  const link = new URL(/http\S+\/sign-in\/link\/\S+/.exec(site.printed())?.[0] ?? '').pathname
  expect((await site.ask(link, { form: {} })).status).toBe(303)
  expect((await site.ask(link, { form: {} })).status).toBe(422)
})

it('stops asking after a few links', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) statuses.push((await site.ask('/sign-in?index', { form: { email: 'somebody@example.org', to: '/' } })).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 422, 422])
})

it('ends a session by signing out', async () => {
  const cookie = await site.cookieOf()
  expect((await site.ask('/missions', { cookie })).status).toBe(200)
  expect((await site.ask('/sign-out', { cookie, form: {} })).status).toBe(303)
  expect((await site.ask('/missions', { cookie })).headers.get('location')).toBe('/sign-in?to=%2Fmissions')
})
