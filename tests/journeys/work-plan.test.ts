/** The work plan under the hand: by mouse, by keys, and by plain buttons where no script runs. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { DEMO_HOME, startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let browser: Browser
beforeAll(async () => void ([site, browser] = await Promise.all([startSite(), launchBrowser()])))
afterAll(() => Promise.all([browser.close(), site.stop()]))

const PATH = `${DEMO_HOME}/plan`
const monthsOf = async (page: Page, row: string): Promise<string[]> => await page.locator(`#row-${row} button.cell[aria-pressed="true"]`).evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset['month'] ?? ''))
const cell = (page: Page, row: string, month: string) => page.locator(`#row-${row} button.cell[data-month="${month}"]`)

async function drag(page: Page, row: string, from: string, to: string): Promise<void> {
  const [start, end] = [await cell(page, row, from).boundingBox(), await cell(page, row, to).boundingBox()]
  if (!start || !end) throw new Error('no such month')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 })
  await Promise.all([page.waitForURL(/did=/), page.mouse.up()])
}

describe('the work plan', () => {
  it('shows the deck’s load and gaps, moves a bar and fills months by mouse, each undone in one', async () => {
    const journey = await startJourney(site, browser, { path: PATH })
    const { page } = journey
    expect(await page.locator('.gantt tfoot td').allTextContents()).toEqual(['2', '7', '5', '0'])
    expect(await page.locator('.gantt tbody .mark').allTextContents()).toEqual(Array.from({ length: 4 }, () => 'no owner'))
    await drag(page, 'plan-1', 'May', 'Jul')
    expect([await monthsOf(page, 'plan-1'), await page.locator('.gantt tfoot td').allTextContents()]).toEqual([['Jul', 'Aug'], ['1', '6', '6', '1']])
    await journey.press('button', /^Undo/)
    expect(await monthsOf(page, 'plan-1')).toEqual(['May', 'Jun'])
    await page.goto(PATH)
    await drag(page, 'plan-2', 'Jul', 'Aug')
    expect(await monthsOf(page, 'plan-2')).toEqual(['Jun', 'Jul', 'Aug'])
    await journey.press('button', /^Undo/)
    await page.goto(PATH)
    await cell(page, 'plan-2', 'May').click()
    expect(await monthsOf(page, 'plan-2')).toEqual(['May', 'Jun'])
    await journey.press('button', /^Undo/)
    await journey.end()
  })

  it('goes by keys alone: arrows from month to month, Shift and an arrow for the bar', async () => {
    const journey = await startJourney(site, browser, { path: PATH })
    const { page } = journey
    await cell(page, 'plan-4', 'May').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['month'])).toBe('Jun')
    await Promise.all([page.waitForURL(/did=/), page.keyboard.press('Shift+ArrowRight')])
    expect(await monthsOf(page, 'plan-4')).toEqual(['Jun', 'Jul', 'Aug'])
    await journey.press('button', /^Undo/)
    expect(await monthsOf(page, 'plan-4')).toEqual(['May', 'Jun', 'Jul'])
    await journey.end()
  })

  it('works on a phone without script: a month, the bar, the year once, a new activity', async () => {
    const journey = await startJourney(site, browser, { path: PATH, width: 360, height: 740, script: false })
    const { page } = journey
    await journey.press('button', '2. Enabling Capabilities: Aug')
    expect(await monthsOf(page, 'plan-5')).toEqual(['Jun', 'Jul', 'Aug'])
    await journey.press('button', /^Undo/)
    await page.goto(PATH)
    await journey.press('button', '2. Key projects and roadmap: a month later')
    expect(await monthsOf(page, 'plan-7')).toEqual(['Jul', 'Aug'])
    await journey.press('button', /^Undo/)
    await page.goto(PATH)
    await journey.press('link', 'Months and year')
    await page.getByLabel('Year').fill('20')
    await journey.press('button', 'Save')
    expect([await page.getByLabel('Year').inputValue(), await page.locator('.field .wrong').count()]).toEqual(['20', 1])
    await page.getByLabel('Year').fill('2020')
    await journey.press('button', 'Save')
    expect(await page.locator('.gantt thead .month').allTextContents()).toEqual(['May2020', 'Jun2020', 'Jul2020', 'Aug2020'])
    await journey.press('button', /^Undo/)
    await page.goto(PATH)
    await journey.press('link', 'Add an activity')
    await page.getByLabel('Activity').fill('4. Санҷиш')
    await page.getByLabel('Aug').check()
    await journey.press('button', 'Add to the plan')
    expect(await page.locator('.gantt tfoot td').allTextContents()).toEqual(['2', '7', '5', '1'])
    await journey.press('button', /^Undo/)
    expect(await page.locator('.gantt tfoot td').allTextContents()).toEqual(['2', '7', '5', '0'])
    await journey.end()
  })
})
