/**
 * What is confidential stays with the team: a text of its own in every column that holds such words, then every route as
 * everybody, every paper that is made to leave, feeds, mails and the log. Private notes stay with their author.
 */
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldKey } from '#app/domain/text.ts'
import { missionNow } from '#app/domain/time.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { sendInvitations } from '#app/operations/invitations.server.ts'
import { invitationToken } from '#db/tokens.server.ts'
import { until } from '#tests/support/draining.ts'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import type { RouteAddress } from '#tests/support/manifest.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { freeColumns, plant } from '#tests/support/planted.ts'
import type { Column } from '#tests/support/planted.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const SECRET = 'a secret of the test that is long enough for it'
const SLUG = 'smart-city-regional-roadshow'
const MISSION = `/missions/${SLUG}`
const ORGANISER = { name: 'Caravan', address: 'invites@example.org' }
/** What is said, judged and planned inside the team. */
const INSIDE = new Set(['note', 'note_revision', 'excerpt', 'finding', 'evidence_link', 'rating', 'question', 'task', 'accepted_warning', 'act', 'import_text', 'received_mail', 'document', 'outline_node', 'dimension', 'attachment'])
/** What else is the team's own, of things that others see some of. */
const INSIDE_COLUMNS = new Set(['engagement.purpose', 'engagement.brief', 'engagement.questions', 'engagement.team', 'person.remark', 'person.phone', 'mission.purpose', 'stop.coordinator', 'stop.liaison'])
/** Papers for people outside may carry phones and who is in charge, never what was said and judged. */
const HANDED_OUT = new Set(['person.phone', 'person.email', 'stop.coordinator', 'stop.liaison', 'engagement.team', 'engagement.purpose'])
const PAPERS = /\/agenda\/print$|\/day-sheets\/|\/invitations\/preview\//
const ENDS = /\/sign-|\/archive$|\/undo$/

let site: Site
let addresses: RouteAddress[]
let guests: string[]
let columns: Column[]
let cookies: Record<'viewer' | 'member' | 'coordinator' | 'elsewhere', string>

const canaryOf = ({ table, column }: Column): string => `CANARY‹${table}.${column}›`
const found = (text: string): string[] => [...new Set([...text.matchAll(/CANARY(?:‹|&lsaquo;|&#x2039;)([^›&]*)/g)].map(([, name]) => name ?? ''))]

beforeAll(async () => {
  site = await startSite({ SECRET, LOG_LEVEL: 'debug' })
  await site.ask(`${MISSION}/imports?index`, { cookie: await site.cookieOf(), form: { text: 'Opening\n4 February 2020\n09:00 – 09:30 Registration' } })
  columns = (await freeColumns(site.database)).filter(({ table, column }) => INSIDE.has(table) || INSIDE_COLUMNS.has(`${table}.${column}`))
  await plant(site.database, columns, canaryOf)
  await site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'elsewhere', name: 'Elsewhere, sample', email: 'elsewhere@example.org', email_key: 'elsewhere@example.org', created_ms: 0 }).execute()
    await tx.insertInto('mission').values({ id: 'elsewhere', slug: 'elsewhere', title: 'Elsewhere', title_key: 'elsewhere', start_day: '2027-01-01', end_day: '2027-01-02' }).execute()
    await tx.insertInto('membership').values({ id: 'elsewhere', mission_id: 'elsewhere', account_id: 'elsewhere', role: 'coordinator' }).execute()
  })
  await site.database.write(async (tx) => {
    await sql`update person set email = 'canary-address-' || id || '@example.org' where email <> ''`.execute(tx)
    const one = await tx.selectFrom('note').selectAll().where('id', '=', 'sample-note-donor').executeTakeFirstOrThrow()
    const body = 'Privatissime CANARY‹private›'
    await tx.insertInto('note').values({ ...one, id: 'a-private-note', author_id: 'demo-member', body, body_key: foldKey(body), private: 1, status: 'saved' }).execute()
    await tx.insertInto('note_revision').values({ note_id: 'a-private-note', number: 1, body, account_name: 'Member, sample', at_ms: 1 }).execute()
  })
  const held = await site.database.read.selectFrom('invitation').select(['id', 'generation']).where('state', '<>', 'replaced').orderBy('id').limit(4).execute()
  guests = held.flatMap(({ id, generation }) => ['', '/name', '/time', '/feed', '/calendar.ics'].map((rest) => `/invitation/${invitationToken(SECRET, id, generation)}${rest}`))
  addresses = (await addressesOf(await loadRoutes(), site.database)).filter(({ path }) => !ENDS.test(path))
  cookies = { viewer: await site.cookieOf('viewer@example.org'), member: await site.cookieOf('member@example.org'), coordinator: await site.cookieOf(), elsewhere: await site.cookieOf('elsewhere@example.org') }
})
afterAll(() => site.stop())

async function ask(path: string, options: Parameters<Site['ask']>[1] = {}): Promise<{ status: number; text: string; names: string[] }> {
  const answer = await site.ask(path, options)
  const text = await answer.text()
  const sent = `${text} ${[...answer.headers].map(([name, value]) => `${name}: ${value}`).join(' ')}`
  return { status: answer.status, text, names: [...found(sent), ...(sent.includes('canary-address') ? ['person.email'] : [])] }
}

/** What somebody is told on every route that is read and on every one that is written to, by route. */
async function leaks(cookie: string | undefined, turned: (path: string) => string = (path) => path): Promise<string[]> {
  const told: string[] = []
  for (const { path, index, reads, writes } of addresses) {
    const as = cookie === undefined ? {} : { cookie }
    if (reads) told.push(...(await ask(turned(path), as)).names.map((name) => `GET ${path}: ${name}`))
    if (writes) told.push(...(await ask(turned(path) + (index ? '?index' : ''), { ...as, form: {} })).names.map((name) => `POST ${path}: ${name}`))
  }
  return told
}

describe('what is the team’s own', () => {
  it('stands in more than fifty columns, and the team sees nearly all of it', async () => {
    expect(columns.length).toBeGreaterThan(50)
    const seen = new Set<string>()
    for (const { path } of [...addresses.filter((each) => each.reads), { path: `${MISSION}/evidence/sample-x13` }, { path: `${MISSION}/history` }]) for (const name of (await ask(path, { cookie: cookies.coordinator })).names) seen.add(name)
    const never = columns.map(({ table, column }) => `${table}.${column}`).filter((name) => !seen.has(name))
    expect(never.length, never.join(' ')).toBeLessThan(columns.length / 3)
    expect(seen.has('person.email')).toBe(true)
  }, 60_000)

  it('is told to nobody without an account, on any route', async () => {
    expect(await leaks(undefined)).toEqual([])
  }, 60_000)

  it('is told to no coordinator of another mission, neither on our routes nor on theirs, which share the directory', async () => {
    expect(await leaks(cookies.elsewhere)).toEqual([])
    expect(await leaks(cookies.elsewhere, (path) => path.replace(MISSION, '/missions/elsewhere'))).toEqual([])
  }, 120_000)

  it('is told to no guest, whose pages are open', async () => {
    const told = await Promise.all(guests.map(async (path) => [(await ask(path)).status, (await ask(path)).names, (await ask(`${path}?index`, { form: {} })).names] as const))
    expect(told.flatMap(([, one, other]) => [...one, ...other])).toEqual([])
    expect(told.filter(([status]) => status === 200).length).toBeGreaterThan(10)
  })

  it('stands on no paper that is made to be handed out', async () => {
    const { planned } = await plans()
    const previews = planned.slice(0, 4).map(({ attendance }) => `${MISSION}/invitations/preview/${attendance.engagement.id}/${attendance.person.id}`)
    const sheets = ['2020-01-29', '2020-01-30', '2020-02-03', '2020-02-04', '2020-02-06'].flatMap((day) => ['stop-nur-sultan', 'stop-bishkek', 'stop-dushanbe', 'stop-tashkent'].flatMap((stop) => [`${MISSION}/day-sheets/${stop}/${day}`, `${MISSION}/day-sheets/${stop}/${day}/text`]))
    const told = []
    for (const path of [...addresses.map((each) => each.path).filter((path) => PAPERS.test(path)), ...previews, ...sheets]) told.push(...(await ask(path, { cookie: cookies.coordinator })).names.filter((name) => !HANDED_OUT.has(name)).map((name) => `${path}: ${name}`))
    expect(told).toEqual([])
  })

  it('stands in no calendar feed', async () => {
    const told: string[] = []
    for (const of of ['mission', 'stop:stop-dushanbe', 'person:p06']) {
      const made = await (await site.ask(`${MISSION}/feeds?index`, { cookie: cookies.coordinator, form: { of } })).text()
      const address = /value="[^"]*(\/calendar\/[A-Za-z0-9_-]{43}\.ics)"/.exec(made)?.[1] ?? ''
      const { status, text, names } = await ask(address)
      expect([of, status, text.includes('BEGIN:VEVENT')]).toEqual([of, 200, true])
      told.push(...names, ...found(text.replaceAll(/\r\n[ \t]/g, '')))
    }
    expect(told).toEqual([])
  })

  it('is sent in no mail', async () => {
    const { scope, planned } = await plans()
    const sent = await sendInvitations(scope, { pick: planned.map(({ pick }) => pick), note: '' }, ORGANISER)
    await ask(`${MISSION}/invitations/dispatches/${sent.done ? sent.dispatchId : ''}/now`, { cookie: cookies.coordinator, form: {} })
    const queued = await site.database.read.selectFrom('outbox').select('id').where('dispatch_id', '=', sent.done ? sent.dispatchId : '').execute()
    expect(queued.length).toBeGreaterThan(0)
    const written = () => site.database.read.selectFrom('outbox').select(['mime', 'facts']).where('mime', 'is not', null).execute()
    await until('the first mails', async () => (await written()).length >= Math.min(2, queued.length))
    for (const { mime, facts } of await written()) {
      const { html, text, subject, attachments } = await simpleParser(Buffer.from(mime ?? []))
      expect(found([html, text, subject, facts, ...attachments.map((each) => each.content.toString().replaceAll(/\r\n[ \t]/g, ''))].join(' '))).toEqual([])
    }
  }, 60_000)

  it('is written into no log', () => {
    expect(site.printed().length).toBeGreaterThan(10_000)
    expect(found(site.printed())).toEqual([])
  })
})

describe('a private note', () => {
  const own = ['', '/edit', '/revisions', '/compare']

  it('is read by its author', async () => {
    for (const rest of own) expect([rest, (await ask(`${MISSION}/notes/a-private-note${rest}`, { cookie: cookies.member })).names.includes('private')]).toEqual([rest, true])
    expect((await ask(`${MISSION}/search?q=privatissime`, { cookie: cookies.member })).text).toContain('/notes/a-private-note')
  })

  it('is read by nobody else of the team, on no route, list, search or page of its own', async () => {
    for (const cookie of [cookies.coordinator, cookies.viewer]) {
      for (const rest of own) expect((await ask(`${MISSION}/notes/a-private-note${rest}`, { cookie })).status).toBe(404 - (cookie === cookies.viewer && rest === '/edit' ? 1 : 0))
      const more = ['notes', 'search?q=privatissime', 'search?q=privatissime&in=notes', 'notes?text=privatissime', 'engagements/a13', 'engagements/a13/note', 'history', 'evidence', 'report', 'history?noun=note']
      for (const path of [...addresses.filter((each) => each.reads).map((each) => each.path), ...more.map((rest) => `${MISSION}/${rest}`)]) {
        const { text, names } = await ask(path, { cookie })
        expect([path, names.includes('private'), text.includes('notes/a-private-note')]).toEqual([path, false, false])
      }
      for (const rest of ['/save', '/marks', '/restore', '/share', '/status', '/edit', '?index']) expect([rest, (await ask(`${MISSION}/notes/a-private-note${rest}`, { cookie, form: { body: 'x', number: '1', revision: '1', base: '1', save: 'x', words: 'Privatissime', kind: 'fact', language: 'en' } })).names]).toEqual([rest, []])
    }
  }, 120_000)
})

async function plans() {
  const nowMs = Date.now() - 61_000
  const bare = await loadMissionScope(site.database, SLUG, nowMs)
  const scope = { ...bare, missionNowMs: missionNow(bare.mission.clock, nowMs) }
  await site.database.write((tx) => tx.updateTable('engagement').set({ room: 'Room 12' }).where('status', '=', 'confirmed').execute())
  return { scope, planned: (await planInvitations(site.database.read, scope, ORGANISER)).planned }
}
