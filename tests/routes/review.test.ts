import { afterAll, beforeAll, expect, it } from 'vitest'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'
import { alternative, itip, report, takeIn } from '#tests/support/replies.ts'
import { wordsOf } from '#tests/support/told-site.ts'

const REVIEW = '/missions/told/invitations/review'
let all: InvitedSite
let cookie: string
let viewer: string
let uid: string
let now = 0

beforeAll(async () => {
  all = await startInvitedSite()
  await all.site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'viewer', name: 'Viewer, sample', email: 'viewer@example.org', email_key: 'viewer@example.org', created_ms: 2 }).execute()
    await tx.insertInto('membership').values({ id: 'viewer-m', mission_id: 'told', account_id: 'viewer', role: 'viewer' }).execute()
  })
  cookie = await all.site.cookieOf('planner@example.org')
  viewer = await all.site.cookieOf('viewer@example.org')
  uid = (await all.site.database.read.selectFrom('invitation').select('uid').where('person_id', '=', 'ann').executeTakeFirstOrThrow()).uid
  now = Date.now()
})
afterAll(() => all.site.stop())

const page = async (path: string, as = cookie): Promise<string> => wordsOf((await (await all.site.ask(path, { cookie: as })).text()).replaceAll('<!-- -->', '')).replaceAll('&lt;', '<').replaceAll('&gt;', '>')
const take = (raw: string): Promise<string> => takeIn(all.site.database, raw, ++now)
const last = () => all.site.database.read.selectFrom('received_mail').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
const post = async (path: string, form: Record<string, string>, as = cookie): Promise<[number, string]> => {
  const answer = await all.site.ask(path, { cookie: as, form })
  return [answer.status, (answer.headers.get('location') ?? '').replace(/\?did=.*/, '')]
}
const answerOf = async (person: string): Promise<string> => (await all.site.database.read.selectFrom('invitation').select('answer').where('person_id', '=', person).executeTakeFirstOrThrow()).answer

it('is empty at first, says that no mailbox is read, and is not for those who only look', async () => {
  const words = await page(REVIEW)
  for (const part of ['Nothing waits for you', 'No mailbox is read.']) expect(words).toContain(part)
  expect((await all.site.ask(REVIEW, { cookie: viewer })).status).toBe(403)
})

it('shows a doubtful answer with its reason and its words, and whoever reads it applies it', async () => {
  await take(alternative(itip({ uid, partstat: 'TENTATIVE', comment: 'If the flight lands' }), { from: '"Office <b>" <office@example.org>', text: 'Perhaps. <script>alert(1)</script>' }))
  const { id, revision } = await last()
  for (const part of ['Office <b> : Accepted: City Workshop office@example.org', 'It answers for an invited person, and somebody else sent it.', 'to decide', 'City Workshop', '“If the flight lands”']) expect(await page(REVIEW)).toContain(part)
  expect(await page('/missions/told/invitations')).toContain('1 reply waits for you to decide.')
  const html = await (await all.site.ask(`${REVIEW}/${id}`, { cookie })).text()
  expect([html.includes('Perhaps. &lt;script&gt;'), html.includes('<script>alert')]).toEqual([true, false])
  const words = wordsOf(html.replaceAll('<!-- -->', ''))
  for (const part of ['It has changed nothing.', 'not proven', 'REPLY, version 1', 'Record the answer']) expect(words).toContain(part)
  const source = await all.site.ask(`${REVIEW}/${id}/source`, { cookie })
  expect([source.headers.get('content-type'), (await source.text()).includes('BEGIN:VCALENDAR')]).toEqual(['text/plain; charset=us-ascii', true])
  const invitation = (await all.site.database.read.selectFrom('invitation').select('id').where('person_id', '=', 'ann').executeTakeFirstOrThrow()).id
  expect((await post(`${REVIEW}/${id}?index`, { revision: String(revision), invitation }))[0]).toBe(422)
  expect(await post(`${REVIEW}/${id}?index`, { revision: String(revision), invitation, answer: 'tentative', word: '', deputy: '', title: '' })).toEqual([303, REVIEW])
  expect([await answerOf('ann'), (await last()).state]).toEqual(['tentative', 'applied'])
  expect((await post(`${REVIEW}/${id}?index`, { revision: String(revision), invitation, answer: 'declined' }))[0]).toBe(409)
  expect((await post(`${REVIEW}/${id}/dismiss`, { revision: String(revision) }, viewer))[0]).toBe(403)
})

it('shows a proposed time on the desk; accepting it opens the page that moves the meeting, filled in', async () => {
  await take(alternative(itip({ uid, method: 'COUNTER', stamp: '20200127T060000Z', start: '20200129T053000Z', end: '20200129T070000Z', comment: 'After the flight' }), { method: 'COUNTER' }))
  const { id, revision } = await last()
  const desk = (await (await all.site.ask('/missions/told/invitations', { cookie })).text()).replaceAll('&amp;', '&')
  expect(wordsOf(desk.replaceAll('<!-- -->', ''))).toContain('another time Wed 29 Jan 2020, 11:30–13:00 Nur-Sultan, UTC+6 “After the flight”')
  const move = '/missions/told/engagements/told-workshop/move?day=2020-01-29&start=11%3A30&end=13%3A00'
  expect(desk).toContain(move)
  const moving = await (await all.site.ask(move, { cookie })).text()
  expect([moving.includes('value="11:30"'), moving.includes('value="13:00"')]).toEqual([true, true])
  expect(await post(`${REVIEW}/${id}/settle`, { revision: String(revision), as: 'kept' })).toEqual([303, REVIEW])
  expect([(await last()).state, await answerOf('ann'), (await page('/missions/told/invitations')).includes('another time')]).toEqual(['settled', 'tentative', false])
  expect((await post(`${REVIEW}/${id}/settle`, { revision: String(revision), as: 'kept' }))[0]).toBe(409)
})

it('says on the desk and at the person whom no mail reaches', async () => {
  await all.site.database.write((tx) => tx.updateTable('outbox').set({ state: 'accepted' }).execute())
  const { id } = await all.site.database.read.selectFrom('outbox').select('id').where('person_id', '=', 'bob').executeTakeFirstOrThrow()
  await take(report(id))
  expect(await page('/missions/told/invitations')).toContain('1 person cannot be reached by mail.')
  expect(await page('/missions/told/people/bob')).toContain('No mail reaches bob@example.org.')
  expect(await page('/missions/told/people/ann')).not.toContain('No mail reaches')
  expect(await page('/missions/told/mail?state=failed')).toContain('came back')
})

it('answers 404 for what is not there or belongs to another mission', async () => {
  const { id } = await last()
  for (const path of [`${REVIEW}/nothing`, `${REVIEW}/nothing/source`, `/missions/untold/invitations/review/${id}`, `/missions/untold/invitations/review/${id}/source`]) expect([path, (await all.site.ask(path, { cookie })).status]).toEqual([path, 404])
  expect((await post(`${REVIEW}/nothing/settle`, { revision: '1', as: 'kept' }))[0]).toBe(404)
  expect((await post(`${REVIEW}/${id}/settle`, { revision: 'x' }))[0]).toBe(400)
})
