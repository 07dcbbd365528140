import type { SignInNotice } from '#app/domain/notices.ts'
import { Action, Page, Small, Title, Words, unlinked } from '#emails/templates/parts.tsx'

export function signInSubject({ code }: SignInNotice): string {
  return `${code} is your code for Caravan`
}

/** A link and a code, each good once and for ten minutes. */
export function SignInMail({ notice }: { notice: SignInNotice }) {
  return (
    <Page title={signInSubject(notice)}>
      <Title>Sign in to Caravan</Title>
      <Words>Hello {unlinked(notice.to.name)},</Words>
      <Words>type this code where you asked for it:</Words>
      <p style={{ margin: '0 0 16px', fontSize: 32, lineHeight: '40px', letterSpacing: 4 }}>{notice.code}</p>
      <Words>or open this link in the same browser:</Words>
      <Action href={notice.link}>Sign in</Action>
      <Small>Both work once, for ten minutes. If you did not ask for them, leave this mail alone: nothing happens.</Small>
    </Page>
  )
}
