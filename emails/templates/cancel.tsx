import { startWords } from '#app/domain/calendar/wording.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EventRows } from '#emails/templates/event-rows.tsx'
import { Page, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'

/** The engagement is off for this person; their calendar lets go of it. */
export function cancelSubject({ facts }: InvitationNotice): string {
  return `Cancelled: ${facts.title}, ${startWords(facts)}`
}

export function CancelMail({ notice }: { notice: InvitationNotice }) {
  const { facts, to, replyTo } = notice
  return (
    <Page title={cancelSubject(notice)}>
      <Title>Cancelled: {unlinked(facts.title)}</Title>
      <Words>Dear {unlinked(to.name)},</Words>
      <Words>You are no longer expected at the following. You need do nothing: your calendar takes it out.</Words>
      <EventRows facts={{ ...facts, roles: [] }} />
      <Small>{replyTo ? `Questions reach ${unlinked(replyTo.name || replyTo.address)} by replying to this mail. ` : ''}Sent for {unlinked(facts.organiser.name || facts.organiser.address)} to you alone.</Small>
    </Page>
  )
}
