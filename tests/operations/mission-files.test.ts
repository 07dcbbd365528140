import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { foldKey } from '#app/domain/text.ts'
import { missionNow } from '#app/domain/time.ts'
import { bringMissionIn, readMissionFile } from '#app/operations/mission-files.server.ts'
import type { BroughtIn } from '#app/operations/mission-files.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { listKnown } from '#db/mission-bring.server.ts'
import { missionText } from '#db/mission-file.server.ts'
import { findMissionBySlug, listMissions } from '#db/missions.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'
import { searchKeyOf } from '#db/search-keys.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const NOW = Date.UTC(2027, 2, 4, 9)
const DEMO = 'smart-city-regional-roadshow'
const WHOLE = { files: true, contacts: true }
const ACTOR = { accountId: null, name: 'Command line', email: '', zone: 'UTC', city: '' }
const BYTES = Buffer.from('Ҳуҷҷат 2,5 MB'.repeat(200_000))

/** The demo with what it lacks: a private note with a mark and a file, a removed file, a kept one in pieces, coordinates, a correction, a question, a settled warning, an old name. */
async function fill(database: Database): Promise<void> {
  await seedDemo(database, NOW)
  const mission = await database.read.selectFrom('mission').select('id').where('slug', '=', DEMO).executeTakeFirstOrThrow()
  const note = await database.read.selectFrom('note').select(['id', 'engagement_id']).orderBy('id').executeTakeFirstOrThrow()
  const own = { mission_id: mission.id, engagement_id: note.engagement_id }
  const person = await database.read.selectFrom('person').select(['id', 'name']).orderBy('id').executeTakeFirstOrThrow()
  await database.write(async (tx) => {
    await tx.updateTable('place').set({ latitude: 38.5598412, longitude: 68.7870384 }).where('name', '=', 'Dushanbe').execute()
    await tx.updateTable('person').set({ remark: 'remark-that-is-internal', email: 'canary@example.org' }).where('id', '=', person.id).execute()
    await tx.insertInto('note').values({ id: 'private-note', ...own, author_id: 'demo-member', author_name: 'M', body: 'canary-private', body_key: foldKey('canary-private'), private: 1, created_ms: NOW, changed_ms: NOW }).execute()
    await tx.insertInto('note_revision').values({ note_id: 'private-note', number: 1, body: 'canary-private', account_name: 'M', at_ms: NOW }).execute()
    await tx.insertInto('excerpt').values({ id: 'private-excerpt', mission_id: mission.id, note_id: 'private-note', note_number: 1, start_at: 0, end_at: 6, body: 'canary', body_key: foldKey('canary'), kind: 'fact', author_name: 'M', at_ms: NOW, attribution: 'institution' }).execute()
    for (const [id, patch] of [['kept', {}], ['of-private', { note_id: 'private-note', name: 'canary-file' }], ['removed', { removed_ms: NOW, name: 'canary-removed' }]] as const) {
      await tx.insertInto('attachment').values({ id, ...own, name: 'scan.pdf', kind: 'pdf', size: BYTES.length, sha256: createHash('sha256').update(BYTES).digest('hex'), author_id: 'demo-member', author_name: 'M', created_ms: NOW, ...patch }).execute()
      for (let at = 0; at * 1_048_576 < BYTES.length; at++) await tx.insertInto('attachment_piece').values({ attachment_id: id, position: at, bytes: BYTES.subarray(at * 1_048_576, (at + 1) * 1_048_576) }).execute()
    }
    await tx.insertInto('correction').values({ id: 'a-correction', mission_id: mission.id, person_id: person.id, name: 'New', name_before: person.name, at_ms: NOW }).execute()
    await tx.insertInto('question').values({ id: 'a-question', ...own, dimension_id: 'dimension-1', source_group: 'donor', body: 'What is financed?', at_ms: NOW }).execute()
    const { open: [issue] } = await loadIssues(tx, mission.id, NOW)
    await tx.insertInto('accepted_warning').values({ id: 'a-settled', mission_id: mission.id, code: issue?.code ?? '', subject_id: issue?.id ?? '', reason: 'As printed', account_id: 'demo-member', account_name: 'M', at_ms: NOW }).execute()
    await tx.updateTable('stop').set({ coordinator: 'Coordinator, sample · +992 900 000 111' }).execute()
    await tx.insertInto('document').values({ id: 'removed-document', mission_id: mission.id, kind: 'letter', title: 'canary-removed-document', title_key: foldKey('canary-removed-document'), search_key: searchKeyOf('document', { title: 'canary-removed-document' }) ?? '', removed_ms: NOW }).execute()
    await tx.insertInto('outline_node').values({ id: 'removed-passage', mission_id: mission.id, document_id: 'removed-document', position: 1, level: 1, title: 'canary-removed-passage', body: '', search_key: searchKeyOf('outline_node', { title: 'canary-removed-passage' }) ?? '' }).execute()
    const series = { kind: 'day-sheet', subject: 'mission', subject_title: 'A day', audience: 'team', language: 'en', number: 1, title: 'Day sheet' }
    await tx.insertInto('edition').values({ id: 'an-edition', mission_id: mission.id, ...series, issued_ms: NOW, zone: 'Asia/Dushanbe', city: 'Dushanbe', made_ms: NOW, account_name: 'M' }).execute()
    const paper = { kind: 'day-sheet', title: 'Day sheet', language: 'en', second: '', audience: 'team', header: '', footer: '', gaps: [], blocks: [{ kind: 'paragraph', text: [{ text: 'Rana' }, { text: '+992 900 000 222', contact: true }] }] }
    await tx.insertInto('edition_paper').values({ edition_id: 'an-edition', paper: JSON.stringify(paper), changes: '[]' }).execute()
    const question = await tx.selectFrom('outline_node').select('id').where('document_id', '=', 'survey').orderBy('position').executeTakeFirstOrThrow()
    const organisation = await tx.selectFrom('organisation').select('id').orderBy('id').executeTakeFirstOrThrow()
    await tx.insertInto('questionnaire_request').values({ id: 'a-request', mission_id: mission.id, document_id: 'survey', organisation_id: organisation.id, language: 'tg', deadline_ms: NOW, deadline_zone: 'Asia/Dushanbe', deadline_city: 'Dushanbe', state: 'answering', created_ms: NOW, contact_email: 'officer@example.org' }).execute()
    await tx.insertInto('reply_answer').values({ id: 'an-answer', mission_id: mission.id, request_id: 'a-request', question_id: question.id, value: 'Ҳа', saved_ms: NOW, saved_by: 'Office' }).execute()
    await tx.insertInto('reply_file').values({ attachment_id: 'kept', request_id: 'a-request', question_id: question.id }).execute()
    await tx.insertInto('person_name').values({ id: 'a-name', person_id: person.id, name: 'Другое имя', name_key: foldKey('Другое имя'), script: 'Cyrl', language: 'ru' }).execute()
  })
}

async function textOf(database: Database, slug = DEMO, asked = WHOLE): Promise<string> {
  const { id } = await database.read.selectFrom('mission').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  let text = ''
  for await (const piece of missionText(database, id, asked)) text += piece
  return text
}

async function bring(database: Database, text: string, same: Parameters<typeof bringMissionIn>[2] = []): Promise<BroughtIn> {
  const read = await readMissionFile(database.read, text)
  return read.ok ? await bringMissionIn({ database, actor: ACTOR, nowMs: NOW }, read.file, same) : { done: false, because: 'unfit', sentence: read.sentence }
}

/** What people see of a mission: its issues, its readiness, its agenda. */
async function seen(database: Database, slug = DEMO) {
  const mission = await findMissionBySlug(database.read, slug)
  if (!mission) throw new Error(`no ${slug}`)
  const { open, accepted } = await loadIssues(database.read, mission.id, missionNow(mission.clock, NOW))
  return { open, accepted: accepted.map(({ issue, acceptance }) => [issue, acceptance.reason]), faces: await listReadinessFaces(database.read, mission.id) }
}

async function inMemory(filled: boolean): Promise<Database> {
  const database = openDatabase(':memory:')
  await migrate(database)
  if (filled) await fill(database)
  return database
}

const opened: Database[] = []
const keep = (database: Database): Database => { opened.push(database); return database }
afterAll(async () => { for (const database of opened) await database.close() })

eachDatabase('a mission out and in', (fresh, dialect) => {
  it('comes in as it went out: the same bytes, the same issues, the same readiness, no fault', async () => {
    const [from, to] = [await fresh.open(), await fresh.open()]
    await fill(from)
    const text = await textOf(from)
    expect(await bring(to, text)).toMatchObject({ done: true, slug: DEMO, heldElsewhere: 0 })
    expect(await textOf(to) === text).toBe(true)
    expect(await seen(to)).toEqual(await seen(from))
    expect((await seen(to)).open.filter((issue) => issue.severity === 'error')).toHaveLength(6)
    expect(await findFaults(to)).toEqual([])
  }, 60_000)

  it('comes from SQLite', async () => {
    const from = keep(await inMemory(true))
    const to = await fresh.open()
    const text = await textOf(from)
    expect((await bring(to, text)).done, dialect).toBe(true)
    expect(await textOf(to) === text).toBe(true)
    expect(await seen(to)).toEqual(await seen(from))
  }, 60_000)

  it('stands beside its original with ids of its own, in the same directory', async () => {
    const database = await fresh.open()
    await fill(database)
    const before = await seen(database)
    const people = await database.read.selectFrom('person').select('id').execute()
    expect(await bring(database, await textOf(database))).toMatchObject({ done: true, slug: `${DEMO}-2`, heldElsewhere: 8 })
    expect(await database.read.selectFrom('person').select('id').execute()).toHaveLength(people.length)
    expect(await seen(database)).toEqual(before)
    const twin = await seen(database, `${DEMO}-2`)
    const words = ({ faces }: typeof before): unknown[] => faces.map(({ name, level, word, certain, stale }) => [name, level, word, certain, stale])
    expect(words(twin)).toEqual(words(before))
    expect(twin.open.map((issue) => issue.code)).toEqual(before.open.map((issue) => issue.code))
    expect(twin.accepted).toHaveLength(1)
    expect(await findFaults(database)).toEqual([])
  }, 60_000)

  it('refuses what the database cannot hold, whole', async () => {
    const [from, to] = [await fresh.open(), await fresh.open()]
    await fill(from)
    const file = JSON.parse(await textOf(from, DEMO, { files: false, contacts: true })) as { tables: Record<string, Record<string, unknown>[]> }
    const ratings = file.tables['rating'] as Record<string, unknown>[]
    ratings[0] = { ...ratings[0], reason: ' ' }
    expect(await bring(to, JSON.stringify(file))).toMatchObject({ done: false, because: 'unfit' })
    expect(await listMissions(to.read)).toEqual([])
    expect(await to.read.selectFrom('place').select('id').execute()).toEqual([])
  }, 60_000)
})

describe('what a file of a mission holds', () => {
  it('never holds private notes, what was marked or attached in them, removed files, accounts or secrets', async () => {
    const text = await textOf(keep(await inMemory(true)))
    for (const canary of ['canary-private', 'private-note', 'private-excerpt', 'canary-file', 'canary-removed', 'removed-document', 'demo-member', '"account_id"', '"author_id"', 'token']) expect(text.includes(canary), canary).toBe(false)
    expect(text).toContain('remark-that-is-internal')
  })

  it('goes without files and contact details where that is asked, and stays so', async () => {
    const from = keep(await inMemory(true))
    const text = await textOf(from, DEMO, { files: false, contacts: false })
    expect(text).not.toMatch(/canary@example\.org|remark-that-is-internal|attachment_piece|officer@example\.org|900 000|000 100/)
    expect(text).toContain('"coordinator":"Coordinator, sample"')
    const people = (JSON.parse(text) as { tables: { person: { email: string; phone: string; remark: string }[] } }).tables.person
    expect(new Set(people.flatMap(({ email, phone, remark }) => [email, phone, remark]))).toEqual(new Set(['']))
    const to = keep(await inMemory(false))
    expect((await bring(to, text)).done).toBe(true)
    expect(await textOf(to, DEMO, { files: false, contacts: false })).toBe(text)
  })

  it('offers entries of the same name, and takes them only where somebody said so', async () => {
    const text = await textOf(keep(await inMemory(true)), DEMO, { files: false, contacts: true })
    const to = keep(await inMemory(false))
    const names = ['Hyoung Gun Wang', 'Dushanbe']
    await to.write(async (tx) => {
      await tx.insertInto('person').values({ id: 'here-wang', name: names[0] as string, name_key: foldKey(names[0] as string), sort_key: 'x' }).execute()
      await tx.insertInto('place').values({ id: 'here-dushanbe', kind: 'city', name: 'Dushanbe', name_key: foldKey('Dushanbe'), sort_key: 'dushanbe', zone: 'Asia/Dushanbe', country: 'Tajikistan' }).execute()
    })
    const read = await readMissionFile(to.read, text)
    if (!read.ok) throw new Error(read.sentence)
    const known = await listKnown(to.read, read.file.tables)
    expect(known.map(({ table, name, ours, itself }) => [table, name, ours.map(({ id }) => id), itself])).toEqual([['person', names[0], ['here-wang'], false], ['place', 'Dushanbe', ['here-dushanbe'], false]])
    const pairs = known.map(({ table, theirs, ours }) => ({ table, theirs, ours: ours[0]?.id ?? '' }))
    expect((await bring(to, text, pairs.slice(0, 1))).done).toBe(true)
    expect((await to.read.selectFrom('participation').select('id').where('person_id', '=', 'here-wang').execute()).length).toBeGreaterThan(0)
    expect(await to.read.selectFrom('person').select('id').where('name', '=', names[0] as string).execute()).toHaveLength(1)
    expect(await to.read.selectFrom('place').select('id').where('name', '=', 'Dushanbe').execute()).toHaveLength(2)
    expect(await findFaults(to)).toEqual([])
  })
})

describe('a file that is none', () => {
  const sentences: [string, string, RegExp][] = [
    ['nothing', '', /no mission that Caravan took out/], ['something else', '{"a":1}', /no mission that Caravan took out/], ['half of one', '{"format":"caravan-mission","version":1,"tab', /ends too early/],
    ['one of tomorrow', '{"format":"caravan-mission","version":2,"files":true,"contacts":true,"tables":{}}', /newer Caravan/], ['an empty one', '{"format":"caravan-mission","version":1,"files":true,"contacts":true,"tables":{}}', /no mission, or more/],
    ['one of very many rows that are none', `{"format":"caravan-mission","version":1,"files":true,"contacts":true,"tables":{"place":[${'{"A":{}},'.repeat(189_999)}{"A":{}}]}}`, /damaged at tables → place → 0/],
    ['one that is very deep', `{"format":"caravan-mission","version":1,"files":true,"contacts":true,"tables":${'{"a":'.repeat(500_000)}1${'}'.repeat(500_001)}`, /damaged at tables/],
    ['one with a table of others', '{"format":"caravan-mission","version":1,"files":true,"contacts":true,"tables":{"account":[]}}', /“account” is nothing/],
  ]
  it.each(sentences)('is told in one sentence: %s', async (_what, text, sentence) => {
    const outcome = await bring(keep(await inMemory(false)), text)
    expect(outcome).toMatchObject({ done: false })
    expect(outcome.done ? '' : outcome.sentence).toMatch(sentence)
  })

  it('of rows that name each other in a long row does not keep everybody waiting', async () => {
    const file = JSON.parse(await textOf(keep(await inMemory(true)), DEMO, { files: false, contacts: true })) as { tables: Record<string, Record<string, unknown>[]> }
    const [one] = file.tables['place'] ?? []
    const long = Array.from({ length: 20_000 }, (_, n) => ({ ...one, id: `chain-${n}`, name: `Chain ${n}`, name_key: `chain ${n}`, sort_key: `chain ${n}`, city_id: n === 19_999 ? 'chain-0' : `chain-${n + 1}` }))
    file.tables['place'] = [...(file.tables['place'] ?? []), ...long]
    expect(await bring(keep(await inMemory(false)), JSON.stringify(file))).toMatchObject({ done: false, sentence: expect.stringMatching(/circle/) as string })
    file.tables['place'].splice(-1, 1, { ...long.at(-1), city_id: null })
    expect(await bring(keep(await inMemory(false)), JSON.stringify(file))).toMatchObject({ done: true })
  }, 60_000)

  it.each([
    ['edition_paper', 'paper', '{"blocks":[{"kind":"x"}]}'], ['edition_paper', 'paper', `${'['.repeat(900_000)}`], ['edition_paper', 'paper', '['.repeat(900_000) + ']'.repeat(900_000)], ['edition_paper', 'changes', '[null]'], ['edition', 'subject', '[x'],
    ['questionnaire_request', 'deadline_zone', 'Nowhere/City'], ['document', 'language', 'constructor'],
  ])('is refused for what no page could show: %s.%s', async (table, column, value) => {
    const from = keep(await inMemory(true))
    const file = JSON.parse(await textOf(from, DEMO, { files: false, contacts: true })) as { tables: Record<string, Record<string, unknown>[]> }
    for (const row of file.tables[table] ?? []) row[column] = value
    expect(await bring(from, JSON.stringify(file))).toMatchObject({ done: false, sentence: expect.stringContaining(column) as string })
  })

  it('never breaks and never comes in by half, whatever was changed in it', async () => {
    const text = await textOf(keep(await inMemory(true)), DEMO, { files: false, contacts: true })
    const file = JSON.parse(text) as { tables: Record<string, Record<string, unknown>[]> }
    const places = Object.entries(file.tables).flatMap(([table, rows]) => rows.flatMap((row, at) => Object.keys(row).map((column) => ({ table, at, column }))))
    const value = fc.oneof(fc.string(), fc.constantFrom<unknown>('', 'constructor', '__proto__', '\u0000', '2020-02-30', '[]', '{}', 'null', '[null]', null, true, 0, -1, 1e15, 2 ** 53, 1.5, [], {}, '\ud800', 'a'.repeat(3_000)), fc.integer(), fc.constantFrom(...places).map(({ table, at, column }) => file.tables[table]?.[at]?.[column]))
    const mutation = fc.record({ place: fc.constantFrom(...places), value, how: fc.constantFrom('set', 'set', 'set', 'drop-column', 'drop-row', 'double-row') })
    await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const changed = structuredClone(file)
      for (const { place: { table, at, column }, value: put, how } of mutations) {
        const rows = changed.tables[table] as Record<string, unknown>[]
        const row = rows[at]
        if (!row) continue
        if (how === 'set') row[column] = put
        if (how === 'drop-column') delete row[column]
        if (how === 'drop-row') rows.splice(at, 1)
        if (how === 'double-row') rows.push({ ...row })
      }
      const to = await inMemory(false)
      try {
        const outcome = await bring(to, JSON.stringify(changed))
        const missions = await listMissions(to.read)
        if (outcome.done) await seen(to, outcome.slug)
        else expect([outcome.sentence.length > 10, missions, await to.read.selectFrom('place').select('id').execute()]).toEqual([true, [], []])
      } finally {
        await to.close()
      }
    }), { numRuns: 60 })
  }, 120_000)
})
