/**
 * Ids of another mission: every form of every page is sent with each of its ids, in its address or in a field, exchanged
 * for that of the same kind of thing next door. Nothing there changes, nothing here points there.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formsOf } from '#tests/support/forms.ts'
import type { Form } from '#tests/support/forms.ts'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import { startToldSite } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

const TABLES = [
  'stop', 'engagement', 'engagement_alias', 'agenda_item', 'participation', 'note', 'excerpt', 'finding', 'finding_dimension', 'evidence_link', 'dimension', 'rating', 'document', 'outline_node',
  'membership', 'invitation', 'dispatch', 'accepted_warning', 'received_mail', 'correction', 'edition', 'act',
] as const

let at: ToldSite
let cookie: string
/** From an id of 'told' to its like in 'untold'. */
const next = new Map<string, string>()

beforeAll(async () => {
  at = await startToldSite()
  await at.site.database.write(async (tx) => {
    await tx.updateTable('mission').set({ demo: 1 }).where('id', '=', 'told').execute()
    await tx.insertInto('account').values({ id: 'own', name: 'Own, sample', email: 'own@example.org', email_key: 'own@example.org', created_ms: 0 }).execute()
    await tx.insertInto('membership').values({ id: 'own-m', mission_id: 'told', account_id: 'own', role: 'coordinator' }).execute()
    await tx.insertInto('person').values({ id: 'shared', name: 'Director, sample', name_key: 'director', sort_key: 'director', honorific: '', email: 'director@example.org' }).execute()
    for (const slug of ['told', 'untold']) {
      const base = { mission_id: slug, engagement_id: `${slug}-meeting-1` }
      const slot = { kind: 'panel', title: 'Panel', day: '2027-03-02', end_minute: null }
      await tx.insertInto('agenda_item').values([{ ...base, ...slot, id: `${slug}-item-1`, position: 1, start_minute: 600 }, { ...base, ...slot, id: `${slug}-item-2`, position: 2, start_minute: 620 }]).execute()
      await tx.insertInto('participation').values({ ...base, id: `${slug}-part`, person_id: 'shared', role: 'speaker', printed_name: '', printed_title: '', representative_of: '', precedence: 1 }).execute()
      await tx.insertInto('engagement_alias').values({ ...base, id: `${slug}-alias`, title: 'Other', title_key: 'other' }).execute()
      await tx.insertInto('received_mail').values({ id: `${slug}-mail`, mission_id: slug, kind: 'words', state: 'open', reason: 'words', dedupe_key: slug, received_ms: 1, size: 1, subject: 'Re: Meeting' }).execute()
      await tx.insertInto('invitation').values({ ...base, id: `${slug}-invitation`, person_id: 'shared', uid: `${slug}@example.org`, state: 'invited', sequence: 0, generation: 1, sent_address: 'director@example.org' }).execute()
      const edition = { kind: 'persons-met', subject: 'mission', subject_title: slug, audience: 'team', language: 'en', number: 1, title: 'Persons met', issued_ms: 1, zone: 'UTC', city: 'North', made_ms: 1, account_name: 'A, sample' }
      await tx.insertInto('edition').values({ id: slug === 'told' ? 'an-edition' : 'untold-edition', mission_id: slug, ...edition }).execute()
      await tx.insertInto('correction').values({ id: `${slug}-correction`, mission_id: slug, person_id: 'shared', invitation_id: `${slug}-invitation`, name: 'Director B, sample', name_before: 'Director, sample', at_ms: 1 }).execute()
    }
  })
  cookie = await at.site.cookieOf('own@example.org')
  for (const table of TABLES) {
    const ids = async (mission: string): Promise<string[]> => (await at.site.database.read.selectFrom(table).select('id').where('mission_id', '=', mission).orderBy('id').execute()).map((row) => row.id)
    const theirs = await ids('untold')
    for (const [n, id] of (await ids('told')).entries()) if (theirs.length > 0) next.set(id, theirs[Math.min(n, theirs.length - 1)] as string)
  }
})
afterAll(() => at.site.stop())

/** An address with one of its ids exchanged. */
function exchanged(address: string, id: string, theirs: string): string {
  const [path = '', ...query] = address.split('?')
  return [path.split('/').map((part) => (part === id ? theirs : part)).join('/'), ...query].join('?')
}

async function rows(mission: string): Promise<string> {
  const all = await Promise.all(TABLES.map((table) => at.site.database.read.selectFrom(table).selectAll().where('mission_id', '=', mission).orderBy('id').execute()))
  return JSON.stringify(all, null, 1)
}

it('changes nothing of another mission and points at nothing there', async () => {
  const addresses = (await addressesOf(await loadRoutes(), at.site.database)).filter(({ path }) => path.startsWith('/missions/told'))
  const before = await rows('untold')
  const taken: string[] = []
  let sent = 0
  const send = async (action: string, fields: Form['fields'], isAllTheirs = false): Promise<void> => {
    const { status } = await at.site.ask(action, { cookie, form: fields })
    sent += 1
    if (status >= 500 || (isAllTheirs && status < 400)) taken.push(`${status} ${action}`)
  }
  for (const { path } of addresses.filter((each) => each.reads && each.isPage)) {
    const page = await at.site.ask(path, { cookie })
    for (const { action, fields, choices } of formsOf(await page.text(), path).filter((form) => !form.action.endsWith('/archive'))) {
      const named = [...next].filter(([id]) => exchanged(action, id, '') !== action || Object.values(fields).flat().includes(id))
      for (const [id, theirs] of named) {
        if (exchanged(action, id, theirs) !== action) await send(exchanged(action, id, theirs), fields)
        for (const [name, value] of Object.entries(fields)) {
          const other = Array.isArray(value) ? value.map((each) => (each === id ? theirs : each)) : value === id ? theirs : value
          if (String(other) !== String(value)) await send(action, { ...fields, [name]: other })
        }
      }
      for (const [name, values] of Object.entries(choices)) for (const value of values) if (next.has(value)) await send(action, { ...fields, [name]: next.get(value) ?? '' })
      const theirsOf = (value: string): string => next.get(value) ?? value
      const all = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(theirsOf) : theirsOf(value)]))
      if (named.length > 0) await send(named.reduce((sofar, [id, theirs]) => exchanged(sofar, id, theirs), action), all, true)
    }
  }
  expect(taken).toEqual([])
  expect(sent).toBeGreaterThan(100)
  expect(await rows('untold')).toBe(before)
  const ours = await rows('told')
  expect([...next.values()].filter((theirs) => ours.includes(`"${theirs}"`))).toEqual([])
}, 60_000)

it('shows nothing of another mission', async () => {
  const shown: string[] = []
  for (const { path } of (await addressesOf(await loadRoutes(), at.site.database)).filter((each) => each.reads && each.path.startsWith('/missions/told'))) {
    for (const [id, theirs] of next) {
      const foreign = exchanged(path, id, theirs)
      if (foreign !== path && (await at.site.ask(foreign, { cookie })).status === 200) shown.push(foreign)
    }
  }
  expect(shown).toEqual([])
}, 60_000)
