import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/**
 * The name of a place as of a day, in SQL: the English or language-free name whose validity holds that day, else the
 * name of the row. `place` and `day` name columns of the query, such as 'place' and 'stop.arrive_day'.
 */
export function placeNameOn(place: string, day: string): RawBuilder<string> {
  const id = sql.ref(`${place}.id`)
  const on = sql.ref(day)
  return sql<string>`coalesce((select n.name from place_name n where n.place_id = ${id} and n.language in ('', 'en')
    and n.from_day is not null and n.from_day <= ${on} and (n.to_day is null or n.to_day >= ${on}) order by n.from_day desc limit 1), ${sql.ref(`${place}.name`)})`
}
