import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { KEPT_REMOVED_MS, MOST_OF_OWNER, quotaSentence } from '#app/domain/meetings/attachments.ts'
import { bringBackAttachment, removeAttachment } from '#app/operations/attachments.server.ts'
import { attachToDocument } from '#app/operations/document-files.server.ts'
import { undo } from '#app/operations/history.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findAttachment, listDocumentFiles, listSameBytes, loadBytes } from '#db/attachments.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

eachDatabase('a file of a document', (fresh) => {
  let database: Database
  let told: Told
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeTold(database)
    await database.write(async (tx) => {
      for (const [id, mission] of [['decree', 'told'], ['foreign', 'untold']] as const) await tx.insertInto('document').values({ id, mission_id: mission, kind: 'law', title: id, title_key: id, search_key: id }).execute()
    })
  })

  const bytes = Uint8Array.from({ length: 2_200_000 }, (_, at) => at % 253)
  const attach = (replaces: string | null = null, name = 'decree.pdf', scope: Scope = told.scope, document = 'decree') => attachToDocument(scope, document, { replaces, caption: '' }, { name, kind: 'pdf', bytes })
  const files = async () => (await listDocumentFiles(database.read, 'told', ['decree'])).map((file) => [file.name, file.version, file.removed_ms === null])
  const idOf = (outcome: Awaited<ReturnType<typeof attach>>): string => (outcome.done ? outcome.id : 'none')

  it('comes back byte for byte, for its mission alone', async () => {
    const id = idOf(await attach())
    const found = await findAttachment(database.read, 'told', id, null)
    expect([found?.document_id, found?.engagement_id, found?.sha256]).toEqual(['decree', null, createHash('sha256').update(bytes).digest('hex')])
    expect((await loadBytes(database.read, id)).equals(bytes)).toBe(true)
    expect([await findAttachment(database.read, 'untold', id, 'teller'), await attach(null, 'x', told.other), await attach(null, 'x', told.scope, 'foreign')]).toEqual([undefined, { done: false, because: 'gone' }, { done: false, because: 'gone' }])
    expect(await listSameBytes(database.read, 'told', found?.sha256 ?? '', null)).toEqual([{ id, name: 'decree.pdf', document_id: 'decree', engagement_id: null, document: 'decree', engagement: null }])
    expect(await listSameBytes(database.read, 'untold', found?.sha256 ?? '', null)).toEqual([])
    expect((await findFaults(database)).filter(({ kind }) => kind === 'other-mission' || kind === 'foreign-key')).toEqual([])
  })

  it('has versions: the newer stands before the older, which stays', async () => {
    const first = idOf(await attach())
    await attach(first, 'decree, signed.pdf')
    await attach(first, 'decree, sealed.pdf')
    await attach(null, 'annex.pdf')
    expect((await files()).map(([name, version]) => [name, version]).toSorted()).toEqual([['annex.pdf', 1], ['decree, sealed.pdf', 3], ['decree, signed.pdf', 2], ['decree.pdf', 1]])
    expect(new Set((await listDocumentFiles(database.read, 'told', ['decree'])).filter((file) => file.name.startsWith('decree')).map((file) => file.series_id))).toEqual(new Set([first]))
    expect(await attach('nothing')).toEqual({ done: false, because: 'gone' })
  })

  it('is removed, taken back, and gone once its bytes are let go of', async () => {
    const id = idOf(await attach())
    const removed = await removeAttachment(told.scope, id, { revision: 1 })
    expect([removed, await files()]).toEqual([{ done: true, actId: expect.any(String) as string, engagementId: null, noteId: null, documentId: 'decree' }, [['decree.pdf', 1, false]]])
    expect(removed.done && removed.actId !== undefined && (await undo(told.scope, removed.actId)).done).toBe(true)
    expect(await files()).toEqual([['decree.pdf', 1, true]])
    await removeAttachment(told.scope, id, { revision: 3 })
    await attach(null, 'next.pdf', { ...told.scope, nowMs: told.scope.nowMs + KEPT_REMOVED_MS + 1 })
    expect([await files(), await bringBackAttachment(told.scope, id, { revision: 4 }), (await loadBytes(database.read, id)).length]).toEqual([[['next.pdf', 1, true]], { done: false, because: 'gone' }, 0])
  })

  it('is not seen while its document is removed', async () => {
    const id = idOf(await attach())
    await database.write((tx) => tx.updateTable('document').set({ removed_ms: 5 }).where('id', '=', 'decree').execute())
    expect([await findAttachment(database.read, 'told', id, 'teller'), await files(), await attach()]).toEqual([undefined, [], { done: false, because: 'gone' }])
  })

  it('finds no room where its document is full', async () => {
    await attach()
    await database.write((tx) => tx.updateTable('attachment').set({ size: MOST_OF_OWNER }).execute())
    expect(await attach()).toEqual({ done: false, because: 'document-full' })
    expect(quotaSentence('document-full')).toContain('one document')
  })
})
