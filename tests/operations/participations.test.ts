import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { AddParticipationInput, AttendanceInput, EditParticipationInput } from '#app/operations/participations.input.ts'
import { addParticipation, editParticipation, recordAttendance, removeParticipation, reorderParticipation } from '#app/operations/participations.server.ts'
import { searchCandidates } from '#db/candidates.server.ts'
import type { Database } from '#db/database.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    await tx.insertInto('organisation').values({ id: 'post', name: 'Post Office', name_key: 'post ofice', sort_key: 'post ofice' }).execute()
    for (const name of ['Ana', 'Ben', 'Cid']) await tx.insertInto('person').values({ id: name.toLowerCase(), name, name_key: name.toLowerCase(), sort_key: name.toLowerCase() }).execute()
    await tx.insertInto('person_name').values({ id: 'ana-2', person_id: 'ana', name: 'Анна', name_key: 'ana', script: 'Cyrl' }).execute()
    await tx.insertInto('affiliation').values({ id: 'a1', person_id: 'ana', organisation_id: 'post', title: 'Clerk' }).execute()
  })
})
afterEach(() => database.close())

const meeting = (): string => told.meetings[0]
const add = (more: Record<string, unknown>) => addParticipation(told.scope, meeting(), AddParticipationInput.parse({ role: 'speaker', ...more }))
/** Rows of one place are made in one millisecond here, so that their own order is chance: by role. */
const rows = async () => (await listParticipations(database.read, 'told', meeting())).toSorted((a, b) => a.precedence - b.precedence || a.role.localeCompare(b.role))
const shown = async () => (await rows()).map((row) => [row.name, row.role, row.precedence])
const done = { done: true, actId: expect.any(String) as string }

describe('adding somebody', () => {
  it('takes a known person with the title that is printed here, last in the protocol', async () => {
    expect(await add({ person: 'ana', printedTitle: 'Chief Clerk' })).toEqual(done)
    expect(await add({ person: 'ben' })).toEqual(done)
    expect(await add({ person: 'ana', role: 'moderator' })).toEqual(done)
    expect(await shown()).toEqual([['Ana', 'moderator', 1], ['Ana', 'speaker', 1], ['Ben', 'speaker', 2]])
    expect((await rows())[1]?.printedTitle).toBe('Chief Clerk')
  })

  it('makes a new person who can be invited', async () => {
    expect(await add({ name: 'Dora', honorific: 'Ms.', email: 'dora@example.org' })).toEqual(done)
    expect(await database.read.selectFrom('person').select(['name', 'honorific', 'email']).where('name', '=', 'Dora').execute()).toEqual([{ name: 'Dora', honorific: 'Ms.', email: 'dora@example.org' }])
    expect((await rows())[0]?.hasEmail).toBe(true)
  })

  it('gives a known person the address that was missing, and never another one', async () => {
    await add({ person: 'ana', email: 'ana@example.org' })
    await add({ person: 'ana', role: 'host', email: 'other@example.org' })
    expect(await database.read.selectFrom('person').select('email').where('id', '=', 'ana').execute()).toEqual([{ email: 'ana@example.org' }])
  })

  it('asks whether somebody spelt alike is meant, or somebody with the same address', async () => {
    expect(await add({ name: 'Анна' })).toMatchObject({ done: false, because: 'alike', people: [{ id: 'ana', title: 'Clerk, Post Office' }] })
    await add({ person: 'ben', email: 'ben@example.org' })
    expect(await add({ name: 'Benjamin', email: 'BEN@example.org' })).toMatchObject({ done: false, because: 'alike', people: [{ id: 'ben' }] })
    expect(await add({ name: 'Анна', another: 'yes' })).toEqual(done)
  })

  it('takes whoever a body sends, and ties a known body', async () => {
    expect(await add({ representativeOf: 'Post Office' })).toEqual(done)
    expect((await rows()).map((row) => [row.personId, row.organisationId, row.name])).toEqual([[null, 'post', 'Post Office']])
  })

  it('names the meeting that the person is in at that time', async () => {
    await database.write(async (tx) => {
      const { startMs, endMs } = placeSlot({ day: '2027-03-02', startMinute: 630, endMinute: 700 }, 'Asia/Almaty')
      await tx.updateTable('engagement').set({ start_ms: Date.UTC(2027, 2, 2, 5), end_ms: Date.UTC(2027, 2, 2, 6), status: 'confirmed' }).where('id', '=', meeting()).execute()
      await tx.insertInto('engagement').values({ id: 'tea', mission_id: 'told', stop_id: 'told-stop-1', kind: 'meal', title: 'Tea', title_key: 'tea', day: '2027-03-02', zone: 'Asia/Almaty', status: 'confirmed', start_minute: 630, end_minute: 700, start_ms: startMs, end_ms: endMs }).execute()
      await tx.insertInto('participation').values({ id: 'tea-ana', mission_id: 'told', engagement_id: 'tea', person_id: 'ana', role: 'host', printed_name: 'Ana' }).execute()
    })
    expect(await add({ person: 'ana' })).toMatchObject({ done: false, because: 'conflicts', clashes: [{ kind: 'person-busy', by: { id: 'tea' } }] })
    expect(await add({ person: 'ben' })).toEqual(done)
    expect(await add({ person: 'ana', because: 'she leaves early' })).toEqual(done)
  })

  it('refuses twice the same, nobody known, an item elsewhere and another mission', async () => {
    await add({ person: 'ana' })
    expect(await add({ person: 'ana' })).toEqual({ done: false, because: 'already' })
    expect(await add({ person: 'nobody' })).toEqual({ done: false, because: 'no-person' })
    expect(await add({ person: 'ben', item: 'elsewhere' })).toEqual({ done: false, because: 'no-item' })
    expect(await addParticipation(told.scope, 'untold-meeting-1', AddParticipationInput.parse({ role: 'speaker', person: 'ana' }))).toEqual({ done: false, because: 'gone' })
  })

  it('asks for a name or a body, and for an address that is one', () => {
    const messages = (input: Record<string, unknown>) => AddParticipationInput.safeParse({ role: 'speaker', ...input }).error?.issues.map((issue) => issue.message)
    expect(messages({})).toEqual(['Enter a name, or the body that somebody will represent'])
    expect(messages({ name: 'Dora', email: 'dora' })).toEqual(['Enter an address with an @, such as name@example.org'])
  })
})

describe('people to add', () => {
  it('are found in any script, by their body, and never when merged', async () => {
    await database.write((tx) => tx.updateTable('person').set({ merged_into_id: 'ben' }).where('id', '=', 'cid').execute().then(() => undefined))
    const found = async (text: string) => (await searchCandidates(database.read, text, '2027-03-02')).map((person) => person.name)
    expect([await found('анна'), await found('Post office'), await found('cid'), await found('%')]).toEqual([['Ana'], ['Ana'], [], []])
  })
})

describe('an appearance', () => {
  it('is printed alike in all rows of a person; only its own role changes', async () => {
    await add({ person: 'ana' })
    await add({ person: 'ana', role: 'moderator' })
    const first = (await rows()).find((row) => row.role === 'speaker')
    const input = EditParticipationInput.parse({ revision: '1', role: 'panellist', printedName: 'A. Ana', printedTitle: 'Clerk' })
    expect(await editParticipation(told.scope, meeting(), first?.id ?? '', input)).toEqual(done)
    expect((await rows()).map((row) => [row.name, row.printedTitle, row.role])).toEqual([['A. Ana', 'Clerk', 'moderator'], ['A. Ana', 'Clerk', 'panellist']])
    expect(await editParticipation(told.scope, meeting(), first?.id ?? '', input)).toEqual({ done: false, because: 'stale' })
    expect(await editParticipation(told.other, 'untold-meeting-1', first?.id ?? '', input)).toEqual({ done: false, because: 'gone' })
  })

  it('keeps a name or a body', async () => {
    await add({ representativeOf: 'Post Office' })
    const [row] = await rows()
    expect(await editParticipation(told.scope, meeting(), row?.id ?? '', EditParticipationInput.parse({ revision: '1', role: 'speaker' }))).toEqual({ done: false, because: 'nameless' })
  })

  it('goes alone', async () => {
    await add({ person: 'ana' })
    await add({ person: 'ana', role: 'moderator' })
    const first = (await rows()).find((row) => row.role === 'speaker')
    expect(await removeParticipation(told.scope, meeting(), { participation: first?.id ?? '', revision: 1 })).toEqual(done)
    expect(await shown()).toEqual([['Ana', 'moderator', 1]])
  })

  it('changes places with its neighbour, with all rows of both', async () => {
    for (const person of ['ana', 'ben', 'cid']) await add({ person })
    await add({ person: 'ana', role: 'moderator' })
    const ben = (await rows()).find((row) => row.personId === 'ben')
    expect(await reorderParticipation(told.scope, meeting(), { participation: ben?.id ?? '', go: 'earlier' })).toEqual(done)
    expect(await shown()).toEqual([['Ben', 'speaker', 1], ['Ana', 'moderator', 2], ['Ana', 'speaker', 2], ['Cid', 'speaker', 3]])
    expect(await reorderParticipation(told.scope, meeting(), { participation: ben?.id ?? '', go: 'earlier' })).toEqual({ done: false, because: 'at-the-end' })
  })

  it('is recorded as come or not', async () => {
    for (const person of ['ana', 'ben']) await add({ person })
    await add({ person: 'ana', role: 'moderator' })
    const [first, , ben] = await rows()
    const input = AttendanceInput.parse({
      [`was-${first?.id}`]: 'present', [`was-${ben?.id}`]: 'deputy', [`deputy-${ben?.id}`]: 'Deputy, sample', [`title-${ben?.id}`]: 'Second secretary',
      visitor: ['Гость, sample', ''], visitorOf: ['Smart City', ''], visitorTitle: ['Engineer', ''],
    })
    expect(await recordAttendance(told.scope, meeting(), input)).toEqual(done)
    expect((await rows()).map((row) => [row.name, row.attended, row.attendance, row.deputyName, row.deputyTitle, row.representativeOf])).toEqual([
      ['Ana', 1, 'present', '', '', ''], ['Ana', 1, 'present', '', '', ''], ['Ben', 0, 'deputy', 'Deputy, sample', 'Second secretary', ''], ['Гость, sample', 1, 'visitor', '', '', 'Smart City'],
    ])
    expect(await database.read.selectFrom('act').select('facts').where('noun', '=', 'attendance').execute()).toEqual([{ facts: '{"count":"2 of 3 people"}' }])
  })

  it('asks for the name of a deputy and of a visitor, and leaves alone whoever the form does not name', async () => {
    const refused = AttendanceInput.safeParse({ 'was-x1': 'deputy', 'was-x2': 'nonsense', visitor: '', visitorOf: 'Smart City' })
    expect(refused.success).toBe(false)
    expect(AttendanceInput.safeParse({ 'was-x1': 'deputy' }).error?.issues.map(({ path }) => path)).toEqual([['deputy-x1']])
    expect(AttendanceInput.safeParse({ visitor: '', visitorOf: 'Smart City' }).error?.issues.map(({ path }) => path)).toEqual([['visitor']])
    await add({ person: 'ana' })
    expect(await recordAttendance(told.scope, meeting(), AttendanceInput.parse({}))).toEqual(done)
    expect((await rows()).map((row) => [row.attended, row.attendance])).toEqual([[null, '']])
  })
})
