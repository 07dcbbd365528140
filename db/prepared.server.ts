/** Queries that every page asks are put into words once: building and compiling one costs several times what SQLite needs to answer it. */
import type { CompiledQuery } from 'kysely'
import type { Db } from '#db/database.server.ts'

/** Stands in a query where a value will; a query must not look at it. */
class Mark {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Made<R> = { query: CompiledQuery<R>; names: (string | undefined)[] }

/**
 * A query with named values, such as `prepared((db, { id }: { id: Id }) => db.selectFrom('stop').selectAll().where('id', '=', id))`.
 * `build` runs once for each kind of database; it may only hand its values on, not decide by them.
 */
export function prepared<P extends Record<string, unknown>, R>(build: (db: Db, values: P) => { compile(): CompiledQuery<R> }): (db: Db, values: P) => Promise<R[]> {
  const known = new Map<unknown, Made<R>>()
  return async (db, values) => {
    const kind = db.getExecutor().adapter.constructor
    const made = known.get(kind) ?? make(build, db, values)
    known.set(kind, made)
    const parameters = made.query.parameters.map((value, at) => (made.names[at] === undefined ? value : values[made.names[at]]))
    return (await db.executeQuery<R>({ ...made.query, parameters })).rows
  }
}

function make<P extends Record<string, unknown>, R>(build: (db: Db, values: P) => { compile(): CompiledQuery<R> }, db: Db, values: P): Made<R> {
  const marks = Object.fromEntries(Object.keys(values).map((name) => [name, new Mark(name)]))
  const query = build(db, marks as P).compile()
  return { query, names: query.parameters.map((value) => (value instanceof Mark ? value.name : undefined)) }
}
