import type { Dialect } from '#db/dialect.ts'

/** Notes saved while they are written: private ones, every save answered once, when a text was written on the device, and the dimension that marked words speak of. */
export function up({ ms, strict }: Dialect): string[] {
  return [
    'alter table note add column private integer not null default 0',
    'alter table note_revision add column account_id text references account(id)',
    `alter table note_revision add column written_ms ${ms}`,
    'alter table excerpt add column dimension_id text references dimension(id) on delete set null',
    `create table note_save (note_id text not null references note(id) on delete cascade, id text not null, sent_hash text not null, outcome text not null, number integer not null, theirs_number integer,
      primary key (note_id, id))${strict}`,
    'create index note_author on note (engagement_id, author_id)',
  ]
}
