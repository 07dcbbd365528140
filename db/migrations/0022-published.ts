import type { Dialect } from '#db/dialect.ts'

/**
 * Agendas that anybody with the address may read: each version as it stood when it was published. The secret of an address is made
 * anew from the installation's own and `generation`, so it is stored nowhere and can be shown again. Files of missions that wait until
 * somebody has decided what of them is known already; and invitations that were sent by another installation.
 */
export function up({ ms, bytes, strict }: Dialect): string[] {
  return [
    `create table published_agenda (id text primary key not null, mission_id text not null references mission(id) on delete cascade, engagement_id text references engagement(id) on delete cascade,
      generation integer not null default 1, state text not null default 'open', created_ms ${ms} not null, account_name text not null default '', revision integer not null default 1,
      unique (mission_id, engagement_id))${strict}`,
    `create unique index published_agenda_whole on published_agenda (mission_id) where engagement_id is null`,
    `create table published_version (id text primary key not null, mission_id text not null references mission(id) on delete cascade, published_id text not null references published_agenda(id) on delete cascade,
      number integer not null, content text not null, changes text not null default '[]', at_ms ${ms} not null, account_name text not null, revision integer not null default 1, unique (published_id, number))${strict}`,
    'create index published_version_mission on published_version (mission_id, published_id, number)',
    `create table mission_file (id text not null, position integer not null, account_id text not null references account(id) on delete cascade, name text not null default '', bytes ${bytes} not null, created_ms ${ms} not null,
      primary key (id, position))${strict}`,
    'create index mission_file_age on mission_file (created_ms)',
    'alter table invitation add column brought integer not null default 0',
  ]
}
