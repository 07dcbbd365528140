import { startWords } from '#app/domain/calendar/wording.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EventRows } from '#emails/templates/event-rows.tsx'
import { Action, Page, Prose, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'

/** The first message about an engagement, or the first after it was cancelled. */
export function inviteSubject({ kind, facts }: InvitationNotice): string {
  return `${kind === 'reinvite' ? 'On again' : 'Invitation'}: ${facts.title}, ${startWords(facts)}`
}

export function InviteMail({ notice, link }: { notice: InvitationNotice; link: string }) {
  const { facts, to, missionTitle } = notice
  return (
    <Page title={inviteSubject(notice)}>
      <Title>{unlinked(facts.title)}</Title>
      <Words>Dear {unlinked(to.name)},</Words>
      <Words>{notice.kind === 'reinvite' ? 'This takes place after all, and you are invited again' : 'You are invited'} as part of “{unlinked(missionTitle)}”.</Words>
      <EventRows facts={facts} />
      <Prose text={facts.about} />
      <Action href={link}>Answer this invitation</Action>
      <Footer notice={notice} />
    </Page>
  )
}

/** Who wrote and where an answer goes. */
export function Footer({ notice }: { notice: InvitationNotice }) {
  const { replyTo, facts } = notice
  return <Small>Times are those of the venue. You can answer in your calendar, on the page behind the link, or by replying to this mail{replyTo ? `: ${unlinked(replyTo.name || replyTo.address)} reads it` : ''}. Sent for {unlinked(facts.organiser.name || facts.organiser.address)} to you alone.</Small>
}
