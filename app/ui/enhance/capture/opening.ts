/** Opening the sealed store of this device: with what the server hands to whoever is signed in, or, out of its reach, with the door that is still open. */
import { noteOwner } from '#app/ui/enhance/capture/traces.ts'
import { canKeep, deviceId, openDoor, openUntil, openVault, shutDoor } from '#app/ui/enhance/capture/vault.ts'
import type { Vault } from '#app/ui/enhance/capture/vault.ts'

/** The door is opened anew when it would shut within this time, so that a week without the network can begin on any day. */
const RENEW_MS = 6 * 24 * 3_600_000
const PATIENCE_MS = 8_000

/** The store of the person whose page this is; undefined when this browser cannot keep secrets, or the person is not signed in here. */
export async function enter(person: string): Promise<Vault | undefined> {
  if (!canKeep()) return undefined
  const now = Date.now()
  const until = await openUntil(person)
  if (until <= now) return await asked(person)
  if (until - now <= RENEW_MS) void asked(person).catch(() => undefined)
  return await openVault(now, person)
}

async function asked(person: string): Promise<Vault | undefined> {
  const answer = await fetch('/device', {
    method: 'POST', body: new URLSearchParams({ device: await deviceId() }), headers: { accept: 'application/json' }, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined)
  if (answer?.ok) {
    const handed = (await answer.json()) as { person: string; secret: string; until: number }
    const vault = await openDoor(handed)
    noteOwner(handed.person)
    return handed.person === person ? vault : undefined
  }
  if (answer?.status === 401 || answer?.status === 403) return void (await shutDoor())
  return await openVault(Date.now(), person)
}
