import { noteRelay } from '#db/outbox-claims.server.ts'
import type { Claimed, Outcome } from '#db/outbox-claims.server.ts'
import { noticeOf } from '#db/outbox.server.ts'
import type { Breaker } from '#emails/breaker.server.ts'
import { envelopeSender } from '#emails/envelope.server.ts'
import type { Post } from '#emails/outbox.server.ts'
import type { Recorder } from '#emails/recorder.server.ts'
import type { Delivery, Lane, Transport } from '#emails/transport.server.ts'

/** A message whose bytes are committed. */
export type Ready = Claimed & { mime: Uint8Array }
export type Crew = { take(messages: readonly Ready[]): void; waiting(): number; isIdle(): boolean; giveBack(why: string): void; close(): void }

const LOW = 20
const PAUSES_MINUTES = [1, 5, 15, 30, 60]

/** The lanes that carry messages to the relay, each one at a time, each outcome to the recorder. */
export function makeCrew(post: Post, transport: Transport, breaker: Breaker, recorder: Recorder): Crew {
  const lanes = Array.from({ length: transport.lanes }, () => ({ lane: transport.open(), busy: false }))
  const ready: Ready[] = []
  const giveBack = (why: string): void => {
    for (const message of ready.splice(0)) recorder.record({ id: message.id, kind: 'given-back', text: why })
  }
  const settle = async (message: Ready, delivery: Delivery): Promise<void> => {
    const wasDown = breaker.tryMs !== null
    if (delivery.kind !== 'down') {
      breaker.worked()
      if (wasDown) await tell(post, null)
      return recorder.record(outcomeOf(message, delivery, transport.real, post.now()))
    }
    breaker.failed(post.now())
    if (!wasDown) await tell(post, delivery.text)
    recorder.record({ id: message.id, kind: 'given-back', text: delivery.text })
    giveBack(delivery.text)
  }
  const work = async (place: { lane: Lane; busy: boolean }): Promise<void> => {
    place.busy = true
    for (let message = ready.shift(); message; message = ready.shift()) {
      if (ready.length < LOW) post.bell.ring()
      const delivery = await place.lane.send({ id: message.id, from: senderOf(message, post), to: message.to, mime: message.mime }).catch(unknown)
      await settle(message, delivery)
    }
    place.busy = false
    await recorder.flush()
    post.bell.ring()
  }
  return {
    giveBack,
    waiting: () => ready.length,
    isIdle: () => ready.length === 0 && lanes.every((place) => !place.busy),
    close: () => lanes.forEach(({ lane }) => lane.close()),
    take(messages) {
      ready.push(...messages)
      for (const place of lanes.filter((one) => !one.busy).slice(0, ready.length)) void work(place)
    },
  }
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
  return envelopeSender(notice && notice.kind !== 'sign-in' ? notice.facts.organiser.address : config.mailFrom.address, message.id)
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
