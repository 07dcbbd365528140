/**
 * The drain: claims what is due, composes it once, commits the bytes, and only then speaks SMTP. At least once, never
 * lost, never shown as sent before the relay said so, every copy the same bytes (`docs/decisions/006-invitations.md`).
 */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Logger } from 'pino'
import type { Database } from '#db/database.server.ts'
import { claimDue, freeAbandoned, keepComposed, nextDueMs, pullIn } from '#db/outbox-claims.server.ts'
import type { Claimed } from '#db/outbox-claims.server.ts'
import { noticeOf } from '#db/outbox.server.ts'
import { makeBell } from '#emails/bell.server.ts'
import type { Bell } from '#emails/bell.server.ts'
import { makeBreaker } from '#emails/breaker.server.ts'
import type { Breaker } from '#emails/breaker.server.ts'
import { compose } from '#emails/compose.server.ts'
import type { Sender } from '#emails/compose.server.ts'
import { makeCrew } from '#emails/crew.server.ts'
import type { Crew, Ready } from '#emails/crew.server.ts'
import { makeRecorder } from '#emails/recorder.server.ts'
import type { Recorder } from '#emails/recorder.server.ts'
import { transportFor } from '#emails/transport.server.ts'

type DrainApp = { database: Database; config: Sender & { smtpUrl?: string | null | undefined }; log: Pick<Logger, 'info' | 'warn' | 'error'>; now(): number }
export type Drain = { wake(): void; stop(): Promise<void> }
/** What every part of the drain shares; `owner` is the fence that claims carry. */
export type Post = DrainApp & { owner: string; bell: Bell }

const AHEAD = 40
const LOOK_AGAIN_MS = 30_000
const BLOCKED_MS = 1_000
/** Clocks are set right by less than this all the time. */
const PUT_BACK_MS = 30_000
const STOP_WITHIN_MS = 10_000

/** Starts sending; `wake` after something was queued, `stop` lets what is on its way finish and gives the rest back. */
export function startDrain(app: DrainApp): Drain {
  const post: Post = { ...app, owner: `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`, bell: makeBell() }
  const breaker = makeBreaker()
  const recorder = makeRecorder(post)
  const crew = makeCrew(post, transportFor(app.config.smtpUrl), breaker, recorder)
  const stopping = { now: false }
  const running = run(post, breaker, recorder, crew, stopping)
  return {
    wake: post.bell.ring,
    async stop() {
      stopping.now = true
      post.bell.ring()
      await running
      crew.giveBack('Caravan was stopped')
      const until = Date.now() + STOP_WITHIN_MS
      while (!crew.isIdle() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
      crew.close()
      await recorder.flush()
    },
  }
}

async function run(post: Post, breaker: Breaker, recorder: Recorder, crew: Crew, stopping: { now: boolean }): Promise<void> {
  let begun = false
  let seenMs = 0
  while (!stopping.now) {
    try {
      const nowMs = post.now()
      if (nowMs < seenMs - PUT_BACK_MS) await pullIn(post.database, nowMs)
      seenMs = nowMs
      if (!begun) await freeAbandoned(post.database, nowMs, (other) => isGone(other, post.owner))
      begun = true
      if (!(await round(post, breaker, recorder, crew))) await post.bell.rung(await pause(post, breaker))
    } catch (error) {
      post.log.error({ err: error }, 'the mail queue could not be read')
      await post.bell.rung(BLOCKED_MS)
    }
  }
}

/** Claims, composes, commits, hands over; true when something was claimed, so that the next round may follow at once. */
async function round(post: Post, breaker: Breaker, recorder: Recorder, crew: Crew): Promise<boolean> {
  const may = breaker.room(post.now())
  const room = may === 'all' ? AHEAD - crew.waiting() : may === 'one' && crew.isIdle() ? 1 : 0
  const claimed = room > 0 ? await claimDue(post.database, post.owner, post.now(), room, crew.hand()) : []
  if (claimed.length === 0) return false
  const composed: Ready[] = []
  const fresh: Ready[] = []
  for (const message of claimed) {
    if (message.mime !== null) composed.push({ ...message, mime: message.mime })
    else {
      const made = await composeOne(message, post, recorder)
      if (made) fresh.push(made)
    }
  }
  const kept = fresh.length > 0 ? await keepComposed(post.database, post.owner, fresh) : new Set<string>()
  crew.take([...composed, ...fresh.filter((message) => kept.has(message.id))])
  return true
}

/** Composing is a function of frozen facts: what fails once fails again, so it is put aside with its reason at once. */
async function composeOne(message: Claimed, { config }: Post, recorder: Recorder): Promise<Ready | undefined> {
  try {
    const notice = noticeOf(message.facts)
    if (!notice) throw new Error('Its content was erased.')
    return { ...message, mime: await compose(notice, message.messageId, config) }
  } catch (error) {
    recorder.record({ id: message.id, kind: 'broken', code: null, text: `It could not be composed. ${error instanceof Error ? error.message : ''}` })
    return undefined
  }
}

async function pause({ database, now }: Post, breaker: Breaker): Promise<number> {
  if (breaker.tryMs !== null) return Math.min(Math.max(breaker.tryMs - now(), 50), LOOK_AGAIN_MS)
  const due = await nextDueMs(database.read)
  return due === null ? LOOK_AGAIN_MS : Math.min(Math.max(due - now(), BLOCKED_MS), LOOK_AGAIN_MS)
}

/** Another sender of this machine whose process is no more; one elsewhere is left to its lease. */
function isGone(other: string, own: string): boolean {
  const [host, pid] = other.split(':')
  if (host !== hostname() || other === own) return false
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
