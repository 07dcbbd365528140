import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadFinding } from '#db/findings.server.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
beforeAll(async () => void (all = await startToldSite()))
afterAll(() => all.site.stop())

const BASE = '/missions/told/findings'
const post = (path: string, form: Record<string, string | string[]>, cookie = all.cookie) => all.site.ask(path, { cookie, form })
const finding = async (id: string) => (await loadFinding(all.site.database.read, 'told', id))?.finding

it('writes a finding with its dimensions and its place in the report, and shows it there', async () => {
  const answer = await post(`${BASE}/new`, { statement: 'Реестра нет', dimensions: ['told-dimension-1', 'told-dimension-2', 'untold-dimension-1'], nodes: [all.mine.node, all.theirs.node] })
  expect(answer.status).toBe(303)
  const id = /findings\/([^?]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  const found = await loadFinding(all.site.database.read, 'told', id)
  expect([found?.dimensions.map((row) => row.id), found?.nodes.map((row) => row.id)]).toEqual([['told-dimension-1', 'told-dimension-2'], [all.mine.node]])
  const words = wordsOf(await all.page(`${BASE}/${id}`))
  for (const part of ['Реестра нет', 'draft', 'Roads', 'Law', '1.1. Оинномаи мазкур', 'It rests on nothing yet']) expect([part, words.includes(part)]).toEqual([part, true])
  expect(wordsOf(await all.page(`${BASE}?node=${all.mine.node}`))).toContain('Реестра нет')
})

it('gives the ticked boxes back when the sentence is missing', async () => {
  const answer = await post(`${BASE}/new`, { statement: ' ', dimensions: 'told-dimension-2' })
  const html = await answer.text()
  expect([answer.status, wordsOf(html).includes('Write the finding as one sentence'), /value="told-dimension-2"[^>]*checked|checked[^>]*value="told-dimension-2"/.test(html)]).toEqual([422, true, true])
})

it('shows the sentences for and against, each leading to its words in the note', async () => {
  const html = await all.page(`${BASE}/${all.mine.finding}`)
  expect(html).toContain(`/missions/told/notes/${all.mine.note}#e-${all.mine.excerpt}`)
  expect(wordsOf(html)).toContain('1 of 1 kind agrees')
})

it('is judged on a page of its own, never without a reason; both words and the hint show', async () => {
  const here = `${BASE}/${all.mine.finding}`
  const revision = String((await finding(all.mine.finding))?.revision)
  expect(wordsOf(await all.page(here))).toContain('Nobody has judged it; counting alone says: weak, limited evidence, high agreement.')
  const bare = await post(`${here}/confidence`, { revision, judged: 'medium low', reason: ' ' })
  const html = await bare.text()
  expect([bare.status, wordsOf(html).includes('Say why: confidence is never judged without a reason'), /value="medium low"[^>]*checked|checked[^>]*value="medium low"/.test(html)]).toEqual([422, true, true])
  expect((await post(`${here}/confidence`, { revision, judged: 'medium medium', reason: 'ҳама медонанд' })).status).toBe(303)
  const words = wordsOf(await all.page(here))
  for (const part of ['fair : medium evidence, medium agreement', 'ҳама медонанд', 'over 1 sentence', 'Counting alone says: weak']) expect([part, words.includes(part)]).toEqual([part, true])
  expect(wordsOf(await all.page(BASE))).toContain('confidence fair')
  expect((await post(`${here}/confidence`, { revision, judged: 'medium low', reason: 'x' }, all.viewer)).status).toBe(403)
  expect((await post(`${BASE}/${all.theirs.finding}/confidence`, { revision: '1', judged: 'medium low', reason: 'x' })).status).toBe(404)
})

it('goes its steps, and is accepted only with support', async () => {
  const step = async (id: string, status: string) => (await post(`${BASE}/${id}/status`, { status, revision: String((await finding(id))?.revision) })).status
  const bare = /findings\/([^?]+)/.exec((await post(`${BASE}/new`, { statement: 'Bare' })).headers.get('location') ?? '')?.[1] ?? ''
  expect([await step(bare, 'accepted'), await step(bare, 'reviewed'), await step(bare, 'accepted')]).toEqual([409, 303, 409])
  expect(wordsOf(await all.page(`${BASE}/${bare}`))).toContain('once a sentence supports it')
  expect([await step(all.mine.finding, 'reviewed'), await step(all.mine.finding, 'accepted'), (await finding(all.mine.finding))?.status]).toEqual([303, 303, 'accepted'])
  expect((await post(`${BASE}/${bare}/status`, { status: 'x', revision: '1' })).status).toBe(400)
})

it('is edited, and keeps the words of whoever came too late', async () => {
  const { finding: id } = all.mine
  const revision = String((await finding(id))?.revision)
  expect((await post(`${BASE}/${id}/edit`, { statement: 'Sensors are very few', revision, dimensions: 'told-dimension-2' })).status).toBe(303)
  const late = await post(`${BASE}/${id}/edit`, { statement: 'Датчиков мало', revision })
  expect([late.status, (await late.text()).includes('Датчиков мало'), (await finding(id))?.statement]).toEqual([422, true, 'Sensors are very few'])
})

describe('who may', () => {
  it('lets a viewer read and nothing more', async () => {
    const { finding: id } = all.mine
    const answers = await Promise.all([all.site.ask(`${BASE}/${id}`, { cookie: all.viewer }), all.site.ask(`${BASE}/new`, { cookie: all.viewer }), all.site.ask(`${BASE}/${id}/edit`, { cookie: all.viewer }), post(`${BASE}/new`, { statement: 'x' }, all.viewer), post(`${BASE}/${id}/status`, {}, all.viewer)])
    expect(answers.map((answer) => answer.status)).toEqual([200, 403, 403, 403, 403])
  })

  it('knows no finding of another mission', async () => {
    const { finding: id } = all.theirs
    const answers = await Promise.all([all.site.ask(`${BASE}/${id}`, { cookie: all.cookie }), all.site.ask(`${BASE}/${id}/edit`, { cookie: all.cookie }), post(`${BASE}/${id}/edit`, { statement: 'x', revision: '1' }), post(`${BASE}/${id}/status`, { status: 'reviewed', revision: '1' })])
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
    expect(wordsOf(await all.page(BASE))).not.toContain('untold')
  })
})
