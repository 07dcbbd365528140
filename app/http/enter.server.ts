/**
 * Session → actor → mission. Every loader and action is made by one of these, which carries its policy with it:
 * a route without one fails `tests/routes/policy.test.ts`.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { can } from '#app/domain/people/access.ts'
import type { Role, Verb } from '#app/domain/people/access.ts'
import { isId } from '#app/domain/ids.ts'
import { missionNow } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { contextOf } from '#app/http/context.server.ts'
import type { App, RequestContext, SignedIn } from '#app/http/context.server.ts'
import { findSignedIn } from '#app/http/session.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findMissionBySlug, findRole } from '#db/missions.server.ts'

export type Policy = { verb: Verb } | { open: 'anyone' } | { signedIn: true }
type Args = LoaderFunctionArgs | ActionFunctionArgs
export type Entered = { app: App; request: Request; url: URL; params: Record<string, string | undefined>; context: RequestContext }
export type Guarded<T> = ((args: Args) => Promise<T>) & { policy: Policy }

/** A loader or action of a mission: signed in, a member whose role allows `verb`; others get 404 (not a member) or 403. */
export function inMission<T>(verb: Verb, run: (scope: Scope, entered: Entered) => Promise<T>): Guarded<T> {
  return guarded({ verb }, async (args) => {
    const entered = entering(args)
    const scope = await remembered(entered.context, `mission ${args.params.mission}`, () => scopeOf(entered))
    if (!can(scope.role, verb)) throw refuse('not-allowed')
    if (isWrite(args.request) && scope.mission.archivedMs !== null && verb !== 'mission.manage') {
      throw refuse('not-allowed', { title: 'This mission is archived.', next: 'It can be read, not changed. A coordinator can take it out of the archive on its settings page.' })
    }
    return await run(scope, entered)
  })
}

/** A loader or action for anybody who is signed in. */
export function signedIn<T>(run: (who: SignedIn, entered: Entered) => Promise<T>): Guarded<T> {
  return guarded({ signedIn: true }, async (args) => {
    const entered = entering(args)
    return await run(await whoOrSignIn(entered), entered)
  })
}

/** A loader or action for anybody: guests with a link, the sign-in pages, health. */
export function open<T>(run: (entered: Entered) => Promise<T>): Guarded<T> {
  return guarded({ open: 'anyone' }, (args) => run(entering(args)))
}

function guarded<T>(policy: Policy, run: (args: Args) => Promise<T>): Guarded<T> {
  return Object.assign(async (args: Args): Promise<T> => handedOver(await run(args), args), { policy })
}

/**
 * What a loader found reaches its page as it is: in the shape of the framework's deferred data with nothing left to wait
 * for, which it hands on instead of writing it as JSON and reading it again, and hidden from the copy that it writes for
 * hydration, which no page of ours does.
 */
function handedOver<T>(found: T, { request }: Args): T {
  const plain = typeof found === 'object' && found !== null && Object.getPrototypeOf(found) === Object.prototype
  if (!plain || isWrite(request)) return found
  Object.defineProperty(found, 'toJSON', { value: () => undefined })
  return { data: found, done: true, ...SETTLED } as T
}

const SETTLED = { subscribe: () => () => undefined, cancel: () => undefined, resolveData: () => Promise.resolve(false) }

function entering(args: Args): Entered {
  const context = contextOf(args.context)
  return { app: context.app, request: args.request, url: new URL(args.request.url), params: args.params, context }
}

async function scopeOf(entered: Entered): Promise<Scope> {
  const { app, context, params } = entered
  const who = await whoOrSignIn(entered)
  const slug = params.mission ?? ''
  const mission = isId(slug) ? await findMissionBySlug(app.database.read, slug) : undefined
  const role = mission && (await findRole(app.database.read, mission.id, who.actor.accountId))
  if (!mission || !role) throw refuse('gone')
  return { database: app.database, mission, actor: who.actor, role: role as Role, nowMs: context.nowMs, missionNowMs: missionNow(mission.clock, context.nowMs) }
}

async function whoOrSignIn({ context, request, url }: Entered): Promise<SignedIn> {
  const who = await remembered<SignedIn | null>(context, 'who', () => findSignedIn(request.headers.get('cookie'), context))
  if (who) return who
  throw isWrite(request)
    ? refuse('not-allowed', { title: 'You are signed out.', next: 'Sign in again in another tab, then come back here and send once more: what you typed is still in this page.' })
    : redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 303)
}

function isWrite(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD'
}

async function remembered<T>(context: RequestContext, key: string, find: () => Promise<T>): Promise<T> {
  const known = context.memo.get(key)
  if (known) return (await known) as T
  const finding = find()
  context.memo.set(key, finding)
  return await finding
}

/** The path of a page of this mission. */
export function inside(scope: Pick<Scope, 'mission'>, rest = ''): string {
  return `/missions/${scope.mission.slug}${rest}`
}
