import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let browser: Browser
beforeAll(async () => void ([site, browser] = await Promise.all([startSite(), launchBrowser()])))
afterAll(() => Promise.all([browser.close(), site.stop()]))

it('finds both wrong weekdays of the deck, five rows in all, and repairs them from the cockpit', async () => {
  const journey = await startJourney(site, browser)
  expect(await journey.words()).toMatch(/1 of 7 errors.*“Thursday, 31st January 2020”: 31 January 2020 is a Friday 3 rows carry this date/)
  await journey.press('button', 'Keep the date: Fri 31 Jan')
  expect(await journey.words()).toMatch(/1 of 6 errors.*“Friday, 6th February 2020”: 6 February 2020 is a Thursday 2 rows carry this date/)
  await journey.press('button', 'Keep the date: Thu 6 Feb')
  expect(await journey.words()).toMatch(/1 of 5 errors/)
  await journey.press('link', /^All \d+$/)
  expect(await journey.words()).not.toMatch(/error · weekday/)
  expect(journey.clicks).toBeLessThanOrEqual(6)
  await journey.end()
})

it('lets a mistake stand with a reason on a phone without a script, and opens it again', async () => {
  const journey = await startJourney(site, browser, { width: 360, script: false, path: '/missions/smart-city-regional-roadshow/issues?severity=error' })
  const card = journey.page.getByRole('article').filter({ hasText: 'Dushane' })
  await card.getByText('Leave as printed, because…').click()
  await journey.type('It may stand, because', 'the slides are out under this title', card)
  await journey.press('button', 'Accept as printed', card)
  await journey.press('link', /^all \d+$/)
  expect(await journey.words()).toMatch(/Accepted as printed.*“Dushane”, elsewhere Dushanbe.*“the slides are out under this title”/)
  await journey.press('button', /^Reopen/)
  expect(await journey.words()).not.toContain('Accepted as printed while')
  await journey.end()
})
