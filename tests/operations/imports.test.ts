import { describe, expect, it } from 'vitest'
import type { Draft } from '#app/domain/intake/draft.ts'
import { describeAct } from '#app/domain/history.ts'
import { undo } from '#app/operations/history.server.ts'
import { DecideInput, DropImportInput, StartImportInput } from '#app/operations/imports.input.ts'
import { decideImport, dropImport, loadReading, startImport, storeImport } from '#app/operations/imports.server.ts'
import type { Intake } from '#app/operations/import-stops.server.ts'
import type { AgendaReading } from '#app/operations/import-agenda.server.ts'
import type { ScheduleReading } from '#app/operations/import-schedule.server.ts'
import type { Database } from '#db/database.server.ts'
import { findImport, listImports } from '#db/imports.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { listStops } from '#db/stops.server.ts'
import { agenda, date, item, meeting, person, schedule, stop, venueOf } from '#tests/support/drafts.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

/** Texts are drafts written down: what reading them would give is said by the test. */
const INTAKE: Intake = {
  read: (body) => ({ draft: body.startsWith('{') ? (JSON.parse(body) as Draft) : null }),
  cityOf: (name) => (name === 'Easton' ? { name, country: 'Land', zone: 'Asia/Tashkent' } : null),
}
const ANA = person('Ms.', 'Ana North', 'Director', 'Agency of Roads', { further: [{ position: 'Chair', organisation: 'Society' }], printedTitle: 'Director, Agency of Roads\nChair, Society' })
const BEN = person('Mr.', 'Ben East', 'Head', 'City of East', { role: 'moderator' })
const AGENDA = agenda('Roads for a new era', '2027-03-02', [
  item(3, '09:00', '09:30', 'Registration', 'registration'), item(4, '09:30', '09:50', 'Welcome', 'remarks', [{ ...BEN, role: 'speaker' }, ANA]), item(7, '09:50', '10:30', 'Panel on roads', 'panel', [ANA], { details: ['Roads of the North', 'Roads of the South'] }),
  item(9, '10:30', null, 'Lunch', 'meal'), item(10, '11:00', null, 'End', 'other', [], { marksEnd: true }),
], { header: { start: 570, end: 640, span: { start: 0, end: 1 } }, venue: venueOf('Hall, North'), city: venueOf('North'), moderators: [BEN] })

eachDatabase('a text on its way into a mission', (fresh) => {
  let database: Database
  let told: Told
  const open = async () => {
    database = await fresh.open()
    told = await makeTold(database)
  }
  const start = async (draft: Draft, more: Record<string, string> = {}) => {
    const outcome = await startImport(told.scope, StartImportInput.parse({ text: JSON.stringify(draft), ...more }), INTAKE)
    if (!outcome.done) throw new Error(outcome.because)
    return outcome.id
  }
  const fields = async (id: string, more: Record<string, unknown> = {}) => DecideInput.parse({ revision: (await findImport(database.read, 'told', id))?.revision, ...more })
  const store = async (id: string, more: Record<string, unknown> = {}) => await storeImport(told.scope, id, await fields(id, more), INTAKE)
  const reading = async (id: string) => {
    const found = await findImport(database.read, 'told', id)
    const loaded = found && (await loadReading(database.read, told.scope, found, INTAKE))
    if (!loaded) throw new Error('nothing')
    return loaded.reading
  }
  const everything = async () => {
    const tables = ['person', 'person_name', 'organisation', 'affiliation', 'engagement', 'engagement_alias', 'agenda_item', 'participation', 'stop', 'place'] as const
    return await Promise.all(tables.map(async (table) => (await database.read.selectFrom(table).selectAll().orderBy('id').execute()).map(({ revision: _revision, ...row }) => row)))
  }
  const lines = async (engagementId: string) => (await listAgendaItems(database.read, 'told', engagementId)).map((each) => `${each.position} ${each.startMinute}–${each.endMinute ?? ''} ${each.title} (${each.kind})`)
  const sentence = async () => {
    const act = await database.read.selectFrom('act').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
    return describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })
  }

  it('is kept as it was given, or refused in one word', async () => {
    await open()
    const id = await start(AGENDA, { name: 'agenda.docx' })
    expect(await listImports(database.read, 'told')).toEqual([expect.objectContaining({ id, sourceName: 'agenda.docx', kind: 'agenda', title: 'Roads for a new era', rows: 5, state: 'open', accountName: 'Member, sample' })])
    expect(await listImports(database.read, 'untold')).toEqual([])
    expect(await findImport(database.read, 'untold', id)).toBeUndefined()
    for (const [text, because] of [['  \n', 'empty'], ['A novel', 'nothing-found'], [`{${'x'.repeat(150_001)}`, 'too-long']] as const) {
      expect(await startImport(told.scope, StartImportInput.parse({ text }), INTAKE)).toEqual({ done: false, because })
    }
    expect(await startImport(told.scope, StartImportInput.parse({ text: JSON.stringify(agenda('', null, Array.from({ length: 501 }, (_, n) => item(n, null, null, 'X', 'other')).map(({ key }) => ({ key })) as never)) }), INTAKE)).toEqual({ done: false, because: 'too-long' })
    expect(await startImport(told.scope, StartImportInput.parse({ text: JSON.stringify(AGENDA), target: 'untold-meeting-1' }), INTAKE)).toEqual({ done: false, because: 'no-engagement' })
  })

  it('keeps what was typed and decided, and nobody overwrites the other', async () => {
    await open()
    const id = await start(AGENDA)
    const input = await fields(id, { 'edit:L4:title': 'Opening', 'edit:L4:start': '09:30', 'edit:L4:people': 'Mr. Ben East, Head, City of East', 'edit:L9:skip': 'yes', 'person:ana north': 'new', shown: 'row:L3 row:L7', row: 'L7', 'answer:gap': '[{"key":"L3","field":"end","value":"09:20"}]', 'answer:bad': '{', nonsense: 'x' })
    expect(await decideImport(told.scope, id, input, INTAKE)).toEqual({ done: true })
    expect(await decideImport(told.scope, id, input, INTAKE)).toEqual({ done: false, because: 'stale' })
    expect(await decideImport(told.other, id, input, INTAKE)).toEqual({ done: false, because: 'gone' })
    const found = await findImport(database.read, 'told', id)
    expect(found?.corrections).toEqual([{ key: 'L3', field: 'end', value: '09:20' }, { key: 'L4', field: 'title', value: 'Opening' }, { key: 'L4', field: 'people', value: 'Mr. Ben East, Head, City of East' }, { key: 'L9', field: 'skip', value: 'yes' }])
    expect(found?.choices).toEqual({ 'row:L3': 'no', 'row:L7': 'yes', 'person:ana north': 'new', 'answer:gap': '', 'answer:bad': '' })
  })

  describe('an agenda', () => {
    it('becomes a new engagement with everybody in it, in one act that can be taken back', async () => {
      await open()
      const before = await everything()
      const id = await start(AGENDA)
      const outcome = await store(id, { target: 'new', status: 'confirmed' })
      expect(outcome).toEqual({ done: true, actId: expect.any(String) as string, engagementId: expect.any(String) as string, rows: 4 })
      if (!outcome.done || outcome.engagementId === null) return
      const row = await database.read.selectFrom('engagement').selectAll().where('id', '=', outcome.engagementId).executeTakeFirstOrThrow()
      expect(row).toMatchObject({ stop_id: 'told-stop-1', kind: 'workshop', title: 'Roads for a new era', status: 'confirmed', day: '2027-03-02', start_minute: 570, end_minute: 640, header_start_minute: 570, header_end_minute: 640, venue_text: 'Hall, North', zone: 'Asia/Almaty' })
      expect(await lines(outcome.engagementId)).toEqual(['1 540–570 Registration (registration)', '2 570–590 Welcome (remarks)', '3 590–630 Panel on roads (panel)', '4 630– Lunch (meal)'])
      expect((await listAgendaItems(database.read, 'told', outcome.engagementId))[2]?.details).toBe('Roads of the North\nRoads of the South')
      const people = await listParticipations(database.read, 'told', outcome.engagementId)
      expect(people.map((each) => `${each.precedence} ${each.role} ${each.name}, ${each.printedTitle}${each.itemId === null ? '' : ' *'}`).toSorted()).toEqual([
        '1 moderator Ben East, Head, City of East', '1 speaker Ben East, Head, City of East *', '2 panellist Ana North, Director, Agency of Roads; Chair, Society *', '2 speaker Ana North, Director, Agency of Roads; Chair, Society *',
      ])
      const held = await database.read.selectFrom('affiliation').innerJoin('person', 'person.id', 'person_id').innerJoin('organisation', 'organisation.id', 'organisation_id').select(['person.name as who', 'affiliation.title', 'organisation.name']).orderBy('person.name').orderBy('rank').execute()
      expect(held).toEqual([{ who: 'Ana North', title: 'Director', name: 'Agency of Roads' }, { who: 'Ana North', title: 'Chair', name: 'Society' }, { who: 'Ben East', title: 'Head', name: 'City of East' }])
      expect(await sentence()).toBe('stored 4 changes to the agenda of “Roads for a new era” from a pasted text')
      expect((await findImport(database.read, 'told', id))?.state).toBe('stored')
      expect(await store(id)).toEqual({ done: false, because: 'gone' })

      expect((await undo(told.scope, outcome.actId)).done).toBe(true)
      expect(await everything()).toEqual(before)
      expect(await findImport(database.read, 'told', id)).toMatchObject({ state: 'open', actId: null, choices: {} })
    })

    it('goes to the engagement of its day and title, beside the title that is stored', async () => {
      await open()
      await database.write((tx) => tx.updateTable('engagement').set({ title: 'Workshop on “Roads for a digital era”', title_key: 'x', start_minute: null, end_minute: null, start_ms: null, end_ms: null }).where('id', '=', 'told-meeting-1').execute())
      const id = await start(AGENDA)
      expect((await reading(id) as AgendaReading).engagement?.id).toBe('told-meeting-1')
      expect(await store(id)).toMatchObject({ done: true, engagementId: 'told-meeting-1', rows: 4 })
      expect(await database.read.selectFrom('engagement').select(['title', 'start_minute', 'end_minute', 'header_start_minute', 'venue_text']).where('id', '=', 'told-meeting-1').executeTakeFirst()).toEqual({ title: 'Workshop on “Roads for a digital era”', start_minute: 570, end_minute: 640, header_start_minute: 570, venue_text: 'Hall, North' })
      expect(await database.read.selectFrom('engagement_alias').select(['title', 'mission_id']).execute()).toEqual([{ title: 'Roads for a new era', mission_id: 'told' }])
    })

    it('pasted again changes only what is chosen, and finds nothing in the same text', async () => {
      await open()
      const first = await store(await start(AGENDA), { target: 'told-meeting-1' })
      expect(first.done).toBe(true)
      const again = await start(AGENDA, { target: 'told-meeting-1' })
      expect((await reading(again) as AgendaReading).changes.map(({ what }) => what)).toEqual(['same', 'same', 'same', 'same', 'new'])
      const [registration, welcome, panel] = AGENDA.items as [typeof AGENDA.items[0], typeof AGENDA.items[0], typeof AGENDA.items[0]]
      const id = await start({ ...AGENDA, moderators: [], items: [registration, { ...welcome, people: [ANA, person('', 'Cem', 'Expert')] }, item(8, '09:50', '10:00', 'Coffee', 'break'), { ...panel, start: { ...panel.end!, value: 600 } }] }, { target: 'told-meeting-1' })
      const changes = (await reading(id) as AgendaReading).changes
      expect(changes.map(({ what, differs }) => `${what} ${differs.join()}`.trim())).toEqual(['same', 'changed people', 'new', 'moved start', 'gone'])
      const lunch = changes[4]?.stored?.id as string
      expect(await store(id, { shown: `row:L4 row:L7 row:L8 gone:${lunch}`, row: ['L4', 'L8'], gone: [lunch] })).toMatchObject({ done: true, rows: 3 })
      expect(await lines('told-meeting-1')).toEqual(['1 540–570 Registration (registration)', '2 570–590 Welcome (remarks)', '3 590–600 Coffee (break)', '4 590–630 Panel on roads (panel)'])
      const welcomed = (await listAgendaItems(database.read, 'told', 'told-meeting-1'))[1]?.id
      expect((await listParticipations(database.read, 'told', 'told-meeting-1')).filter(({ itemId }) => itemId === welcomed).map(({ name }) => name)).toEqual(['Ana North', 'Cem'])
    })

    it('compares hours and kinds only where a person said them', async () => {
      await open()
      await store(await start(AGENDA), { target: 'told-meeting-1' })
      const later = { ...AGENDA, header: { start: 570, end: 660, span: { start: 0, end: 1 } }, items: AGENDA.items.map((each) => ({ ...each, kind: { ...each.kind, value: 'other' as const } })) }
      const silent = await start(later, { target: 'told-meeting-1' })
      expect(await store(silent)).toMatchObject({ done: true, rows: 0 })
      const header = async () => (await database.read.selectFrom('engagement').select('header_end_minute').where('id', '=', 'told-meeting-1').executeTakeFirst())?.header_end_minute
      expect(await header()).toBe(640)
      expect(await store(await start(later, { target: 'told-meeting-1' }), { 'answer:range': '[{"key":"","field":"header","value":"09:30-11:30"}]', 'edit:L7:kind': 'discussion' })).toMatchObject({ done: true, rows: 1 })
      expect(await header()).toBe(690)
      expect((await lines('told-meeting-1'))[2]).toBe('3 590–630 Panel on roads (discussion)')
    })

    it('takes people for those of the directory only where somebody, or the very spelling, says so', async () => {
      await open()
      await database.write(async (tx) => {
        await tx.insertInto('person').values({ id: 'ana', name: 'Ana North', name_key: 'ana north', sort_key: 'ana north' }).execute()
        await tx.insertInto('person').values({ id: 'ben', name: 'Бен Ист', name_key: 'ben ist', sort_key: 'ben ist' }).execute()
        await tx.insertInto('organisation').values({ id: 'city', name: 'East City', name_key: 'east city', sort_key: 'east city' }).execute()
      })
      const id = await start({ ...AGENDA, moderators: [{ ...BEN, also: ['Бен Ист'] }] })
      const { people } = await reading(id) as AgendaReading
      expect(people.people.map(({ person: { name }, candidates, chosen }) => [name, candidates.map((each) => `${each.id} ${each.why}`), chosen])).toEqual([['Ben East', ['ben same'], 'ben'], ['Ana North', ['ana same'], 'ana']])
      expect(people.bodies.map(({ name, candidates }) => [name, candidates.map((each) => `${each.id} ${each.why}`)])).toEqual([['City of East', ['city form']], ['Agency of Roads', []], ['Society', []]])
      expect(await store(id, { target: 'new', 'person:ana north': 'new', 'body:society': 'nobody', 'body:citi of east': 'city' })).toMatchObject({ done: true })
      expect((await database.read.selectFrom('person').select(['name', 'honorific']).orderBy('name').execute())).toEqual([{ name: 'Ana North', honorific: '' }, { name: 'Ana North', honorific: 'Ms.' }, { name: 'Бен Ист', honorific: '' }])
      expect(await database.read.selectFrom('person_name').select(['person_id', 'name', 'script']).execute()).toEqual([{ person_id: 'ben', name: 'Ben East', script: 'Latin' }])
      expect(await database.read.selectFrom('affiliation').select(['title', 'organisation_id']).where('person_id', '=', 'ben').execute()).toEqual([{ title: 'Head', organisation_id: 'city' }])
      expect((await database.read.selectFrom('participation').select('organisation_id').where('person_id', '=', 'ben').execute()).every((row) => row.organisation_id === 'city')).toBe(true)
    })

    it('without a stop of its day makes one, and asks for the clock of a city that nobody knows', async () => {
      await open()
      const elsewhere = { ...AGENDA, days: [date('2027-03-20')], city: venueOf('Easton'), venue: null }
      const id = await start(elsewhere)
      expect((await reading(id) as AgendaReading).stop).toBeNull()
      expect(await store(id)).toMatchObject({ done: true })
      expect((await listStops(database.read, 'told')).map(({ city, country, zone, position, arriveDay }) => [city, country, zone, position, arriveDay])).toEqual([
        ['North', '', 'Asia/Almaty', 1, '2027-03-02'], ['South', '', 'Asia/Dushanbe', 2, '2027-03-09'], ['Easton', 'Land', 'Asia/Tashkent', 3, '2027-03-20'],
      ])
      expect(await store(await start({ ...elsewhere, city: venueOf('Weston') }), { target: 'new', stop: 'new' })).toEqual({ done: false, because: 'no-zone', at: '' })
      expect(await store(await start({ ...elsewhere, city: null }), { target: 'new', stop: 'new' })).toEqual({ done: false, because: 'no-city', at: '' })
      expect(await store(await start({ ...elsewhere, days: [] }), { target: 'new' })).toEqual({ done: false, because: 'no-day', at: '' })
      expect(await store(await start({ ...elsewhere, title: null }), { target: 'new' })).toEqual({ done: false, because: 'no-title', at: '' })
      expect(await store(await start({ ...elsewhere, city: venueOf('Weston') }), { target: 'new', stop: 'new', 'zone:agenda': 'Asia/Bishkek' })).toMatchObject({ done: true })
    })
  })

  describe('a schedule', () => {
    const wrong = date('2027-03-04', { weekday: 'Friday', printed: 'Friday, 4 March 2027' })
    const TOUR = schedule('Tour', [
      stop(2, 'North', '', [meeting(2, date('2027-03-02'), 'Meeting 1'), meeting(3, wrong, 'Meeting with the agency', 'meeting', { tentative: true }), meeting(4, wrong, 'Internal', 'internal', { dayInherited: true, start: { value: 540, span: { start: 0, end: 1 }, confidence: 'sure' } })]),
      stop(5, 'Easton', 'Land', [meeting(5, date('2027-03-06'), 'Visit', 'visit', { people: [ANA] }), meeting(6, null, 'Undated', 'other', { slipped: true })]),
    ])

    it('becomes stops and engagements beside those there are, dates as printed, in one act', async () => {
      await open()
      const before = await everything()
      const id = await start(TOUR)
      const { stays } = await reading(id) as ScheduleReading
      expect(stays.map(({ city, stop: known, changes }) => [city, known?.id ?? null, changes.map(({ what }) => what)])).toEqual([['North', 'told-stop-1', ['same', 'new', 'new']], ['Easton', null, ['new', 'new']]])
      const outcome = await store(id)
      expect(outcome).toMatchObject({ done: true, rows: 4, engagementId: null })
      expect((await listStops(database.read, 'told')).map(({ city, position, arriveDay, departDay, printedLocation }) => [city, position, arriveDay, departDay, printedLocation])).toEqual([
        ['North', 1, '2027-03-02', '2027-03-04', null], ['Easton', 2, '2027-03-06', '2027-03-06', 'Easton, Land'], ['South', 3, '2027-03-09', '2027-03-09', null],
      ])
      const rows = await database.read.selectFrom('engagement').select(['title', 'kind', 'status', 'day', 'start_minute', 'printed_day', 'zone', 'inferred_fields']).where('mission_id', '=', 'told').where('id', 'not like', 'told-%').orderBy('id').execute()
      expect(rows).toEqual([
{ title: 'Meeting with the agency', kind: 'meeting', status: 'tentative', day: '2027-03-04', start_minute: null, printed_day: 'Friday, 4 March 2027', zone: 'Asia/Almaty', inferred_fields: '[]' },
        { title: 'Internal', kind: 'internal', status: 'idea', day: '2027-03-04', start_minute: 540, printed_day: 'Friday, 4 March 2027', zone: 'Asia/Almaty', inferred_fields: '[]' },
        { title: 'Visit', kind: 'visit', status: 'idea', day: '2027-03-06', start_minute: null, printed_day: 'Saturday 6 March 2027', zone: 'Asia/Tashkent', inferred_fields: '[]' },
        { title: 'Undated', kind: 'meeting', status: 'idea', day: '2027-03-06', start_minute: null, printed_day: null, zone: 'Asia/Tashkent', inferred_fields: '["stop","day"]' },
      ])
      expect(await sentence()).toBe('stored 4 engagements of “Tour” from a pasted text')
      expect((await undo(told.scope, (outcome as { actId: string }).actId)).done).toBe(true)
      expect(await everything()).toEqual(before)
    })

    it('stores a day that somebody chose as printed nowhere, and leaves out what is not ticked', async () => {
      await open()
      const id = await start(TOUR)
      expect(await store(id, { 'answer:weekday': JSON.stringify([{ key: 'L3', field: 'day', value: '2027-03-05' }]), shown: 'row:L3 row:L4 row:L5 row:L6', row: ['L3', 'L4'] })).toMatchObject({ done: true, rows: 2 })
      expect(await database.read.selectFrom('engagement').select(['title', 'day', 'printed_day']).where('mission_id', '=', 'told').where('id', 'not like', 'told-%').orderBy('title').execute()).toEqual([
        { title: 'Internal', day: '2027-03-05', printed_day: null }, { title: 'Meeting with the agency', day: '2027-03-05', printed_day: null },
      ])
      expect(await listStops(database.read, 'told')).toHaveLength(2)
    })

    it('keeps open where a row belongs that slipped into another cell, unless somebody said so', async () => {
      await open()
      const slipped = schedule('Tour', [stop(2, 'North', '', [meeting(2, date('2027-03-02'), 'Visit', 'visit', { slipped: true }), meeting(3, date('2027-03-02'), 'Talk', 'meeting', { slipped: true })])])
      await store(await start(slipped), { 'answer:slipped': '[{"key":"L3","field":"stop","value":"L2"}]' })
      const rows = await database.read.selectFrom('engagement').select(['title', 'inferred_fields']).where('mission_id', '=', 'told').where('id', 'not like', 'told-%').orderBy('title').execute()
      expect(rows).toEqual([{ title: 'Talk', inferred_fields: '[]' }, { title: 'Visit', inferred_fields: '["stop","day"]' }])
    })

    it('pasted again moves and renames what is stored, keeps times it does not print, and calls off only what is ticked', async () => {
      await open()
      await store(await start(TOUR))
      const [north] = TOUR.stops as [typeof TOUR.stops[0]]
      const id = await start({ ...TOUR, stops: [{ ...north, meetings: [meeting(2, date('2027-03-03'), 'Meeting 1'), meeting(3, date('2027-03-04'), 'Meeting with the agency of roads')] }] })
      const { stays } = await reading(id) as ScheduleReading
      expect(stays[0]?.changes.map(({ what, differs, stored }) => `${what} ${differs.join()} ${stored?.title}`)).toEqual(['moved day Meeting 1', 'changed title Meeting with the agency', 'gone  Internal'])
      const gone = stays[0]?.changes[2]?.stored?.id as string
      await database.write((tx) => tx.updateTable('engagement').set({ status: 'confirmed' }).where('id', '=', gone).execute())
      expect(await store(id, { shown: `row:L2 row:L3 gone:${gone}`, row: ['L2', 'L3'], gone })).toMatchObject({ done: true, rows: 3 })
      expect(await database.read.selectFrom('engagement').select(['title', 'day', 'start_minute', 'status']).where('mission_id', '=', 'told').where('stop_id', '=', 'told-stop-1').orderBy('title').execute()).toEqual([
        { title: 'Internal', day: '2027-03-04', start_minute: 540, status: 'cancelled' }, { title: 'Meeting 1', day: '2027-03-03', start_minute: 600, status: 'held' }, { title: 'Meeting with the agency of roads', day: '2027-03-04', start_minute: null, status: 'tentative' },
      ])
    })
  })

  it('keeps what stands between the rows of a schedule, and takes a wrong printed date away once a day is chosen', async () => {
    await open()
    await database.write(async (tx) => {
      await tx.updateTable('engagement').set({ printed_day: 'Monday, 2 March 2027' }).where('id', '=', 'told-meeting-1').execute()
      for (const [id, kind, fallback] of [['flight', 'travel', null], ['backup', 'meeting', 'told-meeting-1']] as const) {
        await tx.insertInto('engagement').values({ id, mission_id: 'told', stop_id: 'told-stop-1', kind, title: id, title_key: id, day: '2027-03-02', zone: 'Asia/Almaty', fallback_of_id: fallback }).execute()
      }
    })
    const printed = date('2027-03-02', { weekday: 'Monday', printed: 'Monday, 2 March 2027' })
    const id = await start(schedule('Tour', [stop(2, 'North', '', [meeting(2, printed, 'Meeting 1')])]))
    expect((await reading(id) as ScheduleReading).stays[0]?.changes.map(({ what }) => what)).toEqual(['same'])
    expect(await store(id, { 'answer:weekday': '[{"key":"L2","field":"day","value":"2027-03-02"}]' })).toMatchObject({ done: true, rows: 1 })
    expect(await database.read.selectFrom('engagement').select(['day', 'printed_day']).where('id', '=', 'told-meeting-1').executeTakeFirst()).toEqual({ day: '2027-03-02', printed_day: null })
  })

  it('is dropped, and comes back', async () => {
    await open()
    const id = await start(AGENDA)
    const outcome = await dropImport(told.scope, id, DropImportInput.parse({ revision: '1' }))
    expect(outcome).toMatchObject({ done: true })
    expect(await listImports(database.read, 'told')).toEqual([])
    expect(await sentence()).toBe('put the pasted text “Roads for a new era” away')
    await undo(told.scope, (outcome as { actId: string }).actId)
    expect((await findImport(database.read, 'told', id))?.state).toBe('open')
    expect(await dropImport(told.other, id, DropImportInput.parse({ revision: '1' }))).toEqual({ done: false, because: 'gone' })
  })
})
