import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const WORKSHOP = 'Workshop on “Preparing Dushanbe for a Digital 21st Century”'
const stored = async () => (await site.database.read.selectFrom('agenda_item').select(['id', 'start_minute']).where('engagement_id', '=', 'a10').orderBy('position').execute()).map((row) => `${row.id} ${row.start_minute}`)

describe.each([true, false])('with script: %s', (script) => {
  it('a discussion gets shorter, what follows comes earlier, one item goes a step, and all of it is undone', async () => {
    const journey = await startJourney(site, browser, { script })
    const before = await stored()
    await journey.press('link', 'Agendas')
    await journey.press('link', WORKSHOP)
    await journey.press('link', 'Discussion')
    await journey.type(/^End/, '11:40')
    await journey.press('button', 'Show what changes')
    expect(await journey.words()).toContain('3 people’s slots change; nobody is told yet.')
    expect(await stored()).toEqual(before)
    await journey.press('button', 'Apply')
    expect((await stored()).slice(7)).toEqual(['ag08 670', 'ag09 700', 'ag10 720'])
    await journey.press('button', 'Undo')
    await journey.press('button', 'Later: Welcoming Remarks')
    expect((await stored()).slice(1, 3)).toEqual(['ag03 570', 'ag02 575'])
    await journey.press('button', 'Undo')
    expect(await stored()).toEqual(before)
    await journey.end()
  })
})

it('an item is dragged by its number to another place', async () => {
  const journey = await startJourney(site, browser, { path: '/missions/smart-city-regional-roadshow/engagements/a10/agenda' })
  const grip = async (id: string) => {
    const box = await journey.page.locator(`#item-${id} .no`).boundingBox()
    if (!box) throw new Error(`No ${id}`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const [from, to] = [await grip('ag05'), await grip('ag03')]
  await journey.page.mouse.move(from.x, from.y)
  await journey.page.mouse.down()
  await journey.page.mouse.move(from.x, from.y - 10, { steps: 3 })
  await journey.page.mouse.move(to.x, to.y - 12, { steps: 12 })
  await Promise.all([journey.page.waitForURL(/did=/), journey.page.mouse.up()])
  const order = (await stored()).map((line) => line.split(' ')[0])
  expect(order.indexOf('ag05')).toBeLessThan(4)
  expect(await journey.page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.id.replace('item-', '')))).toEqual(order)
  await journey.end()
})
