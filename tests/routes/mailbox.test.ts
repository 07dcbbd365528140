import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '#tests/support/draining.ts'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'
import { startSite } from '#tests/support/site.ts'
import { wordsOf } from '#tests/support/told-site.ts'

let all: InvitedSite
let cookie: string
beforeAll(async () => {
  all = await startInvitedSite()
  await all.site.ask('/sign-in?index', { form: { email: 'planner@example.org', to: '/' } })
  await until('the mails', async () => (await all.site.database.read.selectFrom('outbox').select('id').where('state', '=', 'accepted').execute()).length === 3)
  await all.site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'alone', name: 'Alone, sample', email: 'alone@example.org', email_key: 'alone@example.org', created_ms: 2 }).execute()
    await tx.insertInto('membership').values({ id: 'alone-m', mission_id: 'told', account_id: 'alone', role: 'viewer' }).execute()
  })
  cookie = await all.site.cookieOf('planner@example.org')
})
afterAll(() => all.site.stop())

const mailTo = async (address: string) => (await all.site.database.read.selectFrom('outbox').selectAll().where('to_address', '=', address).executeTakeFirstOrThrow())
const page = async (path: string, as = cookie): Promise<string> => wordsOf((await (await all.site.ask(path, { cookie: as })).text()).replaceAll('<!-- -->', '')).replaceAll('&lt;', '<').replaceAll('&gt;', '>')

it('lists the mails of one’s missions, never those that let somebody in', async () => {
  const words = await page('/mailbox')
  expect([words.includes('Invitation: City Workshop'), words.includes('To Speaker A, sample <ann@example.org>'), words.includes('planner@example.org>')]).toEqual([true, true, false])
  expect(await page('/mailbox', await all.site.cookieOf('alone@example.org'))).toContain('No mail yet')
  const { id } = await mailTo('planner@example.org')
  expect([(await all.site.ask(`/mailbox/${id}`, { cookie })).status, (await all.site.ask(`/mailbox/${id}/raw`, { cookie })).status, words.includes('is your code')]).toEqual([404, 404, false])
})

it('shows a mail as a person sees it, its calendar part decoded, and the raw source byte for byte', async () => {
  const mail = await mailTo('ann@example.org')
  const words = await page(`/mailbox/${mail.id}`)
  for (const part of ['Invitation: City Workshop, 10:00 Nur-Sultan, UTC+6, Wed 29 Jan 2020', '"Speaker A, sample" <ann@example.org>', 'Dear Speaker A, sample,', 'Answer this invitation', 'invites or updates (REQUEST)', 'Wed 29 Jan 2020, 04:00 UTC', 'invite.ics application/ics']) expect(words).toContain(part)
  const raw = await all.site.ask(`/mailbox/${mail.id}/raw`, { cookie })
  expect([raw.headers.get('content-type'), raw.headers.get('content-disposition')?.startsWith('attachment;')]).toEqual(['text/plain; charset=us-ascii', true])
  expect(Buffer.from(await raw.arrayBuffer()).equals(Buffer.from(mail.mime ?? []))).toBe(true)
})

it('links to the guest’s page, which opens', async () => {
  const { id } = await mailTo('ann@example.org')
  const link = new RegExp('href="[^"]*(/invitation/[^"]+)"').exec(await (await all.site.ask(`/mailbox/${id}`, { cookie })).text())?.[1] ?? ''
  expect([link, (await all.site.ask(link)).status]).toEqual([await all.linkOf('ann'), 200])
})

it('is closed to strangers, to those who may not write answers down, and where a mail server is set', async () => {
  const { id } = await mailTo('ann@example.org')
  const alone = await all.site.cookieOf('alone@example.org')
  expect((await all.site.ask('/mailbox')).headers.get('location')).toBe('/sign-in?to=%2Fmailbox')
  expect([(await all.site.ask(`/mailbox/${id}`, { cookie: alone })).status, (await all.site.ask(`/mailbox/${id}/raw`, { cookie: alone })).status, (await all.site.ask('/mailbox/nobody', { cookie })).status]).toEqual([404, 404, 404])
  const real = await startSite({ DEMO: '1', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'invites@example.org' })
  expect((await real.ask('/mailbox', { cookie: await real.cookieOf() })).status).toBe(404)
  await real.stop()
})
