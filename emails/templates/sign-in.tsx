import { DEFAULT_LANGUAGE, fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { SignInNotice } from '#app/domain/notices.ts'
import { Action, Page, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'

/** The team's pages are in English, and so is the way in. */
const TEXTS = textsOf(DEFAULT_LANGUAGE)

export function signInSubject({ code }: SignInNotice): string {
  return fill(TEXTS.subjects.signIn, { code })
}

/** A link and a code, each good once and for ten minutes. */
export function SignInMail({ notice }: { notice: SignInNotice }) {
  const { signIn } = TEXTS
  return (
    <Page title={signInSubject(notice)} language={TEXTS.code}>
      <Title>{signIn.title}</Title>
      <Words>{fill(signIn.hello, { name: unlinked(notice.to.name) })}</Words>
      <Words>{signIn.code}</Words>
      <p style={{ margin: '0 0 16px', fontSize: 32, lineHeight: '40px', letterSpacing: 4 }}>{notice.code}</p>
      <Words>{signIn.link}</Words>
      <Action href={notice.link}>{signIn.button}</Action>
      <Small>{signIn.once}</Small>
    </Page>
  )
}
