import type { Dialect } from '#db/dialect.ts'

/** The months that a mission's work plan spans, and their year; its rows are tasks. */
export function up({ strict }: Dialect): string[] {
  return [
    `create table plan (id text primary key not null, mission_id text not null unique references mission(id) on delete cascade, from_month integer not null check (from_month between 1 and 12),
      length integer not null check (length between 1 and 12), year integer check (year between 1900 and 2200), source_line integer, revision integer not null default 1)${strict}`,
  ]
}
