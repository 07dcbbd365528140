import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLink, listLinksOf } from '#db/evidence.server.ts'
import { BODY, startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

let all: ToldSite
beforeAll(async () => void (all = await startToldSite()))
afterAll(() => all.site.stop())

const BASE = '/missions/told/evidence'
const at = (rest = '') => `${BASE}/${all.mine.excerpt}${rest}`
const post = (path: string, form: Record<string, string | string[]>, cookie = all.cookie) => all.site.ask(path, { cookie, form })
const rowsIn = (html: string) => [...html.matchAll(/<figure class="said">/g)].length
const link = async () => await findLink(all.site.database.read, 'told', all.mine.link)

describe('the board', () => {
  it('shows a sentence beside its finding, and counts by dimension and stop', async () => {
    const html = await all.page(BASE)
    const words = wordsOf(html)
    expect([rowsIn(html), words.includes('Sensors of told are few'), words.includes('Sensors of untold are few')]).toEqual([1, true, false])
    expect(html).toContain(`href="${BASE}?dimension=told-dimension-1&amp;stop=told-stop-1#all"`)
    expect(words).toContain('3 of 4 pairs of stop and dimension without evidence')
  })

  it('is narrowed by each filter; what makes no sense counts as not asked', async () => {
    const counts = await Promise.all(['stop=told-stop-1', 'stop=told-stop-2', 'stop=papers', 'dimension=told-dimension-1', 'dimension=untold-dimension-1', 'relation=supports', 'relation=contradicts', 'source=city', 'source=unnamed', 'links=none', 'text=SENSORS', 'text=absent', 'stop=../x&relation=zz&source=zz&page=-4']
      .map(async (query) => `${query} ${rowsIn(await all.page(`${BASE}?${query}`))}`))
    expect(counts).toEqual(['stop=told-stop-1 1', 'stop=told-stop-2 0', 'stop=papers 0', 'dimension=told-dimension-1 1', 'dimension=untold-dimension-1 0', 'relation=supports 1', 'relation=contradicts 0', 'source=city 1', 'source=unnamed 0', 'links=none 0', 'text=SENSORS 1', 'text=absent 0', 'stop=../x&relation=zz&source=zz&page=-4 1'])
  })

  it('counts by kind of source as well', async () => {
    expect(await all.page(`${BASE}?by=source`)).toContain(`href="${BASE}?dimension=told-dimension-1&amp;source=city#all"`)
  })
})

describe('an excerpt', () => {
  it('stands in its place, with who said it and what it leads to', async () => {
    const words = wordsOf(await all.page(at()))
    for (const part of ['Sensors stand on two streets.', 'Director, sample', 'Meeting 1', 'supports', 'two streets only', 'Sensors of told are few']) expect(words).toContain(part)
  })

  it('gives the typed reason back when no finding is chosen, and refuses the one that it leads to', async () => {
    const none = await post(at('?index'), { finding: '', relation: 'supports', reason: 'сабаб' })
    const html = await none.text()
    expect([none.status, html.includes('Choose a finding, or write a new one'), html.includes('value="сабаб"')]).toEqual([422, true, true])
    const same = await post(at('?index'), { finding: all.mine.finding, relation: 'context', reason: 'x' })
    expect([same.status, wordsOf(await same.text()).includes('It leads to this finding already')]).toEqual([422, true])
    const theirs = await post(at('?index'), { finding: all.theirs.finding, relation: 'context', reason: 'x' })
    expect([theirs.status, wordsOf(await theirs.text()).includes('This finding is gone')]).toEqual([422, true])
  })

  it('is linked, changed and unlinked', async () => {
    expect((await post(at('?index'), { finding: 'new', statement: 'Another', relation: 'context', reason: 'x' })).status).toBe(303)
    const change = at(`/links/${all.mine.link}`)
    const blank = await post(change, { link: all.mine.link, revision: '1', relation: 'qualifies', reason: '' })
    expect([blank.status, wordsOf(await blank.text()).includes('Say why it bears on the finding')]).toEqual([422, true])
    expect((await post(change, { link: all.mine.link, revision: '1', relation: 'contradicts', reason: 'less than half' })).status).toBe(303)
    expect(await link()).toMatchObject({ relation: 'contradicts', reason: 'less than half', revision: 2 })
    const late = await post(change, { link: all.mine.link, revision: '1', relation: 'context', reason: 'мой довод' })
    expect([late.status, (await late.text()).includes('мой довод')]).toEqual([422, true])
    expect((await post(at('/unlink'), { link: all.mine.link, revision: '1' })).status).toBe(409)
    expect((await post(at('/unlink'), { link: all.mine.link, revision: '2' })).status).toBe(303)
    expect((await listLinksOf(all.site.database.read, 'told', [all.mine.excerpt])).map((row) => row.statement)).toEqual(['Another'])
  })
})

describe('correcting and translating', () => {
  const correct = { revision: '1', kind: 'view', speaker: '', otherSpeaker: 'Engineer, sample', sourceKind: 'city', institution: 'Works, sample', language: 'ru', attribution: 'not for attribution', confidentiality: 'team' }

  it('keeps the words and says how they may be used', async () => {
    expect((await post(at('/edit'), correct)).status).toBe(303)
    const words = wordsOf(await all.page(at()))
    for (const part of ['Sensors stand on two streets.', 'Engineer, sample', 'Works, sample', 'not for attribution', 'No source is named', 'the team only', 'Not translated yet.']) expect(words).toContain(part)
  })

  it('gives what was chosen back when somebody was faster, and refuses what is no level', async () => {
    const late = await post(at('/edit'), { ...correct, institution: 'Мой отдел' })
    expect([late.status, (await late.text()).includes('value="Мой отдел"')]).toEqual([409, true])
    expect((await post(at('/edit'), { ...correct, revision: '2', confidentiality: 'nobody' })).status).toBe(422)
  })

  it('sets a translation beside the words, with its state', async () => {
    expect((await post(at('/translation'), { revision: '2', translation: 'Датчики на двух улицах.', state: 'reviewed' })).status).toBe(303)
    const words = wordsOf(await all.page(at()))
    for (const part of ['Датчики на двух улицах.', 'reviewed Translated by Member, sample', 'Reviewed by Member, sample']) expect(words).toContain(part)
    const late = await post(at('/translation'), { revision: '2', translation: 'Иначе', state: 'draft' })
    expect([late.status, (await late.text()).includes('>Иначе</textarea>')]).toEqual([409, true])
  })
})

describe('quotes that may be shown', () => {
  const quotes = async (reader = 'counterpart') => wordsOf(await all.page(`${BASE}/quotes?for=${reader}`)).replace(/^.*All evidence/, '')
  const use = async (attribution: string, confidentiality: string) => {
    const { revision } = await all.site.database.read.selectFrom('excerpt').select('revision').where('id', '=', all.mine.excerpt).executeTakeFirstOrThrow()
    expect((await post(at('/edit'), { revision: String(revision), kind: 'fact', speaker: 'Engineer, sample', sourceKind: 'city', institution: 'Works, sample', language: 'ru', attribution, confidentiality })).status).toBe(303)
  }
  const parts = (words: string) => ['Sensors stand on two streets.', 'Engineer, sample', 'Works, sample', 'Meeting 1'].filter((part) => words.includes(part))

  it('are none as long as the words are the team’s', async () => {
    await use('named', 'team')
    expect([parts(await quotes()), parts(await quotes('public')), (await quotes()).includes('No words may be shown yet')]).toEqual([[], [], true])
  })

  it('go to those who may read them and to nobody else', async () => {
    await use('named', 'counterpart')
    expect([parts(await quotes()), parts(await quotes('public'))]).toEqual([['Sensors stand on two streets.', 'Engineer, sample', 'Works, sample', 'Meeting 1'], []])
    await use('named', 'public')
    expect(parts(await quotes('public'))).toHaveLength(4)
  })

  it('say as much of their source as may be said, and a translation once it was reviewed', async () => {
    await use('institution', 'public')
    expect([parts(await quotes()), (await quotes()).includes('Датчики на двух улицах.')]).toEqual([['Sensors stand on two streets.', 'Works, sample', 'Meeting 1'], true])
    await use('not for attribution', 'public')
    expect([parts(await quotes()), (await quotes()).includes('No source is named')]).toEqual([['Sensors stand on two streets.'], true])
    const { revision } = await all.site.database.read.selectFrom('excerpt').select('revision').where('id', '=', all.mine.excerpt).executeTakeFirstOrThrow()
    await post(at('/translation'), { revision: String(revision), translation: 'Иначе сказано.', state: 'draft' })
    expect(await quotes()).not.toContain('Иначе сказано.')
  })
})

describe('an excerpt of a note that was edited', () => {
  const edit = (body: string, number: string) => post(`/missions/told/notes/${all.mine.note}/edit`, { body, language: 'en', number })

  it('says that its words still stand there, and when they do not', async () => {
    expect(wordsOf(await all.page(at()))).not.toContain('The note was edited since')
    expect((await edit(`They say: ${BODY}`, '1')).status).toBe(303)
    expect(wordsOf(await all.page(at()))).toContain('The note was edited since; the words still stand in it.')
    expect(await all.page(`/missions/told/notes/${all.mine.note}`)).toContain(`id="e-${all.mine.excerpt}">Sensors stand on two streets.</mark>`)
    expect((await edit('Nothing of it.', '2')).status).toBe(303)
    const html = await all.page(at())
    expect([wordsOf(html).includes('no longer in the note'), html.includes(`/notes/${all.mine.note}/revisions#text-1"`)]).toEqual([true, true])
  })
})

describe('who may', () => {
  it('lets a viewer read and nothing more', async () => {
    expect(await (await all.site.ask(at(), { cookie: all.viewer })).text()).not.toContain('method="post" action="/missions/told/evidence')
    const answers = await Promise.all([post(at('?index'), { finding: 'new' }, all.viewer), post(at('/unlink'), {}, all.viewer), all.site.ask(at(`/links/${all.mine.link}`), { cookie: all.viewer }), all.site.ask(at('/edit'), { cookie: all.viewer }), post(at('/translation'), {}, all.viewer)])
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403])
  })

  it('knows no excerpt and no link of another mission', async () => {
    const { excerpt, link } = all.theirs
    const answers = await Promise.all([
      all.site.ask(`${BASE}/${excerpt}`, { cookie: all.cookie }), all.site.ask(`${BASE}/${excerpt}/links/${link}`, { cookie: all.cookie }), all.site.ask(at(`/links/${link}`), { cookie: all.cookie }),
      post(`${BASE}/${excerpt}?index`, { finding: 'new', statement: 'x', relation: 'context', reason: 'x' }), post(at(`/links/${link}`), { link, revision: '1', relation: 'context', reason: 'x' }), post(at('/unlink'), { link, revision: '1' }), post(at('/unlink'), { link: '../' }), all.site.ask(`${BASE}/${excerpt}/edit`, { cookie: all.cookie }), post(`${BASE}/${excerpt}/translation`, { revision: '1', translation: 'x', state: 'draft' }),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404, 400, 404, 404])
  })
})
