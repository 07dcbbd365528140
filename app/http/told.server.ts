/** Actions that a page's form and a script's request both use: with `Accept: application/json` every answer is JSON. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { contextOf } from '#app/http/context.server.ts'
import type { Guarded } from '#app/http/enter.server.ts'
import type { Refusal } from '#app/http/answers.server.ts'
import { returnPath } from '#app/http/return-path.server.ts'
import { findSignedIn } from '#app/http/session.server.ts'

/** True when a script asks, which shows the answer itself. */
export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') === true
}

/** An answer for a script. */
export function tell(status: number, answer: Record<string, unknown>): Response {
  return Response.json(answer, { status })
}

/** The account that a script writes for: a tab may outlive the session that it was opened in. */
const FOR_PERSON = 'caravan-person'

/**
 * The action, with its refusals as `{ error }` for a script: 401 with the way to sign in when the session is over or
 * another person's, which leads back to the page that asked.
 */
export function forScriptsToo(run: Guarded<Response>): Guarded<Response> {
  return Object.assign(async (args: ActionFunctionArgs): Promise<Response> => {
    if (!wantsJson(args.request)) return await run(args)
    if (await isSomebodyElse(args)) return tell(401, { error: 'Somebody else is signed in here now, so nothing was saved in their name.', signIn: signInFrom(args.request) })
    try {
      return await run(args)
    } catch (refused) {
      if (!(refused instanceof Response)) throw refused
      const { title, next } = (await refused.json()) as Refusal
      if (refused.status === 403 && (await isSignedOut(args))) return tell(401, { error: `${title} ${next}`, signIn: signInFrom(args.request) })
      return tell(refused.status, { error: `${title} ${next}` })
    }
  }, { policy: run.policy })
}

async function isSomebodyElse({ request, context: loaded }: ActionFunctionArgs): Promise<boolean> {
  const person = request.headers.get(FOR_PERSON)
  if (person === null) return false
  const context = contextOf(loaded)
  const who = findSignedIn(request.headers.get('cookie'), context)
  context.memo.set('who', who)
  const found = await who
  return found !== null && found.actor.accountId !== person
}

async function isSignedOut({ context }: ActionFunctionArgs): Promise<boolean> {
  return (await contextOf(context).memo.get('who')) === null
}

function signInFrom(request: Request): string {
  return `/sign-in?to=${encodeURIComponent(pageOf(request))}`
}

function pageOf(request: Request): string {
  const from = request.headers.get('referer') ?? ''
  if (!URL.canParse(from)) return '/'
  const { pathname, search } = new URL(from)
  return returnPath(pathname + search)
}
