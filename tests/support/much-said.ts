/** A mission with far more notes, excerpts and findings than any has had: the same every time. */
import { foldKey } from '#app/domain/text.ts'
import { instantOf } from '#app/domain/time.ts'
import type { Database, Tx } from '#db/database.server.ts'

const ZONE = 'Asia/Dushanbe'
const DAY = '2027-03-02'
const AT = instantOf(DAY, 600, ZONE).at
const KINDS = ['government', 'city', 'state enterprise', 'donor', 'NGO', 'company', 'university', 'team', '']
const RELATIONS = ['supports', 'supports', 'supports', 'qualifies', 'contradicts', 'context']
const ROWS_AT_ONCE = 400

export type Much = { stops: number; dimensions: number; engagements: number; notes: number; excerpts: number; findings: number }
/** What the readiness and matrix pages shall bear. */
export const MUCH: Much = { stops: 4, dimensions: 7, engagements: 18, notes: 2_000, excerpts: 20_000, findings: 5_000 }

/** Inserts the mission `id` with its coordinator; every excerpt bears on one finding, every second finding on two dimensions. */
export async function fillMuch(database: Database, id: string, accountId: string, much: Much): Promise<void> {
  await database.write(async (tx) => {
    await tx.insertInto('mission').values({ id, slug: id, title: id, title_key: id, start_day: DAY, end_day: '2027-03-12' }).execute()
    await tx.insertInto('membership').values({ id: `${id}-m`, mission_id: id, account_id: accountId, role: 'coordinator' }).execute()
    await frame(tx, id, much)
  })
  await said(database, id, much)
}

async function frame(tx: Tx, id: string, { stops, dimensions, engagements }: Much): Promise<void> {
  for (let n = 0; n < stops; n++) {
    await tx.insertInto('place').values({ id: `${id}-city-${n}`, kind: 'city', name: `City ${n}`, name_key: `city ${n}`, sort_key: `city ${n}`, zone: ZONE }).execute()
    await tx.insertInto('stop').values({ id: `${id}-stop-${n}`, mission_id: id, place_id: `${id}-city-${n}`, position: n + 1, arrive_day: DAY, depart_day: DAY }).execute()
  }
  for (let n = 0; n < dimensions; n++) {
    await tx.insertInto('dimension').values({ id: `${id}-d-${n}`, mission_id: id, framework: 'own', position: n + 1, name: `Dimension ${n}` }).execute()
    await tx.insertInto('rating').values({ id: `${id}-r-${n}`, mission_id: id, dimension_id: `${id}-d-${n}`, number: 1, level: 'low', reason: 'as printed', as_printed: 1, account_name: '' }).execute()
  }
  for (let n = 0; n < engagements; n++) {
    await tx.insertInto('engagement').values({
      id: `${id}-e-${n}`, mission_id: id, stop_id: `${id}-stop-${n % stops}`, kind: 'meeting', title: `Meeting ${n}`, title_key: `meeting ${n}`, status: 'held', day: DAY, start_minute: 600, end_minute: 660, zone: ZONE, start_ms: AT, end_ms: AT + 3_600_000,
    }).execute()
  }
}

async function said(database: Database, id: string, { dimensions, engagements, notes, excerpts, findings }: Much): Promise<void> {
  const whole = { author_name: 'Member, sample', at_ms: AT, account_name: 'Member, sample' }
  await insert(database, 'note', notes, (n) => ({ id: `${id}-n-${n}`, mission_id: id, engagement_id: `${id}-e-${n % engagements}`, author_name: whole.author_name, body: `Sentence ${n}.`, body_key: `sentence ${n}`, created_ms: AT, changed_ms: AT }))
  await insert(database, 'finding', findings, (n) => ({ id: `${id}-f-${n}`, mission_id: id, statement: `Finding ${n}`, statement_key: foldKey(`Finding ${n}`), status: n % 20 === 0 ? 'superseded' : 'reviewed', created_ms: AT + n, account_name: whole.account_name }))
  await insert(database, 'finding_dimension', findings, (n) => ({ id: `${id}-fd-${n}`, mission_id: id, finding_id: `${id}-f-${n}`, dimension_id: `${id}-d-${n % dimensions}` }))
  await insert(database, 'finding_dimension', Math.floor(findings / 2), (n) => ({ id: `${id}-fe-${n}`, mission_id: id, finding_id: `${id}-f-${2 * n}`, dimension_id: `${id}-d-${(2 * n + 3) % dimensions}` }))
  await insert(database, 'excerpt', excerpts, (n) => ({
    id: `${id}-x-${n}`, mission_id: id, note_id: `${id}-n-${n % notes}`, note_number: 1, start_at: 0, end_at: 8, body: `Sentence ${n}.`, body_key: `sentence ${n}`, speaker: 'Director, sample', source_kind: KINDS[n % KINDS.length], kind: 'fact', language: 'en',
    author_name: whole.author_name, at_ms: AT + n,
  }))
  await insert(database, 'evidence_link', excerpts, (n) => ({ id: `${id}-l-${n}`, mission_id: id, excerpt_id: `${id}-x-${n}`, finding_id: `${id}-f-${(n * 7) % findings}`, relation: RELATIONS[n % RELATIONS.length], reason: 'said so', account_name: whole.account_name, at_ms: AT + n }))
}

type Table = 'note' | 'finding' | 'finding_dimension' | 'excerpt' | 'evidence_link'

async function insert(database: Database, table: Table, count: number, rowOf: (n: number) => Record<string, unknown>): Promise<void> {
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, at) => rowOf(from + at))
    await database.write((tx) => tx.insertInto(table).values(rows as never).execute())
  }
}
