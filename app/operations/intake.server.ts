import { findCity } from '#app/domain/intake/places.ts'
import { readText } from '#app/domain/intake/read.ts'
import type { Mission } from '#app/domain/roadshow/mission.ts'
import type { Intake } from '#app/operations/import-stops.server.ts'

/** How texts are read for a mission: dates without a year are of its year. */
export function intakeOf({ startDay }: Pick<Mission, 'startDay'>): Intake {
  return {
    read: (body) => readText(body, { defaultYear: Number(startDay.slice(0, 4)) }),
    cityOf: (name) => findCity(name)?.city ?? null,
  }
}
