import { beforeEach, expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { correctedFields, printedTitleWith } from '#app/domain/people/corrections.ts'
import { TakeCorrectionInput } from '#app/operations/corrections.input.ts'
import { dismissCorrection, proposeCorrection, takeCorrection } from '#app/operations/corrections.server.ts'
import { ProposeCorrectionInput } from '#app/operations/guest.input.ts'
import { undo } from '#app/operations/history.server.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listCorrections } from '#db/corrections.server.ts'
import type { Database } from '#db/database.server.ts'
import { NOW, change, deliver, desk, makeInvited, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const GONE = { done: false, because: 'gone' }
const STALE = { done: false, because: 'stale' }

it('tells which fields a proposal changes, and corrects one of several printed titles', () => {
  const now = { honorific: 'Mr.', name: 'A', title: 'Head' }
  expect([correctedFields(now, now), correctedFields(now, { honorific: '', name: 'B', title: '' }), correctedFields(now, { ...now, title: 'Chief' })]).toEqual([[], ['honorific', 'name'], ['title']])
  expect([printedTitleWith('Head; Dean', 'Head', 'Chief'), printedTitleWith('Heads', 'Head', 'Chief'), printedTitleWith('', '', 'Chief'), printedTitleWith('Head', 'Head', '')]).toEqual(['Chief; Dean', 'Heads', '', 'Head'])
})

eachDatabase('a correction that a guest proposes', (fresh) => {
  let told: Invited
  let database: Database
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeInvited(database)
    await database.write(async (tx) => {
      await tx.updateTable('person').set({ name: 'Jon Smit, sample', honorific: 'Mr.' }).where('id', '=', 'ann').execute()
      await tx.insertInto('affiliation').values([{ id: 'head', person_id: 'ann', title: 'Head of Unit', rank: 0 }, { id: 'theirs', person_id: 'bob', title: 'Dean', rank: 0 }]).execute()
      await tx.updateTable('participation').set({ printed_name: 'Jon Smit, sample', printed_title: 'Head of Unit; Dean' }).where('id', '=', '1').execute()
    })
    await sendAll(told)
    await deliver(told)
  })

  const held = (person = 'ann') => database.read.selectFrom('invitation').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow()
  const propose = async (fields: Record<string, string> = {}, nowMs = NOW + 1_000) => proposeCorrection(database, (await held()).id, ProposeCorrectionInput.parse({ honorific: 'Dr.', name: 'John Smith, sample', affiliation: 'head', title: 'Head of the Unit', ...fields }), nowMs)
  const open = (scope: Scope = told.scope) => listCorrections(database.read, scope.mission.id)
  const person = () => database.read.selectFrom('person').select(['name', 'honorific', 'name_key', 'revision']).where('id', '=', 'ann').executeTakeFirstOrThrow()
  const printed = () => database.read.selectFrom('participation').select(['printed_name', 'printed_title']).where('id', '=', '1').executeTakeFirstOrThrow()
  const titles = async () => (await database.read.selectFrom('affiliation').select('title').where('person_id', '=', 'ann').orderBy('rank').orderBy('id').execute()).map(({ title }) => title)
  const spellings = async () => (await database.read.selectFrom('person_name').select('name').where('person_id', '=', 'ann').execute()).map(({ name }) => name)
  const shown = async () => {
    const [row] = await open()
    if (!row) throw new Error('nothing is open')
    return { id: row.id, input: TakeCorrectionInput.parse({ revision: String(row.revision), person: String(row.person_revision), ...(row.title_revision === null ? {} : { title: String(row.title_revision) }) }) }
  }
  const said = async (verb: string): Promise<string[]> => (await database.read.selectFrom('act').selectAll().where('noun', '=', 'correction').where('verb', '=', verb).execute()).map((act) => `${act.actor_name} ${describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })}`)

  it('changes nothing by itself and shows what stands beside what is proposed', async () => {
    const before = [await person(), await titles(), await printed()]
    expect((await propose()).done).toBe(true)
    expect([await person(), await titles(), await printed()]).toEqual(before)
    expect((await open()).map((row) => [row.holder_id, row.name_now, row.name, row.honorific, row.title_now, row.title])).toEqual([['ann', 'Jon Smit, sample', 'John Smith, sample', 'Dr.', 'Head of Unit', 'Head of the Unit']])
    expect([await open(told.other), await listCorrections(database.read, 'told', 'bob'), (await listCorrections(database.read, 'told', 'ann')).length]).toEqual([[], [], 1])
    expect(await said('propose')).toEqual(['Mr. Jon Smit, sample proposed how the name or title of “Mr. Jon Smit, sample” should read: “Dr.”, “John Smith, sample”, “Head of the Unit”'])
  })

  it('is taken over in one act: person, title, what is still to be printed, the old spelling; no mail follows; undone in one', async () => {
    await propose()
    const { id, input } = await shown()
    const outcome = await takeCorrection(told.scope, id, input)
    expect(outcome.done).toBe(true)
    expect([await person(), await titles(), await printed(), await spellings(), await open()]).toEqual([
      { name: 'John Smith, sample', honorific: 'Dr.', name_key: foldKey('John Smith, sample'), revision: 2 }, ['Head of the Unit'], { printed_name: 'John Smith, sample', printed_title: 'Head of the Unit; Dean' }, ['Jon Smit, sample'], [],
    ])
    expect(await desk(told)).toEqual([])
    expect(await said('take')).toEqual(['Coordinator, sample took over what “Jon Smit, sample” proposed for name or title: “Dr.”, “John Smith, sample”, “Head of the Unit”'])
    expect((await undo(told.scope, outcome.done ? outcome.actId : '')).done).toBe(true)
    expect([(await person()).name, await titles(), await printed(), await spellings(), (await open()).length]).toEqual(['Jon Smit, sample', ['Head of Unit'], { printed_name: 'Jon Smit, sample', printed_title: 'Head of Unit; Dean' }, [], 1])
  })

  it('leaves what was printed before today, and adds a title that was missing', async () => {
    await propose({ affiliation: '', title: 'Professor' })
    await change(told, { day: '2020-01-20' })
    const { id, input } = await shown()
    expect(input.title).toBe(undefined)
    expect((await takeCorrection(told.scope, id, input)).done).toBe(true)
    expect([await titles(), await printed()]).toEqual([['Head of Unit', 'Professor'], { printed_name: 'Jon Smit, sample', printed_title: 'Head of Unit; Dean' }])
  })

  it('is dismissed without a trace in what stands, undone like everything else', async () => {
    await propose()
    const { id, input } = await shown()
    const outcome = await dismissCorrection(told.scope, id, { revision: input.revision })
    expect([outcome.done, (await person()).name, await open()]).toEqual([true, 'Jon Smit, sample', []])
    expect([await dismissCorrection(told.scope, id, { revision: 2 }), await takeCorrection(told.scope, id, input)]).toEqual([GONE, GONE])
    expect((await undo(told.scope, outcome.done ? outcome.actId : '')).done).toBe(true)
    expect((await open()).length).toBe(1)
  })

  it('is not taken over as it was not shown, nor from another mission', async () => {
    await propose()
    const { id, input } = await shown()
    expect([await takeCorrection(told.other, id, input), await dismissCorrection(told.other, id, { revision: 1 })]).toEqual([GONE, GONE])
    expect([await takeCorrection(told.scope, id, { ...input, revision: 2 }), await takeCorrection(told.scope, id, { ...input, title: 7 })]).toEqual([STALE, STALE])
    await database.write((tx) => tx.updateTable('person').set({ name: 'Jonny, sample', revision: 2 }).where('id', '=', 'ann').execute())
    expect(await takeCorrection(told.scope, id, input)).toEqual(STALE)
    const now = await shown()
    expect((await takeCorrection(told.scope, id, now.input)).done).toBe(true)
    expect([(await person()).name, await spellings(), (await printed()).printed_name]).toEqual(['John Smith, sample', ['Jonny, sample'], 'John Smith, sample'])
  })

  it('is refused when it says nothing, says it again, comes in crowds, or names the title of somebody else', async () => {
    expect(await propose({ honorific: 'Mr.', name: 'Jon Smit, sample', title: '' })).toEqual({ done: false, because: 'nothing' })
    await propose()
    expect(await propose()).toEqual({ done: false, because: 'repeated' })
    expect((await propose({ affiliation: 'theirs', title: 'Rector' }, NOW + 2_000)).done).toBe(true)
    expect((await open()).map((row) => [row.affiliation_id, row.title_before])).toEqual([['head', 'Head of Unit'], [null, '']])
    for (let n = 3; n <= 5; n++) await propose({ name: `Name ${n}, sample` })
    expect(await propose({ name: 'Name 6, sample' })).toEqual({ done: false, because: 'full' })
    expect((await open()).length).toBe(5)
  })

  it('is for invitations that stand; a merged entry’s is the survivor’s', async () => {
    await propose()
    await database.write((tx) => tx.updateTable('person').set({ merged_into_id: 'bob' }).where('id', '=', 'ann').execute())
    expect((await open()).map((row) => [row.holder_id, row.name_now])).toEqual([['bob', 'Speaker B, sample']])
    expect(await propose()).toEqual({ done: false, because: 'repeated' })
    await database.write((tx) => tx.updateTable('mission').set({ archived_ms: 1 }).where('id', '=', 'told').execute())
    expect(await propose({ name: 'Other, sample' })).toEqual({ done: false, because: 'archived' })
    await database.write((tx) => tx.updateTable('mission').set({ archived_ms: null }).where('id', '=', 'told').execute())
    await database.write((tx) => tx.updateTable('invitation').set({ state: 'cancelled' }).where('person_id', '=', 'ann').execute())
    expect(await propose({ name: 'Other, sample' })).toEqual({ done: false, because: 'cancelled' })
    expect(await proposeCorrection(database, 'nobody', ProposeCorrectionInput.parse({ name: 'X' }), NOW)).toEqual(GONE)
  })
})
