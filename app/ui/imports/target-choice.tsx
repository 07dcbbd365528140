import { count } from '#app/domain/text.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import type { Placed } from '#app/ui/engagements/when.tsx'
import { KIND_OPTIONS } from '#app/ui/engagements/engagement-fields.tsx'
import { FIRST_STATUSES } from '#app/operations/engagements.input.ts'

type Target = Placed & { id: string; title: string; lang?: string | undefined; items: number; /** Why it may be this one. */ why: string }
export type TargetView = {
  targets: readonly Target[]
  chosen: string
  likely: string | null
  stop: string
  stops: readonly { value: string; label: string }[]
  kind: string
  status: string
  /** A new stop needs a clock that nobody knows yet. */
  zone: { field: string; value: string; city: string } | null
}

const SHOWN = 2

/** To which engagement the agenda belongs; the likely one is chosen and says why. */
export function TargetChoice({ view, zones }: { view: TargetView; zones: readonly string[] }) {
  const { targets, chosen } = view
  const first = targets.filter(({ id }, at) => at < SHOWN || id === chosen)
  const more = targets.filter((target) => !first.includes(target))
  return (
    <Section id="target" title="Where it goes">
      <fieldset>
        <legend className="vh">Engagement of this agenda</legend>
        {first.map((target) => <TargetRow key={target.id} target={target} view={view} />)}
        <label className="pick">
          <input type="radio" name="target" value="new" defaultChecked={chosen === 'new'} />
          <span>A new engagement{chosen === 'new' && view.likely === null && <> <b className="likely">likely</b></>}</span>
          <small>{targets.length === 0 ? 'This mission has none yet.' : 'With this agenda, its day and its hours.'}</small>
        </label>
      </fieldset>
      {chosen === 'new' ? <NewFields view={view} zones={zones} /> : <Disclosure words="Stop and kind, should it be a new one"><NewFields view={view} zones={zones} /></Disclosure>}
      {more.length > 0 && <Disclosure words={count(more.length, 'other engagement', 'other engagements')}><div role="group" aria-label="Other engagements">{more.map((target) => <TargetRow key={target.id} target={target} view={view} />)}</div></Disclosure>}
    </Section>
  )
}

function TargetRow({ target, view: { chosen, likely } }: { target: Target; view: TargetView }) {
  const { id, title, lang, items, why } = target
  return (
    <label className="pick">
      <input type="radio" name="target" value={id} defaultChecked={chosen === id} />
      <span><span lang={lang}>{title}</span>{likely === id && <> <b className="likely">likely</b></>}</span>
      <small><EngagementWhen at={target} />{items > 0 && ` · has an agenda of ${count(items, 'item', 'items')}`}{why !== '' && ` · ${why}`}</small>
    </label>
  )
}

function NewFields({ view: { stop, stops, kind, status, zone }, zones }: { view: TargetView; zones: readonly string[] }) {
  return (
    <div className="line times">
      <SelectField name="stop" label="Stop" value={stop} options={stops} />
      <SelectField name="kind" label="Kind" value={kind} options={KIND_OPTIONS} />
      <SelectField name="status" label="Status" value={status} options={FIRST_STATUSES.map((value) => ({ value, label: value }))} />
      {zone && <ZoneField {...zone} zones={zones} />}
    </div>
  )
}

/** The clock of a city that the directory does not know. */
export function ZoneField({ field, value, city, zones }: { field: string; value: string; city: string; zones: readonly string[] }) {
  return <SelectField name={field} label={`Clock of ${city}`} value={value} options={[{ value: '', label: 'Choose its time zone' }, ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))]} />
}
