/** A real SMTP server on a port of its own, which keeps what it gets and behaves as badly as it is told. */
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Taken = { from: string; to: string[]; bytes: Buffer }
/** What the relay does with the message for an address: take it, refuse it with a code at RCPT, or take it and hang up on everybody without an answer. */
type Manner = { code?: number; hangUp?: boolean; delayMs?: number }
export type Relay = { url: string; port: number; taken: Taken[]; manner: (address: string) => Manner; close(): Promise<void> }

/** Starts one; `port` 0 finds a free one. */
export async function startRelay(port = 0): Promise<Relay> {
  const relay: Relay = { url: '', port, taken: [], manner: () => ({}), close: () => new Promise((resolve) => server.close(() => resolve())) }
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 200,
    onRcptTo({ address }, _session, callback) {
      const { code } = relay.manner(address)
      callback(code === undefined ? null : Object.assign(new Error(`not now, says the relay about ${address}`), { responseCode: code }))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const { hangUp, delayMs = 0 } = relay.manner(to[0] ?? '')
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        setTimeout(() => {
          relay.taken.push({ from, to, bytes: Buffer.concat(chunks) })
          if (!hangUp) return callback(null, 'taken')
          for (const socket of sockets) socket.destroy()
        }, delayMs)
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => void sockets.add(socket.once('close', () => sockets.delete(socket))))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  relay.port = (server.server.address() as AddressInfo).port
  relay.url = `smtp://127.0.0.1:${relay.port}`
  return relay
}

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
