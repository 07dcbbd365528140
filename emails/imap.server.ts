/** One connection to the mailbox that is read: opened for reading only, told of new mail by IDLE. */
import { ImapFlow } from 'imapflow'
import { domainOf } from '#app/domain/people/mailbox.ts'
import type { Trust } from '#emails/letter.server.ts'
import { LARGEST_LETTER } from '#emails/letter.server.ts'

export type ImapPlace = { host: string; port: number; secure: boolean; user: string; password: string; mailbox: string; trust: Trust }
/** `source` is the whole message, or its headers where it is `tooLarge`. */
export type Fetched = { uid: number; size: number; tooLarge: boolean; source: Buffer }
export type Mailbox = {
  validity: string
  /** Numbers of messages after `uid`, upwards; asking also finds out whether the connection lives. */
  listAfter(uid: number): Promise<number[]>
  fetch(uid: number): Promise<Fetched | undefined>
  /** Lets the server speak; the next question ends it. */
  listen(): void
  close(): Promise<void>
}

const TIMES = { connectionTimeout: 30_000, greetingTimeout: 16_000, socketTimeout: 180_000 }

/** `imaps://user:password@host/INBOX?authserv=mx.example.org`. `senders` are addresses whose domains our server writes findings under. */
export function imapPlace(text: string, senders: readonly string[]): ImapPlace {
  const url = new URL(text)
  const secure = url.protocol === 'imaps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (secure ? 993 : 143), secure, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password),
    mailbox: decodeURIComponent(url.pathname.replace(/^\/+/, '')) || 'INBOX',
    trust: { server: url.searchParams.get('authserv')?.toLowerCase() || null, domains: senders.map(domainOf) },
  }
}

/** Connects, signs in and opens the mailbox; `changed` is called for new mail and when the connection ends. Throws when any of it fails. */
export async function openMailbox(place: ImapPlace, changed: () => void): Promise<Mailbox> {
  const client = new ImapFlow({
    host: place.host, port: place.port, secure: place.secure, auth: { user: place.user, pass: place.password }, logger: false, disableAutoIdle: true, clientInfo: { name: 'Caravan' }, ...TIMES,
  })
  const ended: { error?: Error } = {}
  client.on('error', (error: Error) => void (ended.error ??= error)).on('close', changed).on('exists', changed)
  try {
    await client.connect()
    const { uidValidity } = await client.mailboxOpen(place.mailbox, { readOnly: true })
    return mailboxOf(client, String(uidValidity), ended)
  } catch (error) {
    client.close()
    throw ended.error ?? error
  }
}

function mailboxOf(client: ImapFlow, validity: string, ended: { error?: Error }): Mailbox {
  const alive = (): void => {
    if (!client.usable) throw ended.error ?? new Error('The mail server ended the connection')
  }
  return {
    validity,
    async listAfter(uid) {
      alive()
      await client.noop()
      const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true })
      alive()
      return (found || []).filter((each) => each > uid).toSorted((a, b) => a - b)
    },
    async fetch(uid) {
      const known = await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true })
      if (!known) return undefined
      const tooLarge = (known.size ?? 0) > LARGEST_LETTER
      const read = await client.fetchOne(String(uid), tooLarge ? { uid: true, headers: true } : { uid: true, source: true }, { uid: true })
      const source = read && (tooLarge ? read.headers : read.source)
      return source ? { uid, size: known.size ?? source.length, tooLarge, source } : undefined
    },
    listen() {
      void client.idle().catch(() => undefined)
    },
    async close() {
      await Promise.race([client.logout().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 1_000))])
      client.close()
    },
  }
}
