import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'
import { startJourney } from '#tests/support/journey.ts'

let all: InvitedSite
let browser: Browser
beforeAll(async () => {
  all = await startInvitedSite()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await all.site.stop()
})

it('4: a speaker accepts on a phone without an account or a script and adds it to a calendar, in three taps with their own time', async () => {
  const journey = await startJourney(all.site, browser, { width: 360, height: 740, script: false, email: '', path: await all.linkOf('ann') })
  expect(await journey.words()).toContain('10:20–10:40 Nur-Sultan, UTC+6')
  await journey.press('link', 'Seoul')
  expect(await journey.words()).toContain('Your time: 13:20–13:40 Seoul, UTC+9')
  await journey.press('button', 'Accept')
  expect(await journey.words()).toContain('You accepted')
  expect(await journey.words()).toContain('13:20–13:40 Seoul, UTC+9')
  const [file] = await Promise.all([journey.page.waitForEvent('download'), journey.page.getByRole('link', { name: 'Add to calendar' }).click()])
  expect(journey.clicks + 1).toBeLessThanOrEqual(3)
  expect(file.suggestedFilename()).toBe('invitation.ics')
  expect(readFileSync(await file.path(), 'utf8')).toContain('DTSTART:20200129T040000Z\r\n')
  expect(await journey.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
  await journey.end()
})
