import { z } from 'zod'
import { isZone } from '#app/domain/time.ts'
import { choice, day, line, optionalId, revision, ticked } from '#app/operations/fields.ts'

export const CITY_NAME_MAX = 80
export const STOP_PERSON_MAX = 160

const timeZone = line(64).refine((text) => text === '' || text === 'UTC' || isZone(text), 'Choose a time zone from the list')
const fields = {
  /** A city of the directory, unless a new one is named. */
  city: optionalId('Choose a city from the list'), cityName: line(CITY_NAME_MAX), country: line(CITY_NAME_MAX), zone: timeZone,
  arriveDay: day(), departDay: day(), coordinator: line(STOP_PERSON_MAX), liaison: line(STOP_PERSON_MAX),
}
type Fields = { city: string | null; cityName: string; zone: string; arriveDay: string; departDay: string }

const LONGEST_MS = 366 * 86_400_000
const inOrder = ({ arriveDay, departDay }: Fields): boolean => departDay >= arriveDay && Date.parse(departDay) - Date.parse(arriveDay) <= LONGEST_MS
const endsLater = { message: 'Enter a last day on or after the first, within a year', path: ['departDay'] }
const hasCity = ({ city, cityName }: Fields): boolean => city !== null || cityName !== ''
const needsCity = { message: 'Choose a city, or name a new one', path: ['city'] }
const hasZone = ({ cityName, zone }: Fields): boolean => cityName === '' || zone !== ''
const needsZone = { message: 'Choose the time zone of the new city', path: ['zone'] }

export const NewStopInput = z.object(fields).refine(hasCity, needsCity).refine(hasZone, needsZone).refine(inOrder, endsLater)

/** `place` is 1 for the first stop of the route; `moveClocks` says that somebody read how the engagements' moments shift. */
export const EditStopInput = z.object({
  ...fields, revision: revision(), place: z.coerce.number({ error: 'Choose a place in the route' }).int().min(1).max(500), moveClocks: ticked(),
}).refine(hasCity, needsCity).refine(hasZone, needsZone).refine(inOrder, endsLater)

export const ReorderStopInput = z.object({ go: choice(['earlier', 'later']) })
export const RemoveStopInput = z.object({ revision: revision() })

export type NewStopInput = z.output<typeof NewStopInput>
export type EditStopInput = z.output<typeof EditStopInput>
export type ReorderStopInput = z.output<typeof ReorderStopInput>
export type RemoveStopInput = z.output<typeof RemoveStopInput>
