/** The answer page of an organisation: saved as typed, nothing lost, nothing seen by others. */
import { rmSync } from 'node:fs'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint } from '#app/domain/questionnaires/answers.ts'
import { answersOn, ask } from '#tests/support/asked.ts'
import type { Asked } from '#tests/support/asked.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const MB = 1_048_576
let site: Site
beforeAll(async () => void (site = await startSite()))
afterAll(async () => {
  await site.stop()
  rmSync(site.dataDir, { recursive: true, force: true })
})

const first = '/parts/1'
const Q1 = 'survey-1'
const valueOf = async (asked: Asked, questionId = Q1): Promise<string | undefined> =>
  (await site.database.read.selectFrom('reply_answer').select('value').where('request_id', '=', asked.requestId).where('question_id', '=', questionId).executeTakeFirst())?.value

/** A scan of `size` bytes: a PDF by its beginning. */
const scan = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size - 9, 7)])

function formOf(bytes: Buffer, name: string): { body: Buffer; type: string } {
  const boundary = '----scan'
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]) }
}

async function send(path: string, bytes: Buffer, name = 'скан.pdf'): Promise<Response> {
  const { body, type } = formOf(bytes, name)
  return await fetch(site.origin + path, { method: 'POST', body: new Uint8Array(body), redirect: 'manual', headers: { origin: site.origin, 'content-type': type } })
}

/** Sends the first half of a file, lets `then` happen while the server reads it, and cuts the line. */
async function breakOff(path: string, bytes: Buffer, then: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { body, type } = formOf(bytes, 'scan.pdf')
  const { hostname, port } = new URL(site.origin)
  const socket = connect(Number(port), hostname)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(`POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${site.origin}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`)
  await new Promise((resolve) => socket.write(body.subarray(0, body.length >> 1), resolve))
  await then()
  socket.destroy()
  await closed
}

describe('a link', () => {
  it('shows the questions in the language asked for, changes nothing when it is opened, and is in no index', async () => {
    const asked = await ask(site)
    const page = await site.ask(asked.link)
    const text = await page.text()
    expect([page.status, text.includes('<html lang="tg"'), text.includes('content="noindex"'), text.includes('Оғоз кардан')]).toEqual([200, true, true, true])
    await site.ask(asked.link + first)
    const row = await site.database.read.selectFrom('questionnaire_request').selectAll().where('id', '=', asked.requestId).executeTakeFirstOrThrow()
    expect([row.state, row.opened_ms, row.revision]).toEqual(['sent', null, 1])
    expect(await (await site.ask(`${asked.link}?lang=ru`)).text()).toContain('<html lang="ru"')
  })

  it('that is wrong, of another request or given up is answered alike, in a language of the browser', async () => {
    const [one, two] = [await ask(site), await ask(site, { organisation: 1 })]
    const crossed = one.link.split('.')[0] + '.' + (two.link.split('.')[1] ?? '')
    await site.database.write((tx) => tx.updateTable('questionnaire_request').set({ generation: 2 }).where('id', '=', two.requestId).execute())
    for (const path of ['/questionnaire/unknown', crossed, two.link, `${crossed}/parts/1`, `${crossed}/check`, `${crossed}/copy.txt`, `${crossed}/files/${Q1}`]) {
      const answer = await site.ask(path, { headers: { 'accept-language': 'tg,ru' } })
      expect([path, answer.status, (await answer.text()).includes('саволнома')]).toEqual([path, 404, true])
    }
  })

  it('that a coordinator took back is not brought back by a member who undoes', async () => {
    const asked = await ask(site)
    const at = '/missions/smart-city-regional-roadshow'
    const taken = await site.ask(`${at}/questionnaires/survey/requests/${asked.requestId}/withdraw`, { cookie: await site.cookieOf(), form: { revision: '1' } })
    const act = new URL(taken.headers.get('location') ?? '', site.origin).searchParams.get('did') ?? ''
    const undone = async (email?: string): Promise<[number, string | undefined]> => {
      const { status } = await site.ask(`${at}/undo`, { cookie: await site.cookieOf(email), form: { act } })
      return [status, (await site.database.read.selectFrom('questionnaire_request').select('state').where('id', '=', asked.requestId).executeTakeFirst())?.state]
    }
    expect([await undone('member@example.org'), await undone()]).toEqual([[403, 'withdrawn'], [303, 'sent']])
  })

  it('and the copy behind it stand in no index and are kept by nobody on the way', async () => {
    const asked = await ask(site)
    for (const rest of ['', first, '/check', '/copy.txt']) {
      const { headers } = await site.ask(asked.link + rest)
      expect([rest, headers.get('x-robots-tag'), headers.get('cache-control')]).toEqual([rest, 'noindex', 'private, no-store'])
    }
  })

  it('is marked as begun by a press of its button', async () => {
    const asked = await ask(site)
    const answer = await site.ask(`${asked.link}?index`, { form: {} })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${asked.link}/parts/1`])
    expect((await site.database.read.selectFrom('questionnaire_request').select('opened_ms').where('id', '=', asked.requestId).executeTakeFirstOrThrow()).opened_ms).toBeGreaterThan(0)
  })
})

describe('answers', () => {
  it('are saved as typed, letter by letter', async () => {
    const asked = await ask(site)
    const words = 'Қонун соли 2019 қабул шуд.\nҲуҷҷатҳо: «ӣ, ӯ, ҷ» <b> & "…"'
    const fields = answersOn(await (await site.ask(asked.link + first)).text())
    const answer = await site.ask(asked.link + first, { form: { ...fields, [`a-${Q1}`]: words, next: 'check' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${asked.link}/check`])
    expect(await valueOf(asked)).toBe(words)
    const check = await (await site.ask(`${asked.link}/check`)).text()
    expect(check).toContain('Қонун соли 2019 қабул шуд.')
    expect(check).not.toContain('<b> &')
  })

  it('of two colleagues are both kept, and shown', async () => {
    const asked = await ask(site)
    const [mine, theirs] = [answersOn(await (await site.ask(asked.link + first)).text()), answersOn(await (await site.ask(asked.link + first)).text())]
    await site.ask(asked.link + first, { form: { ...theirs, [`a-${Q1}`]: 'Theirs, first', 'a-survey-2': 'Second' } })
    const late = await site.ask(asked.link + first, { form: { ...mine, [`a-${Q1}`]: 'Mine, later', 'a-survey-3': 'Third' } })
    expect(late.status).toBe(409)
    const shown = await late.text()
    expect([shown.includes('Theirs, first'), shown.includes('Mine, later')]).toEqual([true, true])
    expect([await valueOf(asked), await valueOf(asked, 'survey-2'), await valueOf(asked, 'survey-3')]).toEqual(['Theirs, first', 'Second', 'Third'])
    const aside = await site.database.read.selectFrom('reply_aside').selectAll().where('request_id', '=', asked.requestId).executeTakeFirstOrThrow()
    await site.ask(`${asked.link}/asides/${aside.id}/use`, { form: { part: '1' } })
    expect([await valueOf(asked), (await site.database.read.selectFrom('reply_aside').select('value').where('request_id', '=', asked.requestId).execute()).map(({ value }) => value)]).toEqual(['Mine, later', ['Theirs, first']])
  })

  it('are told to a script with what the next text is measured by', async () => {
    const asked = await ask(site)
    const fields = answersOn(await (await site.ask(asked.link + first)).text())
    const told = await site.ask(`${asked.link}/keep`, { form: { ...fields, [`a-${Q1}`]: 'Typed' }, headers: { accept: 'application/json' } })
    const { answers, aside } = (await told.json()) as { aside: boolean; answers: { id: string; revision: number; shown: string }[] }
    expect([aside, answers.find(({ id }) => id === Q1)]).toEqual([false, { id: Q1, revision: 1, shown: fingerprint('Typed') }])
  })

  it('that a colleague saved are never written over by a script whose page shows other ones', async () => {
    const asked = await ask(site)
    const page = answersOn(await (await site.ask(asked.link + first)).text())
    /** A page that saves as the script does, and takes over what it is told. */
    const script = (fields: Record<string, string>) => async (typed: Record<string, string>): Promise<boolean> => {
      Object.assign(fields, typed)
      const { aside, answers } = (await (await site.ask(`${asked.link}/keep`, { form: fields, headers: { accept: 'application/json' } })).json()) as { aside: boolean; answers: { id: string; revision: number; shown: string }[] }
      for (const { id, revision, shown } of answers) Object.assign(fields, { [`r-${id}`]: String(revision), [`s-${id}`]: shown })
      return aside
    }
    const asides = async (): Promise<string[]> => (await site.database.read.selectFrom('reply_aside').select('value').where('request_id', '=', asked.requestId).execute()).map(({ value }) => value)
    const [mine, theirs] = [script({ ...page }), script({ ...page })]
    await theirs({ [`a-${Q1}`]: 'Theirs' })
    expect([await mine({ 'a-survey-2': 'Mine' }), await mine({ 'a-survey-2': 'Mine, longer' }), await valueOf(asked), await asides()]).toEqual([false, false, 'Theirs', []])
    expect([await mine({ [`a-${Q1}`]: 'Mi' }), await mine({ [`a-${Q1}`]: 'Mine as well' }), await mine({ 'a-survey-2': 'Mine, longest' })]).toEqual([true, true, true])
    expect([await valueOf(asked), await valueOf(asked, 'survey-2'), await asides()]).toEqual(['Theirs', 'Mine, longest', ['Mine as well']])
  })

  it('are kept aside as many as can be shown, so that a link fills no disk', async () => {
    const asked = await ask(site)
    const one = { mission_id: 'roadshow', request_id: asked.requestId, question_id: Q1, saved_ms: 1, saved_by: 'Office' }
    await site.database.write(async (tx) => void (await tx.insertInto('reply_aside').values(Array.from({ length: 510 }, (_, n) => ({ ...one, id: `${asked.requestId.slice(0, -3)}${String(n).padStart(3, '0')}`, value: `Text ${n}` }))).execute()))
    await site.ask(`${asked.link}/keep`, { form: { [`s-${Q1}`]: '', [`r-${Q1}`]: '0', [`a-${Q1}`]: 'First' } })
    await site.ask(`${asked.link}/keep`, { form: { [`s-${Q1}`]: '', [`r-${Q1}`]: '0', [`a-${Q1}`]: 'Later' } })
    const kept = await site.database.read.selectFrom('reply_aside').select('value').where('request_id', '=', asked.requestId).orderBy('id', 'desc').execute()
    expect([kept.length, kept[0]?.value, await valueOf(asked)]).toEqual([500, 'Later', 'First'])
  })

  it('are taken after the deadline and marked, read-only once handed in, and opened again only by the team', async () => {
    const asked = await ask(site, { deadlineMs: Date.UTC(2020, 0, 1) })
    await site.ask(asked.link + first, { form: { ...answersOn(await (await site.ask(asked.link + first)).text()), [`a-${Q1}`]: 'Late but here' } })
    expect((await site.ask(`${asked.link}/check`, { form: {} })).status).toBe(303)
    const row = await site.database.read.selectFrom('questionnaire_request').selectAll().where('id', '=', asked.requestId).executeTakeFirstOrThrow()
    expect([row.state, row.late, row.reply_id !== null]).toEqual(['returned', 1, true])
    await site.ask(asked.link + first, { form: { [`a-${Q1}`]: 'Changed', [`r-${Q1}`]: '1', [`s-${Q1}`]: fingerprint('Late but here') } })
    expect(await valueOf(asked)).toBe('Late but here')
    await site.ask(`${asked.link}/reopen`, { form: { word: 'A number is wrong' } })
    const cookie = await site.cookieOf()
    const at = `/missions/smart-city-regional-roadshow/questionnaires/survey/requests/${asked.requestId}`
    const page = await (await site.ask(at, { cookie })).text()
    expect(page).toContain('A number is wrong')
    const revision = (await site.database.read.selectFrom('questionnaire_request').select('revision').where('id', '=', asked.requestId).executeTakeFirstOrThrow()).revision
    expect((await site.ask(`${at}/reopen`, { cookie, form: { revision: String(revision) } })).status).toBe(303)
    expect((await site.ask(asked.link + first)).status).toBe(200)
    const copy = await (await site.ask(`${asked.link}/copy.txt`)).text()
    expect(copy).toContain('Late but here')
  })
})

describe('a scan of 20 MB', () => {
  it('that breaks off leaves nothing half, takes no answer along, and comes whole the second time, also over a server that was killed', async () => {
    const asked = await ask(site)
    const fields = answersOn(await (await site.ask(asked.link + first)).text())
    const saved = await site.ask(asked.link + first, { form: { ...fields, [`a-${Q1}`]: 'Typed before the scan', next: `file:${Q1}` } })
    expect(saved.headers.get('location')).toBe(`${asked.link}/files/${Q1}`)
    const path = `${asked.link}/files/${Q1}?index`
    await breakOff(path, scan(20 * MB))
    const files = async (): Promise<number> => (await site.database.read.selectFrom('reply_file').select('attachment_id').where('request_id', '=', asked.requestId).execute()).length
    expect([await files(), await valueOf(asked)]).toEqual([0, 'Typed before the scan'])
    await breakOff(path, scan(20 * MB), () => site.kill('SIGKILL'))
    const { dataDir } = site
    await site.database.close()
    site = await startSite({ DATA_DIR: dataDir })
    expect([await files(), await valueOf(asked)]).toEqual([0, 'Typed before the scan'])
    expect((await send(path, scan(20 * MB))).status).toBe(303)
    const [file] = await site.database.read.selectFrom('reply_file').innerJoin('attachment', 'attachment.id', 'reply_file.attachment_id').select(['attachment.id', 'attachment.size', 'attachment.name', 'attachment.document_id']).where('reply_file.request_id', '=', asked.requestId).execute()
    expect([file?.size, file?.name, file?.document_id !== null]).toEqual([20 * MB, 'скан.pdf', true])
    const back = await site.ask(`${asked.link}/file/${file?.id}`)
    expect(Buffer.from(await back.arrayBuffer()).equals(scan(20 * MB))).toBe(true)
    const other = await ask(site, { organisation: 1 })
    expect([(await site.ask(`${other.link}/file/${file?.id}`)).status, (await site.ask(`${other.link}/files/${Q1}/remove`, { form: { file: file?.id ?? '' } })).status]).toEqual([404, 404])
    expect((await site.ask(`${asked.link}/files/${Q1}/remove`, { form: { file: file?.id ?? '' } })).status).toBe(303)
  })

  it('is refused where the mission has no room any more, also as the first of an office', async () => {
    const asked = await ask(site)
    await site.database.write((tx) => tx.insertInto('attachment').values({ id: 'a-large-one', mission_id: 'roadshow', document_id: 'survey', engagement_id: null, name: 'large.pdf', kind: 'pdf', size: 500 * MB, sha256: '', author_name: 'A, sample', created_ms: 1 }).execute())
    const answer = await send(`${asked.link}/files/${Q1}?index`, scan(MB))
    await site.database.write((tx) => tx.deleteFrom('attachment').where('id', '=', 'a-large-one').execute())
    expect(answer.status).toBe(422)
  })

  it('is refused where it is larger than 25 MB, is no file that is kept, or the link is nobody’s', async () => {
    const asked = await ask(site)
    const path = `${asked.link}/files/${Q1}?index`
    expect([(await send(path, scan(26 * MB))).status, (await send(path, Buffer.from([0, 1, 2, 3]))).status, (await send('/questionnaire/unknown/files/x?index', scan(2 * MB))).status]).toEqual([413, 422, 413])
  })
})
