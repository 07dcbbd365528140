import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lintMission } from '#app/domain/roadshow/lint.ts'
import { cleanText } from '#app/domain/text.ts'
import type { Database } from '#db/database.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { loadAttendances } from '#db/invitations.server.ts'
import { loadMissionFacts } from '#db/lint-facts.server.ts'
import { findMissionBySlug } from '#db/missions.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'
import roadshow from '#db/seed/roadshow.json'
import { seedDemo } from '#db/seed/demo.server.ts'
import { DEMO_SLUG, MISSION_ID } from '#db/seed/deck-schedule.server.ts'
import { countForShell, listStopFaces } from '#db/shell.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const NOW = Date.UTC(2026, 10, 25)
const REHEARSAL = Date.UTC(2020, 0, 27, 3)
const DECK = readFileSync('db/seed/deck.txt', 'utf8').split('\n')

eachDatabase('the demo', (fresh) => {
  const open = async (): Promise<Database> => {
    const database = await fresh.open()
    expect(await seedDemo(database, NOW)).toBe(true)
    return database
  }

  it('holds the mission that the deck prints', async () => {
    const database = await open()
    const mission = await findMissionBySlug(database.read, DEMO_SLUG)
    expect(mission).toMatchObject({ title: 'Smart City Regional Roadshow', startDay: '2020-01-29', endDay: '2020-02-07', clock: { showMs: REHEARSAL, fromMs: NOW }, demo: true })
    expect((await listStopFaces(database.read, MISSION_ID)).map((stop) => stop.city)).toEqual(['Nur-Sultan', 'Bishkek', 'Dushanbe', 'Tashkent'])
    expect(await countForShell(database.read, MISSION_ID)).toMatchObject({ engagements: 18, notes: 4, people: 8 })
    const outline = await database.read.selectFrom('outline_node').innerJoin('document', 'document.id', 'document_id').select(['kind', (n) => n.fn.countAll<number>().as('n')]).groupBy('kind').orderBy('kind').execute()
    expect(outline.map((row) => [row.kind, Number(row.n)])).toEqual([['charter', 4], ['questionnaire', 4], ['report', 58], ['slides', 10]])
    expect((await database.read.selectFrom('task').selectAll().where('kind', '=', 'work-plan').execute()).length).toBe(7)
    expect((await listReadinessFaces(database.read, MISSION_ID)).map((face) => face.word)).toEqual(['High?', 'Mid', 'Mid', 'Low', 'Low', 'High?', 'Low'])
  })

  it('holds the Dushanbe workshop with ten items, eight people, three moderators and both affiliations of one speaker', async () => {
    const database = await open()
    const items = await listAgendaItems(database.read, MISSION_ID, 'a10')
    const people = await listParticipations(database.read, MISSION_ID, 'a10')
    expect([items.length, new Set(people.map((row) => row.personId)).size, people.filter((row) => row.role === 'moderator').length]).toEqual([10, 8, 3])
    expect(items.map((item) => item.title)).toEqual(roadshow.workshops[1]?.items?.map((item) => item.title))
    expect(people.find((row) => row.name === 'Jong-Sung Hwang')?.printedTitle).toBe('Master Planner, Busan EDC National Pilot Smart City; Lead Researcher, National Information Society Agency')
    const affiliations = await database.read.selectFrom('affiliation').innerJoin('person', 'person.id', 'person_id').innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['title', 'organisation.name']).where('person.name', '=', 'Jong-Sung Hwang').orderBy('rank').execute()
    expect(affiliations).toEqual([{ title: 'Master Planner', name: 'Busan EDC National Pilot Smart City' }, { title: 'Lead Researcher', name: 'National Information Society Agency' }])
  })

  it('keeps the printed mistakes: the lint finds the seven', async () => {
    const database = await open()
    const errors = lintMission(await loadMissionFacts(database.read, MISSION_ID, REHEARSAL)).filter((issue) => issue.severity === 'error')
    expect(errors.map((issue) => issue.code).toSorted()).toEqual(roadshow.anomalies.filter((one) => one.severity === 'error').map((one) => one.rule).toSorted())
    const printed = await database.read.selectFrom('engagement').select('printed_day').distinct().where('printed_day', 'is not', null).execute()
    expect(printed.map((row) => row.printed_day).toSorted()).toEqual([...new Set(roadshow.activities.map((one) => one.date_verbatim))].toSorted())
    expect((await database.read.selectFrom('engagement').select('id').where('printed_day_group', 'in', ['line 23', 'line 34']).execute()).length).toBe(5)
  })

  it('names for every printed row the line where it is printed', async () => {
    const database = await open()
    const wrong: string[] = []
    const look = (line: number | null, text: string): void => {
      const printed = (line === null ? '' : (DECK[line - 1] ?? '')).replace(/<[^>]+>|[*↵]/g, '')
      if (!printed.includes(text)) wrong.push(`${line}: ${text}`)
    }
    for (const row of await database.read.selectFrom('engagement').select(['source_line', 'title']).where('source_line', 'is not', null).execute()) look(row.source_line, row.title)
    for (const row of await database.read.selectFrom('agenda_item').select(['source_line', 'title']).execute()) look(row.source_line, row.title)
    for (const row of await database.read.selectFrom('participation').select(['source_line', 'printed_name']).where('printed_name', '<>', '').execute()) look(row.source_line, row.printed_name)
    for (const row of await database.read.selectFrom('outline_node').select(['source_line', 'title']).where('document_id', 'in', ['technical-note', 'survey']).execute()) look(row.source_line, row.title)
    for (const row of await database.read.selectFrom('task').select(['source_line', 'title', 'owner']).where('sample', '=', 0).execute()) for (const text of [row.title, row.owner]) look(row.source_line, text)
    for (const row of await database.read.selectFrom('dimension').select(['source_line', 'name']).execute()) look(row.source_line, row.name)
    for (const row of await database.read.selectFrom('affiliation').select(['source_line', 'title']).execute()) look(row.source_line, row.title)
    expect(wrong).toEqual([])
  })

  it('marks what is sample, and gives no statement or answer to anybody whom the deck names', async () => {
    const database = await open()
    const unmarked = await database.read.selectFrom('engagement').select('id').where('sample_fields', '=', '[]').execute()
    expect(unmarked).toEqual([])
    for (const table of ['note', 'excerpt', 'finding', 'evidence_link', 'invitation'] as const) {
      expect(await database.read.selectFrom(table).select('id').where('sample', '=', 0).execute(), table).toEqual([])
    }
    const names = roadshow.persons.flatMap((person) => person.name.split(' ').filter((word) => word.length > 3))
    const said = [...await database.read.selectFrom('note').select('body').execute(), ...await database.read.selectFrom('excerpt').select('speaker as body').execute(), ...await database.read.selectFrom('finding').select('statement as body').execute()]
    expect(said.filter((row) => names.some((name) => row.body.includes(name)))).toEqual([])
    expect(await database.read.selectFrom('invitation').select('id').where('answer', '<>', 'none').execute()).toEqual([])
    expect((await database.read.selectFrom('person').select('email').execute()).every((row) => row.email.endsWith('@example.org'))).toBe(true)
  })

  it('marks exact spans, in clean text', async () => {
    const database = await open()
    const rows = await database.read.selectFrom('excerpt').leftJoin('note', 'note.id', 'note_id').leftJoin('outline_node', 'outline_node.id', 'outline_node_id')
      .select(['excerpt.body', 'start_at', 'end_at', 'note.body as note', 'outline_node.body as node']).execute()
    expect(rows.filter((row) => (row.note ?? row.node ?? '').slice(row.start_at, row.end_at) !== row.body)).toEqual([])
    expect(JSON.stringify(roadshow)).toBe(cleanText(JSON.stringify(roadshow)))
  })

  it('holds the workshop’s invitations as what would be sent now', async () => {
    const database = await open()
    const all = await loadAttendances(database.read, MISSION_ID, 'a10')
    expect(all.map(({ invitation, person }) => [invitation?.state, invitation?.sequence, invitation?.sent_address === person.address])).toEqual(Array.from({ length: 8 }, () => ['invited', 0, true]))
  })

  it('loads only where no mission is', async () => {
    const database = await open()
    expect(await seedDemo(database, NOW)).toBe(false)
    expect((await database.read.selectFrom('mission').select('id').execute()).length).toBe(1)
  })
})
