/** What a device keeps of a note, and for whom: one browser, several people, other tabs and other writers. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { DEMO_HOME } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const MEMBER = 'member@example.org'
const PATH = (meeting: string) => `${DEMO_HOME}/engagements/${meeting}/note`

let site: Site
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
  await site.database.write((tx) => tx.updateTable('mission').set({ clock_show_ms: Date.parse('2020-02-05T05:45:00Z'), clock_from_ms: Date.now() }).where('demo', '=', 1).execute())
  await site.database.write((tx) => tx.updateTable('engagement').set({ day: '2020-02-05' }).where('id', 'in', ['a10', 'a11', 'a16']).execute())
})
afterAll(() => Promise.all([browser.close(), site.stop()]))
beforeEach(async () => {
  context = await browser.newContext({ baseURL: site.origin })
  context.setDefaultTimeout(15_000)
  await signIn()
})
afterEach(() => context.close())

async function signIn(email?: string): Promise<void> {
  const [name = '', value = ''] = (await site.cookieOf(email)).split('=')
  await context.addCookies([{ name, value, url: site.origin }])
}

async function open(meeting: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(PATH(meeting))
  return page
}

const field = (page: Page) => page.locator('[data-capture-text]')
const says = (page: Page, words: RegExp) => expect.poll(() => page.locator('[data-capture-status]').innerText(), { timeout: 15_000 }).toMatch(words)
const ready = (page: Page) => page.getByText('Without a connection you can write').waitFor()
const textsOf = async (meeting: string) => (await site.database.read.selectFrom('note').innerJoin('note_revision', 'note_revision.note_id', 'note.id').select('note_revision.body').where('engagement_id', '=', meeting).orderBy('note_revision.number').execute()).map(({ body }) => body)
const keptHere = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

it('asks before anything unsent is thrown away by signing out, and stays when the person would rather', async () => {
  const page = await open('a10')
  await ready(page)
  await context.setOffline(true)
  await field(page).fill('Written below ground.')
  await says(page, /^On this device only/)
  const leave = async (): Promise<void> => {
    if (!(await page.locator('#account').isVisible())) await page.getByRole('button', { name: /Coordinator, sample/ }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  }
  await leave()
  const dialog = page.getByRole('dialog')
  expect(await dialog.innerText()).toMatch(/Not everything is saved[^]*Note: Workshop on/)
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  expect([await field(page).inputValue(), await keptHere(page)]).toEqual(['Written below ground.', ['caravan']])
  await leave()
  const unanswered = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/sign-out'))
  await dialog.getByRole('button', { name: 'Throw it away and sign out' }).click()
  await unanswered
  await context.setOffline(false)
  await page.goto('/help')
  expect([await keptHere(page), await textsOf('a10')]).toEqual([[], []])
})

it('sends what is left before signing out, without a question', async () => {
  const page = await open('a10')
  await ready(page)
  await field(page).fill('Written at the very last.')
  await page.getByRole('button', { name: /Coordinator, sample/ }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/sign-in\?out/)
  expect([await keptHere(page), await textsOf('a10')]).toEqual([[], ['Written at the very last.']])
})

it('gives nobody else what was written here, and gives it back to its writer', async () => {
  const first = await open('a11')
  await ready(first)
  await signIn(MEMBER)
  await field(first).fill('For my eyes.')
  await says(first, /so this is not saved. It is kept on this device only/)
  await first.close()

  const second = await open('a11')
  await ready(second)
  expect(await field(second).inputValue()).toBe('')
  await context.setOffline(true)
  await second.goto(PATH('a11'))
  expect([await field(second).inputValue(), await second.content()]).toEqual(['', expect.not.stringContaining('For my eyes.')])
  await context.setOffline(false)
  await second.close()

  await signIn()
  const third = await open('a11')
  await expect.poll(() => field(third).inputValue()).toBe('For my eyes.')
  await says(third, /^Saved/)
  expect(await textsOf('a11')).toEqual(['For my eyes.'])
})

it('shuts the pages of the day when somebody else is signed in on any page', async () => {
  const first = await open('a12')
  await ready(first)
  await signIn(MEMBER)
  await first.goto(DEMO_HOME)
  await expect.poll(async () => {
    await context.setOffline(true)
    await first.goto(PATH('a12'))
    await context.setOffline(false)
    return await first.title()
  }).toBe('No connection · Caravan')
})

it('says when the session is over, keeps the text, and sends it after signing in again', async () => {
  const page = await open('a07')
  await field(page).fill('Before.')
  await says(page, /^Saved/)
  await context.clearCookies()
  await field(page).fill('Before. After.')
  await says(page, /^You are signed out, so this is not saved. It is kept on this device only. Sign in/)
  expect(await textsOf('a07')).toEqual(['Before.'])
  await signIn()
  await page.reload()
  await expect.poll(() => field(page).inputValue()).toBe('Before. After.')
  await says(page, /^Saved/)
  expect(await textsOf('a07')).toEqual(['Before.', 'Before. After.'])
})

it('shows both texts when two changed the same line, and lets neither go', async () => {
  const page = await open('a17')
  await field(page).fill('The ministry agrees.')
  await says(page, /^Saved/)
  const note = await site.database.read.selectFrom('note').select('id').where('engagement_id', '=', 'a17').executeTakeFirstOrThrow()
  const theirs = { engagement: 'a17', language: 'en', private: '', base: '1', save: 'a-save-of-somebody', body: 'The ministry hesitates.', written: '' }
  const answer = await site.ask(`${DEMO_HOME}/notes/${note.id}/save`, { cookie: await site.cookieOf(MEMBER), form: theirs, headers: { accept: 'application/json' } })
  expect(answer.status).toBe(200)
  await field(page).fill('The ministry agrees in writing.')
  await says(page, /^Not saved: Member, sample changed the same lines meanwhile/)
  expect(await page.locator('.two-texts pre').allInnerTexts()).toEqual(['The ministry agrees in writing.', 'The ministry hesitates.'])
  await page.getByRole('button', { name: 'Both, theirs below mine' }).click()
  await says(page, /^Saved/)
  expect(await field(page).inputValue()).toBe('The ministry agrees in writing.\n\nThe ministry hesitates.')
  expect(await textsOf('a17')).toEqual(['The ministry agrees.', 'The ministry hesitates.', 'The ministry agrees in writing.', 'The ministry agrees in writing.\n\nThe ministry hesitates.'])
})

it('keeps what was typed before its script was ready', async () => {
  const page = await context.newPage()
  await page.route(/\/device$/, async (route) => {
    await field(page).fill('Typed at once.')
    await route.continue()
  })
  await page.goto(PATH('a18'))
  await says(page, /^Saved/)
  expect([await field(page).inputValue(), await textsOf('a18')]).toEqual(['Typed at once.', ['Typed at once.']])
})

it('has one writer at a time: a second tab waits for the first', async () => {
  const first = await open('a15')
  await field(first).fill('One.')
  await says(first, /^Saved/)
  const second = await open('a15')
  await says(second, /open in another tab/)
  expect(await field(second).isEditable()).toBe(false)
  await field(first).fill('One. Two.')
  await first.waitForTimeout(300)
  await first.close()
  await expect.poll(() => field(second).inputValue()).toBe('One. Two.')
  await says(second, /^Saved/)
  expect(await textsOf('a15')).toEqual(['One.', 'One. Two.'])
})

it('sends what waits from any other page', async () => {
  const page = await open('a16')
  await ready(page)
  await context.setOffline(true)
  await field(page).fill('Left behind.')
  await says(page, /^On this device only/)
  await page.goto('about:blank')
  await page.close()
  await context.setOffline(false)
  const other = await context.newPage()
  await other.goto(DEMO_HOME)
  await expect.poll(() => textsOf('a16'), { timeout: 15_000 }).toEqual(['Left behind.'])
})
