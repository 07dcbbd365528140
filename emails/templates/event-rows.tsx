import { Fragment } from 'react'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { dayWords, hoursWords, slotWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { RowOf, Rows, unlinked } from '#emails/templates/parts.tsx'

/** When, where and as what; the time is the venue's, with city and offset. */
export function EventRows({ facts }: { facts: InvitationFacts }) {
  return (
    <Rows>
      <RowOf term="When"><b>{hoursWords(facts)} {unlinked(zoneWords(facts))}</b><br />{dayWords(facts)}</RowOf>
      {facts.slots.length > 0 && <RowOf term={facts.slots.length === 1 ? 'Your slot' : 'Your slots'}>{facts.slots.map((slot, at) => <Fragment key={at}>{at > 0 && <br />}{unlinked(slotWords(slot, facts.day))}</Fragment>)}</RowOf>}
      {facts.roles.length > 0 && <RowOf term="Your part">{unlinked(facts.roles.join(', '))}</RowOf>}
      {facts.place && <RowOf term="Place">{unlinked(facts.place)}</RowOf>}
      <RowOf term="Status">{facts.status === 'confirmed' ? 'confirmed' : 'tentative: it may still move'}</RowOf>
    </Rows>
  )
}
