/** A mission of January 2020 with a workshop in Nur-Sultan and four people: two speakers, a guest without an address, and one of another mission. */
import type { Scope } from '#app/operations/scope.ts'
import { instantOf } from '#app/domain/time.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { sendInvitations } from '#app/operations/invitations.server.ts'
import type { Tx } from '#db/database.server.ts'

/** Real time and the mission's clock alike: Monday, 27 January 2020, 09:00 in Nur-Sultan. */
export const NOW = Date.UTC(2020, 0, 27, 3)
export const ORGANISER = { name: 'Caravan', address: 'invites@example.org' }
const ZONE = 'Asia/Almaty'

export type Invited = { database: Database; scope: Scope; other: Scope }

export async function makeInvited(database: Database = openDatabase(':memory:'), nowMs = NOW): Promise<Invited> {
  await migrate(database)
  await database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'planner', name: 'Coordinator, sample', email: 'planner@example.org', email_key: 'planner@example.org', created_ms: 1 }).execute()
    await tx.insertInto('place').values({ id: 'nur-sultan', kind: 'city', name: 'Nur-Sultan', name_key: 'nur sultan', sort_key: 'nur sultan', zone: ZONE }).execute()
    for (const [id, name, email] of [['ann', 'Speaker A, sample', 'ann@example.org'], ['bob', 'Speaker B, sample', 'bob@example.org'], ['far', 'Deputy Minister, sample', ''], ['odd', 'Elsewhere, sample', 'odd@example.org']] as const) {
      await tx.insertInto('person').values({ id, name, name_key: id, sort_key: id, email }).execute()
    }
    for (const slug of ['told', 'untold']) await insertMission(tx, slug)
    for (const [id, person, role, item] of [['1', 'ann', 'speaker', 'talk'], ['2', 'bob', 'moderator', null], ['3', 'far', 'host', null]] as const) {
      await tx.insertInto('participation').values({ id, mission_id: 'told', engagement_id: 'told-workshop', person_id: person, role, agenda_item_id: item, precedence: Number(id) }).execute()
    }
    await tx.insertInto('participation').values({ id: 'other', mission_id: 'untold', engagement_id: 'untold-workshop', person_id: 'odd', role: 'speaker' }).execute()
  })
  return { database, scope: await loadMissionScope(database, 'told', nowMs), other: await loadMissionScope(database, 'untold', nowMs) }
}

async function insertMission(tx: Tx, slug: string): Promise<void> {
  await tx.insertInto('mission').values({ id: slug, slug, title: 'Roadshow, sample', title_key: 'roadshow', start_day: '2020-01-27', end_day: '2020-02-07' }).execute()
  await tx.insertInto('membership').values({ id: `${slug}-m`, mission_id: slug, account_id: 'planner', role: 'coordinator' }).execute()
  await tx.insertInto('stop').values({ id: `${slug}-stop`, mission_id: slug, place_id: 'nur-sultan', position: 1, arrive_day: '2020-01-29', depart_day: '2020-01-29' }).execute()
  await tx.insertInto('engagement').values({
    id: `${slug}-workshop`, mission_id: slug, stop_id: `${slug}-stop`, kind: 'workshop', title: 'City Workshop', title_key: 'city workshop', status: 'confirmed', zone: ZONE, venue_text: 'Hilton', room: 'Room 4',
    ...timed('2020-01-29', 600, 690),
  }).execute()
  if (slug === 'told') await tx.insertInto('agenda_item').values({ id: 'talk', mission_id: slug, engagement_id: 'told-workshop', position: 1, kind: 'presentation', title: 'Roads', day: '2020-01-29', start_minute: 620, end_minute: 640 }).execute()
}

/** The columns of a time in Nur-Sultan. */
export function timed(day: string, start: number, end: number) {
  return { day, start_minute: start, end_minute: end, start_ms: instantOf(day, start, ZONE).at, end_ms: instantOf(day, end, ZONE).at }
}

/** Moves the workshop, or changes anything else of it. */
export async function change({ database }: Pick<Invited, 'database'>, patch: Record<string, unknown>): Promise<void> {
  await database.write((tx) => tx.updateTable('engagement').set(patch).where('id', '=', 'told-workshop').execute())
}

/** What the desk would show: person, kind of message, SEQUENCE, by which means. */
export async function desk({ scope, database }: Pick<Invited, 'scope' | 'database'>): Promise<string[]> {
  const { planned } = await planInvitations(database.read, scope, ORGANISER)
  return planned.map(({ attendance, plan }) => `${attendance.person.id} ${plan.kind} ${plan.sequence} ${plan.by}`)
}

/** Sends everything that is owed, or only to some people; returns the dispatch. */
export async function sendAll({ scope, database }: Pick<Invited, 'scope' | 'database'>, people?: string[], note = ''): Promise<string> {
  const { planned } = await planInvitations(database.read, scope, ORGANISER)
  const outcome = await sendInvitations(scope, { pick: planned.filter(({ attendance }) => !people || people.includes(attendance.person.id)).map(({ pick }) => pick), note }, ORGANISER)
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.dispatchId
}

/** What stands in the queue, in the order in which it was made. */
export async function queue({ database }: Pick<Invited, 'database'>): Promise<string[]> {
  const rows = await database.read.selectFrom('outbox').select(['to_address', 'kind', 'fifo_number', 'state']).orderBy('created_ms').orderBy('to_address').orderBy('fifo_number').orderBy('id').execute()
  return rows.map((row) => `${row.to_address} ${row.kind} ${row.fifo_number} ${row.state}`)
}

/** As if the relay had taken everything that waits. */
export async function deliver({ database }: Pick<Invited, 'database'>): Promise<void> {
  await database.write((tx) => tx.updateTable('outbox').set({ state: 'accepted', attempts: 1 }).where('state', 'in', ['queued', 'retry']).execute())
}
