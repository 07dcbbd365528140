import { fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EventRows } from '#emails/templates/event-rows.tsx'
import { Page, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'
import { subjectOf } from '#emails/templates/subject.ts'
import { WordOf } from '#emails/templates/word.tsx'

/** The engagement is off for this person; their calendar lets go of it. */
export function CancelMail({ notice }: { notice: InvitationNotice }) {
  const { facts, to, replyTo } = notice
  const texts = textsOf(notice.language)
  const { mail } = texts
  return (
    <Page title={subjectOf(notice)} language={texts.code}>
      <Title>{fill(mail.cancelled, { title: unlinked(facts.title) })}</Title>
      <Words>{fill(mail.dear, { name: unlinked(to.name) })}</Words>
      <Words>{mail.cancel}</Words>
      <WordOf notice={notice} texts={texts} />
      <EventRows facts={{ ...facts, roles: [] }} texts={texts} />
      <Small>{replyTo ? `${fill(mail.questions, { reader: unlinked(replyTo.name || replyTo.address) })} ` : ''}{fill(mail.sentFor, { organiser: unlinked(facts.organiser.name || facts.organiser.address) })}</Small>
    </Page>
  )
}
