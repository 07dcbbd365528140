import type { Dialect } from '#db/dialect.ts'

/** Calendar feeds, known by the hash of their secret alone, and a number that grows with every act, by which a feed knows that nothing happened. */
export function up({ ms, strict }: Dialect): string[] {
  return [
    `create table feed (id text primary key not null, mission_id text not null references mission(id) on delete cascade, kind text not null, subject_id text not null,
      token_hash text not null unique, account_name text not null default '', created_ms ${ms} not null, revision integer not null default 1)${strict}`,
    'create index feed_mission on feed (mission_id, kind, subject_id)',
    `create table act_count (id integer primary key not null, n ${ms} not null)${strict}`,
    'insert into act_count (id, n) values (1, 0)',
  ]
}
