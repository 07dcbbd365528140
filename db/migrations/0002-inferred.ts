import type { Dialect } from '#db/dialect.ts'

/** What of an engagement was concluded from the rows around it and not printed. Frozen. */
export function up(_dialect: Dialect): string[] {
  return [`alter table engagement add column inferred_fields text not null default '[]'`]
}
