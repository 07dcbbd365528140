import { CITY_NAME_MAX, STOP_PERSON_MAX } from '#app/operations/stops.input.ts'
import { ZONE_GROUPS, describeZone } from '#app/domain/roadshow/zones.ts'
import type { Day, Zone } from '#app/domain/time.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { valueOf } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import type { Option } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type KnownCity = { id: string; name: string; country: string; zone: Zone }
type Values = { city?: string; arriveDay?: Day; departDay?: Day; coordinator?: string; liaison?: string }
type StopFieldsProps = { problem?: Problem; values?: Values; cities: readonly KnownCity[]; /** Offsets are shown as of this day. */ onDay: Day }

/** Where a stop is, when, and who looks after it: the fields that adding and editing share. */
export function StopFields({ problem, values = {}, cities, onDay }: StopFieldsProps) {
  return (
    <>
      <CityFields problem={problem} city={values.city} cities={cities} onDay={onDay} />
      <div className="line">
        <TextField name="arriveDay" label="First day" type="date" problem={problem} value={values.arriveDay} required />
        <TextField name="departDay" label="Last day" type="date" problem={problem} value={values.departDay} required />
      </div>
      <TextField name="coordinator" label="Coordinator at this stop" optional problem={problem} value={values.coordinator} maxLength={STOP_PERSON_MAX} autoComplete="off" hint="Name and phone, as they stand on the day sheet" />
      <TextField name="liaison" label="Local liaison" optional problem={problem} value={values.liaison} maxLength={STOP_PERSON_MAX} autoComplete="off" hint="Whoever the city or the ministry named" />
    </>
  )
}

function CityFields({ problem, city, cities, onDay }: Pick<StopFieldsProps, 'problem' | 'cities' | 'onDay'> & { city?: string }) {
  if (cities.length === 0) return <NewCity problem={problem} onDay={onDay} />
  const typed = ['cityName', 'zone', 'country'].some((name) => valueOf(problem, name) !== '' || problem?.errors[name] !== undefined)
  return (
    <>
      <SelectField
        name="city" label="City" problem={problem} value={city ?? ''} hint="Its time zone comes with it"
        options={[{ value: '', label: 'Choose a city' }, ...cities.map((known) => ({ value: known.id, label: cityLabel(known, onDay) }))]}
      />
      <Disclosure words="A city that is not in the list" open={typed}><NewCity problem={problem} onDay={onDay} hint="It counts instead of the list above" /></Disclosure>
    </>
  )
}

function NewCity({ problem, onDay, hint }: Pick<StopFieldsProps, 'problem' | 'onDay'> & { hint?: string }) {
  return (
    <fieldset className="stack tight">
      <legend>New city</legend>
      <TextField name="cityName" label="Name" hint={hint} problem={problem} maxLength={CITY_NAME_MAX} autoComplete="off" />
      <TextField name="country" label="Country" optional problem={problem} maxLength={CITY_NAME_MAX} autoComplete="off" />
      <SelectField name="zone" label="Time zone" problem={problem} value="" hint="The clock that the stop lives by" options={[{ value: '', label: 'Choose' }, ...zoneOptions(onDay)]} />
    </fieldset>
  )
}

/** Zones to choose from, with their offset as of a day. */
function zoneOptions(onDay: Day): Option[] {
  return ZONE_GROUPS.flatMap(({ part, zones }) => zones.map((zone) => ({ value: zone, label: describeZone(zone, onDay), group: part })))
}

function cityLabel({ name, country, zone }: KnownCity, onDay: Day): string {
  const clock = describeZone(zone, onDay).split(', ').at(-1) ?? zone
  return `${name}${country === '' ? '' : `, ${country}`} · ${clock}`
}
