import { isDay } from '#app/domain/time.ts'
import { NewMissionInput } from '#app/operations/missions.input.ts'
import { createMission } from '#app/operations/missions.server.ts'
import { addressKey } from '#app/domain/people/address.ts'
import type { Actor } from '#app/operations/scope.ts'
import { Complaint, OPERATOR, WRONG_USAGE, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { findMissionBySlug, listMissions } from '#db/missions.server.ts'

const CREATE = 'mission create SLUG --title TITLE [--from DAY --to DAY] [--coordinator EMAIL]'
const LIST = 'mission list [--json]'
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const SLUG_MAX = 60

/** `mission create` and `mission list`. */
export async function run([verb, ...args]: string[]): Promise<number> {
  if (verb === 'create') return await create(args)
  if (verb === 'list') return await list(args)
  throw new Complaint(`Say what to do with missions: caravan ${CREATE}, or caravan ${LIST}.`, WRONG_USAGE)
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
