import type { Dialect } from '#db/dialect.ts'

/**
 * Issued editions of papers. What was issued stays as it was: the database itself lets nothing of it change but whether it
 * was withdrawn. The paper lies apart from its face, so that lists never read it.
 */
export function up({ name, ms, strict }: Dialect): string[] {
  return [
    `create table edition (id text primary key not null, mission_id text not null references mission(id) on delete cascade,
      kind text not null, subject text not null, subject_title text not null, audience text not null, language text not null, second text not null default '',
      number integer not null, title text not null, remark text not null default '', change_count integer not null default 0, gap_count integer not null default 0,
      issued_ms ${ms} not null, zone text not null, city text not null, made_ms ${ms} not null, account_name text not null,
      withdrawn_ms ${ms}, withdrawn_by text not null default '', withdrawn_reason text not null default '', revision integer not null default 1,
      check (number > 0), unique (mission_id, kind, subject, audience, language, second, number))${strict}`,
    `create table edition_paper (edition_id text primary key not null references edition(id) on delete cascade, paper text not null, changes text not null, compared integer)${strict}`,
    'create index edition_list on edition (mission_id, id)',
    ...(name === 'sqlite' ? SQLITE_GUARD : POSTGRES_GUARD),
  ]
}

const FROZEN = 'id, mission_id, kind, subject, subject_title, audience, language, second, number, title, remark, change_count, gap_count, issued_ms, zone, city, made_ms, account_name'

const SQLITE_GUARD = [
  `create trigger edition_stays before update of ${FROZEN} on edition begin select raise(abort, 'an edition is never changed, another one follows it'); end`,
  "create trigger edition_paper_stays before update on edition_paper begin select raise(abort, 'an edition is never changed, another one follows it'); end",
]

const POSTGRES_GUARD = [
  `create function guard_edition() returns trigger language plpgsql as $$
    begin
      raise exception 'an edition is never changed, another one follows it';
    end $$`,
  `create trigger edition_stays before update of ${FROZEN} on edition for each row execute function guard_edition()`,
  'create trigger edition_paper_stays before update on edition_paper for each row execute function guard_edition()',
]
