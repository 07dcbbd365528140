import { addDays, datetimeOf, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone as ZoneName } from '#app/domain/time.ts'
import { count } from '#app/domain/text.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import type { Placed } from '#app/ui/engagements/when.tsx'
import { Change } from '#app/ui/kit/change.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'

type MovingItem = { id: string; title: string; day: Day; startMinute: Minute; endMinute: Minute | null }
type Holder = { personId: string; name: string; sent: boolean }
type MoveShown = {
  stop: { id: string; city: string; zone: ZoneName }
  slot: { day: Day; startMinute: Minute | null; endMinute: Minute | null }
  placed: { problem?: 'gap' | 'twice' | undefined }
  shift: { days: number; minutes: number }
  items: readonly MovingItem[]
}

type MovePreviewProps = { from: Placed & { stopId: string; venue: string }; shown: MoveShown; held: readonly Holder[] }

/** Before → after of a move: when, what goes along, who holds the old time. */
export function MovePreview({ from, shown, held }: MovePreviewProps) {
  const { stop, slot, shift, items, placed } = shown
  const holders = held.filter((each) => each.sent)
  return (
    <Section id="changes" title="What changes" aside="nothing is saved yet">
      <Facts>
        <Fact term="When"><Change before={<EngagementWhen at={from} />} after={<EngagementWhen at={{ ...slot, zone: stop.zone, city: stop.city }} />} />
          {placed.problem === 'twice' && <div className="small soft">The clocks show this time twice that night; the earlier is meant.</div>}</Fact>
        {stop.id !== from.stopId && from.venue !== '' && <Fact term="Venue"><Change before={from.venue} after="not stated" /></Fact>}
        <Fact term="Agenda">{items.length === 0 ? 'There is none.' : isStill(shift) ? `Its ${count(items.length, 'item stays', 'items stay')} at their times.` : `${count(items.length, 'item goes', 'items go')} along by ${shiftWords(shift)}.`}</Fact>
        <Fact term="Invitations">{holders.length === 0 ? 'Nobody holds one.' : <>{count(holders.length, 'person holds', 'people hold')} the old time: {holders.map((each) => each.name).join(', ')}. Nobody is told before you send.</>}</Fact>
      </Facts>
      {items.length > 0 && !isStill(shift) && (
        <Disclosure words="Every item, before and after">
          <Timeline label="Agenda after the move">{items.map((item) => <TimelineRow key={item.id} time={<Change stacked before={<Time of={item} zone={from.zone} />} after={<Time of={along(item, shift)} zone={stop.zone} />} />}>{item.title}</TimelineRow>)}</Timeline>
        </Disclosure>
      )}
    </Section>
  )
}

function Time({ of, zone }: { of: MovingItem; zone: ZoneName }) {
  return <time dateTime={datetimeOf(of.day, of.startMinute, offsetOfDay(of.day, zone))}>{formatRange(of.startMinute, of.endMinute)}</time>
}

function along(item: MovingItem, { days, minutes }: MoveShown['shift']): MovingItem {
  return { ...item, day: addDays(item.day, days), startMinute: item.startMinute + minutes, endMinute: item.endMinute === null ? null : item.endMinute + minutes }
}

function isStill({ days, minutes }: MoveShown['shift']): boolean {
  return days === 0 && minutes === 0
}

/** {days: 1, minutes: −90} → '1 day later and 90 min earlier'. */
function shiftWords({ days, minutes }: MoveShown['shift']): string {
  const parts = [
    ...(days === 0 ? [] : [`${count(Math.abs(days), 'day', 'days')} ${days > 0 ? 'later' : 'earlier'}`]),
    ...(minutes === 0 ? [] : [`${Math.abs(minutes)} min ${minutes > 0 ? 'later' : 'earlier'}`]),
  ]
  return parts.join(' and ')
}
