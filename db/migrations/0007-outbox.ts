import type { Dialect } from '#db/dialect.ts'

/** The pace of mail to each domain, and what became of each try. The domain of an address is what stands behind its last @. */
export function up({ ms, strict }: Dialect): string[] {
  return [
    "alter table outbox add column to_domain text not null default ''",
    "update outbox set to_domain = lower(replace(to_address, rtrim(to_address, replace(to_address, '@', '')), ''))",
    `create table mail_domain (domain text primary key not null, free_ms ${ms} not null default 0, refused integer not null default 0, holds integer not null default 0, held_until_ms ${ms},
      last_code integer, last_text text not null default '', paused_by text not null default '', paused_ms ${ms})${strict}`,
    `create table outbox_try (id text primary key not null, outbox_id text not null references outbox(id) on delete cascade, at_ms ${ms} not null, attempt integer not null, kind text not null,
      code integer, text text not null default '')${strict}`,
    'create index outbox_try_mail on outbox_try (outbox_id, id)',
    'create index outbox_urgent on outbox (state, next_ms) where secret = 1',
  ]
}
