import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

it('explains statuses, words and keys to anybody, with the frame of whoever is signed in', async () => {
  const guest = await site.ask('/help')
  const page = await guest.text()
  expect(guest.status).toBe(200)
  for (const said of ['tentative', 'Aide-mémoire', 'Keyboard', 'Five minutes']) expect(page).toContain(said)
  expect(page).not.toContain('Sign out')
  expect(await (await site.ask('/help', { cookie: await site.cookieOf() })).text()).toContain('Sign out')
})
