import { expect, it } from 'vitest'
import { HOLD_MS, sendNow, undoDispatch } from '#app/operations/invitations.server.ts'
import { findMissionOf, findPeopleAt, loadStamps } from '#db/calendar.server.ts'
import { countDispatches, findDispatch, listDispatches } from '#db/dispatches.server.ts'
import { countAnswers, listHoldings } from '#db/holdings.server.ts'
import { listRolesOf } from '#db/missions.server.ts'
import { countMailsOf, countStuck, listMails } from '#db/outbox.server.ts'
import { NOW, change, deliver, desk, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

eachDatabase('sendings', (fresh) => {
  it('are written, taken back, sent again and read back alike', async () => {
    const told = await makeInvited(await fresh.open())
    const { database } = told
    const first = await sendAll(told)
    expect(await findDispatch(database.read, 'told', first)).toEqual({ id: first, revision: 1, title: 'City Workshop', by: 'Coordinator, sample', atMs: NOW, holdUntilMs: NOW + HOLD_MS, messageCount: 2, others: 1, undoneMs: null, note: '' })
    expect(await findDispatch(database.read, 'untold', first)).toBeUndefined()
    expect((await undoDispatch({ ...told.scope, nowMs: NOW + 5 }, first)).done).toBe(true)
    const second = await sendAll({ ...told, scope: { ...told.scope, nowMs: NOW + 10 } })
    expect((await sendNow({ ...told.scope, nowMs: NOW + 20 }, second)).done).toBe(true)
    expect((await listDispatches(database.read, 'told')).map(({ id, undoneMs, holdUntilMs }) => [id, undoneMs, holdUntilMs])).toEqual([[second, null, NOW + 20], [first, NOW + 5, NOW + HOLD_MS]])
    expect([...(await countDispatches(database.read, [first, second, 'nobody']))]).toEqual([[first, { cancelled: 2 }], [second, { queued: 2 }], ['nobody', {}]])
    expect((await listMails(database.read, { missionIds: ['told'], dispatchId: second })).map(({ toAddress }) => toAddress).toSorted()).toEqual(['ann@example.org', 'bob@example.org'])
    expect([await countMailsOf(database.read, ['told', 'untold'], ['queued']), await countMailsOf(database.read, ['untold'], ['queued']), await countMailsOf(database.read, [], ['queued'])]).toEqual([2, 0, 0])
  })

  it('replace an unsent one and cancel at an old address alike', async () => {
    const told = await makeInvited(await fresh.open())
    await sendAll(told)
    await change(told, timed('2020-01-29', 690, 780))
    await sendAll(told, ['ann'])
    await deliver(told)
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'ann@new.example' }).where('id', '=', 'ann').execute())
    await sendAll(told, ['ann'])
    expect(await desk(told)).toEqual(['bob reschedule 1 mail', 'far reschedule 1 other'])
    expect((await listHoldings(told.database.read, 'told')).map(({ personId, version, address }) => [personId, version, address])).toEqual([['ann', 1, 'ann@new.example'], ['bob', 1, 'bob@example.org'], ['far', 1, '']])
    await told.database.write((tx) => tx.updateTable('outbox').set({ state: 'failed' }).where('to_address', 'in', ['ann@example.org', 'bob@example.org']).execute())
    expect([await countStuck(told.database.read, 'told'), await countStuck(told.database.read, 'untold')]).toEqual([1, 0])
  })

  it('are narrowed by answer and engagement, and counted so', async () => {
    const told = await makeInvited(await fresh.open())
    await sendAll(told)
    await told.database.write((tx) => tx.updateTable('invitation').set({ answer: 'accepted' }).where('person_id', '=', 'bob').execute())
    expect((await listHoldings(told.database.read, 'told', { answer: 'accepted' })).map(({ personId }) => personId)).toEqual(['bob'])
    expect((await listHoldings(told.database.read, 'told', { engagementId: 'untold-workshop' }))).toEqual([])
    expect([await countAnswers(told.database.read, 'told'), await countAnswers(told.database.read, 'told', 'untold-workshop')]).toEqual([{ none: 2, accepted: 1, tentative: 0, declined: 0, deputy: 0 }, { none: 0, accepted: 0, tentative: 0, declined: 0, deputy: 0 }])
  })
})

eachDatabase('calendar files', (fresh) => {
  it('know when something was last changed, and whose address it is', async () => {
    const told = await makeInvited(await fresh.open())
    const { read } = told.database
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'Ann@Example.org' }).where('id', '=', 'ann').execute())
    expect([await findMissionOf(read, 'told-workshop'), await findMissionOf(read, 'nobody')]).toEqual(['told', undefined])
    expect([await findPeopleAt(read, 'ANN@example.org '), await findPeopleAt(read, 'nobody@example.org')]).toEqual([{ people: ['ann'], missions: ['told'] }, { people: [], missions: [] }])
    expect(await loadStamps(read, 'told')).toEqual(new Map([['told-workshop', { revision: 1, changedMs: 0 }]]))
    await sendAll(told)
    expect(await loadStamps(read, 'told')).toEqual(new Map([['told-workshop', { revision: 1, changedMs: NOW }]]))
    expect(await listRolesOf(read, 'planner')).toEqual([{ missionId: 'told', role: 'coordinator' }, { missionId: 'untold', role: 'coordinator' }])
  })
})
