import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDevice } from '#app/operations/devices.server.ts'
import { signOut } from '#app/operations/sign-in.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

const DEVICE = '7b0e6f7e-4c8f-4a87-9f5d-0d7d3c9c2a11'
const DAY_MS = 24 * 3_600_000

let database: Database
let accounts: string[]

beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await makeTold(database)
  accounts = (await database.read.selectFrom('account').select('id').orderBy('id').limit(2).execute()).map((row) => row.id)
  for (const [i, account] of accounts.entries()) {
    for (const session of ['first', 'second']) await database.write((tx) => tx.insertInto('session').values({ id_hash: `${session} ${i}`, account_id: account, created_ms: NOW, seen_ms: NOW, expires_ms: NOW + 30 * DAY_MS }).execute())
  }
})
afterEach(() => database.close())

const open = (who: number, session = 'first', nowMs = NOW, device = DEVICE) => openDevice(database, { accountId: accounts[who] as string, sessionHash: `${session} ${who}`, device, nowMs })

it('gives a person the same secret for a device in every session, and every person and device another', async () => {
  const first = await open(0)
  expect(await open(0, 'second', NOW + DAY_MS)).toMatchObject({ secret: first?.secret })
  const others = [await open(1), await open(0, 'first', NOW, DEVICE.replace('7', '8'))]
  expect(new Set([first, ...others].map((one) => one?.secret)).size).toBe(3)
})

it('opens for a week, and never longer than the session lasts', async () => {
  expect((await open(0))?.untilMs).toBe(NOW + 7 * DAY_MS)
  expect((await open(0, 'first', NOW + 28 * DAY_MS))?.untilMs).toBe(NOW + 30 * DAY_MS)
})

it('forgets the secret when the session that used the device last is ended, and no other', async () => {
  const [mine, theirs] = [await open(0), await open(1)]
  await signOut(database, 'second 0')
  expect((await open(0))?.secret).toBe(mine?.secret)
  await signOut(database, 'first 0')
  expect(await open(0)).toBeUndefined()
  expect((await open(0, 'second'))?.secret).toBeUndefined()
  expect((await open(1))?.secret).toBe(theirs?.secret)
})

it('knows at most fifty devices of a person', async () => {
  for (let n = 0; n < 53; n++) await open(0, 'first', NOW + n, `${String(n).padStart(8, '0')}${DEVICE.slice(8)}`)
  expect(await database.read.selectFrom('device').select('seen_ms').orderBy('seen_ms').execute()).toHaveLength(50)
})
