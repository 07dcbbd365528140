import { fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EventRows } from '#emails/templates/event-rows.tsx'
import { Action, Page, Prose, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'
import { subjectOf } from '#emails/templates/subject.ts'
import { WordOf } from '#emails/templates/word.tsx'

/** The first message about an engagement, or the first after it was cancelled. */
export function InviteMail({ notice, link }: { notice: InvitationNotice; link: string }) {
  const { facts, to, missionTitle } = notice
  const texts = textsOf(notice.language)
  const { mail } = texts
  return (
    <Page title={subjectOf(notice)} language={texts.code}>
      <Title>{unlinked(facts.title)}</Title>
      <Words>{fill(mail.dear, { name: unlinked(to.name) })}</Words>
      <Words>{fill(notice.kind === 'reinvite' ? mail.reinvite : mail.invite, { mission: unlinked(missionTitle) })}</Words>
      <WordOf notice={notice} texts={texts} />
      <EventRows facts={facts} texts={texts} />
      <Prose text={facts.about} />
      <Action href={link}>{mail.answer}</Action>
      <Footer notice={notice} texts={texts} />
    </Page>
  )
}

/** Who wrote and where an answer goes. */
export function Footer({ notice: { replyTo, facts }, texts: { mail } }: { notice: InvitationNotice; texts: Texts }) {
  const howTo = replyTo ? fill(mail.howToReader, { reader: unlinked(replyTo.name || replyTo.address) }) : mail.howTo
  return <Small>{mail.clocks} {howTo} {fill(mail.sentFor, { organiser: unlinked(facts.organiser.name || facts.organiser.address) })}</Small>
}
