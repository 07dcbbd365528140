import type { Dialect } from '#db/dialect.ts'

/** Mail that came in: answers, proposals, delivery reports, and what a person has to look at. */
export function up({ ms, bytes, strict }: Dialect): string[] {
  return [
    `create table received_mail (id text primary key not null, mission_id text references mission(id) on delete cascade, invitation_id text references invitation(id),
      outbox_id text references outbox(id), task_id text references task(id), kind text not null, state text not null, reason text not null default '', dedupe_key text not null unique,
      message_id text not null default '', from_name text not null default '', from_address text not null default '', subject text not null default '', sent_ms ${ms}, received_ms ${ms} not null,
      method text not null default '', uid text not null default '', sequence integer, stamp_ms ${ms}, answer text not null default 'none', word text not null default '', sent_by text not null default '',
      deputy text not null default '', start_ms ${ms}, end_ms ${ms}, proposed text not null default '', authenticity text not null default 'none', body text not null default '', size integer not null,
      settled_by text not null default '', settled_ms ${ms}, sample integer not null default 0, revision integer not null default 1)${strict}`,
    `create table received_source (mail_id text primary key not null references received_mail(id) on delete cascade, bytes ${bytes} not null)${strict}`,
    'create index received_mail_mission on received_mail (mission_id, state, id)',
    'create index received_mail_invitation on received_mail (invitation_id)',
    'create index received_mail_uid on received_mail (uid)',
    'create index received_mail_task on received_mail (task_id)',
    'create index received_mail_outbox on received_mail (outbox_id)',
    `alter table invitation add column answer_stamp_ms ${ms}`,
    'alter table invitation add column answer_unverified integer not null default 0',
  ]
}
