/** A story in the browser, from the cockpit on: visible controls only, every click and Enter counted, typing free. */
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core'
import type { Site } from '#tests/support/site.ts'

type Role = Parameters<Page['getByRole']>[0]
type Where = Page | Locator

type JourneyOptions = {
  width?: number
  height?: number
  /** False: the browser runs no script, which is how every action must work as well. */
  script?: boolean
  theme?: 'light' | 'dark'
  /** Where it begins; without it at the demo mission's cockpit. */
  path?: string
  /** Whose session; without it the demo coordinator's. '' begins signed out. */
  email?: string
}

export const DEMO_HOME = '/missions/smart-city-regional-roadshow'

/** Opens the first page in a browser context of its own. `end` it in the test: it throws what the console complained of. */
export async function startJourney(site: Site, browser: Browser, options: JourneyOptions = {}): Promise<Journey> {
  const { width = 1280, height = 900, script = true, theme = 'light', path = DEMO_HOME, email } = options
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script, colorScheme: theme, baseURL: site.origin })
  if (email !== '') {
    const [name = '', value = ''] = (await site.cookieOf(email)).split('=')
    await context.addCookies([{ name, value, url: site.origin }])
  }
  context.setDefaultTimeout(15_000)
  const journey = new Journey(context, await context.newPage())
  await journey.page.goto(path)
  return journey
}

export class Journey {
  readonly page: Page
  /** Clicks and Enters so far. */
  clicks = 0
  #context: BrowserContext
  #complaints: string[] = []

  /** `excused`: what the console says of a network that was taken away on purpose. */
  constructor(context: BrowserContext, page: Page, excused?: RegExp) {
    this.#context = context
    this.page = page
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (409|422)/.test(message.text()) && !excused?.test(message.text())) this.#complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.#complaints.push(error.message))
    page.on('response', (response: Response) => {
      if (response.status() >= 500) this.#complaints.push(`${response.status()} ${response.url()}`)
    })
  }

  get complaints(): readonly string[] {
    return this.#complaints
  }

  /** Clicks the one visible control of that role and name; a name that is text must fit wholly. */
  async press(role: Role, name: string | RegExp, within: Where = this.page): Promise<void> {
    await this.#settled(async () => await this.#control(role, name, within).click())
  }

  /** Clicks a control that hands out a file; its name and bytes. */
  async download(role: Role, name: string | RegExp, within: Where = this.page): Promise<{ name: string; bytes: Buffer }> {
    this.clicks++
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.#control(role, name, within).click()])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }

  /** Enter on whatever has the focus, or in the field named. */
  async enter(field?: string | RegExp): Promise<void> {
    if (field !== undefined) await this.page.getByLabel(field, { exact: typeof field === 'string' }).focus()
    await this.#settled(async () => await this.page.keyboard.press('Enter'))
  }

  /** Types over the text of a visible field: free. */
  async type(label: string | RegExp, text: string, within: Where = this.page): Promise<void> {
    await within.getByLabel(label, { exact: typeof label === 'string' }).filter({ visible: true }).fill(text)
  }

  /** Chooses from a list: one click. */
  async choose(label: string | RegExp, option: string, within: Where = this.page): Promise<void> {
    this.clicks++
    await within.getByLabel(label, { exact: typeof label === 'string' }).filter({ visible: true }).selectOption({ label: option })
  }

  /** What the page says, on one line. */
  async words(within: Where = this.page.locator('main')): Promise<string> {
    return (await (within as Locator).innerText()).replaceAll(/\s+/g, ' ')
  }

  /** Closes the browser context; throws what the console complained of on the way. */
  async end(): Promise<void> {
    await this.#context.close()
    if (this.#complaints.length > 0) throw new Error(`The console complained:\n${this.#complaints.join('\n')}`)
  }

  #control(role: Role, name: string | RegExp, within: Where): Locator {
    return within.getByRole(role, { name, exact: typeof name === 'string' }).filter({ visible: true })
  }

  async #settled(act: () => Promise<void>): Promise<void> {
    this.clicks++
    await act()
    await this.page.waitForLoadState('load')
  }
}
