/** An office answers in Tajik on a phone without a script, with a scan, stops and goes on; its answer is evidence in three clicks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '#tests/support/asked.ts'
import { axeFaults } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const SCAN = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(20 * 1_048_576 - 9, 7)])
const ANSWER = 'Дар соли 2020 қонун дар бораи ҳукумати электронӣ тағйир дода шуд.'

let site: Site
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'caravan-scan-'))
beforeAll(async () => void ([site, browser] = await Promise.all([startSite(), launchBrowser()])))
afterAll(async () => {
  await Promise.all([browser.close(), site.stop()])
  rmSync(folder, { recursive: true, force: true })
})

it('in Tajik, on a phone, without a script; then three clicks', async () => {
  const { link, requestId } = await ask(site)
  writeFileSync(join(folder, 'скан.pdf'), SCAN)
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, baseURL: site.origin })
  const page = await phone.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Оғоз кардан' }).click()
  await page.getByLabel(/^Q1/).fill(ANSWER)
  await page.getByLabel(/^Q3/).fill('Ҳанӯз не.')
  await page.getByRole('button', { name: /^Нигоҳ доштан ва илова кардани файл….*Q1/ }).click()
  await page.getByLabel('Файл').setInputFiles(join(folder, 'скан.pdf'))
  await phone.setOffline(true)
  await page.getByRole('button', { name: 'Фиристодани файл' }).click({ noWaitAfter: true })
  await expect(page.waitForURL(/^chrome-error:/)).rejects.toThrow('INTERNET_DISCONNECTED')
  await phone.setOffline(false)
  await page.goto(link)
  expect(await page.getByText('Ҷавоб дода шуд: 2 аз 4').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Идома додан' }).click()
  expect(await page.getByLabel(/^Q1/).inputValue()).toBe(ANSWER)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: /^Нигоҳ доштан ва илова кардани файл….*Q1/ }).click()
  await page.getByLabel('Файл').setInputFiles(join(folder, 'скан.pdf'))
  await page.getByRole('button', { name: 'Фиристодани файл' }).click()
  expect(await page.getByRole('link', { name: 'скан.pdf' }).isVisible()).toBe(true)
  await page.goto(`${link}/check`)
  await page.getByRole('button', { name: 'Супоридани саволнома' }).click()
  expect(await page.getByText(/^Супорида шуд/).isVisible()).toBe(true)
  await phone.close()
  const { reply_id } = await site.database.read.selectFrom('questionnaire_request').select('reply_id').where('id', '=', requestId).executeTakeFirstOrThrow()
  const journey = await startJourney(site, browser, { path: `/missions/smart-city-regional-roadshow/documents/${reply_id}` })
  await journey.press('link', /^Mark words of Q1/)
  await journey.page.getByLabel('Why', { exact: true }).fill('The office itself says so')
  await journey.choose('Finding', (await journey.page.getByLabel('Finding', { exact: true }).locator('option').nth(2).innerText()).trim())
  await journey.press('button', 'Mark as evidence')
  expect(journey.clicks).toBe(3)
  const excerpt = await site.database.read.selectFrom('excerpt').innerJoin('evidence_link', 'evidence_link.excerpt_id', 'excerpt.id').innerJoin('outline_node', 'outline_node.id', 'excerpt.outline_node_id').select('excerpt.body').where('outline_node.document_id', '=', reply_id ?? '').execute()
  expect(excerpt).toEqual([{ body: ANSWER }])
  await journey.end()
})

it('begins the next organisation with an empty form, and keeps what was typed and not sent', async () => {
  const journey = await startJourney(site, browser, { path: '/missions/smart-city-regional-roadshow/questionnaires/survey/requests' })
  const { page } = journey
  const typed = async (): Promise<string[]> => [await page.getByLabel(/^Contact person/).inputValue(), await page.getByLabel(/^E-mail/).inputValue()]
  await page.getByLabel('Organisation', { exact: true }).selectOption({ index: 5 })
  await page.getByLabel(/^Contact person/).fill('Clerk, sample')
  await page.getByLabel(/^E-mail/).fill('clerk@example.org')
  await page.getByLabel('Answer by').fill('2020-02-20')
  await journey.press('button', 'Put on the list')
  expect([new URL(page.url()).searchParams.has('did'), await typed()]).toEqual([true, ['', '']])
  await page.getByLabel(/^Contact person/).fill('Half a na')
  await page.reload()
  expect(await typed()).toEqual(['Half a na', ''])
  await journey.end()
})

it('has no fault of access on any of its pages, at 360 px', async () => {
  const { link } = await ask(site, { language: 'ru', organisation: 2 })
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: site.origin })
  const page = await context.newPage()
  for (const path of ['', '/parts/1', '/check', '/files/survey-1']) {
    await page.goto(link + path)
    expect([path, await axeFaults(page), await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, [], 360])
  }
  await context.close()
})

it('saves while it is typed where scripts run, and keeps on the device what could not be sent', async () => {
  const { link, requestId } = await ask(site, { organisation: 3 })
  const valueOf = async (): Promise<string | undefined> => (await site.database.read.selectFrom('reply_answer').select('value').where('request_id', '=', requestId).where('question_id', '=', 'survey-2').executeTakeFirst())?.value
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: site.origin })
  const page = await context.newPage()
  await page.goto(`${link}/parts/1`)
  await page.getByLabel(/^Q2/).fill('Якум')
  await page.getByText(/^Соати .* нигоҳ дошта шуд$/).waitFor()
  expect(await valueOf()).toBe('Якум')
  await page.route('**/keep*', (route) => route.abort())
  await page.getByLabel(/^Q2/).fill('Якум ва дуюм')
  await page.getByText(/^Фиристода нашуд/).waitFor()
  await page.unroute('**/keep*')
  await page.goto(`${link}/parts/1`)
  expect(await page.getByLabel(/^Q2/).inputValue()).toBe('Якум ва дуюм')
  await page.getByText(/^Соати .* нигоҳ дошта шуд$/).waitFor()
  expect(await valueOf()).toBe('Якум ва дуюм')
  await context.close()
})
