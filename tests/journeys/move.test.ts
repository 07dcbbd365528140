import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let browser: Browser
let site: Site

beforeAll(async () => void (browser = await launchBrowser()))
beforeEach(async () => void (site = await startSite()))
afterEach(() => site.stop())
afterAll(() => browser.close())

const WORKSHOP = 'Workshop on “Preparing Dushanbe for a Digital 21st Century”'

describe.each([true, false])('with script: %s', (script) => {
  it('a confirmed meeting moves by 90 minutes, and only those who hold it are told', async () => {
    const journey = await startJourney(site, browser, { script })
    await journey.press('link', /^Meetings/)
    await journey.press('link', `Move… ${WORKSHOP}`)
    await journey.type(/^Starts/, '11:00')
    await journey.press('button', 'Move')
    const desk = await journey.words()
    for (const name of ['Yusuf Majidi', 'Jan-Peter Olters', 'Seunghyun Kim', 'Firdavs Saidzoda', 'Oleg Petrov', 'Jong-Sung Hwang', 'Hyoung Gun Wang', 'Sadi Samadov']) expect(desk).toContain(name)
    await journey.press('button', /^Send 8 /)
    expect(journey.clicks).toBe(4)
    const sent = await site.database.read.selectFrom('outbox').innerJoin('invitation', 'invitation.id', 'outbox.invitation_id').select(['invitation.engagement_id', 'outbox.kind', 'invitation.sequence', 'outbox.fifo_key', 'invitation.uid'])
      .where('outbox.mission_id', 'is not', null).execute()
    expect(sent.length).toBe(8)
    expect(sent.filter((row) => row.engagement_id !== 'a10' || row.fifo_key !== row.uid)).toEqual([])
    await journey.end()
  })

  it('a tentative meeting is confirmed and its back-up released', async () => {
    const journey = await startJourney(site, browser, { script })
    await journey.press('link', /^Meetings/)
    await journey.press('link', 'Meeting with Vice-Mayor of Dushanbe City')
    await journey.press('button', 'Confirm and release the back-up')
    expect(journey.clicks).toBe(3)
    const rows = await site.database.read.selectFrom('engagement').select(['id', 'status']).where('id', 'in', ['a11', 'sample-back-up']).orderBy('id').execute()
    expect(rows).toEqual([{ id: 'a11', status: 'confirmed' }, { id: 'sample-back-up', status: 'cancelled' }])
    await journey.end()
  })
})
