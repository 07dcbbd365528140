import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDimensions, listRatings } from '#db/readiness.server.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
beforeAll(async () => void (all = await startToldSite()))
afterAll(() => all.site.stop())

const BASE = '/missions/told/readiness'
const WHY = `${BASE}/told-dimension-1`
const post = (path: string, form: Record<string, string | string[]>, cookie = all.cookie) => all.site.ask(path, { cookie, form })
const ratings = async () => await listRatings(all.site.database.read, 'told', 'told-dimension-1')
const names = async () => (await listDimensions(all.site.database.read, 'told')).map((row) => row.name)

describe('a level', () => {
  it('is refused without a reason; level and words come back, and nothing is stored', async () => {
    const answer = await post(`${WHY}?index`, { level: 'mid', reason: ' ', after: '0' })
    const html = await answer.text()
    expect([answer.status, wordsOf(html).includes('Say why: a level is never changed without a reason'), /value="mid"[^>]*checked|checked[^>]*value="mid"/.test(html)]).toEqual([422, true, true])
    expect(await ratings()).toEqual([])
  })

  it('needs evidence, unless it says that there is not enough', async () => {
    const bare = `${BASE}/told-dimension-2?index`
    const answer = await post(bare, { level: 'low', reason: 'ҳис мекунам', after: '0' })
    const html = await answer.text()
    expect([answer.status, wordsOf(html).includes('Low, Mid and High rest on evidence'), html.includes('ҳис мекунам')]).toEqual([422, true, true])
    expect((await post(bare, { level: 'none', reason: 'nobody spoke of it', after: '0' })).status).toBe(303)
    expect(wordsOf(await all.page(`${BASE}/told-dimension-2`))).toContain('Why is there not enough evidence on Law?')
  })

  it('answers why, with reason, person, time, evidence and the level before', async () => {
    expect((await post(`${WHY}?index`, { level: 'low', reason: 'two streets only', tentative: 'yes', after: '0' })).status).toBe(303)
    expect((await post(`${WHY}?index`, { level: 'mid', reason: 'more are planned', after: '1' })).status).toBe(303)
    const html = await all.page(WHY)
    const words = wordsOf(html)
    for (const part of ['Why is Roads Mid?', 'more are planned', 'two streets only', 'Member, sample', 'UTC+', '1 sentence', 'tentative']) expect([part, words.includes(part)]).toEqual([part, true])
    expect(html).toContain(`/missions/told/notes/${all.mine.note}?why=told-dimension-1#e-${all.mine.excerpt}`)
    expect(wordsOf(await all.page(BASE))).toContain('changed from “Low”: more are planned')
  })

  it('keeps the evidence that stood behind it', async () => {
    const words = wordsOf(await all.page(`${WHY}/ratings/1`))
    expect([words.includes('Roads: Low, and what stood behind it'), words.includes('Sensors stand on two streets.')]).toEqual([true, true])
    expect((await all.site.ask(`${WHY}/ratings/9`, { cookie: all.cookie })).status).toBe(404)
  })

  it('is not overwritten by whoever saw an older one; their reason comes back', async () => {
    const answer = await post(`${WHY}?index`, { level: 'high', reason: 'довод', after: '1' })
    expect([answer.status, (await answer.text()).includes('довод'), (await ratings()).length]).toEqual([422, true, 2])
  })
})

describe('dimensions', () => {
  it('are added, renamed and removed while nothing uses them', async () => {
    const here = `${BASE}/dimensions`
    expect((await post(`${here}?index`, { names: 'Money\nМаориф' })).status).toBe(303)
    const again = await post(`${here}?index`, { names: 'money' })
    expect([again.status, wordsOf(await again.text()).includes('These names are there already')]).toEqual([422, true])
    const [, , money] = await listDimensions(all.site.database.read, 'told')
    expect((await post(`${here}/${money?.id}`, { dimension: money?.id ?? '', revision: '1', name: '' })).status).toBe(422)
    expect((await post(`${here}/${money?.id}`, { dimension: money?.id ?? '', revision: '1', name: 'Budget' })).status).toBe(303)
    expect(await names()).toEqual(['Roads', 'Law', 'Budget', 'Маориф'])
    expect((await post(`${here}/remove`, { dimension: 'told-dimension-1', revision: '1' })).status).toBe(409)
    expect((await post(`${here}/remove`, { dimension: money?.id ?? '', revision: '2' })).status).toBe(303)
    expect(await names()).toEqual(['Roads', 'Law', 'Маориф'])
  })
})

describe('who may', () => {
  it('lets a viewer read and nothing more', async () => {
    const answers = await Promise.all([all.site.ask(BASE, { cookie: all.viewer }), all.site.ask(WHY, { cookie: all.viewer }), post(`${WHY}?index`, { level: 'low', reason: 'x', after: '2' }, all.viewer), all.site.ask(`${BASE}/dimensions`, { cookie: all.viewer }), post(`${BASE}/dimensions?index`, { names: 'x' }, all.viewer), post(`${BASE}/dimensions/remove`, {}, all.viewer)])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 403, 403, 403, 403])
  })

  it('knows no dimension of another mission', async () => {
    const theirs = `${BASE}/untold-dimension-1`
    const answers = await Promise.all([all.site.ask(theirs, { cookie: all.cookie }), all.site.ask(`${theirs}/ratings/1`, { cookie: all.cookie }), post(`${theirs}?index`, { level: 'none', reason: 'x', after: '0' }), all.site.ask(`${BASE}/dimensions/untold-dimension-1`, { cookie: all.cookie }), post(`${BASE}/dimensions/untold-dimension-1`, { dimension: 'untold-dimension-1', revision: '1', name: 'x' }), post(`${BASE}/dimensions/remove`, { dimension: 'untold-dimension-1', revision: '1' })])
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404])
  })
})
