/** A real SMTP server on a port of its own, which keeps what it gets and behaves as badly as it is told. */
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Taken = { from: string; to: string[]; bytes: Buffer }
/**
 * What the relay does with the message for an address, asked when the recipient is named and again when all of it is there:
 * take it, refuse it with a code, take it and hang up on everybody or on this connection alone without an answer, lose it
 * and hang up, or never answer.
 */
type Manner = { code?: number; hangUp?: boolean; cut?: boolean; lose?: boolean; hang?: boolean; delayMs?: number }
type Stage = 'recipient' | 'message'
export type Relay = {
  /** With limits per domain lifted, because everybody here lives at example.org. */
  url: string
  port: number
  taken: Taken[]
  manner: (address: string, stage: Stage) => Manner
  /** A code with which a connection is greeted instead of a welcome. */
  greeting: () => number | undefined
  close(): Promise<void>
}

/** Starts one; `port` 0 finds a free one. Codes of `manner` are given at the first stage that names one. */
export async function startRelay(port = 0): Promise<Relay> {
  const relay: Relay = { url: '', port, taken: [], manner: () => ({}), greeting: () => undefined, close: () => new Promise((resolve) => server.close(() => resolve())) }
  const sockets = new Set<Socket>()
  const refusal = (code: number, address: string): Error => Object.assign(new Error(`not now, says the relay about ${address}`), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 200,
    onConnect(_session, callback) {
      const code = relay.greeting()
      callback(code === undefined ? null : refusal(code, 'everybody'))
    },
    onRcptTo({ address }, _session, callback) {
      const { code } = relay.manner(address, 'recipient')
      callback(code === undefined ? null : refusal(code, address))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        if (!bytes.subarray(-4).equals(END)) return callback(refusal(451, 'half a message'))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const { code, hangUp, cut, lose, hang, delayMs = 0 } = relay.manner(to[0] ?? '', 'message')
        if (code !== undefined) return callback(refusal(code, to[0] ?? ''))
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        setTimeout(() => {
          if (!lose) relay.taken.push({ from, to, bytes })
          if (hang) return
          if (!hangUp && !cut && !lose) return callback(null, 'taken')
          for (const socket of sockets) if (hangUp || socket.remotePort === session.remotePort) socket.destroy()
        }, delayMs)
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => void sockets.add(socket.once('close', () => sockets.delete(socket))))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  relay.port = (server.server.address() as AddressInfo).port
  relay.url = `smtp://127.0.0.1:${relay.port}?domainRate=0&domainConnections=0`
  return relay
}

/** What a message of ours ends with; a transfer that was broken off does not. */
const END = Buffer.from('--\r\n')

export type Part = { type: string; parameters: string; headers: string; body: Buffer; parts: Part[] }

/** The tree of a message, taken apart by hand so that nothing is tidied up; leaves are decoded. */
export function takeApart(raw: Buffer | string): Part {
  const text = raw.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const headers = text.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const content = /^content-type:\s*([^;\r\n]+)([^\r\n]*)/im.exec(headers)
  const type = (content?.[1] ?? 'text/plain').trim().toLowerCase()
  const parameters = (content?.[2] ?? '').replace(/^;\s*/, '')
  const boundary = /boundary="([^"]+)"/.exec(parameters)?.[1]
  const body = text.slice(end + 4)
  const parts = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1).map((part) => takeApart(part.replace(/^\r\n/, '').replace(/\r\n$/, '')))
  const base64 = /^content-transfer-encoding:\s*base64/im.test(headers)
  return { type, parameters, headers, body: base64 ? Buffer.from(body, 'base64') : Buffer.from(body, 'latin1'), parts }
}

/** 'multipart/mixed(multipart/alternative(…)…)'. */
export function shapeOf({ type, parts }: Part): string {
  return parts.length === 0 ? type : `${type}(${parts.map(shapeOf).join(' ')})`
}

/** The calendar of a captured message, from the part that mail programs act on. */
export function calendarIn(raw: Buffer): string {
  return takeApart(raw).parts[0]?.parts[2]?.body.toString('utf8') ?? ''
}
