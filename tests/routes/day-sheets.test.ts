import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { DEMO_HOME, startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let cookie: string
let browser: Browser
let folder: string
const DAY = `${DEMO_HOME}/day-sheets/stop-dushanbe/2020-02-04`

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
  browser = await launchBrowser()
  folder = mkdtempSync(join(tmpdir(), 'caravan-paper-'))
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

const words = (html: string) => html.replaceAll('<!-- -->', '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const page = async (path: string, who = cookie) => (await site.ask(path, { cookie: who })).text()

/** The page as the printer gets it: how many sheets, of what size, and its words. */
async function printed(path: string): Promise<{ pages: string | undefined; size: string | undefined; text: string }> {
  const journey = await startJourney(site, browser, { path })
  const file = join(folder, 'sheet.pdf')
  writeFileSync(file, await journey.page.pdf({ preferCSSPageSize: true }))
  await journey.end()
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return { pages: /^Pages:\s+(.*)$/m.exec(info)?.[1], size: /^Page size:.*\((A4)\)/m.exec(info)?.[1], text }
}

/** A day fuller than any: meetings with agendas, and people with long titles in Cyrillic. */
async function fill(day: string, meetings: number, items: number, people: number): Promise<void> {
  await site.database.write(async (tx) => {
    const mission_id = (await tx.selectFrom('stop').select('mission_id').where('id', '=', 'stop-dushanbe').executeTakeFirstOrThrow()).mission_id
    for (let m = 0; m < meetings; m++) {
      const id = `full-${day}-${m}`
      const start_minute = 480 + m * 5
      await tx.insertInto('engagement').values({
        id, mission_id, stop_id: 'stop-dushanbe', kind: 'meeting', title: `Маҷлиси корӣ оид ба шаҳри оқил, рақами ${m}`, title_key: '', day, zone: 'Asia/Dushanbe', status: 'tentative',
        start_minute, end_minute: start_minute + 5, start_ms: 0, end_ms: 1, venue_text: 'Бинои ҳукумати шаҳр', language: 'Тоҷикӣ',
      }).execute()
      for (let i = 0; i < items; i++) await tx.insertInto('agenda_item').values({ id: `${id}-${i}`, mission_id, engagement_id: id, position: i, kind: 'presentation', title: `Мавзӯи ${i} дар бораи рушди шаҳри оқил`, day, start_minute: start_minute + i }).execute()
      for (let p = m; p < people; p += meetings) {
        await tx.insertInto('participation').values({ id: `${id}-p${p}`, mission_id, engagement_id: id, role: 'participant', printed_name: `Шахси ${p}, намуна`, printed_title: 'Муовини якуми сардори раёсати рушди инфрасохтори рақамии ҳукумати шаҳр', precedence: p }).execute()
      }
    }
  })
}

describe('the list', () => {
  it('has a sheet for each day of each stop, the next one first to go to', async () => {
    const html = await page(`${DEMO_HOME}/day-sheets`)
    expect([...html.matchAll(/<th scope="row"[^>]*><a href="[^"]*\/day-sheets\/([^"]+)"/g)].map((found) => found[1])).toEqual([
      'stop-nursultan/2020-01-29', 'stop-bishkek/2020-01-30', 'stop-bishkek/2020-01-31', 'stop-dushanbe/2020-02-03', 'stop-dushanbe/2020-02-04', 'stop-dushanbe/2020-02-05', 'stop-tashkent/2020-02-06', 'stop-tashkent/2020-02-07',
    ])
    expect(words(html)).toContain('Next: Wed 29 Jan 2020, Nur-Sultan')
  })
})

describe('a day sheet', () => {
  it('prints on one A4 page with times, people in protocol order, phones, version and time of printing', async () => {
    const { pages, size, text } = await printed(DAY)
    expect([pages, size]).toEqual(['1', 'A4'])
    for (const said of ['Tuesday 4 February 2020, Dushanbe', 'All times Dushanbe, UTC+5. One hour behind Bishkek, same clock as Tashkent.', '09:30–12:00', '15:00–16:15', '000 101', 'Plan version', 'printed Mon 27 Jan']) expect(text).toContain(said)
    const order = ['Mr. Yusuf Majidi', 'Mr. Firdavs Saidzoda', 'Mr. Jan-Peter Olters', 'Mr. Seunghyun Kim', 'Mr. Oleg Petrov', 'Mr. Jong-Sung Hwang', 'Mr. Hyoung Gun Wang', 'Mr. Sadi Samadov']
    expect(order.map((name) => text.indexOf(name))).toEqual(order.map((name) => text.indexOf(name)).toSorted((a, b) => a - b))
    for (const screen of ['Text for a messenger', 'Leave phones out', 'Roadshow grid']) expect(text).not.toContain(screen)
  })

  it('keeps phones to the team that edits, and leaves them out of a paper to hand on', async () => {
    expect(words(await page(DAY))).toContain('000 101')
    expect(words(await page(`${DAY}?phones=no`))).not.toContain('000 101')
    expect(words(await page(DAY, await site.cookieOf('viewer@example.org')))).not.toContain('000 101')
    expect(words(await page(`${DAY}/text`))).not.toContain('000 101')
  })

  it('stays on one page when the day is too full for it, and says what it leaves out', async () => {
    for (const [day, meetings, items, people] of [['2020-02-10', 6, 5, 20], ['2020-02-11', 8, 14, 40], ['2020-02-12', 40, 3, 120]] as const) {
      await fill(day, meetings, items, people)
      const { pages, text } = await printed(`${DEMO_HOME}/day-sheets/stop-dushanbe/${day}`)
      expect([day, pages]).toEqual([day, '1'])
      const left = /Left out to stay on one page/.test(text)
      expect(text).toContain('Coordinator: Coordinator, sample')
      const missing = [...Array.from({ length: meetings }, (_, m) => `рақами ${m}`), ...Array.from({ length: people }, (_, p) => `Шахси ${p},`)].filter((said) => !text.replaceAll(/\s+/g, ' ').includes(said))
      expect(left).toBe(meetings > 30)
      expect(missing.length > 0).toBe(left)
    }
  })

  it('raises its version with every change of the plan', async () => {
    const version = async () => Number(/Plan version (\d+)/.exec(words(await page(DAY)))?.[1])
    const before = await version()
    const { revision } = await site.database.read.selectFrom('stop').select('revision').where('id', '=', 'stop-dushanbe').executeTakeFirstOrThrow()
    const stop = await page(`${DEMO_HOME}/stops/stop-dushanbe/edit`)
    const city = /<option value="([^"]+)" selected="">/.exec(stop)?.[1] ?? ''
    const saved = await site.ask(`${DEMO_HOME}/stops/stop-dushanbe/edit`, { cookie, form: { revision: String(revision), city, arriveDay: '2020-02-03', departDay: '2020-02-05', coordinator: 'Coordinator, sample · 000 100', liaison: 'Another, sample', place: '3' } })
    expect(saved.status).toBe(303)
    expect(await version()).toBe(before + 1)
  })

  it('is not there for a day that the stop does not have, nor for nonsense', async () => {
    for (const path of ['stop-dushanbe/2020-02-08', 'stop-dushanbe/2020-02-31', 'stop-dushanbe/today', 'stop-nowhere/2020-02-04']) {
      expect([path, (await site.ask(`${DEMO_HOME}/day-sheets/${path}`, { cookie })).status]).toEqual([path, 404])
      expect([path, (await site.ask(`${DEMO_HOME}/day-sheets/${path}/text`, { cookie })).status]).toEqual([path, 404])
    }
  })
})

it('copies the text of a day, at most 1,200 characters', async () => {
  const journey = await startJourney(site, browser, { path: `${DAY}/text` })
  await journey.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const shown = await journey.page.getByLabel('Text for a messenger').inputValue()
  await journey.press('button', 'Copy the text')
  await journey.page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await journey.page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
  expect(shown.length).toBeLessThanOrEqual(1_200)
  expect(shown).toContain('09:30–12:00')
  await journey.end()
})
