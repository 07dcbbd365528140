import type { Dialect } from '#db/dialect.ts'

/** How invited people say their names and titles should read, until somebody takes it over; and by which way an answer came in. */
export function up({ ms, strict }: Dialect): string[] {
  return [
    `create table correction (id text primary key not null, mission_id text not null references mission(id) on delete cascade, person_id text not null references person(id) on delete cascade,
      invitation_id text references invitation(id), affiliation_id text, state text not null default 'open', honorific text not null default '', name text not null, title text not null default '',
      honorific_before text not null default '', name_before text not null, title_before text not null default '', word text not null default '', at_ms ${ms} not null,
      settled_by text not null default '', settled_ms ${ms}, revision integer not null default 1)${strict}`,
    'create index correction_mission on correction (mission_id, state, id)',
    'create index correction_person on correction (person_id)',
    'create index correction_invitation on correction (invitation_id)',
    "alter table received_mail add column channel text not null default 'mail'",
  ]
}
