import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cookieLine } from '#app/http/cookies.server.ts'
import { open } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { returnPath } from '#app/http/return-path.server.ts'
import { AskSignInInput } from '#app/operations/sign-in.input.ts'
import { SIGN_IN_FOR_MS, askToSignIn } from '#app/operations/sign-in.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import type { PageHandle } from '#app/root.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign in · Caravan' }]
export const handle: PageHandle = { script: false }

export const loader = open(async ({ url, app }) => ({ to: returnPath(url.searchParams.get('to')), out: url.searchParams.has('out'), mailbox: app.config.smtpUrl === undefined && app.config.demo }))

export const action = open(async ({ app, context, request }) => {
  const form = await readForm(request, AskSignInInput)
  if (!form.ok) return invalid(form.problem)
  const asked = await askToSignIn(app.database, { email: form.value.email, remote: context.remote, baseUrl: app.config.baseUrl, nowMs: context.nowMs })
  if (!asked.done) return problemWith(form.typed, {}, 'Too many links were asked for. Wait a quarter of an hour, or use the last one that came.')
  app.wakeDrain()
  return redirect(`/sign-in/code?to=${encodeURIComponent(returnPath(form.value.to))}`, {
    status: 303, headers: { 'Set-Cookie': cookieLine('caravan-asked', asked.browserSecret, SIGN_IN_FOR_MS / 1_000, app.config) },
  })
})

export default function SignIn() {
  const { to, out, mailbox } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <Lone>
      <h1>Sign in</h1>
      {out && <Note kind="done" role="status" title="You are signed out." />}
      <ErrorSummary problem={problem} />
      <Form action="/sign-in?index" hidden={{ to }}>
        <TextField name="email" label="Your e-mail address" type="email" autoComplete="email" problem={problem} required hint="We send a link and a code that work once, for 10 minutes." />
        <Button kind="primary" wide>Send me a link</Button>
      </Form>
      <p className="soft small">Invited to a meeting? You need no account: use the link in your invitation.</p>
      {mailbox && <p className="soft small">This installation sends no mail: the link will stand in the log of the person who runs it, or ask them for <code>caravan login-link</code>.</p>}
    </Lone>
  )
}
