/** A drain on a clock that the test holds in its hand. */
import type { Database } from '#db/database.server.ts'
import { startDrain } from '#emails/outbox.server.ts'
import type { Drain } from '#emails/outbox.server.ts'

export const SENDER = { mailFrom: { name: 'Caravan', address: 'invites@example.org' }, baseUrl: 'https://caravan.example.org', secret: 'a secret that only this test knows, and long' }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type Draining = Drain & { clock: { nowMs: number } }

export function drainInto(database: Database, smtpUrl: string | undefined, nowMs: number): Draining {
  const clock = { nowMs }
  return { ...startDrain({ database, config: { ...SENDER, smtpUrl }, log: quiet, now: () => clock.nowMs }), clock }
}

/** Waits until `holds` answers true; throws what was waited for after ten seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
