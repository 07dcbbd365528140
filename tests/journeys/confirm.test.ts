import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let browser: Browser
let site: Site

beforeAll(async () => void (browser = await launchBrowser()))
beforeEach(async () => void (site = await startSite()))
afterEach(() => site.stop())
afterAll(() => browser.close())

describe.each([true, false])('with script: %s', (script) => {
  it('5: a tentative meeting is confirmed and its back-up released, in three clicks', async () => {
    const journey = await startJourney(site, browser, { script })
    await journey.press('link', /^Meetings/)
    await journey.press('link', 'Meeting with Vice-Mayor of Dushanbe City')
    await journey.press('button', 'Confirm and release the back-up')
    expect(journey.clicks).toBe(3)
    const rows = await site.database.read.selectFrom('engagement').select(['id', 'status']).where('id', 'in', ['a11', 'sample-back-up']).orderBy('id').execute()
    expect(rows).toEqual([{ id: 'a11', status: 'confirmed' }, { id: 'sample-back-up', status: 'cancelled' }])
    await journey.end()
  })
})
