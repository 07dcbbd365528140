import type { Dialect } from '#db/dialect.ts'

/** Who writes a section, how far it is, and what fills it where nobody writes it; the figures of a document and what its abbreviations stand for. */
export function up({ strict }: Dialect): string[] {
  return [
    "alter table outline_node add column owner text not null default ''",
    "alter table outline_node add column state text not null default 'empty'",
    "alter table outline_node add column gathers text not null default ''",
    `create table figure (id text primary key not null, mission_id text not null references mission(id) on delete cascade, document_id text not null references document(id) on delete cascade,
      outline_node_id text references outline_node(id), position integer not null, number text not null default '', caption text not null, alt text not null default '',
      attachment_id text references attachment(id) on delete set null, source_line integer, revision integer not null default 1)${strict}`,
    `create table abbreviation (id text primary key not null, mission_id text not null references mission(id) on delete cascade, document_id text not null references document(id) on delete cascade,
      short text not null, words text not null, revision integer not null default 1, unique (document_id, short))${strict}`,
    'create index figure_document on figure (document_id, position)',
    'create index figure_node on figure (outline_node_id)',
    'create index figure_attachment on figure (attachment_id)',
    'create index abbreviation_mission on abbreviation (mission_id)',
    'create index figure_mission on figure (mission_id)',
  ]
}
