import { isAboutTheServer } from '#app/domain/calendar/pace.ts'
import { noteRelay } from '#db/outbox-claims.server.ts'
import type { Claimed, Outcome } from '#db/outbox-claims.server.ts'
import type { Hand } from '#db/outbox-due.server.ts'
import { isInvitation, isQuestionnaire } from '#app/domain/notices.ts'
import { noticeOf } from '#db/outbox.server.ts'
import type { Breaker } from '#emails/breaker.server.ts'
import { envelopeSender } from '#emails/envelope.server.ts'
import type { Post } from '#emails/outbox.server.ts'
import type { Recorder } from '#emails/recorder.server.ts'
import { SENDING_AT_MOST_MS } from '#emails/transport.server.ts'
import type { Delivery, Lane, Transport } from '#emails/transport.server.ts'

/** A message whose bytes are committed. */
export type Ready = Claimed & { mime: Uint8Array }
export type Crew = {
  take(messages: readonly Ready[]): void
  waiting(): number
  /** What is ready or on its way, by domain. */
  hand(): Hand
  isIdle(): boolean
  giveBack(why: string): void
  close(): void
}

const LOW = 20
const PAUSES_MINUTES = [1, 5, 15, 30, 60]

type Place = { lane: Lane; domain: string | null }

/** The lanes that carry messages to the relay, each one at a time, so many to one domain, each outcome to the recorder. */
export function makeCrew(post: Post, transport: Transport, breaker: Breaker, recorder: Recorder): Crew {
  const { pace } = transport
  const places: Place[] = Array.from({ length: transport.lanes }, () => ({ lane: transport.open(), domain: null }))
  const ready: Ready[] = []
  const giveBack = (why: string, domain?: string): void => {
    const back = domain === undefined ? ready.splice(0) : ready.filter((message) => message.domain === domain)
    if (domain !== undefined) ready.splice(0, ready.length, ...ready.filter((message) => message.domain !== domain))
    for (const message of back) recorder.record({ id: message.id, kind: 'given-back', text: why })
  }
  const next = (): Ready | undefined => {
    const at = ready.findIndex(({ domain }) => pace.connections === 0 || places.filter((place) => place.domain === domain).length < pace.connections)
    return at < 0 ? undefined : ready.splice(at, 1)[0]
  }
  const settle = async (message: Ready, delivery: Delivery): Promise<void> => {
    const wasDown = breaker.tryMs !== null
    if (delivery.kind !== 'down') {
      breaker.worked()
      if (wasDown) await tell(post, null)
      if (delivery.kind === 'later' && isAboutTheServer(delivery.code)) giveBack(delivery.text, message.domain)
      return recorder.record(outcomeOf(message, delivery, transport.real, post.now()))
    }
    breaker.failed(post.now())
    if (!wasDown) await tell(post, delivery.text)
    recorder.record({ id: message.id, kind: 'given-back', text: delivery.text })
    giveBack(delivery.text)
  }
  const work = async (place: Place, first: Ready): Promise<void> => {
    for (let message: Ready | undefined = first; message; message = follow(place)) {
      place.domain = message.domain
      if (ready.length < LOW) post.bell.ring()
      if (message.leaseUntilMs - post.now() < SENDING_AT_MOST_MS) recorder.record({ id: message.id, kind: 'given-back', text: 'It waited too long for a connection' })
      else await settle(message, await place.lane.send({ id: message.id, from: senderOf(message, post), to: message.to, mime: message.mime }).catch(unknown))
    }
    await recorder.flush()
    post.bell.ring()
  }
  /** The next message for a lane whose last is settled; what its domain had kept back may now go through others. */
  const follow = (place: Place): Ready | undefined => {
    place.domain = null
    const message = next()
    place.domain = message?.domain ?? null
    start()
    return message
  }
  const start = (): void => {
    for (const place of places) {
      const message = place.domain === null ? next() : undefined
      if (message) void work(place, message)
    }
  }
  return {
    giveBack,
    waiting: () => ready.length,
    hand: () => ({ pace, held: countBy([...ready.map(({ domain }) => domain), ...places.flatMap(({ domain }) => domain ?? [])]) }),
    isIdle: () => ready.length === 0 && places.every((place) => place.domain === null),
    close: () => places.forEach(({ lane }) => lane.close()),
    take(messages) {
      ready.push(...messages)
      start()
    },
  }
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function unknown(error: unknown): Delivery {
  return { kind: 'unknown', text: String(error) }
}

async function tell({ database, log, now }: Post, trouble: string | null): Promise<void> {
  if (trouble === null) log.info('the mail relay can be used again')
  else log.warn({ reason: trouble }, 'the mail relay cannot be used; messages wait')
  await noteRelay(database, trouble === null ? null : { sinceMs: now(), text: trouble }).catch((error: unknown) => log.error({ err: error }, 'the state of the mail relay could not be noted'))
}

/** The envelope sender is the From of the header with the message's id: bounces reach the mailbox that is read. */
function senderOf(message: Ready, { config }: Post): string {
  const notice = noticeOf(message.facts)
  return envelopeSender(notice && isInvitation(notice) ? notice.facts.organiser.address : notice && isQuestionnaire(notice) ? notice.from.address : config.mailFrom.address, message.id)
}

/** What was accepted is settled; what is put off waits 1, 5, 15, 30, 60 minutes and then hourly, by chance up to half more or less. */
function outcomeOf(message: Ready, delivery: Exclude<Delivery, { kind: 'down' }>, real: boolean, nowMs: number): Outcome {
  const { id } = message
  if (delivery.kind === 'accepted') return { id, kind: 'accepted', code: delivery.code, text: delivery.text, erase: real && message.secret }
  if (delivery.kind === 'refused') return { id, kind: 'refused', code: delivery.code, text: delivery.text }
  const minutes = PAUSES_MINUTES[Math.min(message.attempts, PAUSES_MINUTES.length) - 1] ?? 1
  const nextMs = nowMs + Math.round(minutes * 60_000 * (0.5 + Math.random()))
  return { id, kind: delivery.kind, code: delivery.kind === 'later' ? delivery.code : null, text: delivery.text, nextMs }
}
