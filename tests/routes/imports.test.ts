/** Texts at the door: what cannot be read is one sentence and loses nothing typed, what is decided stays, and nothing reaches another mission. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deckAgenda, deckSchedule } from '#tests/support/deck-texts.ts'
import { oleOf } from '#tests/support/files.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const HOME = '/missions/smart-city-regional-roadshow'
const SENTENCE_MAX = 260

let site: Site
let cookie: string
beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
})
afterAll(() => site.stop())

type Sent = { text?: string; file?: { name: string; bytes: Uint8Array } }

/** As the browser sends the form: the typed text first, the file last. */
async function paste({ text = '', file }: Sent): Promise<Response> {
  const form = new FormData()
  form.set('text', text)
  form.set('file', new Blob(file ? [file.bytes as Uint8Array<ArrayBuffer>] : []), file?.name ?? '')
  return await fetch(`${site.origin}${HOME}/imports?index`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: site.origin, 'sec-fetch-site': 'same-origin' } })
}

async function started(sent: Sent): Promise<string> {
  const answer = await paste(sent)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

async function page(path: string): Promise<string> {
  const answer = await site.ask(path, { cookie })
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.text()).replaceAll('<!-- -->', '')
}

const revisionIn = (html: string): string => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
const wrongIn = (html: string): string[] => [...html.matchAll(/<p class="wrong"[^>]*>.*?<\/svg> (.*?)<\/p>/g)].map((found) => found[1] ?? '')
const count = async (): Promise<number> => (await site.database.read.selectFrom('import_text').select('id').execute()).length

const NOVEL = Array.from({ length: 4_000 }, (_, n) => `The ${n}th traveller said nothing for a long while, and the road went on through the hills without an end.`).join('\n')

describe('what cannot be read', () => {
  const MB = 1_048_576
  it.each<[string, Sent, number]>([
    ['nothing', {}, 422],
    ['only spaces', { text: ' \n\t\n ' }, 422],
    ['the inside of a file', { text: `PK\u0003\u0004${'\u0001\u0002\u0006\ufffd'.repeat(400)}` }, 422],
    ['a novel', { text: NOVEL }, 422],
    ['a letter', { text: 'Dear all,\nthank you for the kind words. We shall see.\nBest regards' }, 422],
    ['a file of 12 MB', { text: 'typed before', file: { name: 'agenda.txt', bytes: new Uint8Array(12 * MB).fill(65) } }, 413],
    ['a file of 50 MB', { text: 'typed before', file: { name: 'agenda.docx', bytes: new Uint8Array(50 * MB) } }, 413],
    ['a document behind a password', { text: 'typed before', file: { name: 'agenda.docx', bytes: oleOf('EncryptionInfo', 'EncryptedPackage') } }, 422],
    ['an empty file', { text: 'typed before', file: { name: 'agenda.docx', bytes: new Uint8Array(0) } }, 422],
  ])('is answered with one sentence and the typed text: %s', async (_, sent, status) => {
    const before = await count()
    const answer = await paste(sent)
    const html = (await answer.text()).replaceAll('<!-- -->', '')
    expect(answer.status).toBe(status)
    const wrong = wrongIn(html)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]?.length).toBeLessThan(SENTENCE_MAX)
    expect(sent.text?.startsWith('PK') === true || html.includes(`>${sent.text?.split('\n')[0] ?? ''}`)).toBe(true)
    expect(await count()).toBe(before)
  })
})

describe('a text on its way', () => {
  it('shows the places that were understood and leads to their rows and back', async () => {
    const html = await page(await started({ text: deckAgenda() }))
    expect(html).toContain('10 items, 8 people, 3 moderators')
    const rows = [...html.matchAll(/<li id="row-(L\w+)"/g)].map((found) => found[1])
    expect(rows).toHaveLength(10)
    for (const row of rows) expect([row, html.includes(`href="#row-${row}"`), html.includes(`href="#line-${row?.replace(/\D/g, '')}"`)]).toEqual([row, true, true])
    expect(html.match(/<mark data-key="L/g)?.length).toBeGreaterThan(30)
  })

  it('keeps what was decided and typed, and forgets all of it when asked', async () => {
    const path = await started({ text: deckAgenda() })
    const first = await page(path)
    const revision = revisionIn(first)
    const row = /<li id="row-(L\w+)"/.exec(first)?.[1] ?? ''
    const kept = await site.ask(`${path}/decide`, { cookie, form: { revision, [`edit:${row}:start`]: '09:05', target: 'new', at: `row-${row}` } })
    expect([kept.status, kept.headers.get('location')]).toEqual([303, `${path}#row-${row}`])
    const html = await page(path)
    expect([html.includes('09:05–09:30'), /name="target" checked="" value="new"/.test(html)]).toEqual([true, true])
    expect((await site.ask(`${path}/decide`, { cookie, form: { revision, target: 'new' } })).status).toBe(409)
    await site.ask(`${path}/decide`, { cookie, form: { revision: revisionIn(html), reset: 'yes' } })
    expect((await page(path)).includes('09:00–09:30')).toBe(true)
  })

  it('leaves a question as printed when it is told so', async () => {
    const path = await started({ text: deckSchedule() })
    const html = await page(path)
    const name = /name="(answer:weekday-mismatch[^"]*)"/.exec(html)?.[1] ?? ''
    await site.ask(`${path}/decide`, { cookie, form: { revision: revisionIn(html), [name]: '[]' } })
    expect((await page(path)).includes(`name="${name}" checked="" value="[]"`)).toBe(true)
  })

  it('is put away and comes back by undo', async () => {
    const path = await started({ text: deckAgenda() })
    const dropped = await site.ask(`${path}/drop`, { cookie, form: { revision: revisionIn(await page(path)) } })
    const act = /did=([\w-]+)/.exec(dropped.headers.get('location') ?? '')?.[1] ?? ''
    expect((await site.ask(path, { cookie })).status).toBe(404)
    expect((await site.ask(`${HOME}/undo`, { cookie, form: { act } })).status).toBe(303)
    expect(await page(path)).toContain('Check the agenda')
  })

  it('is stored once; then it is read only', async () => {
    const path = await started({ text: deckAgenda() })
    const form = { revision: revisionIn(await page(path)), target: 'new', stop: 'new' }
    expect((await site.ask(`${path}/store`, { cookie, form })).status).toBe(303)
    expect((await site.ask(`${path}/store`, { cookie, form })).status).toBe(404)
    expect(await page(path)).toContain('This text is stored.')
  })

  it('says what storing waits for, with everything kept', async () => {
    const path = await started({ text: 'Seminar\n4 February 2020\n09:00 – 09:30 Registration\n09:30 – 10:00 Talk – Ms. Rana Sample, Adviser\n10:00 – 10:20 Questions' })
    const row = /<li id="row-(L\w+)"/.exec(await page(path))?.[1] ?? ''
    const answer = await site.ask(`${path}/store`, { cookie, form: { revision: revisionIn(await page(path)), target: 'new', stop: 'new', [`edit:${row}:start`]: '08:50' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?wants=no-city`])
    const html = await page(`${path}?wants=no-city`)
    expect([html.includes('Nothing was stored yet: No city is known for a new stop.'), html.includes('08:50–09:30')]).toEqual([true, true])
  })

  it('marks Cyrillic runs with their language', async () => {
    const html = await page(await started({ text: 'Программа семинара\n4 февраля 2020 г.\n\n09:00 – 09:30 Регистрация\n09:30 – 10:00 Открытие\n10:00 – 11:00 Доклад – Петров А.И., ЮНЕСКО' }))
    expect(html.includes('<span lang="ru">Регистрация</span>')).toBe(true)
  })

  it('shows the first 2,000 lines of a long text', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `${String(Math.floor(n / 60) + 8).padStart(2, '0')}:${String(n % 60).padStart(2, '0')} Item ${n}`)
    const html = await page(await started({ text: `Agenda\n4 February 2020\n${rows.join('\n')}${'\n'.repeat(2_500)}Thank you` }))
    expect(/The first [\d,]* of [\d,]* lines are shown; all of them were read\./.exec(html)?.[0]).toBe('The first 2,000 of 2,802 lines are shown; all of them were read.')
    expect(html.match(/name="edit:L/g)).toBeNull()
    expect(html.includes('?edit=L3#row-L3')).toBe(true)
  })

  it('belongs to its mission alone', async () => {
    const path = await started({ text: deckAgenda() })
    await site.ask('/missions/new', { cookie, form: { title: 'Another', startDay: '2027-03-01', endDay: '2027-03-05' } })
    for (const part of ['', '/decide', '/store', '/drop']) {
      const foreign = path.replace(HOME, '/missions/another') + part
      expect([part, (await (part === '' ? site.ask(foreign, { cookie }) : site.ask(foreign, { cookie, form: { revision: '1' } }))).status]).toEqual([part, 404])
    }
  })
})
