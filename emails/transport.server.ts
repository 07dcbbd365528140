/** How a message leaves: over SMTP to one recipient, or into the built-in mailbox. */
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import { paceIn } from '#app/domain/calendar/pace.ts'
import type { Pace } from '#app/domain/calendar/pace.ts'

/** `id` comes back in delivery reports, where the relay can ask for them (RFC 3461). */
type Parcel = { id: string; from: string; to: string; mime: Uint8Array }

/** What the relay said. 'unknown': it took the message and the answer never came. 'down': it was not even offered one. */
export type Delivery =
  | { kind: 'accepted'; code: number; text: string }
  | { kind: 'refused'; code: number; text: string }
  | { kind: 'later'; code: number; text: string }
  | { kind: 'unknown'; text: string }
  | { kind: 'down'; text: string }

/** One connection that sends one message after the other. */
export type Lane = { send(parcel: Parcel): Promise<Delivery>; close(): void }
export type Transport = { real: boolean; lanes: number; pace: Pace; open(): Lane }

/** Long enough for a relay that thinks about DATA (RFC 5321, 4.5.3.2); `SMTP_URL` may set others: `?socketTimeout=120000`. */
const TIMES = { connectionTimeout: 30_000, greetingTimeout: 30_000, dnsTimeout: 30_000, socketTimeout: 10 * 60_000 }
const MESSAGES_A_CONNECTION = 100
/** A relay that says a little now and then holds no message for longer. The lease of a claim is twice as long. */
export const SENDING_AT_MOST_MS = 15 * 60_000

/** SMTP where an address of a relay is given, else the mailbox that keeps what it gets. */
export function transportFor(smtpUrl: string | null | undefined): Transport {
  return smtpUrl ? { real: true, lanes: 5, pace: paceIn(smtpUrl), open: () => smtpLane(smtpUrl) } : { real: false, lanes: 1, pace: { perMinute: 0, connections: 0 }, open: mailboxLane }
}

/** The message is in the database already; being shown there is its delivery. */
function mailboxLane(): Lane {
  return { send: () => Promise.resolve({ kind: 'accepted', code: 250, text: 'Kept in the built-in mailbox' }), close: () => undefined }
}

function smtpLane(url: string): Lane {
  const options = { ...TIMES, ...parseConnectionUrl(url) }
  let connection: SMTPConnection | undefined
  let sent = 0
  const close = (): void => {
    connection?.close()
    connection = undefined
    sent = 0
  }
  const attempt = async (parcel: Parcel): Promise<Delivery> => {
    const mine = connection ?? new SMTPConnection(options as ConstructorParameters<typeof SMTPConnection>[0])
    if (mine !== connection) {
      connection = mine
      const failure = await connect(mine, options).then(() => (connection === mine ? undefined : new Error('The relay took too long')), asFailure)
      if (failure && connection === mine) close()
      if (failure) return { kind: 'down', text: failure.message }
    }
    const delivery = await offer(mine, parcel)
    sent += 1
    if (delivery.kind === 'unknown' || delivery.kind === 'down' || sent >= MESSAGES_A_CONNECTION) close()
    else if (delivery.kind !== 'accepted' && !(await reset(mine))) close()
    return delivery
  }
  return {
    close,
    async send(parcel) {
      const again = async (): Promise<Delivery> => {
        const reused = connection !== undefined
        const delivery = await attempt(parcel)
        return reused && delivery.kind === 'down' ? await attempt(parcel) : delivery
      }
      const late = timeout(SENDING_AT_MOST_MS, () => close())
      return await Promise.race([again(), late.over]).finally(late.cancel)
    },
  }
}

function timeout(ms: number, after: () => void): { over: Promise<Delivery>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => {
      after()
      resolve({ kind: 'unknown', text: 'The relay took too long' })
    }, ms)
  })
  return { over, cancel: () => clearTimeout(timer) }
}

type Failure = Error & { code?: string; responseCode?: number; command?: string }

function asFailure(error: unknown): Failure {
  return error instanceof Error ? error : new Error(String(error))
}

/** The first reason counts: closing is itself told as an end. */
function connect(connection: SMTPConnection, options: ReturnType<typeof parseConnectionUrl>): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      reject(asFailure(error))
      connection.close()
    }
    connection.once('error', fail)
    connection.once('end', () => fail(new Error('The relay closed the connection before its greeting was over')))
    connection.connect((error) => {
      if (error) return fail(error)
      const ready = (): void => {
        connection.removeAllListeners('error').removeAllListeners('end').on('error', () => undefined)
        resolve()
      }
      const { user, pass } = (options.auth ?? {}) as { user?: string; pass?: string }
      if (!user || !(connection as unknown as { allowsAuth: boolean }).allowsAuth) return ready()
      connection.login({ user, credentials: { user, pass: pass ?? '' } }, (refused) => (refused ? fail(refused) : ready()))
    })
  })
}

/** The envelope names one recipient; whether any of the message was read tells "not offered" from "no answer". */
function offer(connection: SMTPConnection, { id, from, to, mime }: Parcel): Promise<Delivery> {
  return new Promise((resolve) => {
    let begun = false
    const body = new Readable({
      read() {
        begun = true
        this.push(mime)
        this.push(null)
      },
    })
    const envelope: SMTPConnection.Envelope & { rejected?: string[] } = { from, to: [to], dsn: { envid: id, ret: 'HDRS', notify: ['FAILURE', 'DELAY'], orcpt: to } }
    connection.send(envelope, body, (error, info) => {
      if (error) return resolve(classify(asFailure(error), begun, (envelope.rejected ?? []).length > 0))
      const text = String(info?.response ?? '')
      resolve({ kind: 'accepted', code: Number(text.slice(0, 3)) || 250, text })
    })
  })
}

const TOO_LARGE = 552

/** 4xx comes back later, 5xx is final; what concerns us and not this message is the relay's trouble. 421 about a recipient is its domain's. */
function classify(error: Failure, begun: boolean, aboutRecipient: boolean): Delivery {
  const { responseCode: code, message: text } = error
  if (code === undefined) return { kind: begun ? 'unknown' : 'down', text }
  const ours = error.code === 'EAUTH' || code === 530 || code === 535 || (error.command === 'MAIL FROM' && code >= 500 && code !== TOO_LARGE)
  if (!begun && (ours || (code === 421 && !aboutRecipient))) return { kind: 'down', text }
  return code >= 500 ? { kind: 'refused', code, text } : { kind: 'later', code, text }
}

function reset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => connection.reset((error) => resolve(!error)))
}
