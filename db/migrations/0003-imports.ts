import type { Dialect } from '#db/dialect.ts'

/** Pasted and uploaded texts with what was decided about their reading; talks without a time, and rooms side by side, under an agenda item. */
export function up({ ms, strict }: Dialect): string[] {
  return [
    `create table import_text (id text primary key not null, mission_id text not null references mission(id) on delete cascade,
      account_id text references account(id), account_name text not null, source_name text not null default '', format text not null default 'text',
      body text not null, kind text not null, title text not null default '', row_count integer not null default 0, target_id text,
      corrections text not null default '[]', choices text not null default '{}', state text not null default 'open', act_id text,
      created_ms ${ms} not null, changed_ms ${ms} not null, revision integer not null default 1)${strict}`,
    'create index import_text_mission on import_text (mission_id, created_ms)',
    `alter table agenda_item add column details text not null default ''`,
    `alter table agenda_item add column track text not null default ''`,
  ]
}
