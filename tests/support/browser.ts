import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

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
  return chromium.launch({ executablePath: process.env['CARAVAN_CHROMIUM'] ?? '/usr/bin/chromium', args: flags })
}
