import { beforeEach, expect, it } from 'vitest'
import { attachToDocument } from '#app/operations/document-files.server.ts'
import { removeItem } from '#app/operations/agenda.server.ts'
import { removeEngagement } from '#app/operations/engagements.server.ts'
import { handOut, takeHandOutBack } from '#app/operations/hand-outs.server.ts'
import { undo } from '#app/operations/history.server.ts'
import type { Database } from '#db/database.server.ts'
import { findHandedOutFile, listHandOuts, listHandedOutAt } from '#db/hand-outs.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

eachDatabase('a hand-out', (fresh) => {
  let database: Database
  let told: Told
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeTold(database)
    await database.write(async (tx) => {
      for (const [id, mission, confidentiality] of [['inside', 'told', 'team'], ['brief', 'told', 'counterpart'], ['flyer', 'told', 'public'], ['foreign', 'untold', 'public']] as const) {
        await tx.insertInto('document').values({ id, mission_id: mission, kind: 'brief', title: id, title_key: id, confidentiality }).execute()
      }
      await tx.insertInto('agenda_item').values({ id: 'an-item', mission_id: 'told', engagement_id: told.meetings[0], position: 1, kind: 'presentation', title: 'Talk', day: '2027-03-02', start_minute: 600, end_minute: 630 }).execute()
    })
  })

  const give = (document: string, item: string | null = null, open = false, meeting = told.meetings[0]) => handOut(told.scope, meeting, { document, item, open })
  const seen = async (level: 'team' | 'counterpart' | 'public', meeting = told.meetings[0]) => (await listHandOuts(database.read, 'told', meeting, level)).map((one) => `${one.title} ${one.itemTitle}`.trim())

  it('is seen by those who may read its document, the whole engagement’s first', async () => {
    for (const [document, item] of [['flyer', 'an-item'], ['inside', null], ['brief', null]] as const) expect((await give(document, item)).done).toBe(true)
    expect([await seen('team'), await seen('counterpart'), await seen('public')]).toEqual([['inside', 'brief', 'flyer Talk'], ['brief', 'flyer Talk'], ['flyer Talk']])
    expect([await seen('team', told.meetings[1]), await listHandOuts(database.read, 'untold', told.meetings[0], 'team')]).toEqual([[], []])
    expect((await listHandedOutAt(database.read, 'told', 'flyer')).map((at) => [at.title, at.item])).toEqual([['Meeting 1', 'Talk']])
  })

  it('stands at one place once, of a document, an item and an engagement of the mission', async () => {
    await give('brief')
    expect([await give('brief'), await give('foreign'), await give('brief', 'nothing'), await give('brief', 'an-item', false, told.meetings[1]), await give('brief', null, false, 'untold-meeting-1')].map((outcome) => outcome.done || outcome.because)).toEqual(['already', 'no-document', 'no-item', 'no-item', 'gone'])
    expect((await give('brief', 'an-item')).done).toBe(true)
  })

  it('opens its document to participants when asked, and undo closes it again', async () => {
    const given = await give('inside', null, true)
    expect(await seen('counterpart')).toEqual(['inside'])
    expect(given.done && (await undo(told.scope, given.actId)).done).toBe(true)
    expect([await seen('team'), (await database.read.selectFrom('document').select('confidentiality').where('id', '=', 'inside').executeTakeFirst())?.confidentiality]).toEqual([[], 'team'])
  })

  it('goes with its engagement and comes back with it; an engagement whose agenda was published stays', async () => {
    const [meeting] = told.meetings
    await give('flyer')
    await give('brief', 'an-item')
    const remove = async () => {
      await database.write((tx) => tx.updateTable('engagement').set({ status: 'idea' }).where('id', '=', meeting).execute())
      return await removeEngagement(told.scope, meeting, { revision: (await database.read.selectFrom('engagement').select('revision').where('id', '=', meeting).executeTakeFirstOrThrow()).revision })
    }
    const removed = await remove()
    expect([removed.done, await seen('public'), removed.done && (await undo(told.scope, removed.actId)).done, await seen('counterpart')]).toEqual([true, [], true, ['flyer', 'brief Talk']])
    await database.write((tx) => tx.insertInto('published_agenda').values({ id: 'published', mission_id: 'told', engagement_id: meeting, created_ms: 1, account_name: 'A, sample' }).execute())
    expect(await remove()).toEqual({ done: false, because: 'in-use' })
  })

  it('gives the newest version of its file alone, at its engagement alone', async () => {
    const attach = async (replaces: string | null, document = 'brief') => {
      const kept = await attachToDocument(told.scope, document, { replaces, caption: '' }, { name: 'a.txt', kind: 'txt', bytes: new TextEncoder().encode(`${document} ${replaces}`) })
      return kept.done ? kept.id : 'none'
    }
    const [first, secret] = [await attach(null), await attach(null, 'inside')]
    const second = await attach(first)
    await give('brief')
    await give('inside')
    const has = async (id: string, level: 'team' | 'counterpart' | 'public', meeting = told.meetings[0]) => (await findHandedOutFile(database.read, 'told', meeting, id, level)) !== undefined
    expect([await has(second, 'counterpart'), await has(first, 'counterpart'), await has(second, 'public'), await has(secret, 'counterpart'), await has(secret, 'team'), await has(second, 'counterpart', told.meetings[1])]).toEqual([true, false, false, false, true, false])
    expect((await listHandOuts(database.read, 'told', told.meetings[0], 'counterpart')).map((one) => one.files.map(({ id }) => id))).toEqual([[second]])
  })

  it('goes with its agenda item and comes back with it, and is taken back by hand', async () => {
    await give('brief', 'an-item')
    const gone = await removeItem(told.scope, told.meetings[0], 'an-item', { revision: 1, ripple: 'none' })
    expect([gone.done, await seen('team')]).toEqual([true, []])
    expect(gone.done && (await undo(told.scope, gone.actId)).done).toBe(true)
    expect(await seen('team')).toEqual(['brief Talk'])
    const [one] = await listHandOuts(database.read, 'told', told.meetings[0], 'team')
    expect([await takeHandOutBack(told.scope, told.meetings[1], { handOut: one?.id ?? '', revision: 1 }), (await takeHandOutBack(told.scope, told.meetings[0], { handOut: one?.id ?? '', revision: one?.revision ?? 1 })).done, await seen('team')]).toEqual([{ done: false, because: 'gone' }, true, []])
  })
})
