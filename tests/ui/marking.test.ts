import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import type { Journey } from '#tests/support/journey.ts'
import { startToldSite } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
let browser: Browser
beforeAll(async () => void ([all, browser] = await Promise.all([startToldSite(), launchBrowser()])))
afterAll(() => Promise.all([browser.close(), all.site.stop()]))

const open = (options: { script?: boolean; width?: number }): Promise<Journey> => startJourney(all.site, browser, { path: `/missions/told/notes/${all.mine.note}`, email: 'teller@example.org', ...options })
const bodies = async () => (await all.site.database.read.selectFrom('excerpt').select('body').where('mission_id', '=', 'told').execute()).map((row) => row.body)

/** Drags over the words with the pointer, from the left edge of the first to the right edge of the last. */
async function drag({ page }: Journey, words: string): Promise<void> {
  const box = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('.spoken') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      const { left, right, top, height } = range.getBoundingClientRect()
      return { left, right, y: top + height / 2 }
    }
    throw new Error(`${words} stand in no run of the text`)
  }, words)
  await page.mouse.move(box.left, box.y)
  await page.mouse.down()
  await page.mouse.move(box.right, box.y, { steps: 4 })
  await page.mouse.up()
}

describe('marking words', () => {
  it('takes what the pointer selects, Cyrillic after other marks too', async () => {
    const journey = await open({})
    await drag(journey, 'в каждом ведомстве')
    expect(await journey.words(journey.page.locator('.picked'))).toBe('Chosen in the text: “в каждом ведомстве”')
    await journey.press('button', 'Mark as evidence')
    expect(await bodies()).toContain('в каждом ведомстве')
    await journey.end()
  })

  it('lets a chosen sentence win over an earlier selection, and typed words over both', async () => {
    const journey = await open({ width: 360 })
    await drag(journey, 'stand on two')
    await journey.page.getByRole('radio', { name: 'Маҷидӣ гуфт: реестр нест.' }).check()
    expect(await journey.page.locator('.picked').textContent()).toBe('')
    await journey.press('button', 'Mark as evidence')
    await drag(journey, 'stand on two')
    await journey.type(/^Words/, 'two streets')
    await journey.press('button', 'Mark as evidence')
    expect(await bodies()).toEqual(expect.arrayContaining(['Маҷидӣ гуфт: реестр нест.', 'two streets']))
    expect(await bodies()).not.toContain('stand on two')
    await journey.end()
  })

  it('brings the kind of source that belongs to the speaker', async () => {
    const journey = await open({})
    const kind = journey.page.getByLabel('Kind of source')
    await journey.press('radio', 'Director, sample')
    expect(await kind.inputValue()).toBe('city')
    await journey.press('radio', 'Our team')
    expect(await kind.inputValue()).toBe('')
    await journey.end()
  })

  it('works without a script: a sentence is a choice, one press marks and links it', async () => {
    const journey = await open({ script: false })
    await journey.press('radio', 'Данные лежат в каждом ведомстве.')
    await journey.choose('Finding', 'A new finding, written below')
    await journey.type(/^New finding/, 'Данных нет в одном месте')
    await journey.type('Why', 'каждое ведомство хранит своё')
    await journey.press('button', 'Mark as evidence')
    expect(await journey.words()).toContain('supports Данных нет в одном месте')
    expect(await bodies()).toContain('Данные лежат в каждом ведомстве.')
    await journey.end()
  })
})
