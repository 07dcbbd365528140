import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

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

describe('journey 7: the day sheet of 4 February and its text', () => {
  for (const script of [true, false]) {
    it(`takes two clicks from the cockpit, ${script ? 'with' : 'without'} script`, async () => {
      const journey = await startJourney(site, browser, { script })
      await journey.press('link', 'Day sheets', journey.page.getByRole('navigation', { name: 'Mission' }))
      await journey.press('link', /^Tue 4 Feb 2020/)
      const sheet = journey.page.getByRole('article', { name: 'Day sheet, Tuesday 4 February 2020, Dushanbe' })
      expect(await sheet.isVisible()).toBe(true)
      const text = journey.page.getByLabel('Text for a messenger')
      expect(await text.isVisible()).toBe(true)
      const message = await text.inputValue()
      expect(message.length).toBeLessThanOrEqual(1_200)
      for (const said of ['Tue 4 Feb 2020, Dushanbe', 'UTC+5', '09:30–12:00', '15:00–16:15']) expect(message).toContain(said)
      expect(journey.clicks).toBeLessThanOrEqual(2)
      await journey.end()
    })
  }
})
