import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { kitDocument, kitPages } from '#tests/support/kit-page.tsx'

const policy = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self'; form-action 'self'"
const pictures = process.env['CARAVAN_PICTURES']
let server: Server
let origin: string
let browser: Browser

beforeAll(async () => {
  const shipped = sirv('public', { dev: true })
  const styles = sirv('app/ui', { dev: true })
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const page = kitPages[url.pathname]
    if (page === undefined) return shipped(request, response, () => styles(request, response))
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(kitDocument(page, url.searchParams.get('theme') === 'dark' ? 'dark' : 'light'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await new Promise((done) => server.close(done))
})

const widths = [1280, 360]
const themes = ['light', 'dark']
const cases = Object.keys(kitPages).flatMap((path) => themes.flatMap((theme) => widths.map((width) => ({ path, theme, width }))))

describe('every part of the kit', () => {
  test.each(cases)('$path in $theme at $width px: nothing for axe to say, no sideways scrolling, no console message', async ({ path, theme, width }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(`${origin}${path}?theme=${theme}`)
    expect(said).toEqual([])
    expect(await sideways(page)).toEqual([])
    await picture(page, `${path === '/' ? 'kit' : path.slice(1)}-${theme}-${width}`)
    expect(await axeFaults(page)).toEqual([])
    await context.close()
  })

  test('axe does say something where there is something to say', async () => {
    const page = await browser.newPage()
    await page.setContent('<html lang="en"><title>Faults</title><main><h1>Faults</h1><img src="x"><p style="color: #bbb; background: #fff">pale</p></main></html>')
    expect((await axeFaults(page)).map((fault) => fault.split(':')[0])).toEqual(['color-contrast', 'image-alt'])
    expect((await axeFaults(page, { contrastOnly: true })).length).toBe(1)
    await page.close()
  })

  test('on a phone the navigation opens and closes without a script', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 700 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(origin)
    const navigation = page.getByRole('navigation', { name: 'Mission' })
    expect(await navigation.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Menu' }).click()
    expect(await navigation.isVisible()).toBe(true)
    await picture(page, 'menu-light-360')
    await page.keyboard.press('Escape')
    expect(await navigation.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Coordinator, sample' }).click()
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)
    await picture(page, 'account-light-360')
    await context.close()
  })

  test('on paper the frame is gone and a table stays a table', async () => {
    const context = await browser.newContext({ viewport: { width: 688, height: 900 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}?theme=dark`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByRole('navigation', { name: 'Mission' }).isVisible()).toBe(false)
    await picture(page, 'print')
    await context.close()
  })
})

/** Elements that stand out of the page to the right, if the page can be scrolled there. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > room + 1).map((element) => element.outerHTML.slice(0, 120))
  })
}

/** Keeps a picture for the eye where CARAVAN_PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}
