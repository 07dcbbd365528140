import type { Dialect } from '#db/dialect.ts'

/** The devices on which a person keeps sealed notes: half of the key of each, which goes when the session that used it last is ended. */
export function up({ ms, strict }: Dialect): string[] {
  return [
    `create table device (account_id text not null references account(id) on delete cascade, id text not null, secret text not null, session_hash text not null,
      created_ms ${ms} not null, seen_ms ${ms} not null, primary key (account_id, id))${strict}`,
    'create index device_session on device (session_hash)',
  ]
}
