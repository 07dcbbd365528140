/** Every page in the browser: filled, empty and refused, both themes, a desk and a phone. Nothing for axe to say, nothing sideways, no console message. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { deckAgenda, deckSchedule } from '#tests/support/deck-texts.ts'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import type { RouteAddress } from '#tests/support/manifest.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const pictures = process.env['CARAVAN_PICTURES']
const DEMO = 'smart-city-regional-roadshow'
const LOOKS = [['light', 1280], ['light', 360], ['dark', 1280], ['dark', 360]] as const

let site: Site
let browser: Browser
let pages: RouteAddress[]
let cookie: string

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
  cookie = await site.cookieOf()
  await site.ask(`/missions/${DEMO}/imports?index`, { cookie, form: { text: deckSchedule() } })
  await site.ask(`/missions/${DEMO}/imports?index`, { cookie, form: { text: deckAgenda() } })
  pages = (await addressesOf(await loadRoutes(), site.database)).filter((address) => address.isPage && address.reads)
  await site.ask('/missions/new', { cookie, form: { title: 'Empty', startDay: '2027-03-01', endDay: '2027-03-05' } })
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe('nothing for axe to say, nothing sideways, no console message', () => {
  test('on every page of the demo', async () => {
    expect(await visit('demo', pages.map(({ path }) => path))).toEqual([])
  }, 600_000)

  test('on every page of a mission that has nothing yet', async () => {
    const ofMission = pages.filter(({ pattern }) => pattern.startsWith('/missions/:mission') && !pattern.slice('/missions/:mission'.length).includes(':'))
    expect(await visit('empty', ofMission.map(({ path }) => path.replace(DEMO, 'empty')))).toEqual([])
  }, 600_000)

  test('on every form that came back because it was sent empty', async () => {
    expect(await visit('refused', pages.filter(({ writes }) => writes).map(({ path }) => path), sendEmpty)).toEqual([])
  }, 600_000)
})

/** Every page in every look; only colours differ between the themes, so the dark ones are asked about contrast alone. */
async function visit(state: string, paths: readonly string[], act?: (page: Page) => Promise<boolean>): Promise<string[]> {
  const context = await newContext()
  const page = await context.newPage()
  const found: string[] = []
  let path = ''
  page.on('console', (message) => found.push(...(expected(message.text()) ? [] : [`${path}: console: ${message.text()}`])))
  page.on('pageerror', (error) => found.push(`${path}: ${error.message}`))
  for (path of paths) {
    await page.goto(site.origin + path)
    if (act && !(await act(page))) continue
    for (const [theme, width] of LOOKS) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: theme })
      const faults = [...(await sidewaysOf(page)), ...(await axeFaults(page, { contrastOnly: theme === 'dark' }))]
      found.push(...faults.map((fault) => `${path} (${state}, ${theme}, ${width}): ${fault}`))
      await picture(page, `${state}-${path.slice(1).replaceAll('/', '_').replace(DEMO, 'm')}-${theme}-${width}`)
    }
  }
  await context.close()
  return found
}

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext()
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: site.origin }])
  return context
}

/** A page that answers 4xx on purpose says so in the browser's console. */
function expected(message: string): boolean {
  return /status of (400|404|409|422)/.test(message)
}

/** Elements that stand out of the page to the right, if the page can be scrolled there. */
function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > room + 1).slice(0, 3).map((element) => `sideways: ${element.outerHTML.slice(0, 120)}`)
  })
}

/** Empties the page's own form and sends it; false where the page has none that can be refused. */
async function sendEmpty(page: Page): Promise<boolean> {
  const back = page.waitForEvent('load', { timeout: 5_000 }).catch(() => undefined)
  const sent = await page.evaluate(() => {
    const own = [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]')].find((form) => new URL(form.action).pathname === location.pathname && form.querySelector('input:not([type=hidden]), textarea'))
    if (!own) return false
    for (const field of own.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')) {
      if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) field.checked = false
      else field.value = ''
    }
    own.noValidate = true
    own.submit()
    return true
  })
  if (!sent) return false
  await back
  return (await page.locator('.note[data-s="error"]').count()) > 0
}

/** Keeps a picture for the eye where CARAVAN_PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name.slice(0, 140)}.png`, fullPage: true })
}
