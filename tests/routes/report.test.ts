import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
let demo: Site
beforeAll(async () => void ([all, demo] = await Promise.all([startToldSite(), startSite()])))
afterAll(() => Promise.all([all.site.stop(), demo.stop()]))

const BASE = '/missions/told'
const mark = (more: Record<string, string>) => ({ number: '1', kind: 'law', language: 'tg', relation: 'supports', ...more })
const post = (path: string, form: Record<string, string>, cookie = all.cookie) => all.site.ask(path, { cookie, form })

describe('the demo’s report', () => {
  it('has 58 entries in 8 parts, one of them wrongly numbered, and 7 rows of the plan', async () => {
    const html = await (await demo.ask('/missions/smart-city-regional-roadshow/report', { cookie: await demo.cookieOf() })).text()
    expect([[...html.matchAll(/documents\/technical-note#n-technical-note-/g)].length, wordsOf(html).includes('6 of 58 covered'), wordsOf(html).includes('1 section wrongly numbered')]).toEqual([8, true, true])
    const plan = /<table class="gantt">[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
    expect([[...plan.matchAll(/<tr id="row-/g)].length, [...plan.matchAll(/class="on"/g)].length]).toEqual([7, 14])
  })

  it('shows the charter in Tajik, with a translation that nobody has reviewed', async () => {
    const html = await (await demo.ask('/missions/smart-city-regional-roadshow/documents/charter', { cookie: await demo.cookieOf() })).text()
    expect([[...html.matchAll(/class="spoken" lang="tg"/g)].length, [...html.matchAll(/translation not reviewed/g)].length]).toEqual([4, 4])
  })
})

describe('a report', () => {
  it('says what covers each entry, and only of this mission', async () => {
    const words = wordsOf(await all.page(`${BASE}/report`))
    expect([words.includes('Plan of told'), words.includes('untold'), words.includes('no owner')]).toEqual([true, false, true])
    expect((await post(`${BASE}/findings/new`, { statement: 'Covers it', nodes: all.mine.node })).status).toBe(303)
    expect(wordsOf(await all.page(`${BASE}/report`))).toContain('1 of 2 covered')
  })

  it('lists persons met, or says that nobody is expected', async () => {
    expect(wordsOf(await all.page(`${BASE}/report/persons`))).toContain('Nobody is expected yet')
    await all.site.database.write(async (tx) => {
      for (const [id, attended, name] of [['p1', null, 'Маҷидӣ, sample'], ['p2', 0, 'Absent, sample']] as const) {
        await tx.insertInto('person').values({ id, name, name_key: id, sort_key: id }).execute()
        for (const role of ['host', 'speaker']) await tx.insertInto('participation').values({ id: `${id}-${role}`, mission_id: 'told', engagement_id: 'told-meeting-1', person_id: id, role, printed_title: 'Head', attended }).execute()
      }
    })
    const html = await all.page(`${BASE}/report/persons`)
    expect([[...html.matchAll(/scope="row"/g)].length, wordsOf(html).includes('No institution named'), /Not met so far: 1 .*Absent, sample/.test(wordsOf(html))]).toEqual([1, true, true])
    expect(wordsOf(html)).toContain('1 of 2 persons met so far')
  })
})

describe('a signature sheet', () => {
  it('has moved among the papers, with its second language', async () => {
    const at = '/missions/smart-city-regional-roadshow'
    const cookie = await demo.cookieOf()
    const moved = async (path: string) => (await demo.ask(`${at}/engagements/a10/${path}`, { cookie })).headers.get('location')
    expect([await moved('people/sheet?language=tg'), await moved('people/sheet?language=constructor'), await moved('agenda/print')]).toEqual([`${at}/papers/signature-sheet/a10?second=tg`, `${at}/papers/signature-sheet/a10`, `${at}/papers/agenda/a10`])
    const html = await (await demo.ask(`${at}/papers/signature-sheet/a10?second=tg`, { cookie })).text()
    expect([html.includes('<span lang="tg">Рӯйхати иштирокчиён</span>'), wordsOf(html).includes('Further participants · Дигар иштирокчиён')]).toEqual([true, true])
  })

  it('and every other paper show phones to those alone who work on the mission', async () => {
    const path = '/missions/smart-city-regional-roadshow/papers/day-sheet/stop-dushanbe.2020-02-04'
    const told = async (email: string, end = '') => (await (await demo.ask(`${path}${end}`, { cookie: await demo.cookieOf(email) })).text()).includes('000 101')
    expect([await told('member@example.org'), await told('viewer@example.org'), await told('member@example.org', '/file/json'), await told('viewer@example.org', '/file/json'), await told('viewer@example.org', '/file/txt')]).toEqual([true, false, true, false, false])
  })
})

describe('a document', () => {
  it('lets its words be marked, and leads from the excerpt back to them', async () => {
    const node = `${BASE}/documents/${all.mine.document}/nodes/${all.mine.node}`
    const wrong = await post(node, mark({ words: 'нест', translation: 'there is none' }))
    const html = await wrong.text()
    expect([wrong.status, html.includes('there is none'), wordsOf(html).includes('These words do not stand in the text')]).toEqual([422, true, true])
    expect((await post(node, mark({ words: 'Оинномаи мазкур', translation: 'This charter' }))).status).toBe(303)
    expect(await all.page(node)).toMatch(/<mark data-at="5" id="e-[^"]+">Оинномаи мазкур<\/mark>/)
    expect(wordsOf(await all.page(`${BASE}/evidence?stop=papers`))).toContain('Оинномаи мазкур')
  })

  it('is read by a viewer and marked by none', async () => {
    const page = await all.site.ask(`${BASE}/documents/${all.mine.document}/nodes/${all.mine.node}`, { cookie: all.viewer })
    expect([page.status, (await page.text()).includes('Mark as evidence')]).toEqual([200, false])
    expect((await post(`${BASE}/documents/${all.mine.document}/nodes/${all.mine.node}`, mark({ words: 'Again' }), all.viewer)).status).toBe(403)
  })

  it('is unknown to another mission', async () => {
    const { document, node } = all.theirs
    const answers = await Promise.all([all.site.ask(`${BASE}/documents/${document}`, { cookie: all.cookie }), all.site.ask(`${BASE}/documents/${document}/nodes/${node}`, { cookie: all.cookie }), all.site.ask(`${BASE}/documents/${all.mine.document}/nodes/${node}`, { cookie: all.cookie }), post(`${BASE}/documents/${document}/nodes/${node}`, mark({ words: 'Again' }))])
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
  })
})
