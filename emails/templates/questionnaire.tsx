import { fill } from '#app/domain/calendar/texts/texts.ts'
import type { QuestionnaireNotice } from '#app/domain/notices.ts'
import { mailLanguages, momentIn, pageLanguageFor, pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import type { PageLanguage } from '#app/domain/questionnaires/texts/texts.ts'
import { Action, Page, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'

export function questionnaireSubject({ kind, title, language }: QuestionnaireNotice): string {
  const { mail } = pageTexts(pageLanguageFor(language))
  return fill(kind === 'questionnaire' ? mail.subject : mail.subjectReminder, { title })
}

/** What is asked, until when and where, in the organisation's language and in English. */
export function QuestionnaireMail({ notice, link }: { notice: QuestionnaireNotice; link: string }) {
  const languages = mailLanguages(notice.language)
  return (
    <Page title={questionnaireSubject(notice)} language={languages[0] ?? 'en'}>
      <Title><span lang={notice.titleLanguage}>{unlinked(notice.title)}</span></Title>
      {languages.map((language) => <div key={language} lang={language}><Half notice={notice} link={link} language={language} /></div>)}
    </Page>
  )
}

function Half({ notice, link, language }: { notice: QuestionnaireNotice; link: string; language: PageLanguage }) {
  const texts = pageTexts(language)
  const { mail } = texts
  const { replyTo } = notice
  const who = { mission: unlinked(notice.missionTitle), organisation: unlinked(notice.organisation) }
  const deadline = momentIn(texts, notice.deadlineMs, notice.zone, notice.city)
  return (
    <>
      <Words>{fill(notice.kind === 'questionnaire' ? mail.ask : mail.remind, who)} {unlinked(notice.title)}</Words>
      <Words>{fill(notice.late ? mail.late : mail.until, { deadline })}</Words>
      <Action href={link}>{mail.button}</Action>
      <Small>{mail.how} {replyTo && fill(mail.reader, { reader: unlinked(replyTo.name || replyTo.address) })}</Small>
    </>
  )
}
