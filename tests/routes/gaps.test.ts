import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { wordsOf } from '#tests/support/told-site.ts'

const HOME = '/missions/smart-city-regional-roadshow'
const GAPS = `${HOME}/readiness/gaps`
const DONOR = `${HOME}/engagements/a13`

let site: Site
let cookie: string
let viewer: string

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
  viewer = await site.cookieOf('viewer@example.org')
})
afterAll(() => site.stop())

const html = async (path: string, as = cookie) => (await (await site.ask(path, { cookie: as })).text()).replaceAll('<!-- -->', '')
const words = async (path: string, as = cookie) => wordsOf(await html(path, as))
const post = (path: string, form: Record<string, string | string[]>, as = cookie) => site.ask(path, { cookie: as, form })

describe('the page of gaps', () => {
  it('says in words what each picture shows, and leads to whom it can be asked of', async () => {
    const page = await html(GAPS)
    expect(page).toContain('Infrastructure, Dushanbe: government 3; company 2; donor 1; civil society 1')
    expect(page).toContain('e-Services development, Bishkek: government empty, can still be asked; company empty, no such meeting ahead; donor empty, no such meeting ahead; civil society empty, can still be asked')
    expect(page).toContain(`${GAPS}?stop=stop-dushanbe&amp;dimension=dimension-7#ask`)
    expect(page.match(/<svg class="strip"/g)?.length).toBe(4 * 7 + 4)
    expect(wordsOf(page)).toContain('99 of 112 cells of stop, dimension and kind of source hold no evidence: 43 can be asked in meetings ahead, 56 have no such meeting ahead.')
  })

  it('is narrowed by stop, dimension and kind of source; what makes no sense counts as not asked', async () => {
    const narrow = await words(`${GAPS}?stop=stop-dushanbe&dimension=dimension-7&source=donor`)
    expect([narrow.includes('Who can still be asked about “e-Services development”'), narrow.includes('Meeting with DFID'), narrow.includes('Meeting with NGOs')]).toEqual([true, true, false])
    expect(await words(`${GAPS}?stop=stop-nursultan`)).toContain('No meeting ahead can fill these cells')
    expect(await words(`${GAPS}?stop=%00&dimension=nothing&source=team`)).toContain('Meeting with NGOs')
  })
})

describe('taking questions over', () => {
  it('puts them into the brief of the meeting, and the cell waits for the answer', async () => {
    expect(await words(`${DONOR}/questions`)).toContain('e-Services development: what is financed in Dushanbe and until when, and what was learnt from it?')
    const answer = await post(`${DONOR}/questions?index`, { cells: ['donor:dimension-2', 'donor:dimension-7'] })
    expect([answer.status, answer.headers.get('location')?.startsWith(`${DONOR}/questions?did=`)]).toEqual([303, true])
    expect(await words(DONOR)).toContain('Questions, from gaps Legal framework: what is financed in Dushanbe and until when, and what was learnt from it? donor')
    expect(await words(`${DONOR}/note`)).toMatch(/To ask .*Legal framework: what is financed in Dushanbe/)
    expect(await html(GAPS)).toContain('e-Services development, Dushanbe: government empty, can still be asked; company empty, can still be asked; donor asked; civil society empty, can still be asked')
    expect(await words(`${HOME}/history`)).toContain('put 2 questions to “Meeting with DFID”')
  })

  it('comes back to the gaps it was asked from, and refuses what is chosen twice or not at all', async () => {
    const from = await site.ask(`${DONOR}/questions?index`, { cookie, form: { cells: 'donor:dimension-6' }, headers: { referer: `${site.origin}${GAPS}?dimension=dimension-6` } })
    expect(from.headers.get('location')?.startsWith(`${GAPS}?dimension=dimension-6&did=`)).toBe(true)
    const answers = await Promise.all([post(`${DONOR}/questions?index`, {}), post(`${DONOR}/questions?index`, { cells: 'donor:dimension-7' }), post(`${DONOR}/questions?index`, { cells: 'team:x' }), post(`${HOME}/engagements/none/questions?index`, { cells: 'donor:dimension-7' })])
    expect(answers.map((answer) => answer.status)).toEqual([422, 422, 422, 404])
  })

  it('lets them be worded anew and taken out, by the team alone', async () => {
    const { id } = await site.database.read.selectFrom('question').select('id').where('dimension_id', '=', 'dimension-7').executeTakeFirstOrThrow()
    expect((await post(`${DONOR}/questions/${id}`, { revision: '1', body: 'Кто платит?' })).status).toBe(303)
    expect((await post(`${DONOR}/questions/${id}`, { revision: '1', body: 'Too late' })).status).toBe(409)
    expect(await words(DONOR)).toContain('Кто платит?')
    const theirs = await Promise.all([site.ask(`${DONOR}/questions`, { cookie: viewer }), post(`${DONOR}/questions?index`, { cells: 'donor:dimension-1' }, viewer), post(`${DONOR}/questions/remove`, { question: id, revision: '2' }, viewer), site.ask(GAPS, { cookie: viewer })])
    expect(theirs.map((answer) => answer.status)).toEqual([403, 403, 403, 200])
    expect((await post(`${DONOR}/questions/remove`, { question: id, revision: '2' })).status).toBe(303)
    expect(await words(DONOR)).not.toContain('Кто платит? donor')
  })
})
