/** What must hold in every installation and no constraint can say; each rule returns the rows that break it. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { addressKey } from '#app/domain/people/address.ts'
import { foldKey } from '#app/domain/text.ts'
import { isDay, isZone } from '#app/domain/time.ts'
import type { Database, Db } from '#db/database.server.ts'
import { NODE_TEXT } from '#db/documents.server.ts'
import { isMigrated } from '#db/migrate.server.ts'
import { SEARCHED, searchKeyOf } from '#db/search-keys.server.ts'

export type FaultKind = 'file' | 'schema' | 'foreign-key' | 'dates' | 'instant' | 'other-mission' | 'note-text' | 'excerpt-span' | 'unsent-invitation' | 'torn-sending' | 'queue' | 'revision' | 'search-key' | 'json'
/** `rows` name the table and the row; `text` is what the database itself says. */
export type Fault = { kind: FaultKind; rows: string[]; text?: string }

type Rule = (db: Db) => Promise<string[]>

/** Every fault, the gravest first; [] when all is well. */
export async function findFaults(database: Database): Promise<Fault[]> {
  const file = await faultsOfFile(database)
  if (file.length > 0) return file
  if (!(await isMigrated(database))) return [{ kind: 'schema', rows: [] }]
  const faults: Fault[] = []
  for (const [kind, rule] of Object.entries(RULES)) {
    const rows = await rule(database.read)
    if (rows.length > 0) faults.push({ kind: kind as FaultKind, rows })
  }
  return faults
}

/** Of rows that were written at once, named 'table id': those that break a rule, before anybody sees them. */
export async function findFaultsAmong(db: Db, written: ReadonlySet<string>): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const kind of RULES_OF_ROWS) {
    const rows = (await RULES[kind](db)).filter((row) => written.has(row.split(',')[0] as string))
    if (rows.length > 0) faults.push({ kind, rows })
  }
  return faults
}

const RULES_OF_ROWS = ['dates', 'instant', 'other-mission', 'note-text', 'excerpt-span', 'unsent-invitation', 'search-key', 'json'] as const

/** PostgreSQL watches over its own pages and keys. */
async function faultsOfFile({ dialect, read }: Database): Promise<Fault[]> {
  if (dialect.name !== 'sqlite') return []
  const { rows: pages } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read)
  const broken = pages.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  if (broken.length > 0) return [{ kind: 'file', rows: [], text: broken.slice(0, 3).join('; ') }]
  const { rows: keys } = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(read)
  return keys.length === 0 ? [] : [{ kind: 'foreign-key', rows: keys.map((key) => `${key.table} ${key.rowid} → ${key.parent}`) }]
}

const RULES: Record<Exclude<FaultKind, 'file' | 'schema' | 'foreign-key'>, Rule> = {
  dates: wrongDates, instant: wrongInstants, 'other-mission': strayRows, 'note-text': wrongNotes, 'excerpt-span': wrongSpans, 'unsent-invitation': unsentInvitations,
  'torn-sending': tornSendings, queue: wrongQueue, revision: wrongRevisions, 'search-key': wrongKeys, json: wrongJson,
}

/** Days exist, zones are known, and nothing ends before it begins. */
async function wrongDates(db: Db): Promise<string[]> {
  const missions = await db.selectFrom('mission').select(['id', 'start_day as first', 'end_day as last']).execute()
  const stops = await db.selectFrom('stop').innerJoin('place', 'place.id', 'stop.place_id').select(['stop.id', 'arrive_day as first', 'depart_day as last', 'zone']).execute()
  const sound = ({ first, last }: { first: string; last: string }): boolean => isDay(first) && isDay(last) && first <= last
  return [
    ...missions.filter((row) => !sound(row)).map((row) => `mission ${row.id}`),
    ...stops.filter((row) => !sound(row) || row.zone === null || !isZone(row.zone)).map((row) => `stop ${row.id}`),
  ]
}

/** The stored instant is what the wall clock of the zone says. */
async function wrongInstants(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('engagement').select(['id', 'day', 'start_minute', 'end_minute', 'zone', 'start_ms', 'end_ms']).execute()
  return rows.filter((row) => {
    if (!isDay(row.day) || !isZone(row.zone)) return true
    const { startMs, endMs } = placeSlot({ day: row.day, startMinute: row.start_minute, endMinute: row.end_minute }, row.zone)
    return startMs !== row.start_ms || endMs !== row.end_ms || (startMs !== null && endMs !== null && endMs <= startMs)
  }).map((row) => `engagement ${row.id}`)
}

const BELONGS: [child: string, column: string, parent: string][] = [
  ['engagement', 'stop_id', 'stop'], ['engagement', 'fallback_of_id', 'engagement'], ['engagement_alias', 'engagement_id', 'engagement'], ['agenda_item', 'engagement_id', 'engagement'],
  ['participation', 'engagement_id', 'engagement'], ['participation', 'agenda_item_id', 'agenda_item'], ['outline_node', 'document_id', 'document'], ['note', 'engagement_id', 'engagement'],
  ['excerpt', 'note_id', 'note'], ['excerpt', 'outline_node_id', 'outline_node'], ['finding_dimension', 'finding_id', 'finding'], ['finding_dimension', 'dimension_id', 'dimension'],
  ['finding_outline', 'outline_node_id', 'outline_node'], ['evidence_link', 'excerpt_id', 'excerpt'], ['evidence_link', 'finding_id', 'finding'], ['rating', 'dimension_id', 'dimension'],
  ['invitation', 'engagement_id', 'engagement'], ['outbox', 'invitation_id', 'invitation'], ['outbox', 'dispatch_id', 'dispatch'], ['task', 'engagement_id', 'engagement'], ['task', 'document_id', 'document'], ['document', 'translation_of_id', 'document'], ['attachment', 'engagement_id', 'engagement'], ['attachment', 'note_id', 'note'], ['attachment', 'document_id', 'document'], ['outline_node', 'attachment_id', 'attachment'], ['figure', 'document_id', 'document'], ['figure', 'outline_node_id', 'outline_node'], ['figure', 'attachment_id', 'attachment'], ['abbreviation', 'document_id', 'document'],
  ['hand_out', 'engagement_id', 'engagement'], ['hand_out', 'agenda_item_id', 'agenda_item'], ['hand_out', 'document_id', 'document'], ['task', 'excerpt_id', 'excerpt'], ['received_mail', 'invitation_id', 'invitation'], ['received_mail', 'task_id', 'task'],
]

/** Nothing leads from one mission into another. */
async function strayRows(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const [child, column, parent] of BELONGS) {
    const { rows } = await sql<{ id: Id }>`select c.id from ${sql.table(child)} c join ${sql.table(parent)} p on p.id = c.${sql.ref(column)} where c.mission_id <> p.mission_id`.execute(db)
    found.push(...rows.map((row) => `${child} ${row.id}`))
  }
  return found
}

/** A note says what its current revision says. */
async function wrongNotes(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('note').leftJoin('note_revision', (join) => join.onRef('note_revision.note_id', '=', 'note.id').onRef('note_revision.number', '=', 'note.number'))
    .select(['note.id', 'note.body', 'note_revision.body as kept']).execute()
  return rows.filter((row) => row.body !== row.kept).map((row) => `note ${row.id}`)
}

/** An excerpt's words stand exactly at its span of the text it was marked in. */
async function wrongSpans(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('excerpt').leftJoin('note_revision', (join) => join.onRef('note_revision.note_id', '=', 'excerpt.note_id').onRef('note_revision.number', '=', 'excerpt.note_number'))
    .leftJoin('outline_node', 'outline_node.id', 'excerpt.outline_node_id')
    .select(['excerpt.id', 'excerpt.body', 'excerpt.start_at', 'excerpt.end_at', 'note_revision.body as noted', NODE_TEXT.as('printed')]).execute()
  return rows.filter((row) => row.end_at - row.start_at !== row.body.length || !(row.noted ?? row.printed ?? '').startsWith(row.body, row.start_at)).map((row) => `excerpt ${row.id}`)
}

/** Whoever holds a version by mail has its message in the queue; samples count as sent from the start, and what another installation sent lies there. */
async function unsentInvitations(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('invitation').select('id').where('state', 'in', ['invited', 'cancelled']).where('sent_address', '<>', '').where('brought', '=', 0)
    .where((one) => one.not(one.and([one('sample', '=', 1), one('sequence', '=', 0)])))
    .where((one) => one.not(one.exists(one.selectFrom('outbox').select('outbox.id').whereRef('outbox.fifo_key', '=', 'invitation.uid').whereRef('outbox.fifo_number', '=', 'invitation.sequence')))).execute()
  return rows.map((row) => `invitation ${row.id}`)
}

/** A sending has all of its messages. */
async function tornSendings(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('dispatch').select(['id', 'message_count'])
    .select((one) => one.selectFrom('outbox').select((n) => n.fn.countAll<number>().as('n')).whereRef('outbox.dispatch_id', '=', 'dispatch.id').as('found')).execute()
  return rows.filter((row) => Number(row.found) !== row.message_count).map((row) => `dispatch ${row.id}`)
}

/** What is being sent has an owner and a lease; what was accepted says when. */
async function wrongQueue(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select('id').where((one) => one.or([
    one.and([one('state', '=', 'sending'), one.or([one('owner', 'is', null), one('lease_until_ms', 'is', null)])]),
    one.and([one('state', '=', 'accepted'), one('accepted_ms', 'is', null)]),
    one('state', 'not in', ['queued', 'sending', 'retry', 'accepted', 'failed', 'quarantined', 'cancelled', 'bounced']),
  ])).execute()
  return rows.map((row) => `outbox ${row.id}`)
}

/** No row is older than its last change record. */
async function wrongRevisions(db: Db): Promise<string[]> {
  const tables = await db.selectFrom('change').select('table_name').distinct().execute()
  const found: string[] = []
  for (const { table_name: table } of tables) {
    const { rows } = await sql<{ id: Id }>`select t.id from ${sql.table(table)} t join (select row_id, max(revision) as last from change where table_name = ${table} group by row_id) c
      on c.row_id = t.id where t.revision < c.last`.execute(db)
    found.push(...rows.map((row) => `${table} ${row.id}`))
  }
  return found
}

const KEYED: [table: string, text: string, key: string, make: (text: string) => string][] = [
  ['person', 'name', 'name_key', foldKey], ['person_name', 'name', 'name_key', foldKey], ['organisation', 'name', 'name_key', foldKey], ['organisation_name', 'name', 'name_key', foldKey],
  ['place', 'name', 'name_key', foldKey], ['place_name', 'name', 'name_key', foldKey], ['mission', 'title', 'title_key', foldKey], ['engagement', 'title', 'title_key', foldKey],
  ['engagement_alias', 'title', 'title_key', foldKey], ['document', 'title', 'title_key', foldKey], ['note', 'body', 'body_key', foldKey], ['excerpt', 'body', 'body_key', foldKey],
  ['finding', 'statement', 'statement_key', foldKey], ['account', 'email', 'email_key', addressKey],
]

/** Everything is found under the key of what it says now. */
async function wrongKeys(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const [table, text, key, make] of KEYED) {
    const { rows } = await sql<{ id: Id; text: string; key: string }>`select id, ${sql.ref(text)} as text, ${sql.ref(key)} as key from ${sql.table(table)}`.execute(db)
    found.push(...rows.filter((row) => make(row.text) !== row.key).map((row) => `${table} ${row.id}`))
  }
  const documents = await db.selectFrom('document').select(['id', 'search_key', ...SEARCHED.document]).execute()
  const nodes = await db.selectFrom('outline_node').select(['id', 'search_key', ...SEARCHED.outline_node]).execute()
  found.push(...documents.filter((row) => searchKeyOf('document', row) !== row.search_key).map((row) => `document ${row.id}`))
  found.push(...nodes.filter((row) => searchKeyOf('outline_node', row) !== row.search_key).map((row) => `outline_node ${row.id}`))
  return found
}

const JSON_COLUMNS: [table: string, column: string][] = [
  ['mission', 'aliases'], ['person', 'sample_fields'], ['stop', 'sample_fields'], ['engagement', 'sample_fields'], ['agenda_item', 'sample_fields'], ['task', 'sample_fields'], ['task', 'months'],
  ['rating', 'evidence'], ['finding', 'judged_links'], ['invitation', 'sent_facts'], ['import_text', 'corrections'], ['import_text', 'choices'], ['outbox', 'facts'], ['act', 'facts'], ['change', 'before'], ['change', 'after'],
]

async function wrongJson(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const [table, column] of JSON_COLUMNS) {
    const { rows } = await sql<{ id: Id; text: string }>`select id, ${sql.ref(column)} as text from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db)
    found.push(...rows.filter((row) => !isJson(row.text)).map((row) => `${table} ${row.id}, ${column}`))
  }
  return found
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
