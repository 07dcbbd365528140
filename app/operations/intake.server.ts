import { findCity } from '#app/domain/intake/places.ts'
import { readText } from '#app/domain/intake/read.ts'
import type { Mission } from '#app/domain/roadshow/mission.ts'
import type { Intake } from '#app/operations/import-stops.server.ts'

type Read = ReturnType<Intake['read']>

/** How texts are read for a mission: dates without a year are of its year. */
export function intakeOf({ startDay }: Pick<Mission, 'startDay'>): Intake {
  const defaultYear = Number(startDay.slice(0, 4))
  return {
    read: (body) => remembered(`${defaultYear} ${body}`, () => readText(body, { defaultYear })),
    cityOf: (name) => findCity(name)?.city ?? null,
  }
}

/** A long text takes a second to read, and is asked for again and again while somebody decides about it. */
const REMEMBERED = 12
const readings = new Map<string, Read>()

function remembered(key: string, read: () => Read): Read {
  const found = readings.get(key) ?? read()
  readings.delete(key)
  readings.set(key, found)
  for (const [oldest] of readings) if (readings.size > REMEMBERED) readings.delete(oldest)
  return found
}
