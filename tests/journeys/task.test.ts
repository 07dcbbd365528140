/** What somebody promised becomes a task in one step, comes up at the next meeting with them, and is done. */
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

const DEMO = '/missions/smart-city-regional-roadshow'

it('on a phone without a script', async () => {
  const journey = await startJourney(site, browser, { width: 360, script: false, path: `${DEMO}/evidence/sample-x04` })
  const { page } = journey
  expect(await page.getByRole('radio', { name: 'data request' }).isChecked()).toBe(true)
  expect(await page.getByLabel(/^Due/).inputValue()).toBe('2020-02-04')
  await journey.press('button', 'Note the task')
  expect(journey.clicks).toBe(1)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('They want a pilot before the charter is amended.')
  await journey.press('link', /^Workshop on “Preparing Dushanbe/)
  expect(await journey.words(page.getByRole('list', { name: 'Open tasks to take up here' }))).toMatch(/They want a pilot.*data request.*no owner yet.*due Tue 4 Feb 2020.*from Meeting with the SUE/)
  await journey.press('link', 'They want a pilot before the charter is amended.')
  await journey.press('button', 'Done')
  expect(await journey.words(page.getByRole('table', { name: 'Tasks by when they are due' }))).not.toContain('They want a pilot')
  await page.goto(`${DEMO}/engagements/a10`)
  expect(await journey.words(page.getByRole('main'))).not.toContain('They want a pilot')
  await journey.end()
})
