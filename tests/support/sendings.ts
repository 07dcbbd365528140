/** The told mission with a relay: what is owed is sent at once, and each sending is an hour after the one before. */
import { HOLD_MS } from '#app/operations/invitations.server.ts'
import { drainInto, until } from '#tests/support/draining.ts'
import { NOW, makeInvited, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { calendarIn, startRelay } from '#tests/support/relay.ts'
import type { Relay, Taken } from '#tests/support/relay.ts'

export type Sendings = {
  told: Invited
  relay: Relay
  /** When the latest was sent. */
  sentMs(): number
  /** Sends all that is owed, with a word to everybody; returns what arrived, in order of addresses. */
  send(note?: string): Promise<Taken[]>
  /** The calendar in the latest message to an address. */
  latest(address: string): string
  close(): Promise<void>
}

export async function startSendings(): Promise<Sendings> {
  const told = await makeInvited()
  const relay = await startRelay()
  let nowMs = NOW
  return {
    told, relay, sentMs: () => nowMs,
    async send(note = '') {
      const before = relay.taken.length
      nowMs += 3_600_000
      await sendAll({ ...told, scope: { ...told.scope, nowMs, missionNowMs: NOW } }, undefined, note)
      const drain = drainInto(told.database, relay.url, nowMs + HOLD_MS + 1)
      const waiting = () => told.database.read.selectFrom('outbox').select('id').where('state', 'in', ['queued', 'sending', 'retry']).execute()
      await until('the relay', async () => (await waiting()).length === 0).finally(() => drain.stop())
      return relay.taken.slice(before).toSorted((a, b) => a.to.join().localeCompare(b.to.join()))
    },
    latest: (address) => calendarIn(relay.taken.findLast(({ to }) => to.includes(address))?.bytes ?? Buffer.alloc(0)),
    close: async () => void (await Promise.all([relay.close(), told.database.close()])),
  }
}
