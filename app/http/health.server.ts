import { statfs } from 'node:fs/promises'
import { offsetOf } from '#app/domain/time.ts'
import type { App } from '#app/http/context.server.ts'
import { isMigrated } from '#db/migrate.server.ts'
import { findOldestDueMail, probeWrite } from '#db/health.server.ts'
import { findContact } from '#db/received.server.ts'

export type Health = {
  ready: boolean
  database: boolean
  migrations: boolean
  disk: boolean
  zones: boolean
  draining: boolean
  /** Seconds since the oldest mail that is due was due; 0 when none waits. Late mail needs an operator, not a restart: it never makes `ready` false. */
  queueAge: number
  /** Whether the mailbox of answers is read; null where none is set. Like late mail it never makes `ready` false. */
  inbox: 'read' | 'unreachable' | null
  sentence: string
}

const LEAST_FREE_BYTES = 500 * 1_048_576
const REMEMBERED_MS = 2_000

/** Offsets that a zone table must know: the places of the region before and after Kazakhstan moved to one zone in March 2024. */
const OFFSETS: [zone: string, at: number, minutes: number][] = [
  ['Asia/Almaty', Date.UTC(2020, 0, 15), 360],
  ['Asia/Almaty', Date.UTC(2026, 0, 15), 300],
  ['Asia/Bishkek', Date.UTC(2020, 0, 15), 360],
  ['Asia/Dushanbe', Date.UTC(2020, 1, 4), 300],
  ['Asia/Tashkent', Date.UTC(2020, 1, 4), 300],
  ['America/New_York', Date.UTC(2020, 6, 1), -240],
]

/** Asks what `/readyz` answers; an answer is kept for two seconds, so that asking often writes nothing more. */
export function healthOf(app: App, draining: () => boolean): () => Promise<Health> {
  let known: { at: number; health: Promise<Health> } | undefined
  return async () => {
    if (draining()) return said({ database: true, migrations: true, disk: true, zones: true, draining: true, queueAge: 0, inbox: null })
    const at = performance.now()
    if (!known || at - known.at > REMEMBERED_MS) known = { at, health: examine(app) }
    return await known.health
  }
}

async function examine({ database, config }: App): Promise<Health> {
  const nowMs = Date.now()
  const [wrote, migrations, disk, due, contact] = await Promise.all([
    holds(() => database.write((tx) => probeWrite(tx, nowMs))),
    isMigrated(database),
    holds(async () => {
      const { bavail, bsize } = await statfs(config.dataDir)
      if (bavail * bsize < LEAST_FREE_BYTES) throw new Error('little space')
    }),
    findOldestDueMail(database.read, nowMs).catch(() => undefined),
    config.imapUrl === undefined ? undefined : findContact(database.read).catch(() => undefined),
  ])
  const queueAge = due === undefined ? 0 : Math.round((nowMs - due) / 1_000)
  return said({ database: wrote, migrations, disk, zones: zonesAreRight(), draining: false, queueAge, inbox: config.imapUrl === undefined ? null : contact?.up ? 'read' : 'unreachable' })
}

function zonesAreRight(): boolean {
  return OFFSETS.every(([zone, at, minutes]) => offsetOf(at, zone) === minutes)
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  return await check().then(() => true, () => false)
}

function said(found: Omit<Health, 'ready' | 'sentence'>): Health {
  const reasons = [
    found.draining && 'Caravan is stopping.',
    !found.database && 'The database takes no writes.',
    !found.migrations && 'The database is not at the level of this code: run caravan migrate.',
    !found.disk && 'Less than 500 MB are free in DATA_DIR.',
    !found.zones && 'The time zones of this Node are out of date: use a newer Node.',
  ].filter((reason) => reason !== false)
  return { ready: reasons.length === 0, ...found, sentence: reasons.join(' ') || 'Ready.' }
}
