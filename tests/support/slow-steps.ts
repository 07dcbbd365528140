/** Migrations whose statements take a while, so that a kill finds one in the middle. */
const TABLES = 12
const ROWS = 4_000

function step(name: string, letter: string): { name: string; up(): string[] } {
  return {
    name,
    up: () => Array.from({ length: TABLES }, (_, i) => `${letter}${i}`).flatMap((table) => [
      `create table ${table} (id integer primary key not null, twice integer)`,
      `insert into ${table} (id) with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS}) select i from n`,
      `update ${table} set twice = id * 2`,
      `create index ${table}_twice on ${table} (twice)`,
    ]),
  }
}

export const STEPS = [step('0001-a', 'a'), step('0002-b', 'b')]
/** The tables of each step. */
export const TABLES_OF: Record<string, string[]> = Object.fromEntries([['0001-a', 'a'], ['0002-b', 'b']].map(([name, letter]) => [name, Array.from({ length: TABLES }, (_, i) => `${letter}${i}`)]))
