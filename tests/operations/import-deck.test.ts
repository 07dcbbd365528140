/** The deck's own texts, read and stored in an empty mission, become what the demo's extraction holds; what an item is was read from its words there as well. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DecideInput, StartImportInput } from '#app/operations/imports.input.ts'
import { startImport, storeImport } from '#app/operations/imports.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import { ROOT } from '#cli/ensure.mjs'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { loadAgenda } from '#db/agenda.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { listStops } from '#db/stops.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

const NOW = Date.UTC(2026, 0, 5)
const lines = readFileSync(join(ROOT, 'db/seed/deck.txt'), 'utf8').split('\n')
const SCHEDULE = lines.slice(16, 37).join('\n')
const AGENDA = lines.slice(44, 74).join('\n')

async function stopsOf(database: Database, mission: string) {
  return (await listStops(database.read, mission)).map(({ city, country, zone, arriveDay, departDay, printedLocation }) => ({ city, country, zone, arriveDay, departDay, printedLocation }))
}

async function engagementsOf(database: Database, mission: string) {
  return await database.read.selectFrom('engagement').select(['title', 'day', 'kind', 'zone', 'printed_day', 'inferred_fields']).where('mission_id', '=', mission).where('sample_fields', 'not like', '%title%').where('kind', 'not in', ['travel', 'buffer']).orderBy('day').orderBy('title').execute()
}

async function agendaOf(database: Database, mission: string, title: string) {
  const { id } = await database.read.selectFrom('engagement').select('id').where('mission_id', '=', mission).where('title', '=', title).executeTakeFirstOrThrow()
  const found = await loadAgenda(database.read, mission, id)
  if (!found) throw new Error('no agenda')
  return {
    hours: [found.engagement.headerStartMinute, found.engagement.headerEndMinute], venue: found.engagement.venueText,
    items: found.items.map(({ title: words, startMinute, endMinute }) => [words, startMinute, endMinute]),
    people: found.people.filter(({ personId }) => personId !== null).map(({ itemId, role, printedName, printedTitle, precedence, honorific }) => `${found.items.find(({ id: of }) => of === itemId)?.title ?? ''} · ${precedence} ${role} ${honorific} ${printedName}, ${printedTitle}`).toSorted(),
  }
}

it('is what the demo holds, field by field', async () => {
  const database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, NOW)
  await database.write((tx) => tx.insertInto('mission').values({ id: 'fresh', slug: 'fresh', title: 'Fresh', title_key: 'fresh', start_day: '2020-01-29', end_day: '2020-02-07' }).execute())
  const scope = await loadMissionScope(database, 'fresh', NOW)
  const intake = intakeOf(scope.mission)
  const store = async (text: string) => {
    const started = await startImport(scope, StartImportInput.parse({ text }), intake)
    return started.done ? await storeImport(scope, started.id, DecideInput.parse({ revision: '1' }), intake) : started
  }
  expect(await store(SCHEDULE)).toMatchObject({ done: true, rows: 18 })
  expect(await stopsOf(database, 'fresh')).toEqual(await stopsOf(database, 'roadshow'))
  expect(await engagementsOf(database, 'fresh')).toEqual(await engagementsOf(database, 'roadshow'))
  expect((await loadIssues(database.read, 'fresh', NOW)).open.filter(({ code }) => code === 'weekday-mismatch').map(({ subjects }) => subjects.length)).toEqual([3, 2])

  const before = await Promise.all((['person', 'organisation', 'affiliation'] as const).map((table) => database.read.selectFrom(table).select('id').execute()))
  expect(await store(AGENDA)).toMatchObject({ done: true, rows: 10 })
  const title = 'Workshop on “Preparing Dushanbe for a Digital 21st Century”'
  expect(await agendaOf(database, 'fresh', title)).toEqual(await agendaOf(database, 'roadshow', title))
  expect(await Promise.all((['person', 'organisation', 'affiliation'] as const).map((table) => database.read.selectFrom(table).select('id').execute()))).toEqual(before)
  await database.close()
})
