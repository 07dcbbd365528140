import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AliasInput, CancelEngagementInput, EditEngagementInput, NewEngagementInput, RemoveAliasInput, RemoveEngagementInput, SetStatusInput } from '#app/operations/engagements.input.ts'
import { addAlias, createEngagement, editEngagement, removeAlias, removeEngagement } from '#app/operations/engagements.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { cancelEngagement, setStatus } from '#app/operations/statuses.server.ts'
import type { Database } from '#db/database.server.ts'
import { findEngagement, listAliases, listEngagements } from '#db/engagements.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

const done = { done: true, actId: expect.any(String) as string }
const asked = (more: Record<string, unknown> = {}) =>
  NewEngagementInput.parse({ title: 'Talks', kind: 'meeting', stop: 'told-stop-1', day: '2027-03-02', start: '14:00', end: '15:00', status: 'tentative', venue: 'Town Hall', ...more })
const find = async (id = told.meetings[0]) => {
  const found = await findEngagement(database.read, 'told', id)
  if (!found) throw new Error('gone')
  return found
}
async function created(more: Record<string, unknown> = {}): Promise<string> {
  const outcome = await createEngagement(told.scope, asked(more))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.id
}
async function standing(status: string, more: Record<string, unknown> = {}): Promise<void> {
  await database.write((tx) => tx.updateTable('engagement').set({ status, ...more }).where('id', '=', told.meetings[0]).execute().then(() => undefined))
}
const factsOf = async (verb: string) => (await database.read.selectFrom('act').select('facts').where('verb', '=', verb).where('noun', '=', 'engagement').orderBy('facts').execute()).map((row) => JSON.parse(row.facts) as unknown)

describe('a new engagement', () => {
  it('stands on the clock of its stop', async () => {
    const row = await find(await created())
    expect([row.title, row.status, row.day, row.startMinute, row.endMinute, row.zone, row.startMs, row.endMs]).toEqual([
      'Talks', 'tentative', '2027-03-02', 840, 900, 'Asia/Almaty', Date.UTC(2027, 2, 2, 9), Date.UTC(2027, 2, 2, 10),
    ])
    expect(await factsOf('create')).toEqual([{}])
  })

  it('may have a day and no time', async () => {
    const row = await find(await created({ start: '', end: '' }))
    expect([row.startMinute, row.startMs]).toEqual([null, null])
  })

  it('names a taken venue first, and stands for a reason', async () => {
    await created()
    const again = asked({ title: 'More talks', start: '14:30' })
    expect(await createEngagement(told.scope, again)).toMatchObject({ done: false, because: 'conflicts', clashes: [{ kind: 'venue-busy', venue: 'Town Hall', by: { title: 'Talks' } }] })
    expect((await listEngagements(database.read, 'told')).map((row) => row.title)).toEqual(['Meeting 1', 'Talks', 'Meeting 2'])
    expect(await createEngagement(told.scope, { ...again, because: 'two rooms' })).toMatchObject({ done: true })
    expect(await factsOf('create')).toEqual([{ reason: 'two rooms' }, {}])
  })

  it('refuses the stop of another mission and takes no back-up of one', async () => {
    expect(await createEngagement(told.scope, asked({ stop: 'untold-stop-1' }))).toEqual({ done: false, because: 'no-stop' })
    expect((await find(await created({ fallbackOf: 'untold-meeting-1' }))).fallbackOfId).toBe(null)
  })

  it.each([
    [{ title: ' ' }, 'title', 'Enter a title'],
    [{ day: '2027-02-30' }, 'day', 'Enter a day that exists, such as 2020-02-04'],
    [{ start: '15:00' }, 'end', 'Enter an end after the start'],
    [{ start: '' }, 'start', 'Enter the start as well, or leave both empty'],
    [{ start: '25:00' }, 'start', 'Enter a time such as 09:30, or leave it empty'],
    [{ stop: '' }, 'stop', 'Choose a stop'],
  ])('says what is wrong with %j', (wrong, field, message) => {
    const parsed = NewEngagementInput.safeParse({ title: 'T', kind: 'meeting', stop: 'told-stop-1', day: '2027-03-02', start: '14:00', end: '15:00', status: 'idea', ...wrong })
    expect(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([field, message])
  })
})

describe('editing', () => {
  const words = (more: Record<string, unknown> = {}) => EditEngagementInput.parse({ revision: '1', title: 'Meeting 1', kind: 'meeting', venue: 'Town Hall', room: '', team: '', language: 'English', brief: 'Be brief.', ...more })

  it('stores the words and takes the sample mark from what was written', async () => {
    await standing('held', { sample_fields: '["venue","language","time","room"]' })
    expect(await editEngagement(told.scope, told.meetings[0], words())).toEqual(done)
    const row = await find()
    expect([row.venue, row.language, row.brief, row.sampleFields, row.revision]).toEqual(['Town Hall', 'English', 'Be brief.', ['time', 'room'], 2])
  })

  it('answers stale when somebody was faster, and changes nothing', async () => {
    await editEngagement(told.scope, told.meetings[0], words())
    expect(await editEngagement(told.scope, told.meetings[0], words({ brief: 'Later.' }))).toEqual({ done: false, because: 'stale' })
    expect((await find()).brief).toBe('Be brief.')
  })

  it('names a venue that is taken at that time', async () => {
    await created({ start: '10:30', end: '11:30' })
    await standing('confirmed', { start_ms: Date.UTC(2027, 2, 2, 5), end_ms: Date.UTC(2027, 2, 2, 6) })
    expect(await editEngagement(told.scope, told.meetings[0], words())).toMatchObject({ done: false, because: 'conflicts' })
    expect(await editEngagement(told.scope, told.meetings[0], words({ because: 'it is big' }))).toEqual(done)
  })

  it('refuses a place that is no venue, and an engagement of another mission', async () => {
    expect(await editEngagement(told.scope, told.meetings[0], words({ venueId: 'north' }))).toEqual({ done: false, because: 'no-venue' })
    expect(await editEngagement(told.scope, 'untold-meeting-1', words())).toEqual({ done: false, because: 'gone' })
  })
})

describe('another title', () => {
  it('is kept once and can be taken away', async () => {
    expect(await addAlias(told.scope, told.meetings[0], AliasInput.parse({ title: 'First Meeting' }))).toEqual(done)
    expect(await addAlias(told.scope, told.meetings[0], AliasInput.parse({ title: 'first  meeting' }))).toEqual({ done: false, because: 'already' })
    expect(await addAlias(told.scope, told.meetings[0], AliasInput.parse({ title: 'MEETING 1' }))).toEqual({ done: false, because: 'already' })
    const [alias] = await listAliases(database.read, 'told', told.meetings[0])
    expect(await removeAlias(told.scope, told.meetings[1], RemoveAliasInput.parse({ alias: alias?.id }))).toEqual({ done: false, because: 'gone' })
    expect(await removeAlias(told.scope, told.meetings[0], RemoveAliasInput.parse({ alias: alias?.id }))).toEqual(done)
    expect(await listAliases(database.read, 'told', told.meetings[0])).toEqual([])
  })
})

describe('removing', () => {
  it('takes an idea away with all that belongs to it, and undo brings it back', async () => {
    const id = await created({ status: 'idea' })
    await addAlias(told.scope, id, { title: 'Chat' })
    const outcome = await removeEngagement(told.scope, id, RemoveEngagementInput.parse({ revision: '1' }))
    expect(outcome).toEqual(done)
    expect(await findEngagement(database.read, 'told', id)).toBe(undefined)
    if (outcome.done) await undo(told.scope, outcome.actId)
    expect((await find(id)).title).toBe('Talks')
    expect((await listAliases(database.read, 'told', id)).map((alias) => alias.title)).toEqual(['Chat'])
  })

  it('refuses what was agreed and what something hangs on', async () => {
    expect(await removeEngagement(told.scope, told.meetings[0], { revision: 1 })).toEqual({ done: false, because: 'in-use' })
    const id = await created({ status: 'idea' })
    await created({ status: 'idea', fallbackOf: id, day: '2027-03-03' })
    expect(await removeEngagement(told.scope, id, { revision: 1 })).toEqual({ done: false, because: 'in-use' })
  })
})

describe('a status', () => {
  const step = (status: string, more: Record<string, unknown> = {}) => SetStatusInput.parse({ revision: '1', status, ...more })

  it('goes its way step by step, and loses its sample mark', async () => {
    await standing('requested', { sample_fields: '["status","day"]' })
    expect(await setStatus(told.scope, told.meetings[0], step('tentative'))).toEqual(done)
    expect([(await find()).status, (await find()).sampleFields]).toEqual(['tentative', ['day']])
    expect(await factsOf('set-status')).toEqual([{ from: 'requested', to: 'tentative' }])
  })

  it('asks for a reason on the way back, and refuses a step past one not taken', async () => {
    expect(await setStatus(told.scope, told.meetings[0], step('confirmed'))).toEqual({ done: false, because: 'no-reason' })
    expect(await setStatus(told.scope, told.meetings[0], step('cleared'))).toEqual({ done: false, because: 'not-a-step' })
    expect(await setStatus(told.scope, told.meetings[0], step('confirmed', { reason: 'wrong row' }))).toEqual(done)
  })

  it('answers stale when somebody was faster', async () => {
    await setStatus(told.scope, told.meetings[0], step('noted'))
    expect(await setStatus(told.scope, told.meetings[0], step('cleared'))).toEqual({ done: false, because: 'stale' })
  })

  it('confirms and releases the back-ups that still stand by, in one act that undo takes back', async () => {
    await standing('tentative')
    const slot = await created({ kind: 'buffer', title: 'Slot', fallbackOf: told.meetings[0] })
    const held = await created({ title: 'Over', fallbackOf: told.meetings[0], day: '2027-03-03' })
    await database.write((tx) => tx.updateTable('engagement').set({ status: 'declined' }).where('id', '=', held).execute().then(() => undefined))
    const outcome = await setStatus(told.scope, told.meetings[0], step('confirmed', { release: '1' }))
    expect([(await find()).status, (await find(slot)).status, (await find(held)).status]).toEqual(['confirmed', 'cancelled', 'declined'])
    expect(await factsOf('set-status')).toEqual([{ from: 'tentative', to: 'confirmed', released: 'Slot' }])
    if (outcome.done) expect(await undo(told.scope, outcome.actId)).toMatchObject({ done: true })
    expect([(await find()).status, (await find(slot)).status]).toEqual(['tentative', 'tentative'])
  })

  it('releases nothing unless asked', async () => {
    await standing('tentative')
    const slot = await created({ kind: 'buffer', title: 'Slot', fallbackOf: told.meetings[0] })
    await setStatus(told.scope, told.meetings[0], step('confirmed'))
    expect((await find(slot)).status).toBe('tentative')
  })

  it('leaves only for a reason, and meets on the way back what took its place', async () => {
    await standing('confirmed', { venue_text: 'Town Hall', start_ms: Date.UTC(2027, 2, 2, 5), end_ms: Date.UTC(2027, 2, 2, 6) })
    expect(CancelEngagementInput.safeParse({ revision: '1', status: 'postponed', reason: ' ' }).success).toBe(false)
    expect(await cancelEngagement(told.scope, told.meetings[0], CancelEngagementInput.parse({ revision: '1', status: 'postponed', reason: 'snow' }))).toEqual(done)
    await created({ start: '10:30', end: '11:30' })
    expect(await setStatus(told.scope, told.meetings[0], { ...step('tentative'), revision: 2 })).toMatchObject({ done: false, because: 'conflicts', clashes: [{ kind: 'venue-busy' }] })
    expect(await setStatus(told.scope, told.meetings[0], { ...step('tentative', { reason: 'we share' }), revision: 2 })).toEqual(done)
  })
})
