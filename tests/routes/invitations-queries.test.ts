import { afterAll, beforeAll, expect, it } from 'vitest'
import { loader as desk } from '#app/routes/missions.$mission.invitations._index.tsx'
import { loader as sending } from '#app/routes/missions.$mission.invitations.dispatches.$dispatch._index.tsx'
import { loader as holdings } from '#app/routes/missions.$mission.invitations.holdings.tsx'
import { loader as preview } from '#app/routes/missions.$mission.invitations.preview.$engagement.$person.tsx'
import { loader as reply } from '#app/routes/missions.$mission.invitations.review.$mail._index.tsx'
import { loader as replies } from '#app/routes/missions.$mission.invitations.review._index.tsx'
import { loader as message } from '#app/routes/missions.$mission.mail.$message._index.tsx'
import { loader as mail } from '#app/routes/missions.$mission.mail._index.tsx'
import { countQueries } from '#tests/support/queries.ts'
import { takeIn, words } from '#tests/support/replies.ts'
import { change, makeInvited, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

const BASE = '/missions/told'
let told: Invited
let dispatch = ''
let came = ''
let queued = ''

beforeAll(async () => {
  told = await makeInvited()
  dispatch = await sendAll(told)
  await change(told, { room: 'Room 5' })
  await takeIn(told.database, words('Yes.'), told.scope.nowMs)
  queued = (await told.database.read.selectFrom('outbox').select('id').executeTakeFirstOrThrow()).id
  came = (await told.database.read.selectFrom('received_mail').select('id').executeTakeFirstOrThrow()).id
})
afterAll(() => told.database.close())

const counts = async () => ({
  desk: await countQueries(told.scope, desk, `${BASE}/invitations`), narrowed: await countQueries(told.scope, desk, `${BASE}/invitations?engagement=told-workshop`), preview: await countQueries(told.scope, preview, `${BASE}/invitations/preview/x/y`, { engagement: 'told-workshop', person: 'ann' }),
  holdings: await countQueries(told.scope, holdings, `${BASE}/invitations/holdings`), sending: await countQueries(told.scope, sending, `${BASE}/invitations/dispatches/x`, { dispatch }), mail: await countQueries(told.scope, mail, `${BASE}/mail?text=guest`), message: await countQueries(told.scope, message, `${BASE}/mail/x`, { message: queued }),
  replies: await countQueries(told.scope, replies, `${BASE}/invitations/review`), reply: await countQueries(told.scope, reply, `${BASE}/invitations/review/x`, { mail: came }),
})
const COUNTS = { desk: 16, narrowed: 16, preview: 5, holdings: 3, sending: 5, mail: 5, message: 8, replies: 2, reply: 3 }

it('each page runs its number of queries', async () => {
  expect(await counts()).toEqual(COUNTS)
})

it('no page runs more of them for more people and more messages', async () => {
  await told.database.write(async (tx) => {
    for (let n = 0; n < 120; n++) {
      await tx.insertInto('person').values({ id: `p${n}`, name: `Guest ${n}, sample`, name_key: `guest ${n}`, sort_key: `guest ${n}`, email: `guest${n}@example.org` }).execute()
      await tx.insertInto('participation').values({ id: `p${n}`, mission_id: 'told', engagement_id: 'told-workshop', person_id: `p${n}`, role: 'participant', precedence: 10 + n }).execute()
    }
  })
  dispatch = await sendAll(told)
  for (let n = 0; n < 30; n++) await takeIn(told.database, words(`Yes, ${n}.`), told.scope.nowMs)
  await change(told, { room: 'Room 6' })
  expect(await counts()).toEqual(COUNTS)
})
