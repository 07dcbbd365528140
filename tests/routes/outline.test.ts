import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loader as front } from '#app/routes/missions.$mission.documents.$document.front._index.tsx'
import { loader as figures } from '#app/routes/missions.$mission.documents.$document.figures._index.tsx'
import { loader as figure } from '#app/routes/missions.$mission.documents.$document.figures.$figure._index.tsx'
import { loader as outline } from '#app/routes/missions.$mission.documents.$document._index.tsx'
import { loader as arrange } from '#app/routes/missions.$mission.documents.$document.sections._index.tsx'
import { loader as section } from '#app/routes/missions.$mission.documents.$document.sections.$node._index.tsx'
import { loader as edit } from '#app/routes/missions.$mission.documents.$document.sections.$node.edit.tsx'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { countQueries } from '#tests/support/queries.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

const MISSION = '/missions/smart-city-regional-roadshow'
const REPORT = `${MISSION}/documents/technical-note`
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let demo: Site
let all: ToldSite
let cookie = ''
beforeAll(async () => {
  [demo, all] = await Promise.all([startSite(), startToldSite()])
  cookie = await demo.cookieOf()
})
afterAll(() => Promise.all([demo.stop(), all.site.stop()]))

const page = async (path: string) => (await (await demo.ask(path, { cookie })).text()).replaceAll('<!-- -->', '')
const post = (path: string, form: Record<string, string>) => demo.ask(path, { cookie, form })
const rows = (html: string) => [...html.matchAll(/<tr role="row" id="n-technical-note-/g)].length
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

describe('the demo’s outline', () => {
  it('has 58 sections with the lines of the deck, and the number printed twice is repaired by one button and taken back by one', async () => {
    const html = await page(REPORT)
    expect([rows(html), [...html.matchAll(/number printed twice/g)].length, wordsOf(html).includes('line 175'), wordsOf(html).includes('1 section wrongly numbered')]).toEqual([58, 1, true, true])
    const button = /action="([^"]*\/number)"><input type="hidden" name="revision" value="(\d+)"\/><input type="hidden" name="number" value="([^"]*)"/.exec(html)
    const answer = await post(button?.[1] ?? '', { revision: button?.[2] ?? '', number: button?.[3] ?? '' })
    const act = /did=([^#]*)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    expect([answer.status, wordsOf(await page(REPORT)).includes('2.3.2. Opportunities for improvement'), wordsOf(await page(REPORT)).includes('the numbers count on')]).toEqual([303, true, true])
    expect((await post(`${MISSION}/undo`, { act })).status).toBe(303)
    expect(wordsOf(await page(REPORT))).toContain('number printed twice')
  })

  it('is narrowed to what lacks something, to an owner, to a state', async () => {
    expect([rows(await page(`${REPORT}?gaps=only`)), rows(await page(`${REPORT}?state=done`)), rows(await page(`${REPORT}?owner=Nobody`)), rows(await page(`${REPORT}?gaps=x&state=constructor`))]).toEqual([41, 0, 0, 58])
  })

  it('says what each of its parts has, and what rests on a section', async () => {
    const html = wordsOf(await page(`${REPORT}/sections/technical-note-32`))
    expect([html.includes('Sensors and network cover a small part of the city.'), html.includes('no owner, no text'), html.includes('line 174 of the deck'), html.includes('What was said')]).toEqual([true, true, true, true])
  })

  it('is moved by a button, and says so when it cannot', async () => {
    const html = await page(`${REPORT}/sections`)
    const seen = hidden(html, 'seen')
    const moved = await post(`${REPORT}/sections/steps`, { seen, down: 'technical-note-3' })
    expect([moved.status, moved.headers.get('location')?.includes('#n-technical-note-3')]).toEqual([303, true])
    expect((await post(`${REPORT}/sections/steps`, { seen, down: 'technical-note-3' })).status).toBe(409)
    expect((await post(`${REPORT}/sections/steps`, { down: 'technical-note-58' })).status).toBe(409)
    expect((await post(`${REPORT}/sections/order`, { item: 'technical-note-3', to: '3' })).status).toBe(303)
    expect((await post(`${REPORT}/sections/order`, { item: 'technical-note-3', to: '0' })).status).toBe(400)
  })

  it('shows a text as it will look before it is saved, and gives back what was refused', async () => {
    const at = `${REPORT}/sections/technical-note-3`
    const look = await (await post(`${at}/preview`, { title: 'Summary', body: '**Now** <b>then</b>' })).text()
    expect([look.includes('<strong>'), look.includes('not saved yet'), look.includes('&lt;b&gt;')]).toEqual([true, true, true])
    const wrong = await post(`${at}/edit`, { title: '', body: 'Kept', state: 'empty', gathers: '', revision: '3' })
    expect([wrong.status, (await wrong.text()).includes('Kept')]).toEqual([422, true])
    const revision = hidden(await page(`${at}/edit`), 'revision')
    expect((await post(`${at}/edit`, { title: 'EXECUTIVE SUMMARY', number: '', page: '6', body: '**Now**', state: 'drafted', gathers: '', revision })).status).toBe(303)
    expect((await page(at)).includes('<strong><span data-at="2">Now</span></strong>')).toBe(true)
    expect((await post(`${at}/edit`, { title: 'x', state: 'drafted', gathers: '', revision })).status).toBe(409)
  })

  it('gets a section and loses it after a look at what goes', async () => {
    expect(hidden(await page(`${REPORT}/sections/new?after=technical-note-32`), 'after')).toBe('technical-note-32')
    const added = await post(`${REPORT}/sections/new`, { title: 'Between', number: '', after: 'technical-note-32', as: 'under' })
    const id = /#n-(.*)$/.exec(added.headers.get('location') ?? '')?.[1] ?? ''
    const look = await page(`${REPORT}/sections/${id}/remove`)
    expect([added.status, wordsOf(look).includes('What goes: 1 section')]).toEqual([303, true])
    expect((await post(`${REPORT}/sections/${id}/remove`, { seen: 'other' })).status).toBe(409)
    expect((await post(`${REPORT}/sections/${id}/remove`, { seen: hidden(look, 'seen') })).status).toBe(303)
    expect((await demo.ask(`${REPORT}/sections/${id}`, { cookie })).status).toBe(404)
  })
})

describe('figures and front matter', () => {
  const send = async (bytes: Buffer, revision: string) => {
    const form = new FormData()
    form.append('revision', revision)
    form.append('file', new Blob([new Uint8Array(bytes)]), 'map.png')
    return await fetch(`${demo.origin}${REPORT}/figures/figure-2/picture`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: demo.origin, 'sec-fetch-site': 'same-origin' } })
  }

  it('keeps two empty places, and puts a picture into one', async () => {
    expect([...(await page(`${REPORT}/figures`)).matchAll(/its picture is missing/g)]).toHaveLength(2)
    expect([(await send(Buffer.from('plain'), '1')).status, (await send(PNG, '1')).status, (await send(PNG, '1')).status]).toEqual([422, 303, 409])
    const html = await page(`${REPORT}/figures`)
    expect([[...html.matchAll(/its picture is missing/g)].length, /<img src="[^"]*\/attachments\/[^"]*" alt=""/.test(html)]).toEqual([1, true])
  })

  it('names what nobody has said, and believes the names of an organisation', async () => {
    const html = wordsOf(await page(`${REPORT}/front`))
    expect([/GSCP nobody has said/.test(html), /WB World Bank as the organisation is called/.test(html)]).toEqual([true, true])
    expect((await post(`${REPORT}/front/abbreviations`, { short: 'GSCP', words: 'as somebody says' })).status).toBe(303)
    expect(wordsOf(await page(`${REPORT}/front`))).toContain('GSCP as somebody says')
    expect((await post(`${REPORT}/front/abbreviations`, { short: '', words: 'x' })).status).toBe(400)
  })
})

describe('an outline', () => {
  it('is read by a viewer and changed by none', async () => {
    const here = `/missions/told/documents/${all.mine.document}`
    const html = await (await all.site.ask(here, { cookie: all.viewer })).text()
    expect([html.includes('number printed twice'), html.includes('Make it'), html.includes('Arrange')]).toEqual([true, false, false])
    const answers = await Promise.all(['sections', 'sections/new', `sections/${all.mine.node}/edit`].map((path) => all.site.ask(`${here}/${path}`, { cookie: all.viewer })))
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403])
  })

  it('is unknown to another mission, and no document but a report has one', async () => {
    const paths = [`documents/${all.theirs.document}/sections`, `documents/${all.mine.document}/sections/${all.theirs.node}`, `documents/${all.theirs.document}/figures`, `documents/${all.theirs.document}/front`]
    expect((await Promise.all(paths.map((path) => all.site.ask(`/missions/told/${path}`, { cookie: all.cookie })))).map((answer) => answer.status)).toEqual([404, 404, 404, 404])
    expect((await demo.ask(`${MISSION}/documents/charter/sections`, { cookie })).status).toBe(404)
  })

  it('asks the database as often for 58 sections as for two', async () => {
    const count = async (site: Site, slug: string, document: string, node: string, figureId: string | undefined) => {
      const scope = await loadMissionScope(site.database, slug, Date.UTC(2020, 1, 7))
      const run = (loader: Parameters<typeof countQueries>[1], params: Record<string, string> = {}) => countQueries(scope, loader, '/x', { document, ...params })
      return { outline: await run(outline), arrange: await run(arrange), section: await run(section, { node }), edit: await run(edit, { node }), figures: await run(figures), front: await run(front), ...(figureId && { figure: await run(figure, { figure: figureId }) }) }
    }
    const expected = { outline: 3, arrange: 3, section: 8, edit: 4, figures: 4, front: 10 }
    expect(await count(demo, 'smart-city-regional-roadshow', 'technical-note', 'technical-note-32', 'figure-1')).toEqual({ ...expected, figure: 4 })
    expect(await count(all.site, 'told', all.mine.document, all.mine.node, undefined)).toEqual({ ...expected, section: 7, front: 9 })
  })
})
