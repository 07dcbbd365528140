import type { InvitationFacts, Slot } from '#app/domain/calendar/facts.ts'
import { dayWords, hoursWords, slotWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { datetimeOf, formatDayShort, formatOffset, formatRange, instantOf, offsetOf, wallOf } from '#app/domain/time.ts'
import type { Instant, Zone } from '#app/domain/time.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import type { Option } from '#app/ui/kit/select-field.tsx'

type OwnZone = { zone: Zone; city: string }

/** Cities that people most often ask for; the rest stands in a list. */
const NEAR: readonly OwnZone[] = [
  { zone: 'Asia/Seoul', city: 'Seoul' }, { zone: 'America/New_York', city: 'Washington' }, { zone: 'Europe/London', city: 'London' }, { zone: 'Asia/Tashkent', city: 'Tashkent' },
]

type Span = { startMs: Instant; endMs: Instant | null }

/** The venue's time, largest, with city and offset; the same in UTC and on the guest's own clock. */
export function GuestWhen({ facts, own, zones, here }: { facts: InvitationFacts; own: OwnZone | undefined; zones: readonly Option[]; here: string }) {
  const [slot] = facts.slots
  const span = slot ? spanOf(slot, facts) : { startMs: facts.startMs, endMs: facts.endMs }
  const text = slot ? formatRange(slot.startMinute, slot.endMinute) : hoursWords(facts)
  const offset = offsetOf(span.startMs, facts.zone)
  return (
    <section aria-label="When" className="stack tight">
      <div>
        <p className="small soft">{slot ? 'Your slot at the venue' : 'Time at the venue'}</p>
        <time className="clock" dateTime={datetimeOf(slot?.day ?? facts.day, slot?.startMinute ?? facts.startMinute, offset)}>{text}</time>
        <p><b>{zoneWords(facts)}</b> · {dayWords({ day: slot?.day ?? facts.day })}</p>
      </div>
      {own && <p>Your time: <OwnTime span={span} own={own} venueDay={slot?.day ?? facts.day} /></p>}
      <p className="soft">The same in UTC: <OwnTime span={span} own={{ zone: 'UTC', city: '' }} venueDay={slot?.day ?? facts.day} /></p>
      <div className="line small"><span className="soft">Your own time:</span> {NEAR.map(({ zone, city }) => <a key={zone} className="zone-link" href={`${here}?zone=${encodeURIComponent(zone)}`} aria-current={own?.zone === zone ? 'true' : undefined}>{city}</a>)}</div>
      <Disclosure words="Another city">
        <Filters action={here} label="Show the time of another city">
          <SelectField name="zone" label="City" value={own?.zone ?? ''} options={zones} />
        </Filters>
      </Disclosure>
    </section>
  )
}

function spanOf(slot: Slot, { zone }: InvitationFacts): Span {
  const at = (minute: number): Instant => instantOf(slot.day, minute, zone).at
  return { startMs: at(slot.startMinute), endMs: slot.endMinute === null ? null : at(slot.endMinute) }
}

function OwnTime({ span, own, venueDay }: { span: Span; own: OwnZone; venueDay: string }) {
  const start = wallOf(span.startMs, own.zone)
  const end = span.endMs === null ? null : wallOf(span.endMs, own.zone).minute
  const offset = offsetOf(span.startMs, own.zone)
  return (
    <>
      <b><time dateTime={datetimeOf(start.day, start.minute, offset)}>{formatRange(start.minute, end)}</time>{own.city && ` ${own.city}, ${formatOffset(offset)}`}</b>
      {start.day !== venueDay ? `, ${formatDayShort(start.day)}` : own.city ? ', the same day' : ''}
    </>
  )
}

/** The guest's further slots, where there are several. */
export function OtherSlots({ facts }: { facts: InvitationFacts }) {
  return <>{facts.slots.map((slot, at) => <span key={at} className="under">{slotWords(slot, facts.day)}</span>)}</>
}
