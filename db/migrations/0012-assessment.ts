import type { Dialect } from '#db/dialect.ts'

/**
 * Dimensions know the version of their framework, ratings keep it with the name that the dimension had; the confidence of a
 * finding is judged; tasks come out of what was said. The database itself keeps ratings as they were given, each with a reason.
 */
export function up({ name, ms }: Dialect): string[] {
  return [
    "alter table dimension add column framework_version text not null default ''",
    "alter table dimension add column framework_key text not null default ''",
    "alter table rating add column framework text not null default ''",
    "alter table rating add column framework_version text not null default ''",
    "alter table rating add column dimension_name text not null default ''",
    'update rating set framework = (select d.framework from dimension d where d.id = rating.dimension_id), dimension_name = (select d.name from dimension d where d.id = rating.dimension_id)',
    ...(name === 'sqlite' ? SQLITE_GUARD : POSTGRES_GUARD),
    "alter table finding add column evidence_judged text not null default ''",
    "alter table finding add column agreement_judged text not null default ''",
    "alter table finding add column judged_reason text not null default ''",
    "alter table finding add column judged_by text not null default ''",
    `alter table finding add column judged_ms ${ms}`,
    "alter table finding add column judged_links text not null default '[]'",
    'alter table task add column excerpt_id text references excerpt(id)',
    'alter table task add column organisation_id text references organisation(id)',
    "alter table task add column details text not null default ''",
    'alter table task add column sample integer not null default 0',
    `alter table task add column created_ms ${ms}`,
    "alter table task add column created_by text not null default ''",
    `alter table task add column settled_ms ${ms}`,
    'create index task_list on task (mission_id, status, due_day, id)',
    'create index task_engagement on task (engagement_id)',
    'create index task_excerpt on task (excerpt_id)',
    'create index task_organisation on task (organisation_id)',
  ]
}

const SQLITE_GUARD = [
  "create trigger rating_needs_reason before insert on rating when trim(new.reason) = '' begin select raise(abort, 'a rating needs a reason'); end",
  "create trigger rating_stays before update on rating begin select raise(abort, 'a rating is never changed, another one follows it'); end",
]

const POSTGRES_GUARD = [
  `create function guard_rating() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then raise exception 'a rating is never changed, another one follows it'; end if;
      if trim(new.reason) = '' then raise exception 'a rating needs a reason'; end if;
      return new;
    end $$`,
  'create trigger guard_rating before insert or update on rating for each row execute function guard_rating()',
]
