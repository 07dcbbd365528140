import type { Dialect } from '#db/dialect.ts'

/**
 * Questions that came out of empty cells of stop × dimension × kind of source, each in the engagement that shall answer it.
 * The dimension is no reference: a question stays with its engagement when the mission changes what it assesses.
 */
export function up({ ms, strict }: Dialect): string[] {
  return [
    `create table question (id text primary key not null, mission_id text not null references mission(id) on delete cascade, engagement_id text not null references engagement(id) on delete cascade,
      dimension_id text not null, source_group text not null, body text not null, account_name text not null default '', at_ms ${ms} not null, revision integer not null default 1,
      unique (engagement_id, dimension_id, source_group))${strict}`,
    'create index question_mission on question (mission_id, engagement_id)',
  ]
}
