/** Every statement of the team's papers leads somewhere: no source is a dead end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PAPER_KINDS } from '#app/domain/papers/kinds.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
beforeAll(async () => void (site = await startSite()))
afterAll(() => site.stop())

const BASE = '/missions/smart-city-regional-roadshow'
const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

it('of every kind of the demo, some of its meetings held', async () => {
  const cookie = await site.cookieOf()
  await site.database.write((tx) => tx.updateTable('engagement').set({ status: 'held' }).where('id', 'in', ['a08', 'a10', 'a12']).execute())
  const page = async (path: string): Promise<string> => await (await site.ask(path, { cookie })).text()
  const asked = new Map<string, number>()
  const dead: string[] = []
  for (const { id } of PAPER_KINDS) {
    const subjects = [...new Set(hrefs(await page(`${BASE}/papers/${id}`)).filter((href) => href.startsWith(`${BASE}/papers/${id}/`) && !href.includes('/file/')).map((href) => href.split('?')[0] as string))].slice(0, 8)
    expect([id, subjects.length > 0]).toEqual([id, true])
    for (const subject of subjects) {
      const html = await page(`${subject}?audience=team`)
      const sheet = /<article class="sheet[\s\S]*?<\/article>/.exec(html)?.[0] ?? ''
      expect([subject, sheet.length > 0]).toEqual([subject, true])
      for (const href of hrefs(sheet).map((each) => each.split('#')[0] as string)) {
        if (!asked.has(href)) asked.set(href, (await site.ask(href, { cookie })).status)
        if (asked.get(href) !== 200) dead.push(`${subject} → ${href} ${asked.get(href)}`)
      }
    }
  }
  expect(dead).toEqual([])
  expect(asked.size).toBeGreaterThan(60)
}, 120_000)
