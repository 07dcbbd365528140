import { chromium } from 'playwright-core'
import type { Browser, BrowserContext } from 'playwright-core'

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
