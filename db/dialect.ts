/** The few words in which SQLite and PostgreSQL differ in a migration. */
export type Dialect = { name: 'sqlite' | 'postgres'; ms: string; bytes: string; strict: string }

export const SQLITE: Dialect = { name: 'sqlite', ms: 'integer', bytes: 'blob', strict: ' strict' }
export const POSTGRES: Dialect = { name: 'postgres', ms: 'bigint', bytes: 'bytea', strict: '' }
