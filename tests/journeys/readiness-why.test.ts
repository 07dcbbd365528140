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

const WORDS = 'Sensors exist on two streets only.'

for (const [how, options] of [['on a wide screen', { width: 1280 }], ['on a phone without a script', { width: 360, script: false }]] as const) {
  it(`“Why is Infrastructure Low?” leads down to the sentence and back, ${how}`, async () => {
    const journey = await startJourney(site, browser, options)
    const main = journey.page.getByRole('main')
    await journey.press('link', /Infrastructure/, main)
    expect(await journey.page.getByRole('heading', { level: 1 }).innerText()).toBe('Why is Infrastructure Low?')
    expect(await journey.words()).toMatch(/5 support.*2 qualify.*1 contradicts.*1 context/)
    await journey.press('link', WORDS)
    expect(journey.clicks).toBeLessThanOrEqual(3)
    const sentence = journey.page.locator('mark:target')
    expect(await sentence.innerText()).toBe(WORDS)
    expect(await sentence.evaluate((mark) => mark.getBoundingClientRect().top < window.innerHeight)).toBe(true)

    const down = journey.clicks
    await journey.press('link', 'Why is Infrastructure Low?')
    expect(await journey.page.getByRole('heading', { level: 1 }).innerText()).toBe('Why is Infrastructure Low?')
    await journey.press('link', 'Caravan')
    expect(journey.clicks - down).toBeLessThanOrEqual(3)
    expect(new URL(journey.page.url()).pathname).toBe('/missions/smart-city-regional-roadshow')
    await journey.end()
  })
}

it('leads to a sentence of the charter, in Tajik with its translation, and back', async () => {
  const journey = await startJourney(site, browser)
  await journey.press('link', /Infrastructure/, journey.page.getByRole('main'))
  await journey.press('link', /^Оинномаи мазкур/)
  const sentence = journey.page.locator('mark:target')
  expect(await sentence.evaluate((mark) => mark.closest('[lang]')?.getAttribute('lang'))).toBe('tg')
  expect(await journey.words(journey.page.locator('.pair', { has: sentence }))).toContain('translation not reviewed')
  await journey.press('link', 'Why is Infrastructure Low?')
  expect(journey.clicks).toBe(3)
  await journey.end()
})
