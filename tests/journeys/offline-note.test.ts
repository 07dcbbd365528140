/** Journey 8: a note with three excerpts written where there is no signal, in a browser with a profile of its own on the disk. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { killTab, launchProfile } from '#tests/support/browser.ts'
import { DEMO_HOME, Journey } from '#tests/support/journey.ts'
import { freePort, startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const FIRST = 'Sensors stand on two streets only.'
const SECOND = 'There is no common register yet.'
const THIRD = 'Four engineers, two leave in spring.'
const CANARY = 'Kanarienvogel-73105'
const CONTROL = 'control-of-the-search-41822'
const BODY = `${FIRST}\n${SECOND}\n\n${THIRD} ${CANARY}`

let folder: string
let profile: string
let site: Site
let context: BrowserContext

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caravan-offline-'))
  profile = join(folder, 'profile')
  site = await startSite({ DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) })
  await atWork(site)
  context = await launchProfile(profile, site.origin)
})
afterAll(async () => {
  await context.close()
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The demo lives on its last day in Dushanbe, a quarter to eleven. */
async function atWork({ database }: Site): Promise<void> {
  await database.write((tx) => tx.updateTable('mission').set({ clock_show_ms: Date.parse('2020-02-05T05:45:00Z'), clock_from_ms: Date.now() }).where('demo', '=', 1).execute())
}

const field = (page: Page) => page.locator('[data-capture-text]')
const status = (page: Page) => page.locator('[data-capture-status]')

/** Words are chosen without a click, as with Shift and the arrows. */
async function choose(page: Page, words: string): Promise<void> {
  await field(page).evaluate((area: HTMLTextAreaElement, words) => {
    area.focus()
    area.setSelectionRange(area.value.indexOf(words), area.value.indexOf(words) + words.length)
  }, words)
}

/** The files of the profile in which words stand as plain text, in the ways a browser stores text. */
function filesWith(words: string): string[] {
  const forms = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form))
    })
}

it('loses nothing and doubles nothing when the network is off, the tab is killed and the server is restarted', async () => {
  const [name = '', value = ''] = (await site.cookieOf()).split('=')
  await context.addCookies([{ name, value, url: site.origin }])
  const offline = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/
  const before = new Journey(context, await context.newPage(), offline)
  await before.page.goto(`${DEMO_HOME}/engagements/a12`)
  await before.press('link', 'Write a note')
  await before.page.getByText('Without a connection you can write the notes of 3 meetings of this day here.').waitFor()

  await context.setOffline(true)
  await site.kill('SIGKILL')
  await before.page.goto(DEMO_HOME)
  await before.press('link', /Meeting with the SUE/)
  await field(before.page).fill(BODY)
  await choose(before.page, FIRST)
  await before.press('button', /^Infrastructure/)
  await before.press('button', /^fact/)
  await choose(before.page, SECOND)
  await before.page.keyboard.press('Alt+Digit2')
  await choose(before.page, THIRD)
  await before.page.keyboard.press('Alt+Digit3')
  await expect.poll(() => status(before.page).innerText()).toMatch(/^On this device only, since \d\d:\d\d\./)
  await killTab(before.page)

  const after = new Journey(context, await context.newPage(), offline)
  after.clicks = before.clicks
  await after.page.goto(`${DEMO_HOME}/engagements/a12/note`)
  await expect.poll(() => field(after.page).inputValue()).toBe(BODY)
  expect(await after.page.locator('[data-marked] > li').allInnerTexts()).toHaveLength(3)
  expect(await after.words(after.page.locator('[data-marked]'))).toMatch(/“Four engineers, two leave in spring.” figure · Infrastructure on this device/)
  expect(await site.database.read.selectFrom('note').selectAll().where('body', 'like', `%${CANARY}%`).execute()).toEqual([])

  site = await startSite({ DATA_DIR: site.dataDir, PORT: new URL(site.origin).port })
  await context.setOffline(false)
  await expect.poll(() => status(after.page).innerText(), { timeout: 40_000 }).toMatch(/^Saved \d\d:\d\d UTC\+5$/)
  const notes = await site.database.read.selectFrom('note').select(['id', 'body', 'number', 'engagement_id']).where('body', 'like', `%${CANARY}%`).execute()
  expect(notes).toEqual([{ id: expect.any(String), body: BODY, number: 1, engagement_id: 'a12' }])
  const excerpts = await site.database.read.selectFrom('excerpt').select(['body', 'kind', 'note_number', 'start_at']).where('note_id', '=', notes[0]?.id ?? '').orderBy('start_at').execute()
  expect(excerpts).toEqual([[FIRST, 'fact'], [SECOND, 'view'], [THIRD, 'figure']].map(([body = '', kind]) => ({ body, kind, note_number: 1, start_at: BODY.indexOf(body) })))
  expect(filesWith(CANARY)).toEqual([])

  await after.press('button', /Coordinator, sample/)
  await after.press('button', 'Sign out')
  await after.page.waitForURL(/sign-in\?out/)
  expect(after.clicks).toBeLessThanOrEqual(8)
  await expect.poll(() => after.page.evaluate(async () => [await indexedDB.databases(), await caches.keys(), Object.keys(localStorage), (await navigator.serviceWorker.getRegistrations()).length]), { timeout: 15_000 }).toEqual([[], [], [], 0])
  await after.page.goto(`/sign-in?to=/${CONTROL}`)
  await after.page.close()
  await context.close()
  expect(filesWith(CONTROL)).not.toEqual([])
  expect([...filesWith(CANARY), ...filesWith(FIRST), ...filesWith('two leave in spring')]).toEqual([])
  expect([before.complaints, after.complaints]).toEqual([[], []])
})
