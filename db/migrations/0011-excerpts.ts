import type { Dialect } from '#db/dialect.ts'

/** Who of the directory said the words of an excerpt and for which body, who may read them, and who translated and reviewed them. */
export function up({ ms }: Dialect): string[] {
  return [
    'alter table excerpt add column speaker_id text references person(id) on delete set null',
    "alter table excerpt add column institution text not null default ''",
    "alter table excerpt add column confidentiality text not null default 'team'",
    "alter table excerpt add column translated_by text not null default ''",
    `alter table excerpt add column translated_ms ${ms}`,
    "alter table excerpt add column reviewed_by text not null default ''",
    `alter table excerpt add column reviewed_ms ${ms}`,
    "update excerpt set attribution = 'institution' where attribution = 'organisation'",
    "update excerpt set translated_by = author_name, translated_ms = at_ms where translation <> ''",
    'create index excerpt_speaker on excerpt (speaker_id)',
  ]
}
