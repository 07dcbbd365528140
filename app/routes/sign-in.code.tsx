import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCookie } from '#app/http/cookies.server.ts'
import { open } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { returnPath } from '#app/http/return-path.server.ts'
import { sessionCookies } from '#app/http/session.server.ts'
import { SignInCodeInput } from '#app/operations/sign-in.input.ts'
import { signInByCode } from '#app/operations/sign-in.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import type { PageHandle } from '#app/root.tsx'

export const meta: MetaFunction = () => [{ title: 'Enter the code · Caravan' }]
export const handle: PageHandle = { script: false }

export const loader = open(async ({ url, app }) => ({ to: returnPath(url.searchParams.get('to')), inbox: app.config.smtpUrl === undefined }))

export const action = open(async ({ app, context, request }) => {
  const form = await readForm(request, SignInCodeInput)
  if (!form.ok) return invalid(form.problem)
  const browserSecret = readCookie(request.headers.get('cookie'), 'caravan-asked', app.config)
  const outcome = browserSecret === undefined ? { done: false as const, because: 'over' as const } : await signInByCode(app.database, { code: form.value.code, browserSecret, nowMs: context.nowMs })
  if (outcome.done) return redirect(returnPath(form.value.to), { status: 303, headers: sessionCookies(outcome.sessionSecret, app.config) })
  if (outcome.because === 'wrong') return problemWith(form.typed, { code: 'This is not the code of the last mail. Look again, or ask for another link.' })
  return problemWith(form.typed, {}, 'This code is over: it works once, for 10 minutes, in the browser that asked for it. Open the link of the mail instead, or ask for a new one.')
})

export default function EnterCode() {
  const { to, inbox } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <Lone>
      <h1>Look into your mail</h1>
      <p>If the address belongs to somebody of a team, a mail is on its way. Open its link in this browser, or type its code here.</p>
      <ErrorSummary problem={problem} />
      <Form hidden={{ to }}>
        <TextField name="code" label="Code" inputMode="numeric" autoComplete="one-time-code" problem={problem} required hint="Six digits" />
        <Button kind="primary" wide>Sign in</Button>
      </Form>
      <p className="soft small">Nothing came? Wait a minute, look among unwanted mail, then <a href="/sign-in">ask for another link</a>.{inbox && ' This installation keeps its mail itself: ask the person who runs it.'}</p>
    </Lone>
  )
}
