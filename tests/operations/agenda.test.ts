import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { describeAct } from '#app/domain/history.ts'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { AddItemInput, EditItemInput, HeaderInput, PlaceItemInput, RemoveItemInput, RetimeItemInput, StepItemInput } from '#app/operations/agenda.input.ts'
import { addItem, editItem, placeItem, removeItem, retimeItem, setHeader, stepItem } from '#app/operations/agenda.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import type { Database } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const DAY = '2027-03-02'
const HERE = 'told-meeting-1'
let database: Database
let told: Told

/**
 * In both missions the first meeting, 2 March in North, has the header 09:00–10:30 and the items a 09:00–09:30 (Ana), b 09:30–09:50 (Ben),
 * gap, c 10:00–10:30 (Ana), d 10:30 without an end. Cem moderates. Ana is in another meeting of the mission, 11:00–12:00.
 */
beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const name of ['Ana', 'Ben', 'Cem']) await tx.insertInto('person').values({ id: name.toLowerCase(), name, name_key: name.toLowerCase(), sort_key: name.toLowerCase() }).execute()
    for (const slug of ['told', 'untold']) {
      const at = (start: number, end: number) => {
        const { startMs, endMs } = placeSlot({ day: DAY, startMinute: start, endMinute: end }, 'Asia/Almaty')
        return { day: DAY, start_minute: start, end_minute: end, start_ms: startMs, end_ms: endMs }
      }
      await tx.updateTable('engagement').set({ ...at(540, 630), header_start_minute: 540, header_end_minute: 630 }).where('id', '=', `${slug}-meeting-1`).execute()
      await tx.insertInto('engagement').values({ id: `${slug}-late`, mission_id: slug, stop_id: `${slug}-stop-1`, kind: 'meeting', title: 'Late meeting', title_key: 'late', status: 'confirmed', zone: 'Asia/Almaty', ...at(660, 720) }).execute()
      for (const [n, [id, start, end]] of ([['a', 540, 570], ['b', 570, 590], ['c', 600, 630], ['d', 630, null]] as const).entries()) {
        await tx.insertInto('agenda_item').values({
          id: `${slug}-${id}`, mission_id: slug, engagement_id: `${slug}-meeting-1`, position: n + 1, kind: id === 'd' ? 'meal' : 'presentation', title: id.toUpperCase(), day: DAY, start_minute: start, end_minute: end,
          sample_fields: '["start_minute","title"]',
        }).execute()
      }
      for (const [item, person, role] of [['a', 'ana', 'speaker'], ['b', 'ben', 'speaker'], ['c', 'ana', 'speaker'], [null, 'cem', 'moderator']] as const) {
        await tx.insertInto('participation').values({
          id: `${slug}-${item}-${person}`, mission_id: slug, engagement_id: `${slug}-meeting-1`, agenda_item_id: item && `${slug}-${item}`, person_id: person, role, printed_name: `${person} as printed`, printed_title: `Title of ${person}`, precedence: 3,
        }).execute()
      }
      await tx.insertInto('participation').values({ id: `${slug}-late-ana`, mission_id: slug, engagement_id: `${slug}-late`, person_id: 'ana', role: 'host' }).execute()
    }
  })
})
afterEach(() => database.close())

const items = (slug = 'told') => listAgendaItems(database.read, slug, `${slug}-meeting-1`)
const lines = async (slug = 'told') => (await items(slug)).map(({ title, startMinute, endMinute }) => `${title} ${startMinute}–${endMinute ?? ''}`)
const AS_STORED = ['A 540–570', 'B 570–590', 'C 600–630', 'D 630–']
const seen = async () => stampOf(await items())
const speakersOf = async (itemId: string) => (await listParticipations(database.read, 'told', HERE)).filter((each) => each.itemId === itemId).map((each) => each.personId)
const sentence = async () => {
  const act = await database.read.selectFrom('act').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  return describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })
}
const retime = async (id: string, start: string, end: string, more: Record<string, string> = {}) =>
  await retimeItem(told.scope, HERE, id, RetimeItemInput.parse({ seen: await seen(), start, end, ripple: 'following', ...more }))
const done = { done: true, actId: expect.any(String) as string }

describe('another time for an item', () => {
  it('takes what follows along, says so, and comes back by undo', async () => {
    const outcome = await retime('told-a', '09:00', '09:25')
    expect(outcome).toEqual(done)
    expect(await lines()).toEqual(['A 540–565', 'B 565–585', 'C 595–625', 'D 625–'])
    expect(await sentence()).toBe('retimed the agenda item “A” from 09:00–09:30 to 09:00–09:25 North')
    await undo(told.scope, (outcome as { actId: string }).actId)
    expect(await lines()).toEqual(AS_STORED)
    expect(await lines('untold')).toEqual(AS_STORED)
  })

  it('moves alone to where its time belongs', async () => {
    expect(await retime('told-a', '09:50', '10:00', { ripple: 'none' })).toEqual(done)
    expect(await lines()).toEqual(['B 570–590', 'A 590–600', 'C 600–630', 'D 630–'])
    expect((await items()).map((item) => item.position)).toEqual([1, 2, 3, 4])
  })

  it('is no sample any more once a person wrote it', async () => {
    await retime('told-b', '09:35', '09:50')
    expect((await items()).map((item) => item.sampleFields)).toEqual([['start_minute', 'title'], ['title'], ['start_minute', 'title'], ['start_minute', 'title']])
  })

  it('names what it would bring, and is let stand with a reason', async () => {
    const outcome = await retime('told-c', '10:40', '11:10', { ripple: 'none' })
    expect(outcome).toEqual({
      done: false, because: 'conflicts', clashes: [
        { kind: 'outside-header', subject: 'C', side: 'end', minutes: 40, headerMinute: 630 },
        { kind: 'person-busy', subject: 'C', people: [{ id: 'ana', name: 'ana as printed' }], by: { noun: 'engagement', id: 'told-late', title: 'Late meeting', day: DAY, startMinute: 660, endMinute: 720, city: 'North', zone: 'Asia/Almaty' } },
      ],
    })
    expect(await lines()).toEqual(AS_STORED)
    expect(await retime('told-c', '10:40', '11:10', { ripple: 'none', because: 'she leaves early' })).toEqual(done)
    expect(await sentence()).toBe('retimed the agenda item “C” from 10:00–10:30 to 10:40–11:10 North, because she leaves early')
  })

  it('does not ask again about what stood before', async () => {
    await retime('told-c', '10:40', '11:10', { ripple: 'none', because: 'known' })
    expect(await retime('told-b', '09:30', '09:45', { ripple: 'none' })).toEqual(done)
    expect(await retime('told-c', '10:35', '11:05', { ripple: 'none' })).toEqual(done)
  })

  it('names an overlap and a person in two items', async () => {
    const outcome = await retime('told-b', '09:30', '10:10', { ripple: 'none' })
    expect(outcome).toMatchObject({ because: 'conflicts', clashes: [{ kind: 'overlap', subject: 'C', by: { id: 'told-b', title: 'B', startMinute: 570, endMinute: 610 } }] })
    const both = await retime('told-a', '09:30', '10:10', { ripple: 'none' })
    expect((both as { clashes: { kind: string }[] }).clashes.map((clash) => clash.kind).sort()).toEqual(['overlap', 'overlap', 'person-busy'])
  })

  it('does not leave the day, does not act on an agenda that changed, and not on another mission’s', async () => {
    expect(await retime('told-c', '23:00', '23:50', { because: 'x' })).toEqual(done)
    expect(await retime('told-c', '23:40', '23:59', { because: 'x' })).toEqual(done)
    expect(await retime('told-b', '22:00', '23:00', { because: 'x' })).toEqual({ done: false, because: 'leaves-day' })
    expect(await retime('told-b', '09:00', '09:10', { seen: 'old' })).toEqual({ done: false, because: 'stale' })
    expect(await retime('untold-a', '09:00', '09:10')).toEqual({ done: false, because: 'gone' })
    expect(await retimeItem(told.scope, 'untold-meeting-1', 'untold-a', RetimeItemInput.parse({ start: '09:00', ripple: 'none' }))).toEqual({ done: false, because: 'gone' })
    expect(await lines('untold')).toEqual(AS_STORED)
  })

  it('is refused by its shape when it ends before it starts', () => {
    expect(RetimeItemInput.safeParse({ start: '10:00', end: '09:00', ripple: 'none' }).error?.issues.map((issue) => [issue.path.join(), issue.message])).toEqual([['end', 'Enter an end after the start, or leave it empty']])
  })
})

describe('what stands under an item', () => {
  it('is said with its words, and rooms side by side are no overlap', async () => {
    const edit = async (id: string, more: Record<string, string>) => await editItem(told.scope, HERE, id, EditItemInput.parse({ revision: (await items()).find((each) => each.id === id)?.revision, title: id, kind: 'other', ...more }))
    const outcome = await edit('told-b', { details: ' First talk\r\nSecond talk\n', track: 'Room A' })
    expect((await items())[1]).toMatchObject({ kind: 'other', details: 'First talk\nSecond talk', track: 'Room A' })
    await undo(told.scope, (outcome as { actId: string }).actId)
    expect((await items())[1]).toMatchObject({ kind: 'presentation', details: '', track: '' })
    await edit('told-b', { track: 'Room A' })
    await edit('told-c', { track: 'Room B' })
    expect(await retime('told-b', '09:30', '10:10', { ripple: 'none' })).toEqual(done)
    expect(await edit('told-b', { track: 'Room B' })).toMatchObject({ because: 'conflicts', clashes: [{ kind: 'overlap' }] })
  })
})

describe('another place for an item', () => {
  it('takes its length along, leaves the gaps, and comes back by undo', async () => {
    const outcome = await placeItem(told.scope, HERE, PlaceItemInput.parse({ seen: await seen(), item: 'told-a', to: '2' }))
    expect(outcome).toEqual(done)
    expect(await lines()).toEqual(['B 540–560', 'A 560–590', 'C 600–630', 'D 630–'])
    expect(await sentence()).toBe('reordered the agenda item “A” from place 1 to place 2')
    await undo(told.scope, (outcome as { actId: string }).actId)
    expect(await lines()).toEqual(AS_STORED)
  })

  it('is one step away', async () => {
    const step = async (more: Record<string, string>) => await stepItem(told.scope, HERE, StepItemInput.parse({ seen: await seen(), ...more }))
    expect(await step({ later: 'told-a' })).toEqual(done)
    expect(await step({ earlier: 'told-a' })).toEqual(done)
    expect(await lines()).toEqual(AS_STORED)
    expect(await step({ earlier: 'told-a' })).toEqual({ done: false, because: 'unchanged' })
    expect(await step({ earlier: 'untold-b' })).toEqual({ done: false, because: 'gone' })
    expect(StepItemInput.safeParse({ earlier: 'a', later: 'b' }).success).toBe(false)
  })

  it('names whom it would call twice', async () => {
    await database.write((tx) => tx.updateTable('engagement').set({ day: DAY, ...placedAt(545, 560) }).where('id', '=', 'told-late').execute())
    const outcome = await placeItem(told.scope, HERE, PlaceItemInput.parse({ seen: await seen(), item: 'told-c', to: '1' }))
    expect(outcome).toMatchObject({ because: 'conflicts', clashes: [{ kind: 'person-busy', subject: 'C', people: [{ id: 'ana' }] }] })
  })
})

function placedAt(start: number, end: number) {
  const { startMs, endMs } = placeSlot({ day: DAY, startMinute: start, endMinute: end }, 'Asia/Almaty')
  return { start_minute: start, end_minute: end, start_ms: startMs, end_ms: endMs }
}

describe('one item more', () => {
  const add = (more: Record<string, string | string[]>) => addItem(told.scope, HERE, AddItemInput.parse({ title: 'X', kind: 'panel', start: '09:30', end: '09:40', ripple: 'following', ...more }))

  it('stands where its time belongs, with speakers as they are printed here, and what follows makes room', async () => {
    const outcome = await add({ speakers: ['cem', 'ben'], otherTitle: 'Х', otherLanguage: 'ru', because: 'x' })
    expect(outcome).toMatchObject(done)
    expect(await lines()).toEqual(['A 540–570', 'X 570–580', 'B 580–600', 'C 610–640', 'D 640–'])
    const { id } = outcome as { id: string }
    const rows = (await listParticipations(database.read, 'told', HERE)).filter((each) => each.itemId === id)
    expect(rows.map(({ personId, role, printedName, printedTitle }) => ({ personId, role, printedName, printedTitle })).sort((a, b) => (a.printedName < b.printedName ? -1 : 1))).toEqual([
      { personId: 'ben', role: 'panellist', printedName: 'ben as printed', printedTitle: 'Title of ben' }, { personId: 'cem', role: 'panellist', printedName: 'cem as printed', printedTitle: 'Title of cem' },
    ])
    await undo(told.scope, (outcome as { actId: string }).actId)
    expect(await lines()).toEqual(AS_STORED)
    expect((await listParticipations(database.read, 'told', HERE)).length).toBe(4)
  })

  it('names the header that it pushes others over, and fits into a gap without pushing', async () => {
    expect(await add({})).toMatchObject({ because: 'conflicts', clashes: [{ kind: 'outside-header', subject: 'C', minutes: 10 }] })
    expect(await add({ start: '09:50', end: '10:00' })).toMatchObject(done)
    expect(await lines()).toEqual(['A 540–570', 'B 570–590', 'X 590–600', 'C 600–630', 'D 630–'])
  })

  it('stands after the item that was named', async () => {
    expect(await add({ after: 'told-d', start: '10:30', end: '', kind: 'closing' })).toMatchObject({ because: 'conflicts', clashes: [{ kind: 'overlap' }] })
    expect(await add({ after: 'told-d', start: '10:40', end: '', kind: 'break' })).toMatchObject(done)
    expect((await lines()).at(-1)).toBe('X 640–')
  })

  it('is refused with somebody who does not appear here, and in another mission', async () => {
    expect(await add({ speakers: ['nobody'] })).toEqual({ done: false, because: 'not-here' })
    expect(await addItem(told.scope, 'untold-meeting-1', AddItemInput.parse({ title: 'X', kind: 'panel', start: '09:30', ripple: 'none' }))).toEqual({ done: false, because: 'gone' })
    expect((await lines('untold')).length).toBe(4)
  })

  it('asks for a title, a kind and a time', () => {
    expect(AddItemInput.safeParse({ start: '25:00', ripple: 'none' }).error?.issues.map((issue) => issue.path.join()).sort()).toEqual(['kind', 'start', 'title'])
  })
})

describe('editing and removing an item', () => {
  const edit = (more: Record<string, string | string[]>) => editItem(told.scope, HERE, 'told-a', EditItemInput.parse({ title: 'A', kind: 'presentation', revision: '1', speakers: ['ana'], ...more }))

  it('renames it and changes who speaks', async () => {
    expect(await edit({ title: 'Opening', speakers: ['ben'] })).toEqual(done)
    expect(await sentence()).toBe('renamed “A” to “Opening”')
    expect(await speakersOf('told-a')).toEqual(['ben'])
    expect((await items())[0]).toMatchObject({ title: 'Opening', revision: 2, sampleFields: ['start_minute'] })
  })

  it('is stale after somebody else, and leaves nothing behind', async () => {
    await edit({ title: 'Opening' })
    expect(await edit({ speakers: ['ben'] })).toEqual({ done: false, because: 'stale' })
    expect(await speakersOf('told-a')).toEqual(['ana'])
  })

  it('names a speaker who is elsewhere then', async () => {
    await database.write((tx) => tx.updateTable('engagement').set(placedAt(570, 600)).where('id', '=', 'told-late').execute())
    const outcome = await editItem(told.scope, HERE, 'told-b', EditItemInput.parse({ title: 'B', kind: 'presentation', revision: '1', speakers: ['ana', 'ben'] }))
    expect(outcome).toMatchObject({ because: 'conflicts', clashes: [{ kind: 'person-busy', subject: 'B', by: { id: 'told-late' } }] })
  })

  it('removes it with its appearances, closes up, and undo brings all of it back', async () => {
    const outcome = await removeItem(told.scope, HERE, 'told-a', RemoveItemInput.parse({ revision: '1', ripple: 'following' }))
    expect(outcome).toEqual(done)
    expect(await lines()).toEqual(['B 540–560', 'C 570–600', 'D 600–'])
    expect((await listParticipations(database.read, 'told', HERE)).map((each) => each.id).sort()).toEqual(['told-b-ben', 'told-c-ana', 'told-null-cem'])
    await undo(told.scope, (outcome as { actId: string }).actId)
    expect(await lines()).toEqual(AS_STORED)
    expect(await speakersOf('told-a')).toEqual(['ana'])
  })

  it('is refused for an old revision and for another mission’s item', async () => {
    expect(await removeItem(told.scope, HERE, 'told-a', RemoveItemInput.parse({ revision: '7', ripple: 'none' }))).toEqual({ done: false, because: 'stale' })
    expect(await removeItem(told.scope, HERE, 'untold-a', RemoveItemInput.parse({ revision: '1', ripple: 'none' }))).toEqual({ done: false, because: 'gone' })
    expect(await lines('untold')).toEqual(AS_STORED)
  })
})

describe('the header', () => {
  it('gets other hours, or those of the engagement, while the engagement stays', async () => {
    expect(await setHeader(told.scope, HERE, HeaderInput.parse({ revision: '1', start: '09:00', end: '11:00' }))).toEqual(done)
    expect(await findEngagement(database.read, 'told', HERE)).toMatchObject({ headerStartMinute: 540, headerEndMinute: 660, startMinute: 540, endMinute: 630 })
    expect(await sentence()).toBe('set the agenda’s hours of “Meeting 1” from 09:00–10:30 to 09:00–11:00 North')
    expect(await setHeader(told.scope, HERE, HeaderInput.parse({ revision: '1' }))).toEqual({ done: false, because: 'stale' })
    expect(await setHeader(told.scope, HERE, HeaderInput.parse({ revision: '2' }))).toEqual(done)
    expect(await findEngagement(database.read, 'told', HERE)).toMatchObject({ headerStartMinute: null, headerEndMinute: null })
  })
})
