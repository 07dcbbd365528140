import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { PAPER_KINDS } from '#app/domain/papers/kinds.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

const DEMO = '/missions/smart-city-regional-roadshow'

let demo: Site
let all: ToldSite
let coordinator: string
let viewer: string
beforeAll(async () => {
  [demo, all] = await Promise.all([startSite(), startToldSite()])
  coordinator = await demo.cookieOf()
  viewer = await demo.cookieOf('viewer@example.org')
})
afterAll(() => Promise.all([demo.stop(), all.site.stop()]))

const page = async (path: string, cookie = coordinator): Promise<string> => await (await demo.ask(DEMO + path, { cookie })).text()
const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

async function issue(path: string, remark = ''): Promise<Response> {
  const html = await page(path)
  return await demo.ask(DEMO + path, { cookie: coordinator, form: { remark, seen: hidden(html, 'seen'), after: hidden(html, 'after') } })
}

describe('the desk', () => {
  it('names every kind of paper that there is, each with its next draft', async () => {
    const html = await page('/papers')
    expect(PAPER_KINDS.filter(({ words }) => !html.includes(`>${words}</a>`)).map(({ id }) => id)).toEqual([])
    expect(wordsOf(html)).toContain('Nothing has been issued yet')
    expect((await demo.ask(`${DEMO}/papers/nonsense`, { cookie: coordinator })).status).toBe(404)
  })

  it('leads on to every subject of a kind, or to those of one thing', async () => {
    const every = [...(await page('/papers/evidence-annex')).matchAll(/href="[^"]*\/papers\/evidence-annex\/(dimension-\d)"/g)].map((found) => found[1])
    expect(every).toEqual(['dimension-1', 'dimension-2', 'dimension-3', 'dimension-4', 'dimension-5', 'dimension-6', 'dimension-7'])
    expect([...(await page('/papers/evidence-annex?of=dimension-4')).matchAll(/href="[^"]*\/papers\/evidence-annex\/(dimension-\d)"/g)].length).toBe(1)
  })
})

describe('a draft', () => {
  it('names what is missing with the way there, and is chosen for its readers by plain links', async () => {
    const html = await page('/papers/aide-memoire/mission')
    expect(/<ul class="timeline plain">[\s\S]*?href="[^"]*\/(evidence|findings|readiness|tasks)\/[^"]+">[^<]*</.test(html)).toBe(true)
    for (const link of ['?audience=counterpart"', '?language=ru"', '/file/pdf"', '/file/docx"', '/file/txt"', '/issue"']) expect([link, html.includes(link)]).toEqual([link, true])
    const russian = await page('/papers/aide-memoire/mission?audience=counterpart&language=ru')
    expect([russian.includes('lang="ru"'), russian.includes('/file/pdf?audience=counterpart&amp;language=ru')]).toEqual([true, true])
    expect((await demo.ask(`${DEMO}/papers/aide-memoire/mission?language=xx&audience=anybody&second=%00`, { cookie: coordinator })).status).toBe(200)
  })

  it('is no page for a subject that the mission does not have', async () => {
    for (const path of ['/papers/aide-memoire/nowhere', '/papers/aide-memoire/mission/file/exe', '/papers/aide-memoire/Mission!', '/papers/editions/nothing', '/papers/editions/nothing/file/pdf']) {
      expect([path, (await demo.ask(DEMO + path, { cookie: coordinator })).status]).toEqual([path, 404])
    }
  })

  it('is read by a viewer, who cannot issue it', async () => {
    const html = await page('/papers/persons-met/mission', viewer)
    expect([html.includes('/file/pdf'), html.includes('/mission/issue')]).toEqual([true, false])
    expect((await demo.ask(`${DEMO}/papers/persons-met/mission/issue`, { cookie: viewer })).status).toBe(403)
  })
})

describe('a file of a paper', () => {
  it('is only saved, kept by nobody on the way, under the name of the paper', async () => {
    const kinds = { pdf: ['application/pdf', '%PDF-'], docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'], txt: ['text/plain; charset=utf-8', 'Smart'], json: ['application/json; charset=utf-8', '{'] }
    for (const [format, [type, begins]] of Object.entries(kinds)) {
      const answer = await demo.ask(`${DEMO}/papers/aide-memoire/mission/file/${format}`, { cookie: viewer })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const head = (name: string) => answer.headers.get(name)
      expect([answer.status, head('content-type'), head('cache-control'), head('x-content-type-options'), bytes.toString('latin1', 0, String(begins).length)]).toEqual([200, type, 'private, no-store', 'nosniff', begins])
      expect(head('content-disposition')).toBe(`attachment; filename="Aide-memoire, team, en.${format}"; filename*=UTF-8''Aide-m%C3%A9moire%2C%20team%2C%20en.${format}`)
    }
  })

  it('leads back to its sources in the team’s version, and nowhere in the counterpart’s', async () => {
    const links = async (query: string): Promise<number> => {
      const docx = unzipSync(new Uint8Array(await (await demo.ask(`${DEMO}/papers/aide-memoire/mission/file/docx${query}`, { cookie: coordinator })).arrayBuffer()))
      return [...Buffer.from(docx['word/_rels/document.xml.rels'] ?? []).toString().matchAll(/\/missions\/smart-city-regional-roadshow\//g)].length
    }
    expect(await links('?audience=counterpart')).toBe(0)
    expect(await links('')).toBeGreaterThan(20)
  })
})

describe('issuing', () => {
  it('names changes and gaps, freezes the paper, and hands out exactly what was issued', async () => {
    const at = '/papers/aide-memoire/mission'
    const first = await issue(`${at}/issue`, 'For the wrap-up')
    expect(first.status).toBe(303)
    const one = (first.headers.get('location') ?? '').split('?')[0]?.replace(DEMO, '') ?? ''
    const text = await page(`${one}/file/txt`)
    expect(text).toContain('Edition 1, Mon 27 Jan 2020, 09:0')
    expect(wordsOf(await page(one))).toMatch(/Issued Mon 27 Jan 2020, 09:\d\d Nur-Sultan, UTC\+6 by Coordinator, sample/)

    await demo.ask(`${DEMO}/readiness/dimension-4?index`, { cookie: coordinator, form: { level: 'mid', reason: 'Fibre is there', after: '1' } })
    expect(wordsOf(await page(at))).toContain('1 change since edition 1')
    const confirm = wordsOf(await page(`${at}/issue`))
    for (const words of ['Rating of Infrastructure', '1 change since edition 1', '4 translations among them']) expect([words, confirm.includes(words)]).toEqual([words, true])
    const second = await issue(`${at}/issue`)
    const two = (second.headers.get('location') ?? '').split('?')[0]?.replace(DEMO, '') ?? ''
    const said = await page(two)
    expect([wordsOf(said).includes('Since edition 1'), /<del>[^<]*Low[^<]*<\/del>/.test(said), /<ins>[^<]*Fibre is there[^<]*<\/ins>/.test(said)]).toEqual([true, true, true])
    expect(await page(`${one}/file/txt`)).toBe(text)
    expect(wordsOf(await page(one))).toContain('Edition 2 has followed')
    expect(wordsOf(await page('/history'))).toContain('issued edition 2 of “Aide-mémoire: Smart City Regional Roadshow”, 1 change after edition 1')
  })

  it('says so when the draft reads otherwise by now, and keeps the remark', async () => {
    const html = await page('/papers/persons-met/mission/issue')
    const answer = await demo.ask(`${DEMO}/papers/persons-met/mission/issue`, { cookie: coordinator, form: { remark: 'My remark', seen: 'f'.repeat(64), after: hidden(html, 'after') } })
    const words = await answer.text()
    expect([answer.status, words.includes('My remark'), wordsOf(words).includes('The draft reads otherwise')]).toEqual([409, true, true])
    expect((await demo.ask(`${DEMO}/papers/persons-met/mission/issue`, { cookie: coordinator, form: { seen: 'x', after: '-1' } })).status).toBe(422)
  })

  it('is withdrawn for a reason; the number is not used again', async () => {
    const done = await issue('/papers/persons-met/mission/issue')
    const at = (done.headers.get('location') ?? '').split('?')[0]?.replace(DEMO, '') ?? ''
    const revision = hidden(await page(`${at}/withdraw`), 'revision')
    expect((await demo.ask(`${DEMO}${at}/withdraw`, { cookie: coordinator, form: { revision, reason: ' ' } })).status).toBe(422)
    expect((await demo.ask(`${DEMO}${at}/withdraw`, { cookie: coordinator, form: { revision, reason: 'Two names were wrong' } })).status).toBe(303)
    const html = wordsOf(await page(at))
    for (const words of ['This edition is withdrawn.', 'Two names were wrong', 'Issued Mon 27 Jan 2020']) expect([words, html.includes(words)]).toEqual([words, true])
    expect((await demo.ask(`${DEMO}${at}/withdraw`, { cookie: coordinator, form: { revision: '2', reason: 'Again' } })).status).toBe(409)
    expect(await page('/papers/persons-met/mission')).toContain('Issue edition 2…')
  })
})

describe('an edition of another mission', () => {
  it('is unknown here, as a page, as a file and to withdraw', async () => {
    const path = '/missions/untold/papers/persons-met/mission/issue'
    const cookie = await all.site.cookieOf('teller@example.org')
    const html = await (await all.site.ask(path, { cookie })).text()
    const done = await all.site.ask(path, { cookie, form: { remark: '', seen: hidden(html, 'seen'), after: '0' } })
    const id = /editions\/([a-z0-9-]+)/.exec(done.headers.get('location') ?? '')?.[1] ?? ''
    expect((await all.site.ask(`/missions/untold/papers/editions/${id}`, { cookie })).status).toBe(200)
    for (const rest of ['', '/file/pdf', '/file/json', '/withdraw']) expect([rest, (await all.site.ask(`/missions/told/papers/editions/${id}${rest}`, { cookie })).status]).toEqual([rest, 404])
    expect((await all.site.ask(`/missions/told/papers/editions/${id}/withdraw`, { cookie, form: { revision: '1', reason: 'x' } })).status).toBe(404)
  })
})
