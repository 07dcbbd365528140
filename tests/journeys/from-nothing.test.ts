/** A mission made from nothing reaches its first sent invitation and its first finding with evidence, by visible controls only. */
import type { Browser } from 'playwright-core'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startJourney } from '#tests/support/journey.ts'
import type { Journey } from '#tests/support/journey.ts'
import { freePort, startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let browser: Browser
let relay: SMTPServer
const received: { to: string[]; raw: string }[] = []

beforeAll(async () => {
  const port = await freePort()
  relay = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  await new Promise<void>((ready) => relay.listen(port, '127.0.0.1', ready))
  ;[site, browser] = await Promise.all([startSite({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Caravan <invites@example.org>' }), launchBrowser()])
})
afterAll(async () => {
  await Promise.all([browser.close(), site.stop()])
  await new Promise<void>((closed) => relay.close(closed))
})

for (const [how, options, n] of [['on a wide screen', { width: 1280 }, 1], ['on a phone without a script', { width: 360, script: false }, 2]] as const) {
  it(`from an empty list to an invitation in a mailbox and a finding with evidence, ${how}`, async () => {
    const title = `Forum ${n}`
    const journey = await startJourney(site, browser, { ...options, path: '/missions' })
    await makeMission(journey, title)
    await planMeeting(journey, n)
    await invite(journey, n)
    await noteAndFind(journey, n)
    await journey.end()
  }, 180_000)
}

async function makeMission(journey: Journey, title: string): Promise<void> {
  await journey.press('link', 'New mission')
  await journey.type(/^Title/, title)
  await journey.type('First day', '2031-05-05')
  await journey.type('Last day', '2031-05-09')
  await journey.press('button', 'Make the mission')
  expect(await journey.words()).toContain(title)
  await journey.press('link', /Add (a|the first) stop/)
  await journey.choose('City', await optionOf(journey, 'City', /Dushanbe/))
  await journey.type('First day', '2031-05-05')
  await journey.type('Last day', '2031-05-07')
  await journey.press('button', 'Add the stop')
}

/** The whole label of the first option that fits. */
async function optionOf(journey: Journey, field: string, words: RegExp): Promise<string> {
  const options = await journey.page.getByLabel(field, { exact: true }).locator('option').allInnerTexts()
  return options.find((option) => words.test(option)) ?? ''
}

async function planMeeting(journey: Journey, n: number): Promise<void> {
  await goTo(journey, 'Meetings')
  await journey.press('link', 'Add the first engagement')
  await journey.type('Title', `Opening of forum ${n}`)
  await journey.type('Day', '2031-05-06')
  await journey.type(/^Starts/, '10:00')
  await journey.type(/^Ends/, '11:30')
  await journey.choose('Status', 'confirmed')
  await journey.type(/^Venue/, 'City hall')
  await journey.press('button', 'Add the engagement')
  expect(await journey.words()).toMatch(/10:00–11:30 Dushanbe, UTC\+5/)
  await journey.press('link', 'Add somebody')
  await journey.type(/^Name/, `Director ${n}, sample`, journey.page.locator('form', { has: journey.page.getByRole('button', { name: /^Add/ }) }))
  await journey.type(/^E-mail/, `director-${n}@example.org`)
  await journey.press('button', 'Add to the engagement')
  expect(await journey.words()).toContain(`Director ${n}, sample`)
}

async function invite(journey: Journey, n: number): Promise<void> {
  await journey.press('link', 'Invitations', journey.page.getByRole('main'))
  expect(await journey.words()).toContain(`Director ${n}, sample`)
  await journey.press('button', /^Send 1/)
  await journey.press('button', 'Send now')
  await expect.poll(() => received.filter(({ to }) => to.includes(`director-${n}@example.org`)).length, { timeout: 20_000 }).toBe(1)
  const mail = await simpleParser(received.find(({ to }) => to.includes(`director-${n}@example.org`))?.raw ?? '')
  expect(mail.subject).toBe(`Invitation: Opening of forum ${n}, 10:00 Dushanbe, UTC+5, Tue 6 May 2031`)
  expect(mail.attachments.map(({ contentType, filename }) => [contentType, filename])).toContainEqual(['application/ics', 'invite.ics'])
  expect(mail.attachments[0]?.content.toString()).toContain('DTSTART:20310506T050000Z')
}

async function noteAndFind(journey: Journey, n: number): Promise<void> {
  await goTo(journey, 'Readiness')
  await journey.press('link', /dimension/i, journey.page.getByRole('main'))
  await journey.type(/^Names?/, 'Roads\nLaw')
  await journey.press('button', /^Add/)
  await goTo(journey, 'Notes')
  await journey.press('link', 'Write a note', journey.page.getByRole('main').locator('.head'))
  await journey.type('Note', 'Two bridges are closed. A third one opens in June.')
  await journey.press('button', /Save/)
  const page = journey.page
  await page.getByRole('radio', { name: /Two bridges are closed/ }).check()
  await journey.choose('Finding', await optionOf(journey, 'Finding', /new/i))
  await journey.type(/statement|New finding/i, `Roads of forum ${n} are unsafe`)
  await page.getByRole('checkbox', { name: 'Roads' }).check()
  await journey.type(/^Reason|^Why/, 'They say so themselves')
  await journey.press('button', 'Mark as evidence')
  expect(await journey.words()).toContain(`Roads of forum ${n} are unsafe`)
  await goTo(journey, 'Readiness')
  expect(await journey.words()).toMatch(/Roads.*1 supports/)
}

/** Opens a place of the navigation; on a phone its menu first. */
async function goTo(journey: Journey, place: string): Promise<void> {
  const menu = journey.page.getByRole('button', { name: 'Menu' }).filter({ visible: true })
  if ((await menu.count()) > 0) await journey.press('button', 'Menu')
  await journey.press('link', new RegExp(`^${place}`), journey.page.getByRole('navigation', { name: 'Mission' }))
}
