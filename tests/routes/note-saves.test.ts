import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listExcerpts } from '#db/evidence.server.ts'
import { loadNote } from '#db/notes.server.ts'
import { NOW } from '#tests/support/told-mission.ts'
import { startToldSite, wordsOf } from '#tests/support/told-site.ts'
import type { ToldSite } from '#tests/support/told-site.ts'

const JSON_ONLY = { accept: 'application/json' }
const CANARY = 'Кабутар парид zebra-canary'
let all: ToldSite
let second = ''
beforeAll(async () => {
  all = await startToldSite()
  await all.site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'second', name: 'Second, sample', email: 'second@example.org', email_key: 'second@example.org', created_ms: NOW }).execute()
    await tx.insertInto('membership').values({ id: 'second-m', mission_id: 'told', account_id: 'second', role: 'coordinator' }).execute()
  })
  second = await all.site.cookieOf('second@example.org')
})
afterAll(() => all.site.stop())

let saves = 0
const fields = (body: string, base: number, more: Record<string, string> = {}) => ({ engagement: 'told-meeting-2', language: 'en', private: '', base: String(base), save: `a-save-of-the-page-${++saves}`, body, written: '', ...more })
const save = (note: string, form: Record<string, string>, { cookie = all.cookie, headers = JSON_ONLY as Record<string, string> } = {}) => all.site.ask(`/missions/told/notes/${note}/save`, { cookie, form, headers })
const told = async (answer: Response) => [answer.status, await answer.json() as Record<string, unknown>] as const

describe('saving for the page’s script', () => {
  const NOTE = 'a-note-of-the-page-1'

  it('answers with number, time and text, and a repeated save with the very same', async () => {
    const form = fields('Sensors stand.', 0)
    const [one, two] = [await (await save(NOTE, form)).text(), await (await save(NOTE, form)).text()]
    expect(one).toBe(two)
    expect(JSON.parse(one)).toEqual({ number: 1, at: expect.any(Number) as number, time: expect.stringMatching(/^\d\d:\d\d UTC\+\d$/) as string, body: 'Sensors stand.', merged: false })
  })

  it('merges, and gives both texts where it cannot', async () => {
    expect((await told(await save(NOTE, fields('Sensors stand.\nTwo streets.', 1), { cookie: second })))[1]).toMatchObject({ number: 2 })
    expect(await told(await save(NOTE, fields('Sensors stand everywhere.', 1)))).toEqual([200, expect.objectContaining({ number: 3, body: 'Sensors stand everywhere.\nTwo streets.', merged: true })])
    expect(await told(await save(NOTE, fields('Sensors fell.', 1)))).toEqual([409, { theirs: { body: 'Sensors stand everywhere.\nTwo streets.', number: 3, by: 'Member, sample', at: expect.any(Number) as number }, kept: 4 }])
  })

  it('says in a sentence what is wrong', async () => {
    expect(await told(await save(NOTE, fields(' ', 3)))).toEqual([422, { error: 'Write what was said' }])
    expect(await told(await save(NOTE, { ...fields('x', 3), save: '' }))).toEqual([422, { error: 'Reload the page and try again' }])
    expect(await told(await save('short', fields('x', 0)))).toEqual([404, { error: expect.stringContaining('This note is not here.') as string }])
    expect(await told(await save('a-note-of-the-page-2', fields('x', 0, { engagement: 'untold-meeting-1' })))).toEqual([404, { error: expect.stringContaining('This meeting is gone.') as string }])
    expect((await told(await save(all.theirs.note, fields('x', 1))))[0]).toBe(404)
    expect(await told(await save(NOTE, fields('x', 3), { cookie: all.viewer }))).toEqual([403, { error: expect.stringContaining('role') as string }])
  })

  it('says how to sign in when the session is over, and back to the page', async () => {
    const page = '/missions/told/engagements/told-meeting-2/note?note=a-note-of-the-page-1'
    const [status, answer] = await told(await save(NOTE, fields('x', 3), { cookie: 'caravan=over', headers: { ...JSON_ONLY, referer: all.site.origin + page } }))
    expect([status, answer['signIn']]).toEqual([401, `/sign-in?to=${encodeURIComponent(page)}`])
  })

  it('keeps what comes to a cleared note aside', async () => {
    const note = await loadNote(all.site.database.read, 'told', NOTE)
    await all.site.ask(`/missions/told/notes/${NOTE}/status`, { cookie: all.cookie, form: { status: 'cleared', revision: String(note?.revision) } })
    expect(await told(await save(NOTE, fields('After all.', 3)))).toEqual([409, { cleared: true, error: expect.stringContaining('cleared') as string, kept: 5 }])
  })
})

describe('without a script', () => {
  const NOTE = 'a-note-of-a-form-01'
  const plain = { headers: {} }

  it('the page carries everything the form needs, and saving leads to the note', async () => {
    const html = await all.page(`/missions/told/engagements/told-meeting-2/note?note=${NOTE}`)
    expect(html).toMatch(new RegExp(`<form[^>]*action="/missions/told/notes/${NOTE}/save"[^>]*data-capture=""|<form[^>]*data-capture=""[^>]*action="/missions/told/notes/${NOTE}/save"`))
    for (const name of ['engagement', 'base', 'save', 'private', 'body', 'language']) expect(html).toContain(`name="${name}"`)
    const answer = await save(NOTE, fields('Typed.', 0), plain)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/missions/told/notes/${NOTE}`])
  })

  it('a text that came too late stands beside the one before it, and can be brought back', async () => {
    await save(NOTE, fields('Theirs.', 1), { ...plain, cookie: second })
    const answer = await save(NOTE, fields('Mine.', 1), plain)
    expect(answer.headers.get('location')).toBe(`/missions/told/notes/${NOTE}/compare?from=2&to=3&late`)
    const words = wordsOf(await all.page(answer.headers.get('location') ?? ''))
    for (const said of ['Somebody saved the same lines before you.', 'Theirs.', 'Mine.', 'Bring text 3 back']) expect(words).toContain(said)
    const restore = (form: Record<string, string>, cookie = all.cookie) => all.site.ask(`/missions/told/notes/${NOTE}/restore`, { cookie, form })
    expect([(await restore({ number: '3', on: '1' })).status, (await restore({ number: '9', on: '2' })).status, (await restore({})).status, (await restore({ number: '3', on: '2' }, all.viewer)).status]).toEqual([409, 404, 400, 403])
    expect((await restore({ number: '3', on: '2' })).status).toBe(303)
    expect(await loadNote(all.site.database.read, 'told', NOTE)).toMatchObject({ body: 'Mine.', number: 4 })
    expect(wordsOf(await all.page(`/missions/told/history`))).toContain('brought text 3 of the note on “Meeting 2” back')
  })

  it('compares any two texts, and refuses one that is not there', async () => {
    const page = wordsOf(await all.page(`/missions/told/notes/${NOTE}/compare?from=1&to=4`))
    expect([page.includes('Typed.'), page.includes('Mine.')]).toEqual([true, true])
    expect((await all.site.ask(`/missions/told/notes/${NOTE}/compare?from=77`, { cookie: all.cookie })).status).toBe(404)
  })
})

it('marks words of a saved text once, and says why it does not', async () => {
  const note = 'a-note-with-marks-1'
  await save(note, fields('Staff: four engineers.', 0))
  const mark = (more: Record<string, string> = {}) => all.site.ask(`/missions/told/notes/${note}/marks`, { cookie: all.cookie, headers: JSON_ONLY, form: { mark: 'a-mark-of-the-page-1', number: '1', start: '7', end: '21', body: 'four engineers', kind: 'figure', speaker: 'Our team', dimension: 'told-dimension-1', ...more } })
  expect([await told(await mark()), await told(await mark())]).toEqual([[200, { id: 'a-mark-of-the-page-1' }], [200, { id: 'a-mark-of-the-page-1' }]])
  expect((await listExcerpts(all.site.database.read, 'told', { noteId: note })).map(({ body }) => body)).toEqual(['four engineers'])
  expect(await told(await mark({ mark: 'a-mark-of-the-page-2', body: 'five engineers' }))).toEqual([422, { error: expect.stringContaining('do not stand') as string }])
  expect(await told(await mark({ mark: 'a-mark-of-the-page-2', kind: 'rumour' }))).toEqual([422, { error: 'Choose what it is' }])
})

describe('a private note', () => {
  const NOTE = 'a-private-note-0001'
  const PAGES = ['/notes', '/notes?text=zebra', '/search?q=zebra', '/search?q=zebra&in=notes', '/evidence', '/history', '/engagements/told-meeting-2', '/engagements/told-meeting-2/note', '/findings', '/readiness', `/notes/${NOTE}`, `/notes/${NOTE}/revisions`, `/notes/${NOTE}/compare`, `/notes/${NOTE}/edit`, '']
  const read = async (cookie: string) => await Promise.all(PAGES.map(async (page) => (await (await all.site.ask(`/missions/told${page}`, { cookie })).text()).includes('zebra-canary')))

  it('is read by its author, and nobody else, on no page', async () => {
    await save(NOTE, fields(CANARY, 0, { private: 'on' }))
    expect((await read(all.cookie)).filter(Boolean).length).toBeGreaterThan(3)
    expect([(await read(second)).filter(Boolean), (await read(all.viewer)).filter(Boolean)]).toEqual([[], []])
    const foreign = await Promise.all(['save', 'marks', 'share', 'restore', 'status'].map((verb) => all.site.ask(`/missions/told/notes/${NOTE}/${verb}`, { cookie: second, form: { ...fields('x', 1), revision: '1', number: '1', on: '1', status: 'cleared', mark: 'a-mark-of-the-page-9', start: '0', end: '3', kind: 'fact' } })))
    expect(foreign.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
    const counted = async (cookie: string) => (await (await all.site.ask('/missions/told/notes', { cookie })).text()).match(/Notes<\/?[^>]*>?\D{0,80}(\d+)/)?.[1]
    expect(await counted(second)).toBe(await counted(all.cookie))
  })

  it('is shared for good by its author', async () => {
    expect(wordsOf(await all.page(`/missions/told/notes/${NOTE}`))).toContain('Share with the team')
    expect((await all.site.ask(`/missions/told/notes/${NOTE}/share`, { cookie: all.cookie, form: { revision: '1' } })).status).toBe(303)
    expect((await read(second)).filter(Boolean).length).toBeGreaterThan(3)
    expect(wordsOf(await all.page('/missions/told/history'))).toContain('shared a note on “Meeting 2” with the team')
  })
})
