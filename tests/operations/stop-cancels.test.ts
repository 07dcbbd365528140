import { beforeEach, describe, expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { undo } from '#app/operations/history.server.ts'
import { callOffStop, planCallOff, stampOf } from '#app/operations/stop-cancels.server.ts'
import { listActs } from '#db/acts.server.ts'
import { listHoldersAt } from '#db/participations.server.ts'
import { deliver, desk, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

let told: Invited
const STOP = 'told-stop'
const statuses = async () => (await told.database.read.selectFrom('engagement').select(['id', 'status']).where('mission_id', '=', 'told').orderBy('id').execute()).map(({ id, status }) => `${id} ${status}`)
const shown = async () => ((await planCallOff(told.database.read, told.scope, STOP))?.goes ?? []).map(stampOf)
const callOff = async (row: string[], reason = 'The border is closed') => await callOffStop(told.scope, STOP, { reason, row })

beforeEach(async () => {
  told = await makeInvited()
  await told.database.write(async (tx) => {
    for (const [id, status, day] of [['dinner', 'tentative', '2020-01-29'], ['site-visit', 'declined', '2020-01-29'], ['arrival', 'confirmed', '2020-01-26'], ['courtesy', 'held', '2020-01-26'], ['some-idea', 'idea', '2020-01-30']] as const) {
      await tx.insertInto('engagement').values({ id, mission_id: 'told', stop_id: STOP, kind: 'meeting', title: id, title_key: id, status, zone: 'Asia/Almaty', ...timed(day, 1_100, 1_200) }).execute()
    }
    await tx.insertInto('participation').values({ id: 'diner', mission_id: 'told', engagement_id: 'dinner', person_id: 'bob', role: 'host' }).execute()
  })
})

describe('a whole stop', () => {
  it('is called off: what is ahead goes, what has begun, was held or is off already stays', async () => {
    expect((await callOff(await shown())).done).toBe(true)
    expect(await statuses()).toEqual(['arrival confirmed', 'courtesy held', 'dinner cancelled', 'site-visit declined', 'some-idea cancelled', 'told-workshop cancelled'])
    expect(await callOff([])).toEqual({ done: false, because: 'nothing' })
  })

  it('owes every cancellation to everybody who holds an invitation, and to nobody else', async () => {
    await sendAll(told)
    await deliver(told)
    expect((await listHoldersAt(told.database.read, 'told', STOP)).map(({ engagementId, personId, address }) => [engagementId, personId, address])).toEqual([
      ['told-workshop', 'ann', 'ann@example.org'], ['told-workshop', 'bob', 'bob@example.org'], ['dinner', 'bob', 'bob@example.org'], ['told-workshop', 'far', ''],
    ])
    await callOff(await shown())
    expect((await desk(told)).toSorted()).toEqual(['ann cancel 1 mail', 'bob cancel 1 mail', 'bob cancel 1 mail', 'far cancel 1 other'])
  })

  it('comes back with one undo, and then nobody is owed anything', async () => {
    await sendAll(told)
    await deliver(told)
    const before = await statuses()
    const off = await callOff(await shown())
    expect((await undo(told.scope, off.done ? off.actId : '')).done).toBe(true)
    expect([await statuses(), await desk(told)]).toEqual([before, []])
  })

  it('is refused as a whole when something there has changed since it was shown', async () => {
    const row = await shown()
    await told.database.write((tx) => tx.updateTable('engagement').set({ revision: 2, title: 'Late dinner' }).where('id', '=', 'dinner').execute())
    expect(await callOff(row)).toEqual({ done: false, because: 'stale' })
    const again = await shown()
    await told.database.write((tx) => tx.insertInto('engagement').values({ id: 'new', mission_id: 'told', stop_id: STOP, kind: 'meeting', title: 'new', title_key: 'new', status: 'idea', zone: 'Asia/Almaty', ...timed('2020-01-29', 900, 930) }).execute())
    expect([await callOff(again), await callOff(again.slice(1))]).toEqual([{ done: false, because: 'stale' }, { done: false, because: 'stale' }])
    expect((await statuses()).some((line) => line.endsWith('cancelled'))).toBe(false)
  })

  it('is nothing of another mission', async () => {
    expect(await planCallOff(told.database.read, told.other, STOP)).toBeUndefined()
    expect(await callOffStop(told.other, STOP, { reason: 'No', row: await shown() })).toEqual({ done: false, because: 'gone' })
    expect(await listHoldersAt(told.database.read, 'untold', STOP)).toEqual([])
  })

  it('stands in the history of the stop and of each engagement', async () => {
    await callOff(await shown())
    const sentence = async (subjectId: string) => (await listActs(told.database.read, 'told', { subjectId })).map((act) => describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: act.facts }))
    const said = 'called off 3 engagements at “Nur-Sultan”, because The border is closed'
    expect([await sentence(STOP), await sentence('dinner'), await sentence('courtesy')]).toEqual([[said], [said], []])
  })
})
