import { afterAll, beforeAll, expect, it } from 'vitest'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
beforeAll(async () => void (all = await startToldSite()))
afterAll(() => all.site.stop())

const BASE = '/missions/told/tasks'
const post = (path: string, form: Record<string, string>, cookie = all.cookie) => all.site.ask(path, { cookie, form })
const task = { kind: 'data request', title: 'Send the list of sensors', owner: 'Director, sample', dueDay: '2027-03-08' }

it('notes a task out of marked words in one step, shows it there, at its meeting and in the list', async () => {
  const form = await all.page(`/missions/told/evidence/${all.mine.excerpt}`)
  expect(form).toContain('action="/missions/told/tasks/new"')
  const answer = await post(`${BASE}/new`, { ...task, excerpt: all.mine.excerpt })
  expect(answer.status).toBe(303)
  const words = wordsOf(await all.page(new URL(answer.headers.get('location') ?? '', 'http://x').pathname))
  for (const part of ['Send the list of sensors', 'data request', 'open', 'Director, sample', 'Mon 8 Mar 2027', 'Sensors stand on two streets.', 'Meeting 1', 'noted the data request']) expect([part, words.includes(part)]).toEqual([part, true])
  for (const page of [BASE, `/missions/told/evidence/${all.mine.excerpt}`, '/missions/told/engagements/told-meeting-1']) expect([page, wordsOf(await all.page(page)).includes('Send the list of sensors')]).toEqual([page, true])
})

it('gives back what was typed where something is missing', async () => {
  const answer = await post(`${BASE}/new`, { ...task, title: ' ', owner: 'Роҳбар', dueDay: '2027-02-30' })
  const html = await answer.text()
  expect([answer.status, wordsOf(html).includes('Say what is to be done'), html.includes('Роҳбар'), wordsOf(html).includes('Enter a day that exists')]).toEqual([422, true, true, true])
})

it('narrows the list, and makes nothing of what makes no sense', async () => {
  const found = async (query: string) => wordsOf(await all.page(`${BASE}${query}`)).includes('Send the list of sensors')
  expect(await Promise.all(['?state=open', '?state=done', '?kind=data+request', '?kind=decision', '?owner=Director%2C+sample', '?owner=-', '?text=SENSORS', '?text=absent', '?state=zz&kind=zz&page=-3'].map(found))).toEqual([true, false, true, false, true, false, true, false, true])
})

it('is edited, done and opened again; somebody else’s change is not overwritten', async () => {
  const { id } = await all.site.database.read.selectFrom('task').select('id').where('title', '=', task.title).executeTakeFirstOrThrow()
  expect((await post(`${BASE}/${id}/edit`, { ...task, title: 'Send both lists', revision: '1' })).status).toBe(303)
  const late = await post(`${BASE}/${id}/edit`, { ...task, title: 'Рӯйхат', revision: '1' })
  expect([late.status, (await late.text()).includes('Рӯйхат')]).toEqual([422, true])
  expect([(await post(`${BASE}/${id}/status`, { status: 'done', revision: '2' })).status, (await post(`${BASE}/${id}/status`, { status: 'gone', revision: '2' })).status]).toEqual([303, 400])
  expect(wordsOf(await all.page(`${BASE}/${id}`))).toContain('Open it again')
  expect((await post(`${BASE}/${id}/status`, { status: 'open', revision: '3' })).status).toBe(303)
})

it('is read by a viewer, changed by nobody but the team, and unknown to other missions', async () => {
  const { id } = await all.site.database.read.selectFrom('task').select('id').where('title', '=', 'Send both lists').executeTakeFirstOrThrow()
  const asked = await Promise.all([all.site.ask(BASE, { cookie: all.viewer }), all.site.ask(`${BASE}/${id}`, { cookie: all.viewer }), all.site.ask(`${BASE}/new`, { cookie: all.viewer }), post(`${BASE}/new`, task, all.viewer), post(`${BASE}/${id}/status`, { status: 'done', revision: '4' }, all.viewer)])
  expect(asked.map((answer) => answer.status)).toEqual([200, 200, 403, 403, 403])
  const foreign = await Promise.all([all.site.ask(`${BASE}/untold-task`, { cookie: all.cookie }), all.site.ask(`${BASE}/untold-task/edit`, { cookie: all.cookie }), post(`${BASE}/untold-task/status`, { status: 'done', revision: '1' }), post(`${BASE}/new`, { ...task, engagement: 'untold-meeting-1' }), all.site.ask(`${BASE}/new?excerpt=${all.theirs.excerpt}`, { cookie: all.cookie })])
  expect(foreign.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
})
