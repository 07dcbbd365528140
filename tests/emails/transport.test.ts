/** What a relay may do to one message, byte by byte, and what is made of it. */
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'
import { transportFor } from '#emails/transport.server.ts'
import type { Delivery, Lane } from '#emails/transport.server.ts'

const running: { close(): void }[] = []
afterEach(() => running.splice(0).forEach((each) => each.close()))

/** Answers a line of ours, or leaves it to the usual answer. '.' is the end of a message. */
type Manner = (line: string, socket: Socket) => boolean
const PARCEL = { id: 'x', from: 'a@example.org', to: 'b@example.org', mime: Buffer.from('Subject: x\r\n\r\nhello\r\n') }

async function relayThat(manner: Manner, greet = (socket: Socket): unknown => socket.write('220 hi\r\n')): Promise<Lane> {
  const server = createServer((socket) => {
    let data = false
    let rest = ''
    socket.on('error', () => undefined)
    greet(socket)
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines.filter((each) => !data || each === '.')) {
        data = line.startsWith('DATA')
        if (!manner(line, socket)) socket.write(data ? '354 go\r\n' : '250 ok\r\n')
      }
    })
  })
  return await laneTo(server)
}

async function laneTo(server: Pick<Server, 'address' | 'close'> & { listen(port: number, host: string, then: () => void): unknown }, query = ''): Promise<Lane> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const lane = transportFor(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}?greetingTimeout=200&socketTimeout=400${query}`).open()
  running.push(lane, server)
  return lane
}

const at = (beginning: string, answer: (socket: Socket) => unknown): Manner => (line, socket) => line.startsWith(beginning) && (answer(socket), true)
const say = (text: string | Buffer) => (socket: Socket): unknown => socket.write(text)
const reset = (socket: Socket): unknown => socket.resetAndDestroy()
const usual: Manner = () => false

it.each<[what: string, manner: Manner, kind: Delivery['kind'], text: RegExp, greet?: (socket: Socket) => unknown]>([
  ['is reset before its greeting', usual, 'down', /ECONNRESET/, reset],
  ['never greets', usual, 'down', /Greeting never received/, () => undefined],
  ['greets without an end', usual, 'down', /exceeds maximum/, say('2'.repeat(3_000_000))],
  ['greets with no code', usual, 'down', /Invalid greeting/, say('hello\r\n')],
  ['has no time', usual, 'down', /421 busy/, say('421 busy\r\n')],
  ['is reset before a message', at('MAIL', reset), 'down', /ECONNRESET|closed/],
  ['is reset before it takes a message', at('DATA', reset), 'down', /ECONNRESET|closed/],
  ['is reset when it has the message', at('.', reset), 'unknown', /ECONNRESET|closed/],
  ['never answers when it has the message', at('.', () => undefined), 'unknown', /Timeout/],
  ['answers something else', at('.', say('OK\r\n')), 'unknown', /OK/],
  ['answers in several lines, NUL and no known charset', at('.', say(Buffer.from('250-a\0b\r\n250-\xff\xc3(\r\n250 done\r\n', 'latin1'))), 'accepted', /done/],
  ['refuses the recipient for now', at('RCPT', say('450 4.2.0 greylisted\r\n')), 'later', /greylisted/],
  ['refuses the recipient', at('RCPT', say('550 5.1.1 unknown\r\n')), 'refused', /unknown/],
  ['refuses what is too large', at('MAIL', say('552 5.3.4 too large\r\n')), 'refused', /too large/],
  ['refuses the sender, which is our trouble', at('MAIL', say('550 5.7.1 not you\r\n')), 'down', /not you/],
  ['refuses the message', at('.', say('554 5.6.0 no\r\n')), 'refused', /no/],
])('a relay that %s', async (_what, manner, kind, text, greet) => {
  const delivery = await (await relayThat(manner, greet)).send(PARCEL)
  expect([delivery.kind, text.test(delivery.text) ? 'as told' : delivery.text]).toEqual([kind, 'as told'])
})

it('a relay that takes a message and ends the connection takes the next one through another', async () => {
  const lane = await relayThat(at('.', (socket) => socket.end('250 ok\r\n421 bye\r\n')))
  expect([(await lane.send(PARCEL)).kind, (await lane.send(PARCEL)).kind]).toEqual(['accepted', 'accepted'])
})

it('a relay whose certificate proves nothing, or that has none where one is required, gets no message', async () => {
  const taken: string[] = []
  const options = { authOptional: true, logger: false, closeTimeout: 50, onData: (stream: NodeJS.ReadableStream, _session: unknown, done: () => void) => void stream.resume().on('end', () => (taken.push('one'), done())) }
  for (const [disabled, query, text] of [[[], '', /certificate/], [['STARTTLS'], '&requireTLS=true', /STARTTLS|TLS/]] as const) {
    const server = new SMTPServer({ ...options, disabledCommands: [...disabled] })
    server.on('error', () => undefined)
    const delivery = await (await laneTo({ address: () => server.server.address(), close: () => (server.close(), server.server), listen: (port, host, then) => server.listen(port, host, then) }, query)).send(PARCEL)
    expect([delivery.kind, text.test(delivery.text) ? 'as told' : delivery.text]).toEqual(['down', 'as told'])
  }
  expect(taken).toEqual([])
})
