import { afterEach, beforeEach, expect, it } from 'vitest'
import { askToSignIn, signInByCode, signInByLink } from '#app/operations/sign-in.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

const QUARTER_MS = 15 * 60_000

let database: Database

beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await makeTold(database)
})
afterEach(() => database.close())

/** Asks from one browser and reads the mail that came. */
async function asked(nowMs: number): Promise<{ browserSecret: string; code: string; link: string }> {
  const answer = await askToSignIn(database, { email: 'teller@example.org', remote: '192.0.2.1', baseUrl: 'http://caravan.example', nowMs })
  if (!answer.done) throw new Error(answer.because)
  const mail = await database.read.selectFrom('outbox').select('facts').where('kind', '=', 'sign-in').orderBy('created_ms', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const { code, link } = JSON.parse(mail.facts) as { code: string; link: string }
  return { browserSecret: answer.browserSecret, code, link: link.split('/').at(-1) ?? '' }
}

const other = (code: string): string => (code === '000000' ? '000001' : '000000')

it('takes twenty codes of one address a day, from however many browsers; its links go on', async () => {
  for (let n = 0; n < 4; n++) {
    const { browserSecret, code } = await asked(NOW + n * QUARTER_MS)
    for (let tries = 0; tries < 5; tries++) expect(await signInByCode(database, { code: other(code), browserSecret, nowMs: NOW + n * QUARTER_MS })).toEqual({ done: false, because: 'wrong' })
  }
  const later = await asked(NOW + 4 * QUARTER_MS)
  expect(await signInByCode(database, { ...later, nowMs: NOW + 4 * QUARTER_MS })).toEqual({ done: false, because: 'over' })
  expect((await signInByLink(database, { ...later, nowMs: NOW + 4 * QUARTER_MS })).done).toBe(true)
  const nextDay = NOW + 25 * 3_600_000
  expect((await signInByCode(database, { ...(await asked(nextDay)), nowMs: nextDay })).done).toBe(true)
})
