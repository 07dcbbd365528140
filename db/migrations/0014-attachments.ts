import type { Dialect } from '#db/dialect.ts'

/** Who came, who was excused, who came instead; and the photos, scans and papers that belong to a note or a meeting, their bytes in pieces. */
export function up({ ms, bytes, strict }: Dialect): string[] {
  return [
    "alter table participation add column attendance text not null default ''",
    "alter table participation add column deputy_name text not null default ''",
    "alter table participation add column deputy_title text not null default ''",
    "update participation set attendance = case attended when 1 then 'present' when 0 then 'absent' else '' end",
    `create table attachment (id text primary key not null, mission_id text not null references mission(id) on delete cascade,
      engagement_id text not null references engagement(id) on delete cascade, note_id text references note(id) on delete cascade,
      name text not null, kind text not null, size integer not null, sha256 text not null, caption text not null default '',
      author_id text references account(id), author_name text not null, created_ms ${ms} not null,
      removed_ms ${ms}, emptied integer not null default 0, sample integer not null default 0, revision integer not null default 1)${strict}`,
    `create table attachment_piece (attachment_id text not null references attachment(id) on delete cascade, position integer not null, bytes ${bytes} not null,
      primary key (attachment_id, position))${strict}`,
    'create index attachment_engagement on attachment (engagement_id, created_ms)',
    'create index attachment_note on attachment (note_id)',
    'create index attachment_mission on attachment (mission_id, removed_ms)',
  ]
}
