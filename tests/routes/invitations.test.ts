import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { wordsOf } from '#tests/support/told-site.ts'
import { change, deliver, makeInvited, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

const DESK = '/missions/told/invitations'
let site: Site
let told: Invited
let cookie: string
let viewer: string

beforeAll(async () => {
  site = await startSite({ DEMO: '0' })
  told = await makeInvited(site.database)
  await site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'viewer', name: 'Viewer, sample', email: 'viewer@example.org', email_key: 'viewer@example.org', created_ms: 2 }).execute()
    await tx.insertInto('membership').values({ id: 'viewer-m', mission_id: 'told', account_id: 'viewer', role: 'viewer' }).execute()
    await tx.updateTable('mission').set({ clock_show_ms: Date.UTC(2020, 0, 27, 3), clock_from_ms: Date.now() }).execute()
  })
  cookie = await site.cookieOf('planner@example.org')
  viewer = await site.cookieOf('viewer@example.org')
})
afterAll(() => site.stop())

const page = async (path: string, as = cookie): Promise<string> => (await (await site.ask(path, { cookie: as })).text()).replaceAll('<!-- -->', '')
const picksIn = (html: string): string[] => [...html.matchAll(/name="pick"[^>]*value="([^"]+)"/g)].map((found) => found[1] as string)
const places = async (path: string, form: Record<string, string | string[]>, as = cookie): Promise<[number, string]> => {
  const answer = await site.ask(path, { cookie: as, form })
  return [answer.status, (answer.headers.get('location') ?? '').replace(/\?did=.*/, '')]
}

it('shows who would get what and why, and a viewer no way to send it', async () => {
  const words = wordsOf(await page(DESK))
  for (const part of ['new or changed, not sent 2', 'to tell by other means 1', 'Speaker A, sample ann@example.org', 'First invitation', 'Send 2 new', 'To be told by letter, phone or in person', 'Note 1 as told']) expect(words).toContain(part)
  const seen = await page(DESK, viewer)
  expect([wordsOf(seen).includes('Speaker A, sample'), picksIn(seen).length, wordsOf(seen).includes('Send 2 new')]).toEqual([true, 0, false])
  expect((await places(`${DESK}?index`, { pick: picksIn(await page(DESK)) }, viewer))[0]).toBe(403)
})

it('previews the very mail, with a link that opens nothing', async () => {
  const words = wordsOf(await page(`${DESK}/preview/told-workshop/ann`))
  for (const part of ['Invitation: City Workshop, 10:00 Nur-Sultan, UTC+6, Wed 29 Jan 2020', 'Dear Speaker A, sample,', 'Your slot 10:20–10:40 Roads', 'invites or updates (REQUEST)', 'Wed 29 Jan 2020, 04:00 UTC', 'SEQUENCE 0']) expect(words).toContain(part)
  expect((await site.ask(`${DESK}/preview/told-workshop/odd`, { cookie })).status).toBe(404)
  expect((await site.ask(`${DESK}/preview/told-workshop/ann`, { cookie: viewer })).status).toBe(403)
})

it('previews with the word that is typed and sent to nobody yet, and gives one back that is too long', async () => {
  const path = `${DESK}/preview/told-workshop/ann`
  const words = wordsOf(await (await site.ask(path, { cookie, form: { note: 'The lift is out of order.' } })).text())
  for (const part of ['A word from Coordinator, sample: The lift is out of order.', 'Comment The lift is out of order.']) expect(words).toContain(part)
  expect([(await site.ask(path, { cookie, form: { note: 'x'.repeat(1_001) } })).status, (await site.ask(path, { cookie: viewer, form: { note: '' } })).status]).toEqual([422, 403])
  const [pick = ''] = picksIn(await page(DESK))
  const answer = await site.ask(`${DESK}?index`, { cookie, form: { pick, note: 'y'.repeat(1_001) } })
  const html = await answer.text()
  expect([answer.status, html.includes('Use at most 1000 characters'), html.includes('y'.repeat(1_001)), [...html.matchAll(/name="pick"[^>]*checked/g)].length]).toEqual([422, true, true, 2])
  expect(await site.database.read.selectFrom('outbox').select('id').execute()).toEqual([])
})

it('refuses picks that no longer fit, and forms without any, and says so above what is true now', async () => {
  const stale = picksIn(await page(DESK))
  await change(told, { room: 'Room 9' })
  const answer = await site.ask(`${DESK}?index`, { cookie, form: { pick: stale } })
  expect([answer.status, wordsOf(await answer.text()).includes('Nothing was sent: something shown here has changed meanwhile.')]).toEqual([409, true])
  expect((await site.ask(`${DESK}?index`, { cookie, form: {} })).status).toBe(422)
  expect((await site.ask(`${DESK}?index`, { cookie, form: { pick: 'x' } })).status).toBe(422)
  expect(await site.database.read.selectFrom('outbox').select('id').execute()).toEqual([])
})

it('sends, holds, takes back, sends again and lets it leave at once', async () => {
  const pick = picksIn(await page(DESK))
  const [status, sending] = await places(`${DESK}?index`, { pick })
  expect([status, sending.startsWith(`${DESK}/dispatches/`)]).toEqual([303, true])
  expect(wordsOf(await page(sending))).toMatch(/Nothing has left yet: held for \d+ seconds more\./)
  expect((await places(`${sending}/undo`, {}, viewer))[0]).toBe(403)
  expect(await places(`${sending}/undo`, {})).toEqual([303, sending])
  expect(wordsOf(await page(sending))).toContain('This sending was taken back before it left.')
  expect((await places(`${sending}/undo`, {}))[0]).toBe(404)
  const [, again] = await places(`${DESK}?index`, { pick: picksIn(await page(DESK)), note: 'Bring a badge.' })
  expect(wordsOf(await page(again))).toContain('A word to all of them Bring a badge.')
  expect(await places(`${again}/now`, {})).toEqual([303, again])
  for (let tries = 0; tries < 100 && !wordsOf(await page(again)).includes('2 of 2 handed over.'); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(wordsOf(await page(again))).toContain('2 of 2 handed over.')
  expect((await places(`${again}/undo`, {}))[0]).toBe(409)
  expect(wordsOf(await page(DESK))).toContain('Everybody holds what is true.')
})

it('sends a version again after showing it: same number, one person, held like any sending', async () => {
  const { id } = await site.database.read.selectFrom('invitation').select('id').where('person_id', '=', 'ann').executeTakeFirstOrThrow()
  const path = `${DESK}/again/${id}`
  expect(await page(`${DESK}/holdings`)).toContain(`href="${path}"`)
  expect(await page(`${DESK}/holdings`, viewer)).not.toContain(path)
  const words = wordsOf(await page(path))
  for (const part of ['Send version 1 again to Speaker A, sample', 'Speaker A, sample gets a mail at ann@example.org, nobody else.', 'You get this once more', 'SEQUENCE 0']) expect(words).toContain(part)
  expect([(await site.ask(path, { cookie: viewer })).status, (await site.ask(path, { cookie, form: { note: 'z'.repeat(1_001) } })).status, (await site.ask(`${DESK}/again/nobody`, { cookie })).status, (await site.ask(`/missions/untold/invitations/again/${id}`, { cookie, form: {} })).status]).toEqual([403, 422, 404, 404])
  const [status, sending] = await places(path, { note: 'As you asked.' })
  expect([status, wordsOf(await page(sending)).includes('1 mail leaves then, each to one person.')]).toEqual([303, true])
  expect((await places(path, {}))[0]).toBe(409)
  expect(await places(`${sending}/undo`, {})).toEqual([303, sending])
})

it('narrows the desk to one meeting and names what changed before and after', async () => {
  await change(told, timed('2020-01-29', 690, 780))
  const words = wordsOf(await page(`${DESK}?engagement=told-workshop`))
  for (const part of ['Send 2 changed', 'before 10:00–11:30 → after 11:30–13:00 Nur-Sultan, UTC+6', 'The time changed, so the answer is asked again', '1 → 2']) expect(words).toContain(part)
  expect(wordsOf(await page(`${DESK}?engagement=untold-workshop`))).toContain('Nobody is owed a message')
  const byPerson = await page(`${DESK}?by=person&stop=told-stop`)
  expect([picksIn(byPerson).length, /<h2[^>]*>.*?Speaker A, sample.*?<\/h2>/s.test(byPerson), byPerson.includes(`action="${DESK}?index&amp;stop=told-stop&amp;by=person"`)]).toEqual([3, true, true])
  expect([picksIn(await page(`${DESK}?by=person&person=ann`)).length, picksIn(await page(`${DESK}?stop=untold-stop`)).length]).toEqual([1, 0])
})

it('lists who holds what, writes answers down, and gives typed text back when one is missing', async () => {
  await site.database.write((tx) => tx.updateTable('invitation').set({ sample: 1 }).where('person_id', '=', 'bob').execute())
  const far = await site.database.read.selectFrom('invitation').selectAll().where('person_id', '=', 'far').executeTakeFirstOrThrow()
  const form = { invitation: far.id, revision: String(far.revision), answer: 'deputy', channel: 'letter', deputy: '', title: 'Head of Unit', word: '' }
  const path = `${DESK}/answers/${far.id}`
  const refused = await site.ask(path, { cookie, form })
  const html = await refused.text()
  expect([refused.status, html.includes('Enter the name of the person who comes instead'), html.includes('value="Head of Unit"')]).toEqual([422, true, true])
  expect(await places(path, { ...form, deputy: 'Deputy, sample' })).toEqual([303, `${DESK}/holdings`])
  expect((await places(path, { ...form, deputy: 'Again, sample' }))[0]).toBe(422)
  expect((await places(path, form, viewer))[0]).toBe(403)
  const words = wordsOf(await page(`${DESK}/holdings?answer=deputy`))
  for (const part of ['Deputy Minister, sample', 'deputy sent', 'Deputy, sample', 'by letter, Coordinator, sample']) expect(words).toContain(part)
  expect(words).not.toContain('Speaker A, sample')
  expect(wordsOf(await page(`${DESK}/holdings?answer=accepted`))).toContain('No invitation has this answer.')
  expect((await site.ask(`${DESK}/answers/nobody`, { cookie })).status).toBe(404)
})

it('shows the queue with its states and lets a coordinator stop it, start it and try again', async () => {
  const MAIL = '/missions/told/mail'
  expect(await places(`${MAIL}/pause`, {})).toEqual([303, MAIL])
  expect(wordsOf(await page(MAIL))).toContain('Coordinator, sample stopped the mail of this mission.')
  expect((await places(`${MAIL}/pause`, {}, viewer))[0]).toBe(403)
  expect(await places(`${MAIL}/resume`, {})).toEqual([303, MAIL])
  await site.database.write((tx) => tx.updateTable('outbox').set({ state: 'failed', last_code: 550, last_text: '550 no such person' }).where('to_address', '=', 'ann@example.org').where('state', '=', 'accepted').execute())
  const failed = await page(`${MAIL}?state=failed`)
  expect([wordsOf(failed).includes('550 no such person'), wordsOf(failed).includes('bob@example.org'), wordsOf(await page(DESK)).includes('mails not delivered 1'), wordsOf(await page(`${DESK}/holdings`)).includes('mail not delivered')]).toEqual([true, false, true, true])
  const lost = wordsOf(await page(`${DESK}/holdings?only=undeliverable`))
  expect([lost.includes('undeliverable 1'), lost.includes('ann@example.org'), lost.includes('bob@example.org')]).toEqual([true, true, false])
  const mail = /name="mail" value="([^"]+)"/.exec(failed)?.[1] ?? ''
  expect((await places('/missions/untold/mail/retry', { mail }))[0]).toBe(404)
  expect(await places(`${MAIL}/retry`, { mail })).toEqual([303, MAIL])
  expect((await places(`${MAIL}/retry`, { mail: 'x y' }))[0]).toBe(400)
  await deliver({ database: site.database })
})

it('answers 404 for sendings of other missions and of nobody', async () => {
  const { id } = await site.database.read.selectFrom('dispatch').select('id').executeTakeFirstOrThrow()
  for (const path of [`/missions/untold/invitations/dispatches/${id}`, `${DESK}/dispatches/nobody`, `${DESK}/dispatches/%00`]) expect([path, [400, 404].includes((await site.ask(path, { cookie })).status)]).toEqual([path, true])
  expect((await places(`/missions/untold/invitations/dispatches/${id}/undo`, {}))[0]).toBe(404)
})

it('calls a whole stop off after naming every engagement and everybody who holds an invitation, and takes it back with one undo', async () => {
  const STOP = '/missions/told/stops/told-stop'
  expect(await page(STOP)).toContain(`href="${STOP}/cancel"`)
  expect((await site.ask(`${STOP}/cancel`, { cookie: viewer })).status).toBe(403)
  const html = await page(`${STOP}/cancel`)
  for (const part of ['1 engagement is called off', 'City Workshop', '3 people hold an invitation, named above.', 'Deputy Minister, sample', 'Speaker A, sample', 'Speaker B, sample', 'One undo takes all of it back.']) expect(wordsOf(html)).toContain(part)
  const row = /name="row" value="([^"]+)"/.exec(html)?.[1] ?? ''
  expect([(await places(`${STOP}/cancel`, { row }))[0], (await places(`${STOP}/cancel`, { row: `${row}9`, reason: 'Closed' }))[0], (await places(`${STOP}/cancel`, { row: '<x>', reason: 'Closed' }))[0], (await places('/missions/untold/stops/told-stop/cancel', { row, reason: 'Closed' }))[0]]).toEqual([422, 409, 409, 404])
  const answer = await site.ask(`${STOP}/cancel`, { cookie, form: { row, reason: 'The border is closed' } })
  const [to = '', did = ''] = (answer.headers.get('location') ?? '').split('&did=')
  expect([answer.status, to]).toEqual([303, `${DESK}?stop=told-stop`])
  const owed = wordsOf(await page(to))
  for (const part of ['It is called off', 'Send 2 changed', 'Note 1 as told']) expect(owed).toContain(part)
  expect((await site.ask('/missions/told/undo', { cookie, form: { act: did } })).status).toBe(303)
  expect((await site.database.read.selectFrom('engagement').select('status').where('id', '=', 'told-workshop').executeTakeFirstOrThrow()).status).toBe('confirmed')
})
