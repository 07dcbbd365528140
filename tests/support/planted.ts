/** Texts put into every column that people write words into, straight in the database: what the views then show is theirs alone to make harmless. */
import { sql } from 'kysely'
import { foldKey } from '#app/domain/text.ts'
import type { Database } from '#db/database.server.ts'

export type Column = { table: string; column: string }

/** Tables that hold no words of people, or whose words are JSON that is written by the machine. */
const MACHINE = new Set(['migration', 'session', 'sign_in', 'device', 'rate', 'setting', 'note_save', 'received_source', 'change', 'outbox_try', 'mail_domain', 'feed', 'outline_section', 'edition_paper'])
/** Columns of ids, keys, words out of a list, days, addresses and JSON. */
const NO_WORDS = /^(?:id|.*_id|.*_key|.*_hash|.*kind|status|.*state|role|level|relation|.*zone|.*language|languages|country|.*_day|day|slug|uid|format|answer|.*channel|.*facts|evidence|.*fields|months|aliases|corrections|choices|outcome|secret|email|.*address|domain|printed_day_group|framework.*|attribution|confidentiality|script|verb|noun|code|authenticity|method|proposed|earlier_answer|.*_judged|judged_links|source_group|gathers|currency|origin|mime|sha256|type|.*content_type)$/
/** Words out of a list that go by a name that elsewhere means free words. */
const LISTED = new Set(['document.direction', 'received_mail.reason', 'received_mail.deputy', 'outbox.owner', 'rating.printed_header', 'engagement.interpretation', 'received_mail.sent_by', 'edition.subject', 'edition.audience', 'edition.second', 'published_version.content', 'published_version.changes'])

/** Every column of the database that holds free words; one that a migration adds is among them until it is named above. */
export async function freeColumns({ read }: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`select m.name as "table", p.name as "column" from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and lower(p.type) = 'text' order by m.name, p.cid`.execute(read)
  return rows.filter(({ table, column }) => !MACHINE.has(table) && !table.startsWith('sqlite_') && !NO_WORDS.test(column) && !LISTED.has(`${table}.${column}`))
}

/** Writes a text into each of the columns, in all rows or those of `where`, with the key that it is found by; excerpts become the whole of their text. What guards rows from changes is taken away first. */
export async function plant(database: Database, columns: readonly Column[], textOf: (column: Column) => string): Promise<void> {
  const { rows: keys } = await sql<Column>`select m.name as "table", p.name as "column" from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and p.name like '%\\_key' escape '\\'`.execute(database.read)
  const { rows: guards } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(database.read)
  await database.write(async (tx) => {
    for (const { name } of guards) await sql`drop trigger ${sql.ref(name)}`.execute(tx)
    for (const { table, column } of columns) {
      const text = textOf({ table, column })
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text}`.execute(tx)
      if (keys.some((key) => key.table === table && key.column === `${column}_key`)) await sql`update ${sql.table(table)} set ${sql.ref(`${column}_key`)} = ${foldKey(text)}`.execute(tx)
    }
    await sql`update excerpt set start_at = 0, end_at = length(body)`.execute(tx)
    await sql`update note set number = 1 where number <> 1`.execute(tx)
  })
}
