import { beforeEach, expect, it } from 'vitest'
import { KEPT_REMOVED_MS } from '#app/domain/meetings/attachments.ts'
import { createDocument, editDocument, removeDocument } from '#app/operations/documents.server.ts'
import { EditDocumentInput, NewDocumentInput } from '#app/operations/documents.input.ts'
import { attachToDocument } from '#app/operations/document-files.server.ts'
import { handOut } from '#app/operations/hand-outs.server.ts'
import { undo } from '#app/operations/history.server.ts'
import type { Database } from '#db/database.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { listHandOuts } from '#db/hand-outs.server.ts'
import { countRegister, findRegistered, listPassageHits, listRegister } from '#db/register.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

eachDatabase('a document of the register', (fresh) => {
  let database: Database
  let told: Told
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeTold(database)
  })

  const form = (more: Record<string, string> = {}) => NewDocumentInput.parse({ kind: 'decree', title: 'Қарори Раиси шаҳр', number: '640', day: '2019-10-18', language: 'tg', direction: 'received', confidentiality: 'team', ...more })
  const pdf = (text = '%PDF-one') => ({ name: 'decree.pdf', kind: 'pdf' as const, bytes: new TextEncoder().encode(text) })
  const create = async (more: Record<string, string> = {}, file: ReturnType<typeof pdf> | null = null): Promise<string> => {
    const made = await createDocument(told.scope, form(more), file)
    if (!made.done) throw new Error(made.because)
    return made.documentId
  }
  const titles = async (filter: Parameters<typeof listRegister>[2]) => (await listRegister(database.read, 'told', filter)).map((row) => row.title)

  it('holds what its form says, adds a sender that is new, and undo takes all of it back', async () => {
    const made = await createDocument(told.scope, form({ organisation: 'Hukumat of North', author: 'Chairman, sample', recipient: 'World Bank', intro: 'Замима' }), null)
    const row = await findRegistered(database.read, 'told', made.done ? made.documentId : '')
    expect([row?.organisation, row?.author, row?.number, row?.dated_day, row?.direction, row?.recipient, row?.intro]).toEqual(['Hukumat of North', 'Chairman, sample', '640', '2019-10-18', 'received', 'World Bank', 'Замима'])
    expect(await findRegistered(database.read, 'untold', row?.id ?? '')).toBeUndefined()
    expect(made.done && (await undo(told.scope, made.actId)).done).toBe(true)
    expect([await titles({}), await database.read.selectFrom('organisation').select('id').execute()]).toEqual([[], []])
  })

  it('names what looks the same before anything is kept', async () => {
    const first = await create({}, pdf())
    const again = await createDocument(told.scope, form({ title: 'Decree', language: 'en' }), pdf())
    expect(again).toEqual({ done: false, because: 'alike', alike: [{ id: first, title: 'Қарори Раиси шаҳр', because: 'file' }] })
    expect(await createDocument(told.scope, form({ title: 'Decree', number: '№ 640' }), null)).toEqual({ done: false, because: 'alike', alike: [{ id: first, title: 'Қарори Раиси шаҳр', because: 'number' }] })
    expect(await createDocument(told.scope, form({ title: 'Qarori Raisi shahr', number: '' }), null)).toEqual({ done: false, because: 'alike', alike: [{ id: first, title: 'Қарори Раиси шаҳр', because: 'title' }] })
    expect((await createDocument(told.scope, form({ anyway: 'yes' }), pdf())).done).toBe(true)
    expect((await createDocument(told.other, form(), pdf())).done).toBe(true)
    expect(await createDocument(told.scope, form({ number: '641' }), null)).toEqual(expect.objectContaining({ because: 'alike' }))
    expect((await createDocument(told.scope, form({ number: '641', day: '2019-10-19' }), null)).done).toBe(true)
  })

  it('is a translation of another, never in a circle, and shows in both directions', async () => {
    const original = await create()
    const russian = await create({ title: 'Постановление', number: '', language: 'ru', translationOf: original })
    const row = await findRegistered(database.read, 'told', original)
    const edit = (more: Record<string, string>) => EditDocumentInput.parse({ ...form(), translationOf: '', revision: String(row?.revision), ...more })
    expect(await editDocument(told.scope, original, edit({ translationOf: russian }))).toEqual({ done: false, because: 'circle' })
    expect(await editDocument(told.scope, original, edit({ translationOf: 'nothing' }))).toEqual({ done: false, because: 'no-original' })
    expect(await editDocument(told.scope, original, edit({ kind: 'questionnaire' }))).toEqual({ done: false, because: 'wrong-kind' })
    expect(await editDocument(told.other, original, edit({}))).toEqual({ done: false, because: 'gone' })
    expect([await titles({ lacking: 'translation' }), (await findRegistered(database.read, 'told', russian))?.original]).toEqual([[], 'Қарори Раиси шаҳр'])
    expect((await editDocument(told.scope, original, edit({ title: 'Қарор' }))).done).toBe(true)
    expect(await editDocument(told.scope, original, edit({ title: 'Later' }))).toEqual({ done: false, because: 'stale' })
  })

  it('is removed with its files and hand-outs, and undo brings them back while the bytes are kept', async () => {
    const id = await create({}, pdf())
    await handOut(told.scope, told.meetings[0], { document: id, item: null, open: true })
    const translation = await create({ title: 'Decree', number: '', language: 'en', translationOf: id })
    const { revision = 0 } = (await findRegistered(database.read, 'told', id)) ?? {}
    const removed = await removeDocument(told.scope, id, { revision })
    expect([removed.done, await findDocument(database.read, 'told', id), await listHandOuts(database.read, 'told', told.meetings[0], 'team'), (await findRegistered(database.read, 'told', translation))?.original]).toEqual([true, undefined, [], null])
    expect(removed.done && (await undo(told.scope, removed.actId)).done).toBe(true)
    expect((await listHandOuts(database.read, 'told', told.meetings[0], 'counterpart')).map((one) => [one.title, one.files.map(({ name }) => name)])).toEqual([['Қарори Раиси шаҳр', ['decree.pdf']]])
    expect((await findRegistered(database.read, 'told', translation))?.original).toBe('Қарори Раиси шаҳр')
    const again = await removeDocument(told.scope, id, { revision: (await findRegistered(database.read, 'told', id))?.revision ?? 0 })
    await attachToDocument({ ...told.scope, nowMs: told.scope.nowMs + KEPT_REMOVED_MS + 1 }, translation, { replaces: null, caption: '' }, pdf('%PDF-two'))
    expect(again.done && (await undo(told.scope, again.actId))).toEqual({ done: false, because: 'stale' })
  })

  it('stays while words of it are evidence', async () => {
    const id = await create()
    await database.write(async (tx) => {
      await tx.insertInto('outline_node').values({ id: 'a-node', mission_id: 'told', document_id: id, position: 1, level: 1, title: 'Words' }).execute()
      await tx.insertInto('excerpt').values({ id: 'an-excerpt', mission_id: 'told', outline_node_id: 'a-node', start_at: 0, end_at: 5, body: 'Words', body_key: 'vords', kind: 'fact', author_name: 'A', at_ms: 1 }).execute()
    })
    expect(await removeDocument(told.scope, id, { revision: 1 })).toEqual({ done: false, because: 'in-use' })
  })

  it('is found by number, title, sender and words inside, in both scripts, for its mission alone', async () => {
    const id = await create({ organisation: 'Маҷлиси вакилон' }, pdf())
    await create({ kind: 'letter', title: 'Letter to the bank', number: '12-3', day: '2020-01-05', language: 'en', direction: 'sent' })
    await createDocument(told.other, form(), null)
    await database.write(async (tx) => {
      for (const [at, body] of ['Корхона таъсис дода шудааст', 'Корхона моликият дорад'].entries()) await tx.insertInto('outline_node').values({ id: `n${at}`, mission_id: 'told', document_id: id, position: at + 1, level: 1, title: 'x', body, search_key: at === 0 ? 'korhona tasis doda shudaast' : 'korhona molikiat dorad' }).execute()
    })
    for (const text of ['640', 'karori raisi', 'Қарори', 'majlisi vakilon', 'Корхона таъсис', 'molikiat']) expect([text, await titles({ text })]).toEqual([text, ['Қарори Раиси шаҳр']])
    expect([await titles({ text: 'таъсис моликият' }), await titles({ text: '12-3' })]).toEqual([[], ['Letter to the bank']])
    expect((await listPassageHits(database.read, 'told', [id], 'korhona')).map((hit) => [hit.id, hit.found])).toEqual([['n0', 2]])
    const sender = (await countRegister(database.read, 'told')).organisations[0]
    expect(sender).toEqual({ id: expect.any(String) as string, name: 'Маҷлиси вакилон', count: 1 })
    for (const [filter, found] of [
      [{ kind: 'letter' }, 1], [{ language: 'tg' }, 1], [{ direction: 'sent' }, 1], [{ organisationId: sender?.id }, 1], [{ lacking: 'file' }, 1], [{ lacking: 'translation' }, 1], [{ lacking: 'text' }, 1], [{ kind: 'law' }, 0],
    ] as const) expect([filter, (await titles(filter)).length]).toEqual([filter, found])
    expect([await titles({ sort: 'date' }), await titles({ sort: 'number' }), await titles({ sort: 'kind' })].map(([first]) => first)).toEqual(['Letter to the bank', 'Қарори Раиси шаҳр', 'Қарори Раиси шаҳр'])
  })
})
