import { differences } from '#app/domain/calendar/differences.ts'
import type { Difference } from '#app/domain/calendar/differences.ts'
import { fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EventRows } from '#emails/templates/event-rows.tsx'
import { Footer } from '#emails/templates/invite.tsx'
import { Action, Page, Prose, RowOf, Rows, Steady, Title, Words, unlinked } from '#emails/templates/parts.tsx'
import { subjectOf } from '#emails/templates/subject.ts'
import { WordOf } from '#emails/templates/word.tsx'

/** A changed time, or anything else that changed. */
export function UpdateMail({ notice, link }: { notice: InvitationNotice; link: string }) {
  const { facts, before, to, answer, asksAgain } = notice
  const texts = textsOf(notice.language)
  const { mail } = texts
  return (
    <Page title={subjectOf(notice)} language={texts.code}>
      <Title>{unlinked(facts.title)}</Title>
      <Words>{fill(mail.dear, { name: unlinked(to.name) })}</Words>
      <Words>{asksAgain ? mail.reschedule : `${mail.update} ${mail.standing[answer]}`}</Words>
      <WordOf notice={notice} texts={texts} />
      {before && <Changes found={differences(before, facts, texts)} texts={texts} />}
      <Words><b>{mail.now}</b></Words>
      <EventRows facts={facts} texts={texts} />
      <Prose text={facts.about} />
      <Action href={link}>{asksAgain || answer === 'none' ? mail.answer : mail.change}</Action>
      <Footer notice={notice} texts={texts} />
    </Page>
  )
}

function Changes({ found, texts: { terms, mail } }: { found: Difference[]; texts: Texts }) {
  return (
    <Rows>
      {found.map(({ field, before, after }) => (
        <RowOf key={field} term={terms[field]}>{field === 'about' ? mail.newText : <><del><Steady text={unlinked(before) || mail.nothing} /></del> → <b><Steady text={unlinked(after) || mail.nothing} /></b></>}</RowOf>
      ))}
    </Rows>
  )
}
