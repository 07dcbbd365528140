import { SOURCE_GROUPS, groupPeople } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'

/** `elsewhere`: another meeting is asked to fill the same cell. */
type Offer = { group: SourceGroup; dimensionId: string; words: string; elsewhere: boolean }

/** Questions to tick, gathered by the kind of source that shall answer them. */
export function AskForm({ action, back, offers, problem }: { action: string; back: string; offers: readonly Offer[]; problem?: Problem | undefined }) {
  const groups = SOURCE_GROUPS.filter((group) => offers.some((offer) => offer.group === group))
  return (
    <Form action={action}>
      {groups.map((group, at) => (
        <Choices key={group} name="cells" several label={`Asked of ${groupPeople(group)}`} {...(at > 0 ? { id: `f-cells-${group}` } : problem ? { problem } : {})}
          choices={offers.filter((offer) => offer.group === group).map((offer) => ({ value: `${offer.group}:${offer.dimensionId}`, label: offer.words, ...(offer.elsewhere ? { hint: `asked of ${groupPeople(group)} in another meeting already` } : {}) }))} />
      ))}
      <div className="line"><Button kind="primary">Take over into the brief</Button><ButtonLink href={back}>Not now</ButtonLink></div>
    </Form>
  )
}
