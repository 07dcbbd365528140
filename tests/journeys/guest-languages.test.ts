/** Every page of a guest in every language, as it is, refused and answered, on a phone and a desk; what comes of it at the desk; the mail itself. */
import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LANGUAGE_CODES, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { Notice } from '#app/domain/notices.ts'
import { writeMail } from '#emails/compose.server.ts'
import { SENDER } from '#tests/support/draining.ts'
import { axeFaults } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { change, sendAll, timed } from '#tests/support/invited-mission.ts'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'
import { startJourney } from '#tests/support/journey.ts'

const pictures = process.env['CARAVAN_PICTURES']
let all: InvitedSite
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  all = await startInvitedSite()
  await all.site.database.write(async (tx) => {
    await tx.insertInto('place_name').values({ id: 'ru', place_id: 'nur-sultan', name: 'Нур-Султан', name_key: 'nur sultan', language: 'ru', from_day: null, to_day: null }).execute()
    await tx.insertInto('affiliation').values([{ id: 'one', person_id: 'ann', title: 'Master Planner of a National Pilot Smart City', rank: 0 }, { id: 'two', person_id: 'ann', title: 'Lead Researcher', rank: 1 }]).execute()
    await tx.updateTable('person').set({ languages: 'Русский' }).where('id', '=', 'bob').execute()
  })
  await change(all.told, { public_text: 'Bring your questions.\n\nInterpretation is provided.', title: 'Preparing Dushanbe for a Digital 21st Century: smart solutions for city services' })
  await sendAll({ ...all.told, scope: { ...all.told.scope, missionNowMs: Date.UTC(2020, 0, 27, 3) } })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await all.site.stop()
})

/** Looks at the page as it stands, wide and narrow. */
async function look(name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) faults.push(`${name} at ${width}: sideways`)
    faults.push(...(await axeFaults(page)).map((fault) => `${name} at ${width}: ${fault}`))
    if (!pictures) continue
    await mkdir(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
}

it.each(LANGUAGE_CODES)('nothing for axe to say and nothing sideways in %s, also where something is refused', async (code: Language) => {
  const texts = textsOf(code)
  await all.site.database.write((tx) => tx.updateTable('invitation').set({ answer: 'none' }).where('person_id', '=', 'ann').execute())
  const context = await browser.newContext({ baseURL: all.site.origin })
  page = await context.newPage()
  const path = await all.linkOf('ann')
  const to = async (rest: string): Promise<void> => void (await page.goto(`${path}${rest}?lang=${code}`))
  const press = async (name: string): Promise<void> => await page.getByRole('button', { name, exact: true }).first().click()
  await to('')
  expect([await page.getAttribute('html', 'lang'), await page.title()]).toEqual([code, `${texts.page.title} · Caravan`])
  await look(`${code}-invitation`)
  await page.getByText(texts.page.sendDeputy, { exact: true }).click()
  await press(texts.page.nameDeputy)
  await look(`${code}-no-deputy`)
  expect(await page.getAttribute('html', 'lang')).toBe(code)
  await to('/time')
  await look(`${code}-time`)
  await page.getByLabel(texts.proposal.day).fill('2020-01-02')
  await press(texts.proposal.send)
  await look(`${code}-time-past`)
  expect(await page.locator('.wrong').innerText()).toContain(texts.wrong.past)
  await page.getByLabel(texts.proposal.day).fill('2020-01-30')
  await page.getByLabel(texts.proposal.word).fill('After the flight')
  await press(texts.proposal.send)
  await to('/name')
  await look(`${code}-name`)
  await press(texts.correction.send)
  await look(`${code}-name-same`)
  await page.getByLabel(texts.correction.honorific).fill(code === 'ru' ? 'Д-р' : 'Dr.')
  await page.getByLabel(texts.correction.which).selectOption('two')
  await page.getByLabel(texts.correction.text, { exact: false }).fill('Lead Researcher, National Information Society Agency')
  await press(texts.correction.send)
  await press(texts.page.accept)
  await look(`${code}-answered`)
  await to('/feed')
  await look(`${code}-feed`)
  await press(texts.feed.make)
  await look(`${code}-feed-made`)
  await page.goto(`/invitation/nothing?lang=${code}`)
  expect([await page.getAttribute('html', 'lang'), await page.locator('h1').innerText()]).toEqual([code, texts.refused.noLink.title])
  await look(`${code}-refused`)
  await context.close()
  expect(faults).toEqual([])
}, 300_000)

it('what guests asked for shows at the desk and on the person’s page', async () => {
  const cookie = await all.site.cookieOf('planner@example.org')
  const context = await browser.newContext({ baseURL: all.site.origin })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: all.site.origin }])
  page = await context.newPage()
  await change(all.told, { room: 'Room 5' })
  for (const [what, where] of [['desk', 'invitations'], ['person', 'people/ann'], ['replies', 'invitations/review'], ['preview', 'invitations/preview/told-workshop/bob'], ['edit', 'people/ann/edit']]) {
    await page.goto(`/missions/told/${where}`)
    await look(`team-${what}`)
  }
  await page.goto('/missions/told/invitations/review')
  await page.getByRole('link', { name: /^Speaker A, sample/ }).first().click()
  await look('team-reply')
  await context.close()
  expect(faults).toEqual([])
}, 120_000)

it('the mail is readable on a phone, and its page needs no script: a speaker proposes another time in Russian in four taps', async () => {
  const journey = await startJourney(all.site, browser, { width: 360, height: 740, script: false, email: '', path: await all.linkOf('bob') })
  await journey.press('link', 'Предложить другое время')
  await journey.type('День', '2020-01-30')
  await journey.press('button', 'Предложить это время')
  expect(await journey.words()).toContain('Вы предложили: чт, 30 янв. 2020 г., 10:00–11:30 (Нур-Султан, UTC+6).')
  await journey.press('link', 'English')
  expect(await journey.words()).toContain('You proposed Thu 30 Jan 2020, 10:00–11:30 Nur-Sultan, UTC+6.')
  await journey.press('button', 'Perhaps')
  expect(await journey.words()).toContain('You said perhaps')
  expect(journey.clicks).toBe(4)
  await journey.end()
  await change(all.told, timed('2020-01-29', 690, 780))
  await sendAll({ ...all.told, scope: { ...all.told.scope, missionNowMs: Date.UTC(2020, 0, 27, 3) } })
  const context = await browser.newContext()
  page = await context.newPage()
  for (const { id, facts } of await all.site.database.read.selectFrom('outbox').select(['id', 'facts']).where('invitation_id', 'is not', null).orderBy('created_ms').orderBy('id').execute()) {
    const notice = JSON.parse(facts) as Notice & { language?: string }
    await page.setContent(writeMail(notice, SENDER).html)
    await look(`mail-${notice.language}-${notice.kind}-${id.slice(-4)}`)
  }
  await context.close()
  expect(faults.filter((fault) => !/region|landmark/.test(fault))).toEqual([])
}, 120_000)
