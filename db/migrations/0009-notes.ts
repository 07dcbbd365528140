import type { Dialect } from '#db/dialect.ts'

/** What was written to everybody of a sending, and messages that repeat a version that was sent before. */
export function up(_dialect: Dialect): string[] {
  return ["alter table dispatch add column note text not null default ''", 'alter table outbox add column again integer not null default 0']
}
