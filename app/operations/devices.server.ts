/** What lets a device keep notes sealed: half of its key, handed to nobody but the person who is signed in on it. */
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Database } from '#db/database.server.ts'
import { deleteOldDevices, findDeviceSecret, findSessionEnd, insertDevice, saveDeviceSeen } from '#db/devices.server.ts'
import { newSecret } from '#db/ids.server.ts'

/** How long a device may open what it keeps without having asked again. */
const OFFLINE_FOR_MS = 7 * 24 * 3_600_000
const MOST_DEVICES = 50

type Asking = { accountId: Id; sessionHash: string; device: string; nowMs: Instant }

/** The secret of this person's device, made when it is first asked for, and until when the device may use it without asking: a week, and never longer than the session. */
export async function openDevice(database: Database, { accountId, sessionHash, device, nowMs }: Asking): Promise<{ secret: string; untilMs: Instant } | undefined> {
  return await database.write(async (tx) => {
    const ends = await findSessionEnd(tx, sessionHash)
    if (ends === undefined) return undefined
    const known = await findDeviceSecret(tx, accountId, device)
    const row = { accountId, id: device, sessionHash, atMs: nowMs, secret: known ?? newSecret() }
    if (known === undefined) await insertDevice(tx, row)
    else await saveDeviceSeen(tx, row)
    if (known === undefined) await deleteOldDevices(tx, accountId, MOST_DEVICES)
    return { secret: row.secret, untilMs: Math.min(ends, nowMs + OFFLINE_FOR_MS) }
  })
}
