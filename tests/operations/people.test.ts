import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findLikelyDuplicates } from '#app/domain/people/duplicates.ts'
import { undo } from '#app/operations/history.server.ts'
import { keepApart, mergePeople } from '#app/operations/merges.server.ts'
import { AddPersonNameInput, AddTitleInput, CreatePersonInput, EditPersonInput, EditTitleInput } from '#app/operations/directory.input.ts'
import { addPersonName, addTitle, createPerson, editPerson, editTitle, removePersonName, removeTitle } from '#app/operations/people.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listApart } from '#db/apart.server.ts'
import type { Database } from '#db/database.server.ts'
import { loadAttendances } from '#db/invitations.server.ts'
import { countPeople, findContact, listAffiliations, listAppearances, listInvitationsOf, listKnownPeople, listPeople, listPersonNames } from '#db/people.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

async function added(fields: Record<string, string>, scope: Scope = told.scope): Promise<string> {
  const outcome = await createPerson(scope, CreatePersonInput.parse({ anyway: 'yes', ...fields }))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.personId
}
async function appears(personId: string, meeting = told.meetings[0], more: Record<string, unknown> = {}): Promise<void> {
  const missionId = meeting.startsWith('untold') ? 'untold' : 'told'
  await database.write((tx) => tx.insertInto('participation').values({ id: `${personId}-${meeting}`, mission_id: missionId, engagement_id: meeting, person_id: personId, role: 'speaker', printed_title: 'As printed', ...more }).execute())
}
const person = (id: string) => database.read.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const found = async (text: string) => (await listPeople(database.read, 'told', { text, everywhere: true })).map((row) => row.name)
const titlesOf = async (id: string, day = '2027-03-04') => (await listAffiliations(database.read, [id], day)).map(({ title, organisation, fromDay, toDay }) => [title, organisation, fromDay, toDay])

/** Somebody of the other mission alone. */
async function stranger(): Promise<Scope> {
  await database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'stranger', name: 'Stranger, sample', email: 's@example.org', email_key: 's@example.org', created_ms: NOW + 1 }).execute()
    await tx.insertInto('membership').values({ id: 'stranger-m', mission_id: 'untold', account_id: 'stranger', role: 'member' }).execute()
  })
  return { ...told.other, actor: { ...told.other.actor, accountId: 'stranger' }, role: 'member' }
}

describe('adding somebody', () => {
  it('stores the name as printed, a first title and an organisation that was not known', async () => {
    const id = await added({ name: 'Маҷидӣ  Юсуф', honorific: 'Mr.', title: 'Deputy Minister', organisation: 'Ministry of Rivers', email: 'a@example.org' })
    expect(await person(id)).toMatchObject({ name: 'Маҷидӣ Юсуф', name_key: 'majidi iusuf', honorific: 'Mr.', email: 'a@example.org', revision: 1 })
    expect(await titlesOf(id)).toEqual([['Deputy Minister', 'Ministry of Rivers', null, null]])
    await added({ name: 'Another Name', title: 'Adviser', organisation: 'ministry of rivers' })
    expect((await database.read.selectFrom('organisation').select('name').execute()).length).toBe(1)
  })

  it('shows similar names before it doubles one', async () => {
    const id = await added({ name: 'Yusuf Majidi' })
    const again = CreatePersonInput.parse({ name: 'Юсуф Маҷидӣ' })
    expect(await createPerson(told.scope, again)).toEqual({ done: false, because: 'similar', similar: [{ id, name: 'Yusuf Majidi', honorific: '' }] })
    expect((await createPerson(told.scope, { ...again, anyway: true })).done).toBe(true)
    await added({ name: 'Jong-Sung Hwang' })
    expect((await createPerson(told.scope, CreatePersonInput.parse({ name: 'Hyoung Gun Wang' }))).done).toBe(true)
  })

  it('says what would be right', () => {
    const wrong = CreatePersonInput.safeParse({ name: ' ', email: 'nobody', organisation: 'X' })
    expect(wrong.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['name', 'email', 'title'])
    expect(AddTitleInput.safeParse({ title: 'T', fromDay: '2020-02-02', toDay: '2020-02-01' }).error?.issues.map((issue) => issue.path[0])).toEqual(['toDay'])
  })

  it('is taken back, unless the person appears meanwhile', async () => {
    const outcome = await createPerson(told.scope, CreatePersonInput.parse({ name: 'A B' }))
    if (!outcome.done) throw new Error()
    await appears(outcome.personId)
    expect(await undo(told.scope, outcome.actId)).toEqual({ done: false, because: 'stale' })
    await database.write((tx) => tx.deleteFrom('participation').execute())
    expect((await undo(told.scope, outcome.actId)).done).toBe(true)
    expect(await found('')).toEqual([])
  })

  it('is not taken back over a spelling that was added later', async () => {
    const outcome = await createPerson(told.scope, CreatePersonInput.parse({ name: 'A B' }))
    if (!outcome.done) throw new Error()
    await addPersonName(told.scope, outcome.personId, AddPersonNameInput.parse({ name: 'А Б', language: 'ru' }))
    expect(await undo(told.scope, outcome.actId)).toEqual({ done: false, because: 'stale' })
    expect((await listPersonNames(database.read, outcome.personId)).names.map((row) => [row.name, row.script, row.language])).toEqual([['А Б', 'Cyrillic', 'ru']])
  })
})

describe('names and titles', () => {
  it('finds a person by every spelling', async () => {
    const id = await added({ name: 'Yusuf Majidi' })
    await addPersonName(told.scope, id, AddPersonNameInput.parse({ name: '유수프', language: 'ko' }))
    expect([await found('Маҷидӣ'), await found('majidi'), await found('Majidi Yusuf'), await found('유수프'), await found('Hwang')]).toEqual([...Array.from({ length: 4 }, () => ['Yusuf Majidi']), []])
    expect(await addPersonName(told.scope, id, AddPersonNameInput.parse({ name: 'Yusuf Majidi', language: '' }))).toEqual({ done: false, because: 'known' })
  })

  it('keeps two titles at once, ends one, and takes back a removal', async () => {
    const id = await added({ name: 'Jong-Sung Hwang', title: 'Master Planner', organisation: 'Pilot City' })
    await addTitle(told.scope, id, AddTitleInput.parse({ title: 'Lead Researcher', organisation: 'Agency', fromDay: '2018-01-01' }))
    expect(await titlesOf(id)).toEqual([['Master Planner', 'Pilot City', null, null], ['Lead Researcher', 'Agency', '2018-01-01', null]])
    const [first, second] = await listAffiliations(database.read, [id], '2027-03-04')
    await editTitle(told.scope, id, first?.id ?? '', EditTitleInput.parse({ title: 'Master Planner', organisation: 'Pilot City', toDay: '2021-09-01', revision: '1' }))
    expect(await editTitle(told.scope, id, first?.id ?? '', EditTitleInput.parse({ title: 'Late', revision: '1' }))).toEqual({ done: false, because: 'stale' })
    const removed = await removeTitle(told.scope, id, { affiliation: second?.id ?? '', revision: 1 })
    expect((await titlesOf(id)).length).toBe(1)
    if (removed.done) await undo(told.scope, removed.actId)
    expect((await titlesOf(id)).map(([title, , , to]) => [title, to])).toEqual([['Master Planner', '2021-09-01'], ['Lead Researcher', null]])
  })

  it('leaves the title that was printed at an appearance', async () => {
    const id = await added({ name: 'A B', title: 'Director', organisation: 'Agency' })
    await appears(id)
    await editPerson(told.scope, id, EditPersonInput.parse({ name: 'A C', revision: '1' }))
    expect((await listAppearances(database.read, 'teller', id)).map((row) => row.printed_title)).toEqual(['As printed'])
  })

  it('knows no spelling or title of somebody else', async () => {
    const [one, two] = [await added({ name: 'A B', title: 'T' }), await added({ name: 'C D' })]
    const [row] = await listAffiliations(database.read, [one], '2027-03-04')
    expect(await removeTitle(told.scope, two, { affiliation: row?.id ?? '', revision: 1 })).toEqual({ done: false, because: 'gone' })
    await addPersonName(told.scope, one, AddPersonNameInput.parse({ name: 'E F', language: '' }))
    const [name] = (await listPersonNames(database.read, one)).names
    expect(await removePersonName(told.scope, two, { name: name?.id ?? '', revision: 1 })).toEqual({ done: false, because: 'gone' })
  })
})

describe('contact details', () => {
  it('show to members of a mission in which the person appears, and of the one that added them', async () => {
    const id = await added({ name: 'A B', email: 'a@example.org', phone: '+992', remark: 'Likes tea' })
    const other = (await stranger()).actor.accountId
    expect([await findContact(database.read, 'teller', id), await findContact(database.read, other, id), await findContact(database.read, null, id)])
      .toEqual([{ email: 'a@example.org', phone: '+992', remark: 'Likes tea' }, undefined, undefined])
    await appears(id)
    expect(await findContact(database.read, other, id)).toBe(undefined)
    await appears(id, 'untold-meeting-1')
    expect(await findContact(database.read, other, id)).toEqual({ email: 'a@example.org', phone: '+992', remark: 'Likes tea' })
  })

  it('stay as they are when they were not shown, whatever is sent', async () => {
    const id = await added({ name: 'A B', email: 'a@example.org' })
    await appears(id)
    const blind = await stranger()
    expect((await editPerson(blind, id, EditPersonInput.parse({ name: 'A C', email: 'evil@example.org', contact: 'yes', revision: '1' }))).done).toBe(true)
    expect((await editPerson(told.scope, id, EditPersonInput.parse({ name: 'A D', revision: '2' }))).done).toBe(true)
    expect(await person(id)).toMatchObject({ name: 'A D', email: 'a@example.org' })
  })

  it('are no sample any more once somebody wrote them', async () => {
    const id = await added({ name: 'A B', email: 'a@example.org', phone: '1' })
    await database.write((tx) => tx.updateTable('person').set({ sample_fields: '["email","phone"]' }).where('id', '=', id).execute())
    await editPerson(told.scope, id, EditPersonInput.parse({ name: 'A B', email: 'b@example.org', phone: '1', contact: 'yes', revision: '1' }))
    expect((await person(id)).sample_fields).toBe('["phone"]')
  })
})

describe('merging', () => {
  const input = (other: string, revision = 1, otherRevision = 1) => ({ other, revision, otherRevision })

  it('brings both histories together without rewriting a row, and separates them again', async () => {
    const [kept, other] = [await added({ name: 'Yusuf Majidi', email: 'y@example.org', title: 'Deputy Minister' }), await added({ name: 'Юсуф Маҷидӣ', email: 'other@example.org', phone: '+992', title: 'Муовини вазир' })]
    await appears(kept)
    await appears(other, told.meetings[1])
    await appears(other, 'untold-meeting-1')
    await database.write((tx) => tx.insertInto('invitation').values({ id: 'i', mission_id: 'told', engagement_id: told.meetings[1], person_id: other, uid: 'u', sequence: 0, state: 'invited' }).execute())
    const before = await database.read.selectFrom('participation').selectAll().orderBy('id').execute()

    const merged = await mergePeople(told.scope, kept, input(other))
    if (!merged.done) throw new Error(merged.because)
    expect(await database.read.selectFrom('participation').selectAll().orderBy('id').execute()).toEqual(before)
    expect(await found('majidi')).toEqual(['Yusuf Majidi'])
    expect((await listAppearances(database.read, 'teller', kept)).length).toBe(3)
    expect((await listInvitationsOf(database.read, 'told', kept)).map((row) => row.id)).toEqual(['i'])
    expect((await titlesOf(kept)).map(([title]) => title).toSorted()).toEqual(['Deputy Minister', 'Муовини вазир'])
    expect((await loadAttendances(database.read, 'told')).map((row) => row.person.id)).toEqual([kept, kept])
    expect(await person(kept)).toMatchObject({ email: 'y@example.org', phone: '+992' })
    expect(await countPeople(database.read, 'told')).toEqual({ here: 1, everywhere: 1 })

    expect((await undo(told.scope, merged.actId)).done).toBe(true)
    expect((await listAppearances(database.read, 'teller', kept)).length).toBe(1)
    expect(await person(kept)).toMatchObject({ phone: '', merged_into_id: null })
    expect(await countPeople(database.read, 'told')).toEqual({ here: 2, everywhere: 2 })
  })

  it('keeps every earlier merge one step away', async () => {
    const [a, b, c] = [await added({ name: 'A A' }), await added({ name: 'B B' }), await added({ name: 'C C' })]
    await mergePeople(told.scope, b, input(c))
    const second = await mergePeople(told.scope, a, input(b))
    expect([(await person(b)).merged_into_id, (await person(c)).merged_into_id]).toEqual([a, a])
    if (second.done) await undo(told.scope, second.actId)
    expect([(await person(b)).merged_into_id, (await person(c)).merged_into_id]).toEqual([null, b])
  })

  it('refuses itself, what is merged already, what changed meanwhile, and people whose details are hidden', async () => {
    const [a, b] = [await added({ name: 'A A' }), await added({ name: 'B B' })]
    expect(await mergePeople(told.scope, a, input(a))).toEqual({ done: false, because: 'same' })
    expect(await mergePeople(told.scope, a, input(b, 1, 7))).toEqual({ done: false, because: 'stale' })
    await appears(b)
    expect(await mergePeople(await stranger(), a, input(b))).toEqual({ done: false, because: 'hidden' })
    await mergePeople(told.scope, a, input(b))
    expect(await mergePeople(told.scope, a, input(b, 1, 2))).toEqual({ done: false, because: 'gone' })
    expect(await editPerson(told.scope, b, EditPersonInput.parse({ name: 'X', revision: '2' }))).toEqual({ done: false, because: 'gone' })
  })
})

it('shows appearances of the actor’s own missions only', async () => {
  const id = await added({ name: 'A B' })
  await appears(id)
  await appears(id, 'untold-meeting-1')
  const other = (await stranger()).actor.accountId
  expect((await listAppearances(database.read, other, id)).map((row) => row.slug)).toEqual(['untold'])
  expect((await listAppearances(database.read, 'teller', id)).map((row) => row.slug)).toEqual(['told', 'untold'])
})

it('does not ask twice about two people who were set apart', async () => {
  const [one, two] = [await added({ name: 'Anna Berg' }), await added({ name: 'Anna Bergh' })]
  const pairs = async () => findLikelyDuplicates(await listKnownPeople(database.read), await listApart(database.read, 'told')).length
  expect(await pairs()).toBe(1)
  const apart = await keepApart(told.scope, 'person', { one: two, two: one })
  expect([await pairs(), (await keepApart(told.scope, 'person', { one, two })).done, await keepApart(told.scope, 'person', { one, two: 'nobody' })]).toEqual([0, true, { done: false, because: 'gone' }])
  if (apart.done) await undo(told.scope, apart.actId)
  expect(await pairs()).toBe(1)
})
