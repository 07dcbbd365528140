import type { ReactNode } from 'react'
import { asStatus } from '#app/domain/meetings/status.ts'
import { formatDay, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import type { Instant, Zone as ZoneName } from '#app/domain/time.ts'
import { EngagementWhen, Hours, OwnHours, SampleTime, isSample } from '#app/ui/engagements/when.tsx'
import type { Placed } from '#app/ui/engagements/when.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import { Zone } from '#app/ui/kit/zone-time.tsx'

type FactsOf = Placed & {
  id: string; startMs: Instant | null; endMs: Instant | null; venue: string; room: string; language: string; interpretation: string; team: string; printedDay: string | null
  fallbackOfId: string | null; fallbackOf: string | null; sampleFields: string[]
}
type BackUp = Placed & { id: string; title: string; status: string }

type EngagementFactsProps = { of: FactsOf; backUps: readonly BackUp[]; own: { zone: ZoneName; city: string }; base: string; at: string; canEdit: boolean }

/** When and where, in which languages, and what stands by in case it fails. */
export function EngagementFacts({ of, backUps, own, base, at, canEdit }: EngagementFactsProps) {
  const missing = (field: string): ReactNode => <Missing href={canEdit ? `${at}/edit#f-${field}` : undefined} what={field} />
  const sample = (...fields: string[]): ReactNode => (isSample(of.sampleFields, ...fields) ? <> <SampleMark /></> : null)
  return (
    <Facts>
      <Fact term="Day">{formatDay(of.day)}{of.printedDay !== null && <div className="small soft">printed as “{of.printedDay}”</div>}</Fact>
      <Fact term="Time">
        <b><Hours at={of} /></b> <Zone city={of.city} offset={formatOffset(offsetOfDay(of.day, of.zone))} /><SampleTime fields={of.sampleFields} />
        {own.zone !== of.zone && <div><OwnHours startMs={of.startMs} endMs={of.endMs} {...own} /></div>}
      </Fact>
      <Fact term="Venue">{of.venue === '' ? missing('venue') : <>{of.venue}{sample('venue')}</>}</Fact>
      <Fact term="Room">{of.room === '' ? missing('room') : <>{of.room}{sample('room')}</>}</Fact>
      <Fact term="Language">{of.language === '' ? missing('language') : <>{of.language}{sample('language')}</>}</Fact>
      <Fact term="Interpretation">{of.interpretation === '' ? missing('interpretation') : <>{of.interpretation}{sample('interpretation')}</>}</Fact>
      {of.team !== '' && <Fact term="Team">{of.team}{sample('team')}</Fact>}
      {of.fallbackOf !== null && <Fact term="Back-up of"><a href={`${base}/engagements/${of.fallbackOfId}`}>{of.fallbackOf}</a></Fact>}
      <Fact term="Back-up">{backUps.length === 0 && 'None. '}
        {backUps.map((each) => <div key={each.id}><a href={`${base}/engagements/${each.id}`}>{each.title}</a> <StatusMark status={asStatus(each.status)} /><div className="small soft"><EngagementWhen at={each} /></div></div>)}
        {canEdit && backUps.length === 0 && <a href={`${base}/engagements/new?fallback=${of.id}`}>Hold a back-up slot</a>}
      </Fact>
    </Facts>
  )
}

function Missing({ href, what }: { href: string | undefined; what: string }) {
  return <><LintMark severity="note">not stated</LintMark>{href !== undefined && <> <a href={href}>Add<span className="vh"> the {what}</span></a></>}</>
}
