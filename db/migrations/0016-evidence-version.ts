import type { Dialect } from '#db/dialect.ts'

/** How often what a mission's evidence adds up to has changed: what was counted over all of it stands as long as the number does. */
export function up({ strict }: Dialect): string[] {
  return [
    `create table evidence_version (mission_id text primary key not null references mission(id) on delete cascade, n integer not null)${strict}`,
  ]
}
