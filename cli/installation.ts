/** What a command works on: the settings, the migrated database, and the clock. */
import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { WrongSetting, loadConfig } from '#app/http/config.server.ts'
import type { Config } from '#app/http/config.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { missionNow } from '#app/domain/time.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { findMissionBySlug, listMissions } from '#db/missions.server.ts'

export type Installation = { config: Config; database: Database; nowMs: number }

export const WRONG = 1
export const WRONG_USAGE = 2
export const NOT_FOUND = 3

export const NOT_SQLITE = 'The database is a PostgreSQL'

/** Ends a command with one sentence on standard error: what is wrong, where, and what would be right. */
export class Complaint extends Error {
  readonly exit: number
  constructor(sentence: string, exit: number = WRONG) {
    super(sentence)
    this.exit = exit
  }
}

/** Runs `work` with the installation that the environment names, brought up to date unless `asItIs`. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>, { asItIs = false } = {}): Promise<T> {
  const config = settings()
  const database = openDatabase(config.databaseUrl)
  try {
    if (!asItIs) await reached(() => migrate(database))
    return await work({ config, database, nowMs: Date.now() })
  } finally {
    await database.close()
  }
}

/** What the environment says; a wrong setting is a `Complaint`. */
export function settings(): Config {
  try {
    return loadConfig(process.env)
  } catch (error) {
    throw error instanceof WrongSetting ? new Complaint(error.message) : error
  }
}

/** A database that cannot be reached, or that a newer version made, is named in one sentence. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', '28P01', '3D000'].includes(code)) throw new Complaint(`The database of DATABASE_URL cannot be reached (${code}). Start it, or correct the address.`)
    if (error instanceof Error && error.message.startsWith('The database was made by')) throw new Complaint(error.message)
    throw error
  }
}

/** A mission as an operation acts in it, for the command line. Throws a `Complaint` when there is none under the slug. */
export async function scopeOf({ database, nowMs }: Installation, slug: string): Promise<Scope> {
  const mission = await findMissionBySlug(database.read, slug)
  if (!mission) throw new Complaint(`There is no mission “${slug}”; “caravan mission list” names those there are.`, NOT_FOUND)
  return { database, mission, actor: OPERATOR, role: 'coordinator', nowMs, missionNowMs: missionNow(mission.clock, nowMs) }
}

/** The slug of the one mission that is not archived. Throws a `Complaint` when there is none or a choice. */
export async function onlyMission({ database }: Installation): Promise<string> {
  const missions = (await listMissions(database.read)).filter((mission) => !mission.archived)
  const [only] = missions
  if (only && missions.length === 1) return only.slug
  throw new Complaint(missions.length === 0 ? 'There is no mission yet; make one: caravan mission create SLUG --title TITLE.' : `Say which mission: --mission ${missions.map(({ slug }) => slug).toSorted().join(' or ')}.`, WRONG_USAGE)
}

/** Whoever has the installation in hand. */
export const OPERATOR: Scope['actor'] = { accountId: null, name: 'Command line', email: '', zone: 'UTC', city: '' }

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed = { values: Record<string, string | boolean | undefined>; words: string[] }

/** The words of a command: `names` are those that must stand without a dash. Throws a `Complaint` with the usage. */
export function wordsOf(args: string[], usage: string, options: Options, names: readonly string[] = []): Parsed {
  const wrong = (what: string): Complaint => new Complaint(`${what} Usage: caravan ${usage}`, WRONG_USAGE)
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const missing = names[positionals.length]
    if (missing) throw wrong(`${missing} is missing.`)
    if (positionals.length > names.length) throw wrong(`“${positionals[names.length] ?? ''}” is one word too many.`)
    return { values: values as Parsed['values'], words: positionals }
  } catch (error) {
    if (error instanceof TypeError) throw wrong(`${error.message.split('. ')[0] ?? ''}.`)
    throw error
  }
}
