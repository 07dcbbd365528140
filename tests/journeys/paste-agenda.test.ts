/** A text is pasted, checked beside what was understood of it, and stored: the demo's agenda, a schedule into an empty mission, a second version. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import type { Journey } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { deckAgenda, deckSchedule } from '#tests/support/deck-texts.ts'

let browser: Browser
let site: Site

beforeAll(async () => void (browser = await launchBrowser()))
beforeEach(async () => void (site = await startSite()))
afterEach(() => site.stop())
afterAll(() => browser.close())

const LOOKS = [[true, 1280], [true, 360], [false, 1280], [false, 360]] as const
const WORKSHOP = 'a10'

const items = async (engagementId: string) => (await site.database.read.selectFrom('agenda_item').select(['title', 'start_minute', 'end_minute']).where('engagement_id', '=', engagementId).orderBy('position').execute()).map((row) => `${row.start_minute}–${row.end_minute} ${row.title}`)

async function pasteFromCockpit(journey: Journey, text: string): Promise<void> {
  await journey.press('link', 'Paste and import', journey.page.getByRole('main'))
  await journey.type('Agenda or schedule', text)
  await journey.press('button', 'Read it')
}

describe.each(LOOKS)('with script: %s, %i px', (script, width) => {
  it('2: the Dushanbe agenda in three clicks, with its people and its contradictions', async () => {
    const journey = await startJourney(site, browser, { script, width })
    await pasteFromCockpit(journey, deckAgenda())
    const words = await journey.words()
    for (const part of [
      '10 items, 8 people, 3 moderators', '09:30–12:00 in the head · rows 09:00–12:10', 'The text calls it “Preparing Dushanbe for a New Digital Era”', 'Workshop on “Preparing Dushanbe for a Digital 21st Century”',
      'Master Planner, Busan EDC National Pilot Smart City', 'Lead Researcher, National Information Society Agency',
    ]) expect([part, words.includes(part)]).toEqual([part, true])
    expect(await journey.page.locator('.read-head .named li').count()).toBe(3)
    expect(await journey.page.getByRole('radio', { name: /^Workshop on “Preparing Dushanbe/ }).isChecked()).toBe(true)
    await journey.press('button', /^(Store|Apply|Mark)/)
    expect(journey.clicks).toBe(3)
    expect(await journey.words(journey.page.getByRole('status'))).toMatch(/stored/)
    expect(await items(WORKSHOP)).toHaveLength(10)
    await journey.end()
  })
})

describe.each([[true, 1280], [false, 360]] as const)('with script: %s, %i px', (script, width) => {
  it('a schedule makes the stops and engagements of an empty mission, and one undo takes all of it back', async () => {
    const cookie = await site.cookieOf()
    await site.ask('/missions/new', { cookie, form: { title: 'Empty', startDay: '2020-01-27', endDay: '2020-02-09' } })
    const journey = await startJourney(site, browser, { script, width, path: '/missions/empty' })
    await journey.press('link', 'Paste a schedule or an agenda')
    await journey.type('Agenda or schedule', deckSchedule())
    await journey.press('button', 'Read it')
    expect(await journey.words()).toContain('18 engagements in 4 stops')
    expect(await journey.words()).toContain('31 Jan 2020 is a Friday')
    await journey.press('button', 'Save 18 engagements')
    const stored = async () => {
      const { id } = await site.database.read.selectFrom('mission').select('id').where('slug', '=', 'empty').executeTakeFirstOrThrow()
      const [stops, engagements] = await Promise.all((['stop', 'engagement'] as const).map((table) => site.database.read.selectFrom(table).select('id').where('mission_id', '=', id).execute()))
      return [stops?.length, engagements?.length]
    }
    expect(await stored()).toEqual([4, 18])
    await journey.press('button', 'Undo')
    expect(await stored()).toEqual([0, 0])
    await journey.end()
  })

  it('a second version of an agenda shows what is new, moved, changed and gone; only what is chosen is applied, and undone as one', async () => {
    const before = await items(WORKSHOP)
    const journey = await startJourney(site, browser, { script, width, path: `/missions/smart-city-regional-roadshow/engagements/${WORKSHOP}/agenda` })
    await journey.press('link', 'Paste a newer version')
    await journey.type('Agenda or schedule', secondVersion(deckAgenda()))
    await journey.press('button', 'Read it')
    const marks = await journey.page.locator('.understood > li[data-change]').evaluateAll((rows) => rows.map((row) => `${(row as HTMLElement).dataset['change']} ${row.querySelector('.what > span')?.textContent}`))
    expect(marks.filter((mark) => !mark.startsWith('same'))).toEqual(expect.arrayContaining(['moved Dushanbe Smart City Development', 'new Demonstration of the city platform', 'gone Discussion']))
    await journey.page.getByRole('checkbox', { name: /^Add it.*Demonstration of the city platform/ }).uncheck()
    await journey.press('button', /^Apply/)
    const after = await items(WORKSHOP)
    expect(after).toContain('650–680 Dushanbe Smart City Development')
    expect(after).toContain('670–710 Discussion')
    expect(after.join()).not.toContain('Demonstration')
    await journey.press('button', 'Undo')
    expect(await items(WORKSHOP)).toEqual(before)
    await journey.end()
  })
})

/** A talk later, another item instead of the discussion. */
function secondVersion(text: string): string {
  return text.replace('10:40 - 11:10', '10:50 - 11:20').replace('11:10 - 11:50 **Discussion**', '11:20 - 11:50 **Demonstration of the city platform**')
}

it('a row is corrected in place, and pointing at a row lights its line', async () => {
  const journey = await startJourney(site, browser)
  await pasteFromCockpit(journey, deckAgenda())
  const { page } = journey
  const row = page.locator('.understood > li', { hasText: 'Digital CASA' })
  await row.hover()
  expect(await page.locator('.source li[data-lit]').evaluateAll((lines) => lines.length)).toBeGreaterThan(0)
  await row.locator('summary').click()
  await row.getByLabel('Start').fill('09:51')
  await row.getByRole('button', { name: 'Keep these changes' }).click()
  await page.waitForLoadState('load')
  expect(await row.innerText()).toContain('09:51–09:55')
  expect(await page.getByRole('radio', { name: /^Workshop on “Preparing Dushanbe/ }).isChecked()).toBe(true)
  await journey.end()
})
