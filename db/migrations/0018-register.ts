import type { Dialect } from '#db/dialect.ts'
import { fillSearchKeys } from '#db/search-keys.server.ts'
import type { Tx } from '#db/database.server.ts'

const PIECES = 'primary key (attachment_id, position)'

/** A file belongs to a meeting or to a document, in versions; documents have senders, directions and readers; what is handed out at a meeting. */
export function up(dialect: Dialect): string[] {
  const { ms, strict } = dialect
  return [
    'alter table document add column sender_organisation_id text references organisation(id)',
    'alter table document add column sender_person_id text references person(id)',
    "alter table document add column direction text not null default ''",
    "alter table document add column recipient text not null default ''",
    'alter table document add column translation_of_id text references document(id)',
    "alter table document add column confidentiality text not null default 'team'",
    "alter table document add column search_key text not null default ''",
    `alter table document add column created_ms ${ms}`,
    `alter table document add column removed_ms ${ms}`,
    'create index document_mission on document (mission_id, kind, dated_day)',
    'create index document_translation on document (translation_of_id)',
    ...(dialect.name === 'sqlite' ? rebuilt(dialect) : altered()),
    'create index attachment_document on attachment (document_id, created_ms)',
    'create index attachment_sha on attachment (mission_id, sha256)',
    "alter table outline_node add column search_key text not null default ''",
    'alter table outline_node add column attachment_id text references attachment(id) on delete set null',
    'create index node_mission on outline_node (mission_id)',
    'create index node_attachment on outline_node (attachment_id)',
    `create table hand_out (id text primary key not null, mission_id text not null references mission(id) on delete cascade,
      engagement_id text not null references engagement(id) on delete cascade, agenda_item_id text references agenda_item(id) on delete cascade,
      document_id text not null references document(id) on delete cascade, position integer not null, revision integer not null default 1)${strict}`,
    "create unique index hand_out_once on hand_out (engagement_id, document_id, coalesce(agenda_item_id, ''))",
    'create index hand_out_document on hand_out (document_id)',
    'create index hand_out_item on hand_out (agenda_item_id)',
  ]
}

/** The keys of what stands there already are made as those of what comes. */
export async function fill(tx: Tx): Promise<void> {
  await fillSearchKeys(tx)
}

const ONE_OWNER = 'check ((engagement_id is null) <> (document_id is null))'
const NOTE_OF_MEETING = 'check (note_id is null or engagement_id is not null)'

/** SQLite takes no constraint off a column: new tables take the rows, the pieces first, because dropping a table takes along what refers to it. */
function rebuilt({ ms, bytes, strict }: Dialect): string[] {
  const kept = 'id, mission_id, engagement_id, note_id, name, kind, size, sha256, caption, author_id, author_name, created_ms, removed_ms, emptied, sample, revision'
  return [
    `create table attachment_next (id text primary key not null, mission_id text not null references mission(id) on delete cascade,
      engagement_id text references engagement(id) on delete cascade, note_id text references note(id) on delete cascade, document_id text references document(id) on delete cascade,
      name text not null, kind text not null, size integer not null, sha256 text not null, caption text not null default '',
      author_id text references account(id), author_name text not null, created_ms ${ms} not null,
      removed_ms ${ms}, emptied integer not null default 0, sample integer not null default 0,
      series_id text, version integer not null default 1, text_state text not null default '', revision integer not null default 1, ${ONE_OWNER}, ${NOTE_OF_MEETING})${strict}`,
    `insert into attachment_next (${kept}) select ${kept} from attachment`,
    `create table attachment_piece_next (attachment_id text not null references attachment_next(id) on delete cascade, position integer not null, bytes ${bytes} not null, ${PIECES})${strict}`,
    'insert into attachment_piece_next (attachment_id, position, bytes) select attachment_id, position, bytes from attachment_piece',
    'drop table attachment_piece',
    'drop table attachment',
    'alter table attachment_next rename to attachment',
    'alter table attachment_piece_next rename to attachment_piece',
    'create index attachment_engagement on attachment (engagement_id, created_ms)',
    'create index attachment_note on attachment (note_id)',
    'create index attachment_mission on attachment (mission_id, removed_ms)',
  ]
}

function altered(): string[] {
  return [
    'alter table attachment alter column engagement_id drop not null',
    'alter table attachment add column document_id text references document(id) on delete cascade',
    'alter table attachment add column series_id text',
    'alter table attachment add column version integer not null default 1',
    "alter table attachment add column text_state text not null default ''",
    `alter table attachment add constraint attachment_one_owner ${ONE_OWNER}`,
    `alter table attachment add constraint attachment_note_of_meeting ${NOTE_OF_MEETING}`,
  ]
}
