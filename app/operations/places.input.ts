import { z } from 'zod'
import { isZone } from '#app/domain/time.ts'
import { ENTRY_NAME_MAX } from '#app/operations/directory.input.ts'
import { choice, filled, line, optionalId, revision } from '#app/operations/fields.ts'

export const PLACE_KINDS = ['city', 'venue', 'hotel', 'airport'] as const
export const ADDRESS_MAX = 300

const what = {
  kind: choice(PLACE_KINDS, 'Choose a kind'), name: filled(ENTRY_NAME_MAX, 'Enter the name of the place'), country: line(80), city: optionalId('Choose a city of the directory'),
  zone: line(60).refine((zone) => zone === '' || isZone(zone), 'Enter a zone such as Asia/Dushanbe'), address: line(ADDRESS_MAX),
}
const hasClock = (value: { kind: string; zone: string; city: string | null }): boolean => value.zone !== '' || (value.kind !== 'city' && value.city !== null)
const noClock = { message: 'Enter the zone of its clock, such as Asia/Dushanbe, or choose its city', path: ['zone'] }

export const CreatePlaceInput = z.object(what).refine(hasClock, noClock)
export const EditPlaceInput = z.object({ ...what, revision: revision() }).refine(hasClock, noClock)

export type CreatePlaceInput = z.output<typeof CreatePlaceInput>
export type EditPlaceInput = z.output<typeof EditPlaceInput>
