import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listExcerpts } from '#db/evidence.server.ts'
import { listRevisions, loadNote } from '#db/notes.server.ts'
import { BODY, startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
beforeAll(async () => void (all = await startToldSite()))
afterAll(() => all.site.stop())

const at = (rest = '') => `/missions/told/notes/${all.mine.note}${rest}`
const post = (path: string, form: Record<string, string | string[]>, cookie = all.cookie) => all.site.ask(path, { cookie, form })
const note = async () => await loadNote(all.site.database.read, 'told', all.mine.note)
const mark = (more: Record<string, string>) => ({ number: '1', kind: 'fact', language: 'ru', relation: 'supports', ...more })

describe('a note', () => {
  it('shows its sentences as choices, its marks, and what they lead to', async () => {
    const html = await all.page(at())
    const sentences = [...html.matchAll(/name="sentence" value="(\d+)-(\d+)"/g)].map((found) => BODY.slice(Number(found[1]), Number(found[2])))
    expect(sentences).toEqual(['Sensors stand on two streets.', 'Данные лежат в каждом ведомстве.', 'Маҷидӣ гуфт: реестр нест.'])
    expect(html).toContain(`<mark data-at="0" id="e-${all.mine.excerpt}">Sensors stand on two streets.</mark>`)
    expect(wordsOf(html)).toContain('Sensors of told are few')
  })

  it('names the level that somebody came from, and no level of another mission', async () => {
    expect(wordsOf(await all.page(at('?why=told-dimension-1')))).toContain('Why is Roads not rated?')
    expect(wordsOf(await all.page(at('?why=untold-dimension-1')))).not.toContain('Why is')
  })

  it('marks a chosen sentence and links it to a new finding in one press', async () => {
    const start = BODY.indexOf('Данные')
    const answer = await post(at('?index'), mark({ sentence: `${start}-${start + 32}`, finding: 'new', statement: 'Данные разрозненны', reason: 'каждое ведомство', dimensions: 'told-dimension-2', speaker: 'Our team' }))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/\/notes\/[^/]+\?did=[^#]+#m-/)
    expect(wordsOf(await all.page('/missions/told/findings'))).toContain('Данные разрозненны')
  })

  it('gives everything typed back, with what would be right, when no words are chosen', async () => {
    const answer = await post(at('?index'), mark({ words: 'Слова, которых нет', statement: 'Ҳеҷ чиз', finding: 'new', reason: 'зеро', translation: 'Words that are not there' }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(wordsOf(html)).toContain('These words do not stand in the text')
    for (const typed of ['Слова, которых нет', 'Ҳеҷ чиз', 'зеро', 'Words that are not there']) expect(html).toContain(typed)
  })

  it('asks for a reason as soon as a finding is chosen, and marks nothing', async () => {
    const before = (await listExcerpts(all.site.database.read, 'told')).length
    const answer = await post(at('?index'), mark({ words: 'реестр нест', finding: all.mine.finding, reason: '' }))
    expect([answer.status, wordsOf(await answer.text()).includes('Say why it bears on the finding')]).toEqual([422, true])
    expect((await listExcerpts(all.site.database.read, 'told')).length).toBe(before)
  })
})

describe('the text of a note', () => {
  it('is edited; what came too late stands beside what was saved first, and nothing is lost', async () => {
    expect((await post(at('/edit'), { number: '1', language: 'en', body: `${BODY}\nTheirs.` })).status).toBe(303)
    const late = await post(at('/edit'), { number: '1', language: 'en', body: `${BODY}\nМои слова.` })
    const words = wordsOf(await late.text())
    expect(late.status).toBe(409)
    expect(words).toContain('The text saved before yours')
    expect(words).toContain('Theirs.')
    expect(words).toContain('Мои слова.')
    expect((await listRevisions(all.site.database.read, 'told', all.mine.note)).map((text) => text.aside)).toEqual([1, 0, 0])
    const texts = wordsOf(await all.page(at('/revisions')))
    expect([texts.includes('Text 3'), texts.includes('came too late, kept aside'), texts.includes('Мои слова.')]).toEqual([true, true, true])
  })

  it('keeps an empty text from being saved and says so', async () => {
    const answer = await post(at('/edit'), { number: '2', language: 'en', body: '  ' })
    expect([answer.status, wordsOf(await answer.text()).includes('Write what was said')]).toEqual([422, true])
  })

  it('is settled by clearing and opened again', async () => {
    expect((await post(at('/status'), { status: 'cleared', revision: String((await note())?.revision) })).status).toBe(303)
    expect((await all.site.ask(at('/edit'), { cookie: all.cookie })).status).toBe(409)
    expect((await post(at('/edit'), { number: '2', language: 'en', body: 'Other.' })).status).toBe(409)
    expect((await post(at('/status'), { status: 'saved', revision: '1' })).status).toBe(409)
    expect((await post(at('/status'), { status: 'lost', revision: '1' })).status).toBe(400)
    expect((await post(at('/status'), { status: 'saved', revision: String((await note())?.revision) })).status).toBe(303)
  })
})

describe('who may', () => {
  it('lets a viewer read and nothing more', async () => {
    const html = await (await all.site.ask(at(), { cookie: all.viewer })).text()
    expect([html.includes('name="sentence"'), html.includes('Edit the text'), html.includes('Mark as evidence')]).toEqual([false, false, false])
    const answers = await Promise.all([all.site.ask(at('/edit'), { cookie: all.viewer }), post(at('/edit'), { number: '2', language: 'en', body: 'x' }, all.viewer), post(at('?index'), mark({ words: 'реестр' }), all.viewer), post(at('/status'), {}, all.viewer)])
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403])
  })

  it('knows no note of another mission', async () => {
    const theirs = `/missions/told/notes/${all.theirs.note}`
    const pages = await Promise.all(['', '/edit', '/revisions'].map((rest) => all.site.ask(theirs + rest, { cookie: all.cookie })))
    const posts = await Promise.all([post(`${theirs}?index`, mark({ words: 'Sensors' })), post(`${theirs}/edit`, { number: '1', language: 'en', body: 'x' }), post(`${theirs}/status`, { status: 'cleared', revision: '1' })])
    expect([...pages, ...posts].map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404])
  })
})
