import { afterEach, beforeEach, expect, it } from 'vitest'
import { AddEntryNameInput, AddTitleInput, CreateOrganisationInput, CreatePersonInput, EditOrganisationInput } from '#app/operations/directory.input.ts'
import { undo } from '#app/operations/history.server.ts'
import { mergeOrganisations } from '#app/operations/merges.server.ts'
import { addOrganisationName, createOrganisation, editOrganisation, removeOrganisationName } from '#app/operations/organisations.server.ts'
import { addTitle, createPerson } from '#app/operations/people.server.ts'
import type { Database } from '#db/database.server.ts'
import { countOrganisations, findOrganisation, listKin, listMeetingsWith, listOrganisationNames, listOrganisations } from '#db/organisations.server.ts'
import { listPeopleOfOrganisation } from '#db/people.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

async function added(fields: Record<string, string>): Promise<string> {
  const outcome = await createOrganisation(told.scope, CreateOrganisationInput.parse({ kind: 'donor', ...fields }))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.organisationId
}
const called = async (day: string, text = '') => (await listOrganisations(database.read, 'told', { day, text, everywhere: true })).map((row) => row.called)

it('is called as it was then, found by any name, and leads to its successor', async () => {
  const fcdo = await added({ name: 'FCDO' })
  const dfid = await added({ name: 'DFID', successor: 'fcdo', country: 'United Kingdom' })
  await addOrganisationName(told.scope, dfid, AddEntryNameInput.parse({ name: 'Overseas Development Administration', language: 'en', fromDay: '1970-01-01', toDay: '1997-05-02' }))
  expect([await called('1990-01-01', 'dfid'), await called('2020-01-27', 'overseas development')]).toEqual([['Overseas Development Administration'], ['DFID']])
  expect(await findOrganisation(database.read, dfid, '2020-01-27')).toMatchObject({ called: 'DFID', successor: 'FCDO', successor_id: fcdo })
  expect(await listKin(database.read, fcdo)).toEqual([{ id: dfid, name: 'DFID', kin: 'before' }])
})

it('shows similar names before it doubles one', async () => {
  const id = await added({ name: 'ICT Committee' })
  expect(await createOrganisation(told.scope, CreateOrganisationInput.parse({ kind: 'government', name: 'ICT Committee (Bishkek)' }))).toEqual({ done: false, because: 'similar', similar: [{ id, name: 'ICT Committee' }] })
})

it('refuses kin that the directory does not know, and circles', async () => {
  const top = await added({ name: 'Top' })
  const under = await added({ name: 'Under', parent: 'Top' })
  const edit = (fields: Record<string, string>) => editOrganisation(told.scope, top, EditOrganisationInput.parse({ kind: 'donor', name: 'Top', revision: '1', ...fields }))
  expect([await edit({ parent: 'Nobody' }), await edit({ successor: 'Nobody' }), await edit({ parent: 'Under' }), await edit({ successor: 'Top' })].map((outcome) => (outcome.done ? 'done' : outcome.because)))
    .toEqual(['no-parent', 'no-successor', 'circle', 'circle'])
  expect(await listKin(database.read, top)).toEqual([{ id: under, name: 'Under', kin: 'part' }])
})

it('merges with its people, names and parts, and separates again', async () => {
  const [kept, other] = [await added({ name: 'Ministry of Finance' }), await added({ name: 'Вазорати молия', country: 'Tajikistan' })]
  await added({ name: 'Treasury', parent: 'Вазорати молия' })
  const person = await createPerson(told.scope, CreatePersonInput.parse({ name: 'A B' }))
  if (!person.done) throw new Error()
  await addTitle(told.scope, person.personId, AddTitleInput.parse({ title: 'Adviser', organisation: 'Вазорати молия', fromDay: '2027-03-09' }))
  await database.write((tx) => tx.insertInto('participation').values([1, 2].map((n) => ({ id: `p${n}`, mission_id: 'told', engagement_id: `told-meeting-${n}`, person_id: person.personId, role: 'speaker' }))).execute())
  const merged = await mergeOrganisations(told.scope, kept, { other, revision: 1, otherRevision: 1 })
  if (!merged.done) throw new Error(merged.because)
  const shown = async () => [
    (await listPeopleOfOrganisation(database.read, kept, '2027-03-04')).map((row) => [row.name, row.organisation]), (await listKin(database.read, kept)).map((row) => row.name),
    (await listMeetingsWith(database.read, 'told', kept)).map((row) => row.id), (await findOrganisation(database.read, kept, '2027-03-04'))?.country, await countOrganisations(database.read, 'told'),
  ]
  expect(await shown()).toEqual([[['A B', 'Ministry of Finance']], ['Treasury'], ['told-meeting-2'], 'Tajikistan', { here: 1, everywhere: 2 }])
  expect(await called('2027-03-04', 'vazorati')).toEqual(['Ministry of Finance'])
  await undo(told.scope, merged.actId)
  expect(await shown()).toEqual([[], [], [], '', { here: 1, everywhere: 3 }])
})

it('takes a name away and back', async () => {
  const id = await added({ name: 'Top' })
  await addOrganisationName(told.scope, id, AddEntryNameInput.parse({ name: 'Old', language: '' }))
  const { names } = await listOrganisationNames(database.read, id)
  const removed = await removeOrganisationName(told.scope, id, { name: names[0]?.id ?? '', revision: 1 })
  expect((await listOrganisationNames(database.read, id)).names).toEqual([])
  if (removed.done) await undo(told.scope, removed.actId)
  expect((await listOrganisationNames(database.read, id)).names).toEqual(names.map((row) => ({ ...row, revision: 1 })))
})
