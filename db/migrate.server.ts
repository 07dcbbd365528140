/** Our own runner: each migration and its mark are one transaction on both databases, so a kill leaves the old or the new schema. */
import { sql } from 'kysely'
import type { Database, Tx } from '#db/database.server.ts'
import type { Dialect } from '#db/dialect.ts'
import * as first from '#db/migrations/0001-first.ts'
import * as inferred from '#db/migrations/0002-inferred.ts'
import * as imports from '#db/migrations/0003-imports.ts'
import * as holidays from '#db/migrations/0004-holidays.ts'
import * as feeds from '#db/migrations/0005-feeds.ts'
import * as replies from '#db/migrations/0006-replies.ts'
import * as outbox from '#db/migrations/0007-outbox.ts'
import * as corrections from '#db/migrations/0008-corrections.ts'
import * as notes from '#db/migrations/0009-notes.ts'
import * as capture from '#db/migrations/0010-capture.ts'
import * as excerpts from '#db/migrations/0011-excerpts.ts'
import * as assessment from '#db/migrations/0012-assessment.ts'
import * as questions from '#db/migrations/0013-questions.ts'
import * as attachments from '#db/migrations/0014-attachments.ts'
import * as devices from '#db/migrations/0015-devices.ts'
import * as evidenceVersion from '#db/migrations/0016-evidence-version.ts'
import * as editions from '#db/migrations/0017-editions.ts'
import * as register from '#db/migrations/0018-register.ts'
import * as questionnaires from '#db/migrations/0019-questionnaires.ts'
import * as outline from '#db/migrations/0020-outline.ts'
import * as plan from '#db/migrations/0021-plan.ts'
import * as published from '#db/migrations/0022-published.ts'

/** `fill` writes what no statement can say, in the same transaction. */
export type Migration = { name: string; up(dialect: Dialect): string[]; fill?(tx: Tx): Promise<void> }

/** In the order in which they run. */
export const MIGRATIONS: Migration[] = [
  { name: '0001-first', up: first.up },
  { name: '0002-inferred', up: inferred.up },
  { name: '0003-imports', up: imports.up },
  { name: '0004-holidays', up: holidays.up },
  { name: '0005-feeds', up: feeds.up },
  { name: '0006-replies', up: replies.up },
  { name: '0007-outbox', up: outbox.up },
  { name: '0008-corrections', up: corrections.up },
  { name: '0009-notes', up: notes.up },
  { name: '0010-capture', up: capture.up },
  { name: '0011-excerpts', up: excerpts.up },
  { name: '0012-assessment', up: assessment.up },
  { name: '0013-questions', up: questions.up },
  { name: '0014-attachments', up: attachments.up },
  { name: '0015-devices', up: devices.up },
  { name: '0016-evidence-version', up: evidenceVersion.up },
  { name: '0017-editions', up: editions.up },
  { name: '0018-register', up: register.up, fill: register.fill },
  { name: '0019-questionnaires', up: questionnaires.up },
  { name: '0020-outline', up: outline.up },
  { name: '0021-plan', up: plan.up },
  { name: '0022-published', up: published.up },
]

const LOCK = 7_301_145

/** Brings the schema up to date and returns the names that ran. Throws when the database is newer than this code. */
export async function migrate(database: Database, migrations: Migration[] = MIGRATIONS): Promise<string[]> {
  const ran: string[] = []
  for (const migration of migrations) {
    const done = await database.write((tx) => runOne(tx, database.dialect, migration))
    if (done) ran.push(migration.name)
  }
  const unknown = (await marks(database.read)).filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) throw new Error(`The database was made by a newer Caravan (${unknown.join(', ')}). Start that version, or restore a backup.`)
  return ran
}

async function runOne(tx: Tx, dialect: Dialect, migration: Migration): Promise<boolean> {
  if (dialect.name === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx)
  await sql.raw(`create table if not exists migration (name text primary key not null, ran_ms ${dialect.ms} not null)${dialect.strict}`).execute(tx)
  if ((await marks(tx)).includes(migration.name)) return false
  for (const statement of migration.up(dialect)) await sql.raw(statement).execute(tx)
  await migration.fill?.(tx)
  await sql`insert into migration (name, ran_ms) values (${migration.name}, ${Date.now()})`.execute(tx)
  return true
}

async function marks(db: Database['read'] | Tx): Promise<string[]> {
  const found = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  return found.rows.map((row) => row.name)
}

/** True when every migration of this code has run. */
export async function isMigrated(database: Database): Promise<boolean> {
  try {
    const names = await marks(database.read)
    return MIGRATIONS.every((migration) => names.includes(migration.name))
  } catch {
    return false
  }
}
