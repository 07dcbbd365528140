import type { Clash, ClashPlace } from '#app/domain/agenda/clashes.ts'
import { formatDay, formatMinute, formatOffset, formatRange, offsetOfDay } from '#app/domain/time.ts'
import { Note } from '#app/ui/kit/note.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { Zone } from '#app/ui/kit/zone-time.tsx'

type ClashesProps = { clashes: readonly Clash[]; base: string }

/** What stands against a change, named one by one. `base` is the address of the mission. */
export function ClashList({ clashes, base }: ClashesProps) {
  return (
    <ul className="clashes">
      {clashes.map((clash, at) => <li key={at}><Words clash={clash} base={base} /></li>)}
    </ul>
  )
}

/** The same inside the form that meets it, with the field for the reason that lets it stand. Nothing is shown where nothing stands against it. */
export function KeepBecause({ clashes, base, problem, why = '' }: ClashesProps & { problem?: Problem; why?: string }) {
  if (clashes.length === 0) return null
  const title = clashes.length === 1 ? 'Not saved yet: one thing stands against it.' : `Not saved yet: ${clashes.length} things stand against it.`
  return (
    <Note kind="warning" title={title} role="alert">
      <ClashList clashes={clashes} base={base} />
      <TextField name="because" label="Keep it, because…" problem={problem} value={why} maxLength={300} hint="Choose another time, or write why it may stand: the reason is kept in the history." />
    </Note>
  )
}

function Words({ clash, base }: { clash: Clash; base: string }) {
  switch (clash.kind) {
    case 'person-busy':
      return <><b>{clash.people.map((person) => person.name).join(', ')}</b> {clash.people.length === 1 ? 'is' : 'are'} in <By by={clash.by} base={base} /> at the same time.</>
    case 'venue-busy':
      return <><b>{clash.venue}</b> is taken by <By by={clash.by} base={base} />.</>
    case 'overlap':
      return <><b>{clash.subject}</b> overlaps <By by={clash.by} base={base} />.</>
    case 'outside-header':
      return <><b>{clash.subject}</b> {clash.side === 'start' ? 'starts' : 'ends'} {clash.minutes} min {clash.side === 'start' ? 'before' : 'after'} the {formatMinute(clash.headerMinute)} that the engagement says.</>
  }
}

function By({ by, base }: { by: ClashPlace; base: string }) {
  const time = by.startMinute === null ? 'no time yet' : formatRange(by.startMinute, by.endMinute)
  if (by.noun === 'agenda-item') return <>“{by.title}”, {time}</>
  return <><a href={`${base}/engagements/${by.id}`}>{by.title}</a>, {formatDay(by.day)}, {time} <Zone city={by.city} offset={formatOffset(offsetOfDay(by.day, by.zone))} /></>
}
