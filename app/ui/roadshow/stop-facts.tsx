import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type Near = { href: string; city: string } | undefined

type StopFactsProps = {
  stop: { city: string; country: string; zone: string; coordinator: string; liaison: string; printedLocation: string | null; sampleFields: readonly string[]; sourceLine: number | null }
  here: string
  first: boolean
  last: boolean
  canEdit: boolean
  previous: Near
  next: Near
}

/** Who looks after a stop, which clock it is on, what stands before and after it. */
export function StopFacts({ stop, here, first, last, canEdit, previous, next }: StopFactsProps) {
  return (
    <Section id="facts" title="The stop">
      <Facts>
        <Fact term="Country">{stop.country || <span className="soft">not stated</span>}</Fact>
        <Fact term="Time zone">{stop.zone}</Fact>
        <Person term="Coordinator" name={stop.coordinator} sample={stop.sampleFields.includes('coordinator')} />
        <Person term="Local liaison" name={stop.liaison} sample={stop.sampleFields.includes('liaison')} />
        {stop.printedLocation !== null && <Fact term="As printed">“{stop.printedLocation}”{stop.sourceLine !== null && <span className="soft">, line {stop.sourceLine}</span>}</Fact>}
        {previous && <Fact term="Before it"><a href={previous.href}>{previous.city}</a></Fact>}
        {next && <Fact term="After it"><a href={next.href}>{next.city}</a></Fact>}
      </Facts>
      {canEdit && !(first && last) && (
        <div className="line acts" role="group" aria-label="Place in the route">
          {!first && <ActionButton action={`${here}/order`} hidden={{ go: 'earlier' }} tight icon="up">Earlier in the route</ActionButton>}
          {!last && <ActionButton action={`${here}/order`} hidden={{ go: 'later' }} tight icon="down">Later in the route</ActionButton>}
        </div>
      )}
    </Section>
  )
}

function Person({ term, name, sample }: { term: string; name: string; sample: boolean }) {
  return (
    <Fact term={term}>
      {name === '' ? <span className="soft">nobody yet</span> : name} {sample && name !== '' && <SampleMark />}
    </Fact>
  )
}
