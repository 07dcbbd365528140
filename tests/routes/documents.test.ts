/** The register through the real door: files that come back as they were, text that is read, and guests who get what is theirs and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationToken } from '#db/tokens.server.ts'
import { archiveOf, docxOf, paragraph } from '#tests/support/files.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { wordsOf } from '#tests/support/told-site.ts'

const SECRET = 'a secret of the test that is long enough for it'
const M = '/missions/smart-city-regional-roadshow'
const FIELDS = { kind: 'law', title: 'Закон о данных', number: '12', day: '2019-06-03', language: 'ru', direction: 'received', organisation: 'Hukumat of Dushanbe City', author: '', recipient: '', translationOf: '', confidentiality: 'team', intro: '', translation: '' }
const filler = 'Реестр датчиков ведёт предприятие, и оно отвечает за данные, которые из него выходят. '.repeat(5)
const LAW = docxOf(['Статья 1. Предмет', filler, 'Статья 2. Реестр', filler].map((text) => paragraph(text)).join(''))

let site: Site
let cookie: string
let viewer: string
beforeAll(async () => {
  site = await startSite({ SECRET })
  cookie = await site.cookieOf()
  viewer = await site.cookieOf('viewer@example.org')
})
afterAll(() => site.stop())

async function send(path: string, fields: Record<string, string>, name?: string, bytes: Uint8Array | string = '', as = cookie): Promise<{ status: number; to: string; html: string }> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  if (name !== undefined) form.append('file', new File([new Uint8Array(Buffer.from(bytes as never))], name))
  const answer = await fetch(site.origin + M + path, { method: 'POST', body: form, redirect: 'manual', headers: { cookie: as, origin: site.origin, 'sec-fetch-site': 'same-origin' } })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}
const page = async (path: string, as = cookie): Promise<string> => (await (await site.ask(M + path, { cookie: as })).text()).replaceAll('<!-- -->', '')
const documentOf = (to: string): string => /documents\/([\w-]+)/.exec(to)?.[1] ?? 'none'
const fileOf = async (document: string): Promise<string> => /attachments\/([\w-]+)"/.exec(await page(`/documents/${document}/files`))?.[1] ?? 'none'

describe('the register', () => {
  it('shows the charter with the number and date of its decree beside its line of the deck', async () => {
    const words = wordsOf(await page('/documents'))
    for (const shown of ['Оинномаи Корхонаи воҳиди давлатии', '№640', 'Fri 18 Oct 2019', 'line 112 of the deck', 'Hukumat of Dushanbe City', 'Part 5. COVID-19 impact', 'WB GSCP', 'TECHNICAL ASSESSMENT NOTE']) expect(words).toContain(shown)
    expect(await page('/documents?text=korkhona+641')).toContain('No document matches')
    expect(await page('/documents?text=korkhona')).toMatch(/<mark>[Кк]орхон/)
  })

  it('keeps a document with its file and reads its text; the same paper is named before it is kept twice', async () => {
    const made = await send('/documents/new', FIELDS, 'Закон.docx', LAW)
    const id = documentOf(made.to)
    expect([made.status, wordsOf(await page(`/documents/${id}`)).includes('Статья 2. Реестр')]).toEqual([303, true])
    const file = await site.ask(`${M}/attachments/${await fileOf(id)}`, { cookie })
    expect([Buffer.from(await file.arrayBuffer()).equals(Buffer.from(LAW)), file.headers.get('content-disposition')?.startsWith('attachment;'), file.headers.get('x-content-type-options'), file.headers.get('content-security-policy')?.includes('sandbox')]).toEqual([true, true, 'nosniff', true])
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%D0%97%D0%B0%D0%BA%D0%BE%D0%BD.docx")
    const again = await send('/documents/new', { ...FIELDS, title: 'Another' }, 'copy.docx', LAW)
    expect([again.status, wordsOf(again.html).includes('holds the very same file'), wordsOf(again.html).includes('Choose the file again'), again.html.includes('value="Another"')]).toEqual([422, true, true, true])
    expect(wordsOf(await page(`/documents?text=${encodeURIComponent('реестр датчиков')}&kind=law`))).toContain('Закон о данных')
    expect(wordsOf(await page(`/search?q=${encodeURIComponent('реестр датчиков')}`))).toContain('Закон о данных')
  })

  it('keeps what people marked when a newer version comes, and says when a file has no text', async () => {
    const id = documentOf((await send('/documents/new', { ...FIELDS, title: 'Thirteen', number: '13' }, 'a.txt', `Статья 1. Одно\n${filler}\nСтатья 2. Другое\n${filler}Отмечено.`)).to)
    const node = await site.database.read.selectFrom('outline_node').select('id').where('document_id', '=', id).where('body', 'like', '%Отмечено%').executeTakeFirstOrThrow()
    const marked = await site.ask(`${M}/documents/${id}/nodes/${node.id}`, { cookie, form: { words: 'Отмечено.', kind: 'law', language: 'ru', relation: 'supports', finding: '' } })
    expect(marked.status).toBe(303)
    const newer = await send(`/documents/${id}/files?index`, { replaces: await fileOf(id), caption: '' }, 'b.txt', `Статья 1. Одно\n${filler}`)
    const words = wordsOf(await page(`/documents/${id}`))
    expect([newer.status, words.includes('Version 2'), words.includes('Статья 1. Одно'), words.includes('Отмечено.')]).toEqual([303, true, true, true])
    const scan = documentOf((await send('/documents/new', { ...FIELDS, title: 'Fourteen', number: '14' }, 'a.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))).to)
    expect(wordsOf(await page(`/documents/${scan}`))).toContain('There is no text in it that could be read. Type the passages that matter by hand.')
    const typed = await site.ask(`${M}/documents/${scan}/passages/new`, { cookie, form: { body: 'Написано от руки.', title: '', number: '', page: '', translation: '' } })
    expect([typed.status, wordsOf(await page(`/documents/${scan}`)).includes('Написано от руки.')]).toEqual([303, true])
  })

  it('refuses what is no file of a kind, too large, a bomb, or of a viewer, with one sentence and what was typed', async () => {
    const large = await send('/documents/new', FIELDS, 'a.pdf', Buffer.alloc(21 * 1_048_576))
    const exe = await send('/documents/new', FIELDS, 'a.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3]))
    const bomb = await send('/documents/new', FIELDS, 'a.docx', archiveOf({ '[Content_Types].xml': 'x', 'word/document.xml': 'a'.repeat(60 * 1_048_576) }, 9))
    expect([large, exe, bomb].map(({ status, html }) => [status, html.includes('value="Закон о данных"')])).toEqual([[413, true], [422, true], [422, true]])
    expect((await send('/documents/new', FIELDS, 'a.docx', LAW, viewer)).status).toBe(403)
    expect((await send('/documents/new', { ...FIELDS, title: '' })).status).toBe(422)
    expect((await send('/documents/charter/remove', { revision: '1' })).status).not.toBe(303)
  })

  it('takes a document away and back', async () => {
    const id = documentOf((await send('/documents/new', { ...FIELDS, number: '15', title: 'To go' }, 'a.txt', 'Words of it')).to)
    const file = await fileOf(id)
    const gone = await site.ask(`${M}/documents/${id}/remove`, { cookie, form: { revision: '1' } })
    const act = /did=([\w-]+)/.exec(gone.headers.get('location') ?? '')?.[1] ?? ''
    const asked = async () => [(await site.ask(`${M}/documents/${id}`, { cookie })).status, (await site.ask(`${M}/attachments/${file}`, { cookie })).status, (await page('/documents')).includes('To go'), (await page('/search?q=to+go+15')).includes(id)]
    expect([gone.status, await asked()]).toEqual([303, [404, 404, false, false]])
    expect((await site.ask(`${M}/undo`, { cookie, form: { act } })).status).toBe(303)
    expect(await asked()).toEqual([200, 200, true, true])
  })
})

describe('a hand-out', () => {
  it('reaches guests of its engagement alone, as far as it was opened to them', async () => {
    const secret = documentOf((await send('/documents/new', { ...FIELDS, number: '21', title: 'CANARY inside' }, 'canary.txt', 'CANARY words')).to)
    const open = documentOf((await send('/documents/new', { ...FIELDS, number: '22', title: 'Brief for guests', confidentiality: 'counterpart' }, 'Дастур.txt', 'For you')).to)
    for (const document of [secret, open]) expect((await site.ask(`${M}/engagements/a10/hand-outs?index`, { cookie, form: { document, item: '', open: '' } })).status).toBe(303)
    const held = await site.database.read.selectFrom('invitation').select(['id', 'generation', 'engagement_id']).where('state', '=', 'invited').orderBy('id').execute()
    const linkOf = (of: (id: string) => boolean): string => {
      const one = held.find((each) => of(each.engagement_id))
      return `/invitation/${invitationToken(SECRET, one?.id ?? '', one?.generation ?? 1)}`
    }
    const [mine, theirs] = [linkOf((id) => id === 'a10'), linkOf((id) => id !== 'a10')]
    const [openFile, secretFile] = [await fileOf(open), await fileOf(secret)]
    const shown = await (await site.ask(mine)).text()
    expect([shown.includes('Brief for guests'), shown.includes('CANARY'), (await (await site.ask(theirs)).text()).includes('Brief for guests')]).toEqual([true, false, false])
    const answers = await Promise.all([`${mine}/files/${openFile}`, `${mine}/files/${secretFile}`, `${theirs}/files/${openFile}`, `/invitation/unknown/files/${openFile}`, `${mine}/files/nothing`].map(async (path) => {
      const answer = await site.ask(path)
      return [answer.status, await answer.text()] as const
    }))
    expect(answers.map(([status]) => status)).toEqual([200, 404, 404, 404, 404])
    expect([answers[0]?.[1], answers.slice(1).some(([, text]) => /CANARY|For you/.test(text))]).toEqual(['For you', false])
    for (const place of ['/engagements/a10', '/engagements/a10/agenda', '/engagements/a10/hand-outs']) expect(wordsOf(await page(place))).toContain('Brief for guests')
    expect((await site.ask(`${M}/engagements/a10/hand-outs?index`, { cookie: viewer, form: { document: open, item: '', open: '' } })).status).toBe(403)
    const acts = await site.database.read.selectFrom('act').select('id').execute()
    await site.ask(`${mine}/files/${openFile}`)
    expect((await site.database.read.selectFrom('act').select('id').execute()).length).toBe(acts.length)
  })
})
