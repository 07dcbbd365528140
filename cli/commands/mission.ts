import { createWriteStream, readFileSync, rmSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { count } from '#app/domain/text.ts'
import { isDay } from '#app/domain/time.ts'
import { bringMissionIn, readMissionFile } from '#app/operations/mission-files.server.ts'
import { NewMissionInput } from '#app/operations/missions.input.ts'
import { createMission } from '#app/operations/missions.server.ts'
import { addressKey } from '#app/domain/people/address.ts'
import type { Actor } from '#app/operations/scope.ts'
import { Complaint, NOT_FOUND, OPERATOR, WRONG_USAGE, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { listKnown } from '#db/mission-bring.server.ts'
import type { Pair } from '#db/mission-bring.server.ts'
import { missionText } from '#db/mission-file.server.ts'
import { findMissionBySlug, listMissions } from '#db/missions.server.ts'

const CREATE = 'mission create SLUG --title TITLE [--from DAY --to DAY] [--coordinator EMAIL]'
const LIST = 'mission list [--json]'
const EXPORT = 'mission export SLUG -o FILE [--without-files] [--without-contacts]'
const IMPORT = 'mission import FILE [--coordinator EMAIL] [--same-names]'
/** What one text in memory can hold. */
const LARGEST = 400 * 1_048_576
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const SLUG_MAX = 60

/** `mission create`, `list`, `export` and `import`. */
export async function run([verb, ...args]: string[]): Promise<number> {
  if (verb === 'create') return await create(args)
  if (verb === 'list') return await list(args)
  if (verb === 'export') return await takeOut(args)
  if (verb === 'import') return await bringIn(args)
  throw new Complaint(`Say what to do with missions: ${[CREATE, LIST, EXPORT, IMPORT].map((usage) => `caravan ${usage}`).join(', or ')}.`, WRONG_USAGE)
}

async function create(args: string[]): Promise<number> {
  const { values, words: [slug = ''] } = wordsOf(args, CREATE, { title: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, coordinator: { type: 'string' } }, ['SLUG'])
  if (!SLUG.test(slug) || slug.length > SLUG_MAX) throw new Complaint(`SLUG must be small letters, digits and single dashes, at most ${SLUG_MAX}, such as city-forum-2027, not “${slug}”.`, WRONG_USAGE)
  const today = new Date().toISOString().slice(0, 10)
  const from = dayOf('--from', values['from'] ?? values['to'] ?? today)
  const to = dayOf('--to', values['to'] ?? from)
  const input = NewMissionInput.safeParse({ title: values['title'], startDay: from, endDay: to })
  if (!input.success) throw new Complaint(`${input.error.issues.map((issue) => issue.message).join('; ')} (${CREATE}).`, WRONG_USAGE)
  return await withInstallation(async (installation) => {
    if (await findMissionBySlug(installation.database.read, slug)) throw new Complaint(`The slug “${slug}” is taken by another mission; choose another one.`)
    const actor = values['coordinator'] === undefined ? OPERATOR : await coordinatorOf(installation, String(values['coordinator']))
    const made = await createMission({ ...installation, actor }, input.data, slug)
    console.log(`${input.data.title}: ${installation.config.baseUrl}/missions/${made.slug}`)
    if (actor === OPERATOR) console.error(`Nobody is on its team yet. Add somebody: caravan user add EMAIL --name NAME --role coordinator --mission ${made.slug}`)
    return 0
  })
}

function dayOf(option: string, value: string | boolean): string {
  if (isDay(String(value))) return String(value)
  throw new Complaint(`${option} must be a day that exists, such as 2020-02-04, not “${value}”.`, WRONG_USAGE)
}

async function coordinatorOf({ database }: Installation, email: string): Promise<Actor> {
  const row = await database.read.selectFrom('account').select(['id', 'name', 'email', 'zone', 'city']).where('email_key', '=', addressKey(email)).executeTakeFirst()
  if (!row) throw new Complaint(`Nobody has the address ${email}; add them first: caravan user add ${email} --name NAME --role coordinator.`)
  return { accountId: row.id, name: row.name, email: row.email, zone: row.zone, city: row.city }
}

/** One line per mission: slug, first and last day, status, title, separated by tabs. */
async function list(args: string[]): Promise<number> {
  const { values } = wordsOf(args, LIST, { json: { type: 'boolean' } })
  const missions = await withInstallation(({ database }) => listMissions(database.read))
  if (values['json']) console.log(JSON.stringify(missions, null, 2))
  else for (const one of missions) console.log([one.slug, one.startDay, one.endDay, one.archived ? 'archived' : one.status, one.title].join('\t'))
  return 0
}

async function takeOut(args: string[]): Promise<number> {
  const { values, words: [slug = ''] } = wordsOf(args, EXPORT, { output: { type: 'string', short: 'o' }, 'without-files': { type: 'boolean' }, 'without-contacts': { type: 'boolean' } }, ['SLUG'])
  const target = String(values['output'] ?? '')
  if (target === '') throw new Complaint(`Say where to: caravan ${EXPORT}.`, WRONG_USAGE)
  return await withInstallation(async ({ database }) => {
    const mission = await findMissionBySlug(database.read, slug)
    if (!mission) throw new Complaint(`There is no mission “${slug}”; “caravan mission list” names those there are.`, NOT_FOUND)
    const text = missionText(database, mission.id, { files: values['without-files'] !== true, contacts: values['without-contacts'] !== true })
    await written(Readable.from(text), target)
    console.error(`${mission.title} stands in ${target}. Private notes, accounts, secrets and mail stayed here.`)
    return 0
  })
}

/** Never over a file that is there; what was begun and not finished is taken away. */
async function written(text: Readable, target: string): Promise<void> {
  try {
    await pipeline(text, createWriteStream(target, { flags: 'wx' }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EEXIST') throw new Complaint(`${target} exists already; choose another name.`)
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new Complaint(`${target} cannot be written (${code}).`)
    rmSync(target, { force: true })
    throw error
  }
}

async function bringIn(args: string[]): Promise<number> {
  const { values, words: [file = ''] } = wordsOf(args, IMPORT, { coordinator: { type: 'string' }, 'same-names': { type: 'boolean' } }, ['FILE'])
  const text = textOf(file)
  return await withInstallation(async (installation) => {
    const { database, nowMs, config } = installation
    const read = await readMissionFile(database.read, text)
    if (!read.ok) throw new Complaint(read.sentence, WRONG_USAGE)
    const actor = values['coordinator'] === undefined ? OPERATOR : await coordinatorOf(installation, String(values['coordinator']))
    const known = (await listKnown(database.read, read.file.tables)).filter((entry) => !entry.itself)
    const same = values['same-names'] === true ? known.flatMap(({ table, theirs, ours: [only, ...more] }): Pair[] => (only && more.length === 0 ? [{ table, theirs, ours: only.id }] : [])) : []
    const outcome = await bringMissionIn({ database, actor, nowMs }, read.file, same)
    if (!outcome.done) throw new Complaint(outcome.sentence, WRONG_USAGE)
    console.log(`${outcome.title}: ${config.baseUrl}/missions/${outcome.slug}`)
    if (same.length < known.length) console.error(`${count(known.length - same.length, 'entry', 'entries')} of the directory came in beside one of the same name; the pages of people and organisations offer to merge them.`)
    if (outcome.heldElsewhere > 0) console.error(`${count(outcome.heldElsewhere, 'invitation', 'invitations')} stayed out: the calendar events are those of a mission that is here already.`)
    if (actor === OPERATOR) console.error(`Nobody is on its team yet. Add somebody: caravan user add EMAIL --name NAME --role coordinator --mission ${outcome.slug}`)
    return 0
  })
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > LARGEST) throw new Complaint(`${file} is larger than ${LARGEST / 1_048_576} MB. Take the mission out without files, or restore a backup.`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Complaint) throw error
    throw new Complaint(`${file} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}).`, WRONG_USAGE)
  }
}
