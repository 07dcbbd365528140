/** Every query of `db/` runs on both databases and gives the same: SQL that only one of them understands, or orders otherwise, fails here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { SEARCH_GROUPS } from '#db/search.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import type { Postgres } from '#tests/support/postgres.ts'

type Query = (...args: unknown[]) => Promise<unknown>
const MODULES = import.meta.glob<Record<string, unknown>>('/db/*.server.ts', { eager: true })
const READS = /^(list|load|find|count|search|describe|weigh|texts?)[A-Z]/

/** What an argument of a name is in the demo. One that is not known here is an id of nothing: the query still has to run. */
const ARGUMENTS: Record<string, unknown> = {
  missionId: 'roadshow', requestId: 'nothing', engagementId: 'a10', stopId: 'stop-dushanbe', noteId: 'sample-note-enterprise', documentId: 'charter', nodeId: 'charter-2', findingId: 'sample-f1', excerptId: 'sample-x01',
  linkId: 'sample-f1-link-1', dimensionId: 'dimension-4', personId: 'p06', organisationId: 'o04', placeId: 'place-dushanbe', holidayId: 'holiday-001', accountId: 'demo-coordinator', attachmentId: 'nothing', reader: 'demo-coordinator', actId: 'nothing', itemId: 'ag05',
  slug: 'smart-city-regional-roadshow', now: Date.UTC(2020, 1, 10), nowMs: Date.UTC(2020, 1, 10), untilMs: Date.UTC(2020, 1, 10), clockMs: Date.UTC(2020, 1, 10), day: '2020-02-04', fromDay: '2020-01-29', toDay: '2020-02-07',
  text: 'Маҷидӣ', name: 'World Bank', nameKey: 'dushanbe', key: 'dushanbe', zone: 'Asia/Dushanbe', page: 1, limit: 20, offset: 0, each: 2, numbers: [1], number: 1, statuses: ['confirmed', 'held'], having: 'agenda_item', organisationIds: ['o04'], body: 'Sample', states: ['queued'], filter: {}, editionId: 'nothing', series: { kind: 'persons-met', subject: 'mission', audience: 'team', language: 'en', second: '' },
  missionIds: ['roadshow'], documentIds: ['charter'], nodeIds: ['charter-2', 'technical-note-30'], names: ['WB', 'World Bank'], level: 'team', paper: { title: 'Charter', number: '640', day: '2019-10-18', language: 'tg' }, findingIds: ['sample-f1', 'sample-f2'], excerptIds: ['sample-x02', 'sample-x08'], linkIds: ['sample-f1-link-1'], personIds: ['p01', 'p06'], engagementIds: ['a10', 'a13'],
  dimensionIds: ['dimension-4'], today: '2020-02-01', taskId: 'sample-t2', tasks: [{ id: 'sample-t2', status: 'open', engagement_id: 'a08', organisation_id: null, meeting_kind: 'meeting', meeting_status: 'tentative', day: '2020-02-03', start_minute: null }],
  which: { engagementId: 'a10', noteId: 'sample-note-enterprise', reader: 'demo-coordinator' },
  asked: { text: 'city', day: '2020-02-04', limit: 20, offset: 0 },
  excerpt: { note_id: 'sample-note-enterprise', note_number: 1, note_now: 1, outline_node_id: null }, place: { note_id: 'sample-note-enterprise', note_number: 1, start_at: 121, end_at: 155 },
}
/** An argument that is one of several words: the query runs with each. */
const CHOICES: Record<string, readonly unknown[]> = { group: SEARCH_GROUPS }
/** 'id' and 'ids' are those of the module's own noun. */
const OWN_ID: Record<string, string> = { engagements: 'a10', stops: 'stop-dushanbe', people: 'p06', candidates: 'p06', organisations: 'o04', places: 'place-dushanbe', holidays: 'holiday-001', findings: 'sample-f1' }

const QUERIES = Object.entries(MODULES).flatMap(([file, module]) => {
  const noun = /([\w-]+)\.server\.ts$/.exec(file)?.[1] ?? ''
  return Object.entries(module).flatMap(([name, value]) => {
    if (typeof value !== 'function' || !READS.test(name)) return []
    const [first, ...names] = parametersOf(value)
    if (first !== 'db') return []
    const choice = names.find((each) => each in CHOICES)
    return (choice === undefined ? [undefined] : (CHOICES[choice] ?? [])).map((chosen) => ({
      name: `${noun}: ${name}${chosen === undefined ? '' : ` ${String(chosen)}`}`, query: value as Query, args: names.map((each) => (each === choice ? chosen : argumentOf(each, noun))),
    }))
  })
})

/** The names of a function's parameters; one that is taken apart in place is ''. */
function parametersOf(value: Function): string[] {
  const text = /^(?:async )?function \w*\(([\s\S]*?)\) \{/.exec(String(value))?.[1] ?? ''
  return text.replace(/\{[^{}]*\}/g, '').split(',').map((each) => (each.split('=')[0] ?? '').trim())
}

function argumentOf(name: string, noun: string): unknown {
  if (name === '') return { name: 'Yusuf Majidi', email: 'y.majidi@example.org', typed: 'Majidi', text: 'Majidi', missionId: 'roadshow', slug: 'smart-city-regional-roadshow' }
  if (name === 'id') return OWN_ID[noun] ?? 'nothing'
  if (name === 'ids') return [OWN_ID[noun] ?? 'nothing', 'sample-f2']
  return name in ARGUMENTS ? ARGUMENTS[name] : 'nothing'
}

/** Comparable: without the ids and secrets that chance made. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each].toSorted() : each instanceof Set ? [...each].toSorted() : each)) ?? 'undefined'
  return text === 'undefined' ? undefined : JSON.parse(text.replace(/\b[0-9a-z]{26}\b|\b[0-9a-f]{32}\b/g, '#'))
}

describe('every query', () => {
  let server: Postgres
  let folder = ''
  let sqlite: Database
  let postgres: Database

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'caravan-queries-'))
    server = await startPostgres()
    sqlite = openDatabase(`file:${join(folder, 'caravan.db')}`)
    postgres = openDatabase((await server.create()).url)
    for (const database of [sqlite, postgres]) {
      await migrate(database)
      await seedDemo(database, Date.UTC(2026, 10, 25))
    }
  })
  afterAll(async () => {
    await sqlite.close()
    await postgres.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is found', () => {
    expect(QUERIES.length).toBeGreaterThan(60)
  })

  it.each(QUERIES)('gives the same: $name', async ({ query, args }) => {
    const [one, other] = [await query(sqlite.read, ...args), await query(postgres.read, ...args)]
    expect(plain(other)).toEqual(plain(one))
  })
})
