import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of the system, without a window and without traffic of its own. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: flags })
}

/** The same with a profile in a folder, as a person's own browser has one. The caller closes it. */
export function launchProfile(folder: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { executablePath: executable(), args: flags, baseURL, viewport: { width: 1280, height: 900 } })
}

function executable(): string {
  return process.env['CARAVAN_CHROMIUM'] ?? '/usr/bin/chromium'
}

/** The process that shows the tab ends at once, as when a phone needs its memory: the page hears nothing of it. */
export async function killTab(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  void page.context().newCDPSession(page).then((session) => session.send('Page.crash')).catch(() => undefined)
  await gone
  await page.close()
}
