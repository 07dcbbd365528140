import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { until } from '#tests/support/draining.ts'
import { DEMO_HOME, startJourney } from '#tests/support/journey.ts'
import type { Journey } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const WORKSHOP = /Preparing Dushanbe/
let site: Site
let browser: Browser
beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** The way to move a block shows where the pointer is. */
async function openMove(journey: Journey): Promise<void> {
  await journey.page.locator('.ev').filter({ hasText: WORKSHOP }).hover()
  await journey.press('link', /^Move….*Preparing Dushanbe/)
}

const held = () => site.database.read.selectFrom('invitation').innerJoin('person', 'person.id', 'invitation.person_id').select(['person.name', 'person.honorific', 'invitation.uid', 'invitation.sequence', 'invitation.sent_address']).orderBy('invitation.id').execute()

it('3: a confirmed meeting moves by 90 minutes and those who hold it are told, in four clicks', async () => {
  const before = await held()
  const journey = await startJourney(site, browser)
  await journey.press('link', 'Open the grid')
  await openMove(journey)
  await journey.type(/^Start/, '11:00')
  await journey.type(/^End/, '13:30')
  await journey.press('button', 'Move')
  const words = await journey.words()
  for (const { honorific, name } of before) expect(words).toContain([honorific, name].filter(Boolean).join(' '))
  expect(await journey.page.getByRole('checkbox', { checked: true }).count()).toBe(before.length)
  expect(words).toContain('09:30–12:00 → after 11:00–13:30 Dushanbe, UTC+5')
  await journey.press('button', `Send ${before.length} changed`)
  expect(await journey.words()).toMatch(/Nothing has left yet: held for \d+ seconds more\./)
  expect(journey.clicks).toBeLessThanOrEqual(4)
  const queued = await site.database.read.selectFrom('outbox').selectAll().where('kind', '<>', 'sign-in').execute()
  const notices = queued.map((row) => JSON.parse(row.facts) as InvitationNotice)
  expect(notices.map(({ kind, uid, sequence, to }) => [kind, uid, sequence, to.address]).toSorted()).toEqual(before.map((one) => ['reschedule', one.uid, one.sequence + 1, one.sent_address]).toSorted())
  await journey.press('button', 'Send now')
  await until('every message', async () => (await site.database.read.selectFrom('outbox').select('id').where('state', '=', 'accepted').where('kind', '=', 'reschedule').execute()).length === before.length)
  expect((await held()).map((one) => [one.uid, one.sequence])).toEqual(before.map((one) => [one.uid, one.sequence + 1]))
  await journey.end()
})

it('moves and moves back without a script, and nobody is owed anything', async () => {
  const journey = await startJourney(site, browser, { script: false })
  for (const [start, end] of [['11:30', '14:00'], ['11:00', '13:30']] as const) {
    await journey.page.goto(`${DEMO_HOME}/engagements`)
    await journey.press('link', /^Move….*Preparing Dushanbe/)
    await journey.type(/^Start/, start)
    await journey.type(/^End/, end)
    await journey.press('button', 'Move')
  }
  expect(await journey.words()).toContain('Nobody is owed a message')
  await journey.end()
})
