import { Fragment } from 'react'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { clockWords, dayWords, placeWords, roleWords, slotWords, utcWords } from '#app/domain/calendar/wording.ts'
import { RowOf, Rows, Steady, unlinked } from '#emails/templates/parts.tsx'

/** When, where and as what; the venue's time first, with city and offset, and UTC under it. */
export function EventRows({ facts, texts }: { facts: InvitationFacts; texts: Texts }) {
  const { terms } = texts
  const utc = utcWords(facts, texts)
  return (
    <Rows>
      <RowOf term={terms.when}><b><Steady text={unlinked(clockWords(facts, texts))} /></b><br />{dayWords(facts, texts)}{utc !== '' && <><br />{utc}</>}</RowOf>
      {facts.slots.length > 0 && <RowOf term={facts.slots.length === 1 ? terms.slot : terms.slots}>{facts.slots.map((slot, at) => <Fragment key={at}>{at > 0 && <br />}{unlinked(slotWords(slot, facts.day, texts))}</Fragment>)}</RowOf>}
      {facts.roles.length > 0 && <RowOf term={terms.roles}>{unlinked(roleWords(facts.roles, texts))}</RowOf>}
      {facts.place && <RowOf term={terms.place}><Steady text={unlinked(placeWords(facts, texts))} /></RowOf>}
      <RowOf term={terms.status}>{texts.statusesSaid[facts.status]}</RowOf>
    </Rows>
  )
}
