import type { InvitationFacts, Slot } from '#app/domain/calendar/facts.ts'
import { DEFAULT_LANGUAGE } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { dayWords, hoursWords, onDayShort, slotWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { datetimeOf, formatOffset, formatRange, instantOf, offsetOf, wallOf } from '#app/domain/time.ts'
import type { Instant, Zone } from '#app/domain/time.ts'
import { guestHref } from '#app/ui/guest/frame.ts'
import type { GuestFrame } from '#app/ui/guest/frame.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import type { Option } from '#app/ui/kit/select-field.tsx'

/** Cities that people most often ask for; the rest stands in a list. */
const NEAR = ['Asia/Seoul', 'America/New_York', 'Europe/London', 'Asia/Tashkent'] as const

type Span = { startMs: Instant; endMs: Instant | null }
type GuestWhenProps = { facts: InvitationFacts; frame: GuestFrame; texts: Texts; zones: readonly Option[] }

/** The venue's time, largest, with city and offset; the same in UTC and on the guest's own clock. */
export function GuestWhen({ facts, frame, texts, zones }: GuestWhenProps) {
  const { page } = texts
  const [slot] = facts.slots
  const day = slot?.day ?? facts.day
  const span = slot ? spanOf(slot, facts) : { startMs: facts.startMs, endMs: facts.endMs }
  const text = slot ? formatRange(slot.startMinute, slot.endMinute) : hoursWords(facts)
  const offset = offsetOf(span.startMs, facts.zone)
  return (
    <section aria-label={texts.terms.when} className="stack tight">
      <div>
        <p className="small soft">{slot ? page.slotAtVenue : page.timeAtVenue}</p>
        <time className="clock" dateTime={datetimeOf(day, slot?.startMinute ?? facts.startMinute, offset)}>{text}</time>
        <p><b>{zoneWords(facts, texts)}</b> · {dayWords({ day }, texts)}</p>
      </div>
      {frame.zone && <p>{page.ownTime} <OwnTime span={span} zone={frame.zone} city={cityOf(frame.zone, texts)} venueDay={day} texts={texts} /></p>}
      <p className="soft">{page.utc} <OwnTime span={span} zone="UTC" city="" venueDay={day} texts={texts} /></p>
      <div className="line small">
        <span className="soft">{page.chooseTime}</span>{' '}
        {NEAR.map((zone) => <a key={zone} className="zone-link" href={guestHref(frame, '', { zone })} aria-current={frame.zone === zone ? 'true' : undefined}>{zone === 'America/New_York' ? texts.washington : texts.cities[zone]}</a>)}
      </div>
      <Disclosure words={page.anotherCity}>
        <Filters action={frame.here} label={page.otherCities} submit={page.show}>
          <Hidden values={{ lang: frame.lang }} />
          <SelectField name="zone" label={page.city} value={frame.zone ?? ''} options={texts.code === DEFAULT_LANGUAGE ? zones : zones.map((option) => ({ ...option, lang: DEFAULT_LANGUAGE }))} />
        </Filters>
      </Disclosure>
    </section>
  )
}

/** 'America/New_York' → 'New York', in the language where it is known. */
export function cityOf(zone: Zone, { cities }: Pick<Texts, 'cities'>): string {
  return (cities as Record<string, string>)[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

function spanOf(slot: Slot, { zone }: InvitationFacts): Span {
  const at = (minute: number): Instant => instantOf(slot.day, minute, zone).at
  return { startMs: at(slot.startMinute), endMs: slot.endMinute === null ? null : at(slot.endMinute) }
}

function OwnTime({ span, zone, city, venueDay, texts }: { span: Span; zone: Zone; city: string; venueDay: string; texts: Texts }) {
  const start = wallOf(span.startMs, zone)
  const end = span.endMs === null ? null : wallOf(span.endMs, zone).minute
  const offset = offsetOf(span.startMs, zone)
  return (
    <>
      <b><time dateTime={datetimeOf(start.day, start.minute, offset)}>{formatRange(start.minute, end)}</time>{city && ` ${city}, ${formatOffset(offset)}`}</b>
      {start.day !== venueDay ? `, ${onDayShort(start.day, texts)}` : city ? `, ${texts.page.sameDay}` : ''}
    </>
  )
}

/** The guest's slots, where there are several. */
export function OtherSlots({ facts, texts }: { facts: InvitationFacts; texts: Texts }) {
  return <>{facts.slots.map((slot, at) => <span key={at} className="under">{slotWords(slot, facts.day, texts)}</span>)}</>
}
