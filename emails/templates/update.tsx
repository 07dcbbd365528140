import { differences } from '#app/domain/calendar/differences.ts'
import type { Difference } from '#app/domain/calendar/differences.ts'
import { startWords } from '#app/domain/calendar/wording.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EventRows } from '#emails/templates/event-rows.tsx'
import { Footer } from '#emails/templates/invite.tsx'
import { Action, Page, Prose, RowOf, Rows, Title, Words, unlinked } from '#emails/templates/parts.tsx'

const TERMS: Record<Difference['field'], string> = {
  time: 'Time', title: 'Title', place: 'Place', status: 'Status', roles: 'Your part', slots: 'Your slots', about: 'Description', organiser: 'Sender',
}

const ANSWERED = { none: 'You have not answered yet.', accepted: 'You accepted; that stands.', tentative: 'You said perhaps; that stands.', declined: 'You declined; that stands.', deputy: 'You named a deputy; that stands.' }

/** A changed time, or anything else that changed. */
export function updateSubject({ kind, facts }: InvitationNotice): string {
  return `${kind === 'reschedule' ? 'New time' : 'Changed'}: ${facts.title}, ${startWords(facts)}`
}

export function UpdateMail({ notice, link }: { notice: InvitationNotice; link: string }) {
  const { facts, before, to, answer, asksAgain } = notice
  return (
    <Page title={updateSubject(notice)}>
      <Title>{unlinked(facts.title)}</Title>
      <Words>Dear {unlinked(to.name)},</Words>
      <Words>{asksAgain ? 'The time of this invitation has changed. Please answer again.' : `Something in this invitation has changed. ${ANSWERED[answer]}`}</Words>
      {before && <Changes found={differences(before, facts)} />}
      <Words><b>As it stands now</b></Words>
      <EventRows facts={facts} />
      <Prose text={facts.about} />
      <Action href={link}>{asksAgain || answer === 'none' ? 'Answer this invitation' : 'See or change your answer'}</Action>
      <Footer notice={notice} />
    </Page>
  )
}

function Changes({ found }: { found: Difference[] }) {
  return (
    <Rows>
      {found.map(({ field, before, after }) => (
        <RowOf key={field} term={TERMS[field]}>{field === 'about' ? 'has a new text, below' : <><del>{unlinked(before) || 'nothing'}</del> → <b>{unlinked(after) || 'nothing'}</b></>}</RowOf>
      ))}
    </Rows>
  )
}
