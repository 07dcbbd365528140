import { afterAll, beforeAll, expect, it } from 'vitest'
import { foldKey } from '#app/domain/text.ts'
import { until } from '#tests/support/draining.ts'
import { makeGuests, queueMails } from '#tests/support/queued-mail.ts'
import { startRelay } from '#tests/support/relay.ts'
import type { Relay } from '#tests/support/relay.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { wordsOf } from '#tests/support/told-site.ts'

const MAIL = '/missions/told/mail'
let site: Site
let relay: Relay
let cookie: string
let viewer: string

/** Guest 1 is unknown to the relay, guest 2 is put off, guest 3 waits with a whole domain that was stopped, the others are taken. */
beforeAll(async () => {
  relay = await startRelay()
  relay.manner = (address) => (address.startsWith('guest1@') ? { code: 550 } : address.startsWith('guest2@') ? { code: 451 } : {})
  site = await startSite({ DEMO: '0', SMTP_URL: relay.url, MAIL_FROM: 'Caravan <invites@example.org>' })
  await makeGuests(site.database, 60)
  await site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'viewer', name: 'Viewer, sample', email: 'viewer@example.org', email_key: 'viewer@example.org', created_ms: 2 }).execute()
    await tx.insertInto('membership').values({ id: 'viewer-m', mission_id: 'told', account_id: 'viewer', role: 'viewer' }).execute()
    await tx.insertInto('mail_domain').values({ domain: 'stopped.example', paused_by: 'Operator', paused_ms: 1 }).execute()
    await tx.updateTable('person').set({ name_key: foldKey('Маҷидӣ, sample'), name: 'Маҷидӣ, sample' }).where('id', '=', 'guest-7').execute()
    await tx.updateTable('engagement').set({ title_key: foldKey('Meeting 1') }).where('id', '=', 'told-meeting-1').execute()
  })
  cookie = await site.cookieOf('teller@example.org')
  viewer = await site.cookieOf('viewer@example.org')
  await queueMails(site.database, Array.from({ length: 60 }, (_, n) => ({ n, ...(n === 3 ? { domain: 'stopped.example' } : {}) })), Date.now())
  await site.ask(`${MAIL}/resume`, { cookie, form: {} })
  const left = () => site.database.read.selectFrom('outbox').select('id').where('state', 'in', ['queued', 'sending']).where('to_domain', '<>', 'stopped.example').execute()
  await until('the relay', async () => (await left()).length === 0)
})
afterAll(async () => {
  await site.stop()
  await relay.close()
})

const page = async (path: string, as = cookie): Promise<string> => (await (await site.ask(path, { cookie: as })).text()).replaceAll('<!-- -->', '')
const idOf = async (n: number): Promise<string> => (await site.database.read.selectFrom('outbox').select('id').where('person_id', '=', `guest-${n}`).executeTakeFirstOrThrow()).id
const guestsIn = (html: string): string[] => [...new Set([...html.matchAll(/guest\d+@[a-z.]+/g)].map(([address]) => address))]

it('lists by state, with what is put off and who holds what back', async () => {
  const words = wordsOf(await page(MAIL))
  for (const part of ['all 60', 'waiting 2', 'handed over 57', 'not delivered 1', 'put off 1', 'Operator stopped all mail to stopped.example.']) expect(words).toContain(part)
  expect(words).not.toContain('put aside 0')
  expect([guestsIn(await page(`${MAIL}?state=failed`)), guestsIn(await page(`${MAIL}?state=put-off`)), guestsIn(await page(`${MAIL}?state=waiting`)).toSorted()]).toEqual([['guest1@example.org'], ['guest2@example.org'], ['guest2@example.org', 'guest3@stopped.example']])
})

it('finds by address as it is written and by name and title in any spelling, within the state', async () => {
  expect([guestsIn(await page(`${MAIL}?text=GUEST12@`)), guestsIn(await page(`${MAIL}?text=${encodeURIComponent('Majidi')}`)), guestsIn(await page(`${MAIL}?text=stopped.example&state=waiting`)), guestsIn(await page(`${MAIL}?text=stopped.example&state=accepted`))])
    .toEqual([['guest12@example.org'], ['guest7@example.org'], ['guest3@stopped.example'], []])
  expect(wordsOf(await page(`${MAIL}?text=guest1_@`))).toContain('No message matches')
  expect(guestsIn(await page(`${MAIL}?text=meeting`)).length).toBe(50)
})

it('pages on, and keeps what was asked', async () => {
  const first = await page(`${MAIL}?text=meeting`)
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect([next.includes('text=meeting'), new Set([...guestsIn(first), ...guestsIn(await page(next))]).size]).toEqual([true, 60])
})

it('shows one message with what happened to it and why it waits', async () => {
  const failed = wordsOf(await page(`${MAIL}/${await idOf(1)}`))
  for (const part of ['Invitation: Meeting 1, version 0', 'guest1@example.org', 'not delivered', 'Try 1: Refused for good', '550', 'Try again now']) expect(failed).toContain(part)
  expect(failed).not.toContain('Why it waits')
  const later = wordsOf(await page(`${MAIL}/${await idOf(2)}`))
  for (const part of ['Why it waits', 'Put off after the last reply, until', 'Try 1: Put off', 'Give it up']) expect(later).toContain(part)
  expect(wordsOf(await page(`${MAIL}/${await idOf(3)}`))).toContain('Operator stopped all mail to this domain')
  const seen = wordsOf(await page(`${MAIL}/${await idOf(2)}`, viewer))
  expect([seen.includes('Try 1: Put off'), seen.includes('Give it up'), seen.includes('Try again now')]).toEqual([true, false, false])
})

it('says which version goes first', async () => {
  await queueMails(site.database, [{ n: 2, sequence: 1 }], Date.now() + 3_600_000)
  await site.database.write((tx) => tx.updateTable('outbox').set({ state: 'retry', superseded_by_id: null }).where('person_id', '=', 'guest-2').where('fifo_number', '=', 0).execute())
  const { id } = await site.database.read.selectFrom('outbox').select('id').where('person_id', '=', 'guest-2').where('fifo_number', '=', 1).executeTakeFirstOrThrow()
  const words = wordsOf(await page(`${MAIL}/${id}`))
  for (const part of ['Held, so that the sending can be undone, until', 'Version 1 for the same person goes first', 'Version 2, change: this message']) expect(words).toContain(part)
})

it('gives up and tries again, for coordinators, and says both in the history', async () => {
  const id = await idOf(3)
  const post = async (path: string, mail: string, as = cookie): Promise<number> => (await site.ask(path, { cookie: as, form: { mail } })).status
  expect([await post(`${MAIL}/give-up`, id, viewer), await post('/missions/untold/mail/give-up', id), await post(`${MAIL}/give-up`, 'x y'), await post(`${MAIL}/give-up`, id), await post(`${MAIL}/give-up`, id)]).toEqual([403, 404, 400, 303, 409])
  expect(wordsOf(await page(`${MAIL}/${id}`))).toContain('Given up by')
  expect(await post(`${MAIL}/retry`, id)).toBe(303)
  const words = wordsOf(await page(`${MAIL}/${id}`))
  for (const part of ['Given up , Member', 'Tried again by hand , Member']) expect(words).toContain(part)
  expect([(await site.ask(`/missions/untold/mail/${id}`, { cookie })).status, (await site.ask(`${MAIL}/nobody`, { cookie })).status, (await site.ask(`${MAIL}/%00`, { cookie })).status]).toEqual([404, 404, 400])
})
