import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile } from '#app/files/read.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let browser: Browser
beforeAll(async () => void ([site, browser] = await Promise.all([startSite(), launchBrowser()])))
afterAll(() => Promise.all([browser.close(), site.stop()]))

const levels = async (dimension: string) => (await site.database.read.selectFrom('rating').select(['number', 'level', 'reason']).where('dimension_id', '=', dimension).orderBy('number').execute())

it('a level changes in at most five clicks, never without a reason; what it was, by whom, when and on what stays in sight', async () => {
  const journey = await startJourney(site, browser)
  const { page } = journey
  await journey.press('link', /Infrastructure/, page.getByRole('main'))
  await journey.press('radio', 'Mid')
  await journey.press('button', 'Save the level')
  expect(await journey.words(page.getByRole('alert'))).toContain('Say why: a level is never changed without a reason')
  expect((await levels('dimension-4')).map((row) => row.level)).toEqual(['low'])
  expect(await page.getByRole('radio', { name: 'Mid' }).isChecked()).toBe(true)

  await journey.type('Reason', 'Fibre is there; sensors follow in spring')
  await journey.press('button', 'Save the level')
  expect(journey.clicks).toBeLessThanOrEqual(5)
  expect((await levels('dimension-4')).at(-1)).toEqual({ number: 2, level: 'mid', reason: 'Fibre is there; sensors follow in spring' })

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Why is Infrastructure Mid?')
  const history = await journey.words(page.getByRole('table', { name: 'Levels over time, the newest first' }))
  for (const part of ['Mid', 'Coordinator, sample', 'Mon 27 Jan 2020', 'UTC+6', 'Fibre is there; sensors follow in spring', '9 sentences', 'Low', 'As printed in the deck, line 213']) expect([part, history.includes(part)]).toEqual([part, true])
  expect(await journey.words(page.getByRole('status'))).toContain('You rated “Infrastructure” from Low to Mid, because Fibre is there')
  await journey.end()
})

describe('journey 10: change a level and export the aide-mémoire', () => {
  for (const [script, width, level] of [[true, 1280, 'High'], [false, 1280, 'Mid'], [false, 360, 'Low']] as const) {
    it(`takes at most five clicks, ${script ? 'with' : 'without'} script, ${width} px wide; the file says the new level and why`, async () => {
      const journey = await startJourney(site, browser, { script, width })
      const { page } = journey
      const reason = `Trained in ${width} ${script ? 'places' : 'towns'}`
      await journey.press('link', /Human capital/, page.getByRole('main'))
      await journey.press('radio', level)
      await journey.type('Reason', reason)
      await journey.press('button', 'Save the level')
      const { name, bytes } = await journey.download('link', /^DOCX.*Aide-mémoire/)
      expect(journey.clicks).toBeLessThanOrEqual(5)
      expect(name).toBe('Aide-mémoire, team, en.docx')
      const { text } = (await readFile(bytes, name)) as { text: string }
      const words = text.replaceAll(/\s+/g, ' ')
      expect(words).toMatch(new RegExp(`Human capital .{0,40}${level}`))
      for (const part of [reason, 'Coordinator, sample', '27 January 2020', 'Nur-Sultan, UTC+6']) expect([part, words.includes(part)]).toEqual([part, true])
      await journey.press('link', 'Aide-mémoire', page.getByRole('main'))
      expect(await journey.words(page.getByRole('article', { name: 'Aide-mémoire' }))).toContain(reason)
      await journey.end()
    })
  }
})

it('the evidence behind a level stays as it was when a link goes afterwards', async () => {
  const journey = await startJourney(site, browser, { script: false, width: 360 })
  const { page } = journey
  await journey.press('link', /Institutional readiness/, page.getByRole('main'))
  await journey.press('radio', 'Low')
  await journey.type('Reason', 'No register, and two plans for one room')
  await journey.press('button', 'Save the level')
  await journey.press('link', /^Change how “Two donors plan equipment/)
  await journey.press('button', 'Unlink; the sentence and the finding stay')
  await page.goto('/missions/smart-city-regional-roadshow/readiness/dimension-3')
  expect(await journey.words()).toContain('2 linked')
  await journey.press('link', '3 sentences')
  expect(await journey.words()).toContain('1 sentence has been unlinked since')
  await journey.end()
})
