import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { DEMO_HOME, startJourney } from '#tests/support/journey.ts'
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

const ahead = async () => Number((await site.database.read.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').select((row) => row.fn.countAll<number>().as('n'))
  .where('place.name', '=', 'Dushanbe').where('engagement.status', '<>', 'cancelled').executeTakeFirstOrThrow()).n)

it('a whole stop is called off, taken back with one undo, called off again and told, with a word to all', async () => {
  const before = await ahead()
  const held = await site.database.read.selectFrom('invitation').innerJoin('person', 'person.id', 'invitation.person_id').select(['person.name']).where('state', '=', 'invited').execute()
  const journey = await startJourney(site, browser)
  const { page } = journey
  await page.goto(`${DEMO_HOME}/stops/stop-dushanbe`)
  await journey.press('link', 'Call off the stop')
  for (const { name } of held) expect(await journey.words()).toContain(name)
  await journey.type('Reason', 'The border is closed')
  await journey.press('button', `Call off ${before} engagements`)
  expect([await ahead(), (await page.getByRole('checkbox', { checked: true }).count())]).toEqual([0, held.length])
  await journey.press('button', 'Undo')
  expect([await ahead(), await journey.words()]).toEqual([before, expect.stringContaining('Nobody is owed a message')])

  await page.goto(`${DEMO_HOME}/stops/stop-dushanbe/cancel`)
  await journey.type('Reason', 'The border is closed')
  await journey.press('button', `Call off ${before} engagements`)
  await page.getByText('Add a word to all of them').click()
  await journey.type(/^What you want to tell/, 'We write again in March.')
  await page.getByRole('checkbox').first().uncheck()
  await journey.press('button', `Send ${held.length - 1} changed`)
  expect(await journey.words()).toContain('We write again in March.')
  await journey.press('button', 'Send now')
  await page.evaluate(() => document.body.setAttribute('data-same', ''))
  await page.getByText(`${held.length - 1} of ${held.length - 1} handed over.`).waitFor()
  expect(await page.locator('body[data-same] #state .mark', { hasText: 'handed over' }).count()).toBe(1)
  await journey.end()
})
