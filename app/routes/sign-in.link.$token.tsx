import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readCookie } from '#app/http/cookies.server.ts'
import { open } from '#app/http/enter.server.ts'
import { problemWith } from '#app/http/form.server.ts'
import { sessionCookies } from '#app/http/session.server.ts'
import { signInByLink } from '#app/operations/sign-in.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import type { PageHandle } from '#app/root.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign in · Caravan' }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false }

/** Shows the button and nothing else: mail scanners press links, so only the POST uses one up. */
export const loader = open(async () => null)

const SENTENCES = {
  wrong: 'This link is not one of ours, or it was copied in part.',
  over: 'This link is over: it works once, for 10 minutes.',
  'other-browser': 'This link works only in the browser that asked for it. Open it there, or ask for a new one here.',
}

export const action = open(async ({ app, context, request, params }) => {
  const browserSecret = readCookie(request.headers.get('cookie'), 'caravan-asked', app.config)
  const outcome = await signInByLink(app.database, { link: params['token'] ?? '', browserSecret, nowMs: context.nowMs })
  if (!outcome.done) return problemWith({}, {}, SENTENCES[outcome.because])
  return redirect('/', { status: 303, headers: sessionCookies(outcome.sessionSecret, app.config) })
})

export default function SignInLink() {
  const problem = useActionData<typeof action>()?.problem
  return (
    <Lone>
      <h1>Sign in</h1>
      <ErrorSummary problem={problem} />
      {problem ? <ButtonLink href="/sign-in" kind="primary">Ask for a new link</ButtonLink> : (
        <>
          <p>One more press, so that nobody but you uses this link up.</p>
          <Form><Button kind="primary" wide>Sign in to Caravan</Button></Form>
        </>
      )}
    </Lone>
  )
}
