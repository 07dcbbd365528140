/** What the forms of the directory hold: people, organisations, places, and what these share. */
import { z } from 'zod'
import { isTenure } from '#app/domain/people/tenure.ts'
import type { Tenure } from '#app/domain/people/tenure.ts'
import { HOLIDAY_DAYS_MAX, HOLIDAY_KINDS } from '#app/domain/roadshow/days-off.ts'
import { daysBetween, isZone } from '#app/domain/time.ts'
import { choice, day, filled, id, line, optionalDay, optionalEmail, optionalId, prose, revision, ticked } from '#app/operations/fields.ts'

export const ENTRY_NAME_MAX = 300
/** Languages that a name may be marked with; '' where it belongs to none or to all. */
export const NAME_LANGUAGES = ['', 'en', 'ru', 'tg', 'kk', 'ky', 'uz', 'ko', 'fa', 'fr', 'de'] as const

const language = () => choice(NAME_LANGUAGES, 'Choose a language, or none')
const days = { fromDay: optionalDay(), toDay: optionalDay() }
const inOrder = { message: 'Enter a last day that is not before the first', path: ['toDay'] }
const areInOrder = (value: Tenure): boolean => isTenure(value)

/** A further name of an organisation or a place, in a language, for a time. */
export const AddEntryNameInput = z.object({ name: filled(ENTRY_NAME_MAX, 'Enter the name'), language: language(), ...days }).refine(areInOrder, inOrder)

export const RemoveEntryNameInput = z.object({ name: id(), revision: revision() })

/** Which entry goes into which, as both stood on the page that showed what comes together. */
export const MergeInput = z.object({ other: id('Choose the other entry'), revision: revision(), otherRevision: revision() })

/** A name that is looked up in the directory. */
const entryName = () => line(ENTRY_NAME_MAX)

/** Two entries whose names are alike and which are not the same. */
export const KeepApartInput = z.object({ one: id('Choose two entries'), two: id('Choose two entries') })

export type AddEntryNameInput = z.output<typeof AddEntryNameInput>
export type RemoveEntryNameInput = z.output<typeof RemoveEntryNameInput>
export type MergeInput = z.output<typeof MergeInput>
export type KeepApartInput = z.output<typeof KeepApartInput>

export const HONORIFIC_MAX = 30
export const REMARK_MAX = 2_000
export const PHONE_MAX = 60
/** As long as what may be printed at an appearance. */
export const PERSON_NAME_MAX = 160
export const TITLE_MAX = 300

const who = { honorific: line(HONORIFIC_MAX), name: filled(PERSON_NAME_MAX, 'Enter the name as it is printed'), languages: line(120) }
const contact = { email: optionalEmail(), phone: line(PHONE_MAX), remark: prose(REMARK_MAX) }

/** `anyway`: somebody else than the similar names that were shown. */
export const CreatePersonInput = z.object({ ...who, ...contact, title: line(TITLE_MAX), organisation: entryName(), anyway: ticked() })
  .refine((value) => value.organisation === '' || value.title !== '', { message: 'Enter the title in this organisation', path: ['title'] })

/** `contact` says that the form showed e-mail, phone and remark; without it they stay as they are. */
export const EditPersonInput = z.object({ ...who, ...contact, contact: ticked(), revision: revision() })

export const AddPersonNameInput = z.object({ name: filled(PERSON_NAME_MAX, 'Enter the other spelling'), language: language() })

export const RemovePersonNameInput = z.object({ name: id(), revision: revision() })

const titleHeld = { title: filled(TITLE_MAX, 'Enter the title'), organisation: entryName(), ...days }

export const AddTitleInput = z.object(titleHeld).refine(areInOrder, inOrder)
export const EditTitleInput = z.object({ ...titleHeld, revision: revision() }).refine(areInOrder, inOrder)
export const RemoveTitleInput = z.object({ affiliation: id(), revision: revision() })

export type CreatePersonInput = z.output<typeof CreatePersonInput>
export type EditPersonInput = z.output<typeof EditPersonInput>
export type AddPersonNameInput = z.output<typeof AddPersonNameInput>
export type RemovePersonNameInput = z.output<typeof RemovePersonNameInput>
export type AddTitleInput = z.output<typeof AddTitleInput>
export type EditTitleInput = z.output<typeof EditTitleInput>
export type RemoveTitleInput = z.output<typeof RemoveTitleInput>

export const ORGANISATION_KINDS = ['government', 'state enterprise', 'city', 'donor', 'NGO', 'company', 'university', 'other'] as const

const body = {
  name: filled(ENTRY_NAME_MAX, 'Enter the name of the organisation'), kind: choice(ORGANISATION_KINDS, 'Choose a kind'), country: line(80),
  parent: entryName(), successor: entryName(),
}

/** `anyway`: another one than the similar names that were shown. */
export const CreateOrganisationInput = z.object({ ...body, anyway: ticked() })
export const EditOrganisationInput = z.object({ ...body, revision: revision() })

export type CreateOrganisationInput = z.output<typeof CreateOrganisationInput>
export type EditOrganisationInput = z.output<typeof EditOrganisationInput>

export const PLACE_KINDS = ['city', 'venue', 'hotel', 'airport'] as const
export const ADDRESS_MAX = 300

const spot = {
  kind: choice(PLACE_KINDS, 'Choose a kind'), name: filled(ENTRY_NAME_MAX, 'Enter the name of the place'), country: line(80), city: optionalId('Choose a city of the directory'),
  zone: line(60).refine((zone) => zone === '' || isZone(zone), 'Enter a zone such as Asia/Dushanbe'), address: line(ADDRESS_MAX),
}
const hasClock = (value: { kind: string; zone: string; city: string | null }): boolean => value.zone !== '' || (value.kind !== 'city' && value.city !== null)
const noClock = { message: 'Enter the zone of its clock, such as Asia/Dushanbe, or choose its city', path: ['zone'] }

export const CreatePlaceInput = z.object(spot).refine(hasClock, noClock)
/** `moveClocks` says that somebody read how the engagements' moments shift with another zone. */
export const EditPlaceInput = z.object({ ...spot, revision: revision(), moveClocks: ticked() }).refine(hasClock, noClock)

export type CreatePlaceInput = z.output<typeof CreatePlaceInput>
export type EditPlaceInput = z.output<typeof EditPlaceInput>

/** A row of the table of public holidays. `everyYear` counts from the year of `startDay` on. */
const holiday = {
  country: filled(80, 'Enter the country as it stands at its places'), name: filled(ENTRY_NAME_MAX, 'Enter what the day is called'), kind: choice(HOLIDAY_KINDS), startDay: day(), endDay: optionalDay(),
  everyYear: ticked(), untilYear: line(4).refine((text) => text === '' || /^(19|2[01])\d\d$/.test(text), 'Enter a year such as 2021, or leave it empty').transform((text) => (text === '' ? null : Number(text))),
  source: line(300), verified: ticked(),
}
type Stretch = { startDay: string; endDay: string | null }
const runsForward = ({ startDay, endDay }: Stretch): boolean => endDay === null || endDay >= startDay
const shortEnough = ({ startDay, endDay }: Stretch): boolean => endDay === null || endDay < startDay || daysBetween(startDay, endDay) < HOLIDAY_DAYS_MAX
const backwards = { message: 'Enter a last day on or after the first, or leave it empty', path: ['endDay'] }
const tooLong = { message: `Enter at most ${HOLIDAY_DAYS_MAX} days in a row`, path: ['endDay'] }
const sourced = { message: 'Say where it was checked, such as the number of the decree', path: ['source'] }

export const AddHolidayInput = z.object(holiday).refine(runsForward, backwards).refine(shortEnough, tooLong).refine((value) => !value.verified || value.source !== '', sourced)
export const EditHolidayInput = z.object({ ...holiday, revision: revision() }).refine(runsForward, backwards).refine(shortEnough, tooLong).refine((value) => !value.verified || value.source !== '', sourced)
export const RemoveHolidayInput = z.object({ holiday: id(), revision: revision() })

export type AddHolidayInput = z.output<typeof AddHolidayInput>
export type EditHolidayInput = z.output<typeof EditHolidayInput>
export type RemoveHolidayInput = z.output<typeof RemoveHolidayInput>
