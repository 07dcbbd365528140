import type { Browser } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile } from '#app/files/read.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

/** How many pages a PDF has, and the size of its first in points. */
async function pagesOf(bytes: Buffer): Promise<{ pages: number; size: number[] }> {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const [, , width = 0, height = 0] = (await file.getPage(1)).view
  return { pages: file.numPages, size: [Math.round(width), Math.round(height)] }
}

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe('journey 7: the day sheet of 4 February and its text', () => {
  for (const [script, width] of [[true, 1280], [false, 1280], [false, 360]] as const) {
    it(`takes two clicks from the cockpit, ${script ? 'with' : 'without'} script, ${width} px wide`, async () => {
      const journey = await startJourney(site, browser, { script, width })
      if (width === 360) await journey.press('button', 'Menu')
      await journey.press('link', 'Day sheets', journey.page.getByRole('navigation', { name: 'Mission' }))
      await journey.press('link', /^Tue 4 Feb 2020/)
      const sheet = journey.page.getByRole('article', { name: 'Day sheet, Tuesday 4 February 2020, Dushanbe' })
      expect(await sheet.isVisible()).toBe(true)
      const text = journey.page.getByLabel('Text for a messenger')
      expect(await text.isVisible()).toBe(true)
      const message = await text.inputValue()
      expect(message.length).toBeLessThanOrEqual(1_200)
      for (const said of ['Tue 4 Feb 2020, Dushanbe', 'UTC+5', '09:30–12:00', '15:00–16:15']) expect(message).toContain(said)
      expect(journey.clicks).toBeLessThanOrEqual(width === 360 ? 3 : 2)
      const pdf = await journey.download('link', /^PDF.*Day sheet/)
      expect([pdf.name.endsWith('.pdf'), await pagesOf(pdf.bytes)]).toEqual([true, { pages: 1, size: [595, 842] }])
      const said = (await readFile(pdf.bytes, pdf.name)) as { text: string }
      for (const words of ['09:30', '15:00', 'Dushanbe', 'UTC+5', 'Yusuf Majidi']) expect([words, said.text.includes(words)]).toEqual([words, true])
      await journey.end()
    })
  }
})
