import type { Ahead } from '#app/ui/cockpit/ahead-list.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { StopClock, TimeRange, Zone } from '#app/ui/kit/zone-time.tsx'
import type { ShellClock } from '#app/ui/shell/shell-data.ts'

type Clocks = { here: ShellClock; own?: (ShellClock & { otherDay: boolean }) | undefined }

/** The stop's clock, large, and the viewer's own where it differs. */
export function Clocks({ here, own }: Clocks) {
  return (
    <Section id="now" title="Now">
      <StopClock text={here.timeText} datetime={here.datetime} city={here.city} offset={here.offset} day={here.dayText} />
      {own && <p className="soft"><TimeRange text={own.timeText} datetime={own.datetime} /> <Zone city={own.city} offset={own.offset} /> {own.otherDay && <b>{own.dayText}</b>}, your own clock</p>}
    </Section>
  )
}

type NextUpProps = { rows: readonly (Ahead & { distance: string })[]; base: string; canEdit: boolean }

/** What happens next, and what could be taken for it. */
export function NextUp({ rows: [first, second], base, canEdit }: NextUpProps) {
  if (!first) return null
  return (
    <Section id="next" title="Next engagement" aside={first.distance}>
      <One row={first} base={base} />
      {canEdit && <div className="line acts"><ButtonLink tight href={`${base}/engagements/${first.id}/move`}>{first.startMinute === null ? 'Set a time…' : 'Move…'}<span className="vh"> {first.title}</span></ButtonLink></div>}
      {second && <One row={second} base={base} words={second.startMinute === null ? 'Same day: ' : 'Next with a time: '} />}
    </Section>
  )
}

function One({ row, base, words }: { row: Ahead; base: string; words?: string }) {
  return (
    <div>
      <h3><a href={`${base}/engagements/${row.id}`}>{row.title}</a></h3>
      <p className="small soft">{words}<EngagementWhen at={row} />{row.venue && ` · ${row.venue}`}</p>
      <p><StatusMark status={row.status as StatusWord} />{row.sampleFields.length > 0 && <> <SampleMark /></>}</p>
    </div>
  )
}
