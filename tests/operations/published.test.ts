import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedChanges, publishedOf } from '#app/domain/agenda/published.ts'
import type { PublishedAgenda } from '#app/domain/agenda/published.ts'
import { scheduleOf } from '#app/domain/agenda/schedule.ts'
import { addDays } from '#app/domain/time.ts'
import { scheduleJson, scheduleXml } from '#app/files/schedule.ts'
import { openProgramme, publishAgenda, stampOfPublished, withdrawPublished } from '#app/operations/published.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { findPublication, findPublicationOf, findVersion, listLatestVersions, listPublished, listVersions, loadPublishable } from '#db/published.server.ts'
import { fitsPublished, idInToken, publishedToken } from '#db/tokens.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

const NOW = Date.UTC(2027, 2, 4, 9)
const DEMO = 'smart-city-regional-roadshow'
const WORKSHOP = 'a10'
const folder = mkdtempSync(join(tmpdir(), 'caravan-schedule-'))
let database: Database
let scope: Scope

beforeAll(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, NOW)
  scope = await loadMissionScope(database, DEMO, NOW)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function seenNow(id = WORKSHOP): Promise<{ content: PublishedAgenda; seen: string }> {
  const facts = await loadPublishable(database.read, scope.mission, id)
  if (!facts) throw new Error(`no ${id}`)
  const content = publishedOf(facts)
  return { content, seen: stampOfPublished(content) }
}

/** What libxml2 says of some schedules; '' when all are valid. */
function judged(texts: readonly string[]): string {
  const files = texts.map((text, at) => {
    const file = join(folder, `${at}.xml`)
    writeFileSync(file, text)
    return file
  })
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', 'tests/support/schedule.xsd', ...files], { encoding: 'utf8' })
  return status === 0 ? '' : stderr.split('\n').filter((line) => !line.endsWith('validates')).slice(0, 5).join('\n')
}

describe('publishing the workshop in Dushanbe', () => {
  it('freezes what may be read and nothing internal', async () => {
    const { content, seen } = await seenNow()
    expect(await publishAgenda(scope, WORKSHOP, { seen })).toMatchObject({ done: true, number: 1 })
    const published = await findPublicationOf(database.read, scope.mission.id, WORKSHOP)
    const version = await findVersion(database.read, scope.mission.id, published?.id ?? '')
    expect(version).toMatchObject({ number: 1, changes: [], content })
    expect(content.items).toHaveLength(10)
    expect(content.people.map(({ role }) => role)).toEqual(['moderator', 'moderator', 'moderator'])
    const internal = await database.read.selectFrom('engagement').select(['brief', 'questions', 'purpose', 'team']).where('id', '=', WORKSHOP).executeTakeFirstOrThrow()
    const contacts = await database.read.selectFrom('person').select(['email', 'phone', 'remark']).execute()
    const text = JSON.stringify(content)
    for (const secret of [...Object.values(internal), ...contacts.flatMap(Object.values)].filter((each) => String(each) !== '')) expect(text).not.toContain(String(secret))
    expect(text).not.toContain('@')
  })

  it('refuses what nobody saw, and what is published already', async () => {
    expect(await publishAgenda(scope, WORKSHOP, { seen: 'something else' })).toEqual({ done: false, because: 'changed' })
    expect(await publishAgenda(scope, WORKSHOP, { seen: (await seenNow()).seen })).toEqual({ done: false, because: 'same' })
    expect(await publishAgenda(scope, 'a01', { seen: 'x' })).toEqual({ done: false, because: 'no-items' })
    expect(await publishAgenda(scope, 'nothing', { seen: 'x' })).toEqual({ done: false, because: 'gone' })
    const internal = await database.read.selectFrom('engagement').select('id').where('kind', '=', 'internal').executeTakeFirstOrThrow()
    expect(await publishAgenda(scope, internal.id, { seen: 'x' })).toEqual({ done: false, because: 'internal' })
  })

  it('numbers the next one and names exactly what changed; the first stays as it was', async () => {
    const before = (await seenNow()).content
    const [first, second] = before.items
    await database.write(async (tx) => {
      await tx.updateTable('agenda_item').set({ title: 'Opening' }).where('id', '=', first?.id ?? '').execute()
      await tx.updateTable('agenda_item').set({ end_minute: (second?.end ?? 0) + 5 }).where('id', '=', second?.id ?? '').execute()
      await tx.updateTable('engagement').set({ room: 'Hall 2' }).where('id', '=', WORKSHOP).execute()
    })
    const { seen } = await seenNow()
    expect(await publishAgenda(scope, WORKSHOP, { seen })).toMatchObject({ done: true, number: 2 })
    const published = await findPublicationOf(database.read, scope.mission.id, WORKSHOP)
    const versions = await listVersions(database.read, scope.mission.id, published?.id ?? '')
    expect(versions.map(({ number }) => number)).toEqual([2, 1])
    expect(versions[0]?.changes).toHaveLength(3)
    expect((await findVersion(database.read, scope.mission.id, published?.id ?? '', 1))?.content).toEqual(before)
    expect((await listLatestVersions(database.read, scope.mission.id)).map(({ number }) => number)).toEqual([2])
    expect((await listPublished(database.read, scope.mission.id)).map(({ number, state }) => [number, state])).toEqual([[2, 'open']])
  })

  it('leaves a withdrawn address dead for ever and makes a new one', async () => {
    const published = await findPublicationOf(database.read, scope.mission.id, WORKSHOP)
    const id = published?.id ?? ''
    expect((await withdrawPublished(scope, { published: id })).done).toBe(true)
    expect(await withdrawPublished(scope, { published: id })).toEqual({ done: false, because: 'gone' })
    expect(await listLatestVersions(database.read, scope.mission.id)).toEqual([])
    expect(await publishAgenda(scope, WORKSHOP, { seen: (await seenNow()).seen })).toMatchObject({ done: true, number: 3 })
    const again = await findPublication(database.read, id)
    expect([again?.state, again?.generation]).toEqual(['open', 2])
    expect(fitsPublished(publishedToken('secret', id, 1), 'secret', id, 2)).toBe(false)
    expect(fitsPublished(publishedToken('secret', id, 2), 'secret', id, 2)).toBe(true)
    expect(fitsPublished(publishedToken('other', id, 2), 'secret', id, 2)).toBe(false)
    expect(idInToken(publishedToken('secret', id, 2))).toBe(id)
    for (const token of ['', '.', 'a.b', `${id}.short`, `${publishedToken('secret', id, 2)}.`, '../x']) expect(idInToken(token)).toBeUndefined()
  })

  it('opens the programme once, and only the mission’s own can be withdrawn', async () => {
    expect((await openProgramme(scope)).done).toBe(true)
    expect(await openProgramme(scope)).toEqual({ done: false, because: 'same' })
    const programme = await findPublicationOf(database.read, scope.mission.id, null)
    expect(await withdrawPublished({ ...scope, mission: { ...scope.mission, id: 'another' } }, { published: programme?.id ?? '' })).toEqual({ done: false, because: 'gone' })
  })
})

const ABOUT = { title: 'Roadshow', slug: 'roadshow', url: 'https://example.org/agenda/x', version: '3' }

describe('the schedule', () => {
  it('of the workshop is valid and says what the agenda says', async () => {
    const { content } = await seenNow()
    const schedule = scheduleOf(ABOUT, [content])
    if (!schedule) throw new Error('no schedule')
    const xml = scheduleXml(schedule)
    expect(judged([xml])).toBe('')
    expect(xml).toContain('<date>2020-02-04T09:30:00+05:00</date>')
    expect([...xml.matchAll(/<event /g)]).toHaveLength(10)
    for (const item of content.items) for (const person of item.people) expect(xml).toContain(`>${person.name}</person>`)
    const json = JSON.parse(scheduleJson(schedule)) as { schedule: { conference: { days: { rooms: Record<string, { title: string; start: string; guid: string }[]> }[] } } }
    const events = json.schedule.conference.days.flatMap((day) => Object.values(day.rooms).flat())
    expect(events.map(({ title }) => title).toSorted()).toEqual(content.items.map(({ title }) => title).toSorted())
    expect(scheduleOf(ABOUT, [])).toBeUndefined()
  })

  it('of any agendas is valid', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('Оинномаи ҳуқуқӣ', '<b>&"\'', '&j; &amp; &#65;', '\u0000\u0001\ufffe', '=1+1', ']]>', ' '))
    const person = fc.record({ name: text.map((name) => `P${name}`), title: text, role: fc.constant('speaker') })
    const item = fc.record({ id: fc.uuid(), kind: fc.constantFrom('remarks', 'break', 'other'), title: text, otherTitle: text, otherLanguage: fc.constant('ru'), shift: fc.integer({ min: 0, max: 2 }), start: fc.integer({ min: 0, max: 1439 }), length: fc.option(fc.integer({ min: 1, max: 600 })), track: text, details: fc.array(text, { maxLength: 2 }), people: fc.array(person, { maxLength: 3 }) })
    const agenda = fc.record({ id: fc.uuid(), title: text.map((title) => `T${title}`), zone: fc.constantFrom('Asia/Dushanbe', 'Asia/Kathmandu', 'America/St_Johns', 'UTC', 'Europe/London'), day: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1975-01-01', days)), city: text.map((city) => `C${city}`), venue: text, room: text, language: text, items: fc.array(item, { maxLength: 6 }) })
      .map(({ items, ...rest }): PublishedAgenda => ({
        ...rest, otherTitles: [], kind: 'workshop', status: 'confirmed', mission: 'M', cityNames: {}, offsetMinutes: 0, hours: null, interpretation: '', about: '', people: [], handOuts: [], sample: [],
        items: items.map(({ shift, length, ...each }) => ({ ...each, day: addDays(rest.day, shift), end: length === null ? null : each.start + length })),
      }))
    const texts: string[] = []
    fc.assert(fc.property(fc.uniqueArray(agenda, { maxLength: 4, selector: ({ id }) => id }), (agendas) => {
      const schedule = scheduleOf(ABOUT, agendas)
      if (schedule) texts.push(scheduleXml(schedule))
      expect(schedule === undefined).toBe(agendas.every(({ items }) => items.length === 0))
      if (schedule) JSON.parse(scheduleJson(schedule))
    }), { numRuns: 200 })
    expect(judged(texts)).toBe('')
  })
})

it('says every difference of two agendas, and none of equal ones', async () => {
  const { content } = await seenNow()
  expect(publishedChanges(content, structuredClone(content))).toEqual([])
  const [first, second, ...rest] = content.items
  if (!first || !second) throw new Error('no items')
  expect(publishedChanges(content, { ...content, items: [second, first, ...rest] })).toEqual(['The order of 10 items'])
  expect(publishedChanges(content, { ...content, items: [first, ...rest] })).toEqual([expect.stringMatching(/^Dropped: Tue 4 Feb 2020, 09:30–/)])
  expect(publishedChanges(content, { ...content, status: 'cancelled', venue: '' })).toHaveLength(2)
})
