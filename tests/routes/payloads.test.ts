/**
 * 200 texts that would act as markup, in every column of words, on every page that somebody can ask for, in answers to
 * forms, in mails and in a real browser: all of them show as text, none acts.
 */
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { missionNow } from '#app/domain/time.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { sendInvitations } from '#app/operations/invitations.server.ts'
import { findMissionBySlug } from '#db/missions.server.ts'
import { invitationToken, publishedToken, questionnaireToken } from '#db/tokens.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { until } from '#tests/support/draining.ts'
import { formsOf } from '#tests/support/forms.ts'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import type { RouteAddress } from '#tests/support/manifest.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { PAYLOADS, activeIn, textIn } from '#tests/support/payloads.ts'
import { freeColumns, plant } from '#tests/support/planted.ts'
import type { Column } from '#tests/support/planted.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const SECRET = 'a secret of the test that is long enough for it'
const ORGANISER = { name: 'Caravan', address: 'invites@example.org' }
const ROUNDS = 4
const EACH = PAYLOADS.length / ROUNDS
const MISSION = '/missions/smart-city-regional-roadshow'
/** These would end what is asked after them. */
const ENDS = /\/sign-|\/archive$|\/undo$/
const TAKES_AWAY = /remove|delete|merge|revoke|cancel|drop|dispatches/

let site: Site
let cookie: string
let addresses: RouteAddress[]
let columns: Column[]
let guest: string
let office: string
let stranger: string
const found: string[] = []
const shown = new Set<string>()
/** Pages that answered and held a text of others. */
let looked = 0

beforeAll(async () => {
  site = await startSite({ SECRET })
  cookie = await site.cookieOf()
  await site.ask(`${MISSION}/imports?index`, { cookie, form: { text: 'Opening\n4 February 2020\n09:00 – 09:30 Registration\n09:30 – 10:00 Talk – Ms. Rana Sample, Adviser, City of Sample' } })
  guest = await guestPath()
  await site.ask(`${guest}/name`, { form: { honorific: 'Dr.', name: 'Another Name, sample', title: 'Adviser, sample', word: 'please' } })
  await fillRows()
  office = `/questionnaire/${questionnaireToken(SECRET, 'asked', 1)}`
  stranger = `/agenda/${publishedToken(SECRET, 'published', 1)}`
  columns = await freeColumns(site.database)
  const routes = await loadRoutes()
  addresses = (await addressesOf(routes, site.database)).filter(({ path }) => !ENDS.test(path))
})
afterAll(() => site.stop())

/** Rows of kinds that the demo has none of. */
async function fillRows(): Promise<void> {
  await site.database.write(async (tx) => {
    const mission = await tx.selectFrom('mission').select('id').where('demo', '=', 1).executeTakeFirstOrThrow()
    await tx.insertInto('dispatch').values({ id: 'a-sending', mission_id: mission.id, account_name: 'x', at_ms: 1, hold_until_ms: 1, message_count: 0, note: 'x' }).execute()
    await tx.insertInto('person_name').values({ id: 'a-name', person_id: 'p06', name: 'x', name_key: 'x', script: 'latin', language: 'en' }).execute()
    await tx.insertInto('attachment').values({ id: 'a-file', mission_id: mission.id, engagement_id: 'a10', note_id: null, name: 'x', kind: 'png', size: 1, sha256: 'x', caption: 'x', author_id: null, author_name: 'x', created_ms: 1 }).execute()
    await tx.insertInto('abbreviation').values({ id: 'short', mission_id: mission.id, document_id: 'technical-note', short: 'x', words: 'x' }).execute()
    const { organisation_id } = await tx.selectFrom('affiliation').select('organisation_id').where('organisation_id', 'is not', null).orderBy('id').executeTakeFirstOrThrow()
    await tx.insertInto('questionnaire_request').values({
      id: 'asked', mission_id: mission.id, document_id: 'survey', organisation_id: organisation_id ?? '', language: 'tg', deadline_ms: 4e12, deadline_zone: 'Asia/Dushanbe', deadline_city: 'Dushanbe', state: 'answering', sent_ms: 1, saved_ms: 1, reopen_asked_ms: 1, reopen_word: 'x', created_ms: 1, created_by: 'x',
    }).execute()
    await tx.insertInto('question_form').values({ id: 'survey-1', mission_id: mission.id, kind: 'number', unit: 'x' }).onConflict((same) => same.doNothing()).execute()
    await tx.insertInto('question_wording').values({ id: 'worded', mission_id: mission.id, document_id: 'survey', node_id: 'survey-2', subject_id: 'survey-2', language: 'tg', title: 'x', body: 'x' }).execute()
    await tx.insertInto('reply_answer').values({ id: 'answered', mission_id: mission.id, request_id: 'asked', question_id: 'survey-2', value: 'x', saved_ms: 1, saved_by: 'x' }).execute()
    await tx.insertInto('reply_aside').values({ id: 'aside', mission_id: mission.id, request_id: 'asked', question_id: 'survey-2', value: 'x', saved_ms: 1, saved_by: 'x' }).execute()
    await tx.insertInto('published_agenda').values({ id: 'published', mission_id: mission.id, engagement_id: 'a10', created_ms: 1, account_name: 'x' }).execute()
    await tx.updateTable('finding').set({ judged_reason: 'x', judged_by: 'x', judged_ms: 1, evidence_judged: 'medium', agreement_judged: 'medium' }).execute()
  })
}

const nameOf = ({ table, column }: Column): string => `‹${table}.${column}›`

/** A text for a column: its own name, then a quarter of the payloads, beginning with another one for each column. */
function textOf(column: Column, round: number): string {
  const at = columns.findIndex((each) => nameOf(each) === nameOf(column))
  const quarter = PAYLOADS.slice(round * EACH, (round + 1) * EACH)
  const turned = [...quarter.slice(at % EACH), ...quarter.slice(0, at % EACH)]
  const isText = /body|translation|brief|questions|purpose|remark|details|reason|text|intro|note|word/.test(column.column)
  return `${nameOf(column)} ${turned.map((payload) => (isText ? payload : payload.replaceAll(/\s+/g, ' '))).join(isText ? '\n' : ' ')}`
}

async function look(path: string, what: string, options: Parameters<Site['ask']>[1] = { cookie }): Promise<{ status: number; html: string }> {
  const answer = await site.ask(path, options)
  const html = await answer.text()
  if (answer.status >= 500) found.push(`${answer.status} ${path} ${what}`)
  if (answer.headers.get('x-content-type-options') !== 'nosniff') found.push(`${path} may be sniffed`)
  if (!(answer.headers.get('content-type') ?? '').includes('html')) return { status: answer.status, html: '' }
  for (const active of activeIn(html)) found.push(`${path} ${what}: ${active}`)
  if (html.includes('hit(')) looked++
  return { status: answer.status, html }
}

async function guestPath(): Promise<string> {
  const held = await site.database.read.selectFrom('invitation').select(['id', 'generation']).where('state', '=', 'invited').orderBy('id').executeTakeFirstOrThrow()
  return `/invitation/${invitationToken(SECRET, held.id, held.generation)}`
}

/** Every page that can be asked for, one address each, and some more of those that show most. */
function pages(): string[] {
  const more = ['search?q=hit', 'search?q=script&in=excerpts', 'evidence/sample-x13', 'evidence/sample-x16/translation', 'history?noun=excerpt', 'invitations/dispatches/a-sending', 'readiness/dimension-4', 'findings/sample-f1', 'engagements/a10', 'engagements/a10/files', 'people/p06', 'notes/sample-note-ministry']
  return [...addresses.filter((each) => each.reads).map(({ path }) => path), ...more.map((rest) => `${MISSION}/${rest}`), `${MISSION}/documents/technical-note`, `${MISSION}/documents/technical-note/front`, `${MISSION}/questionnaires/survey/requests/asked`, `${MISSION}/questionnaires/survey/wording?language=tg`, office, `${office}/parts/1`, `${office}/check`, stranger, guest, `${guest}/name`, `${guest}/time`, `${guest}/feed`, '/nowhere']
}

it('holds 200 of them, and knows one that acts when it sees it', () => {
  expect([PAYLOADS.length, new Set(PAYLOADS).size]).toEqual([200, 200])
  const places = ['<p>', '<input value="', "<input value='", '<textarea>', '<title>', '<!--', '<style>']
  const acts = PAYLOADS.filter((payload) => places.some((place) => activeIn(`<!doctype html><body>${place}${payload}`).length > 0))
  expect(acts.length).toBeGreaterThan(160)
  expect(activeIn(`<!doctype html><body><p>${PAYLOADS.map((payload) => payload.replaceAll('&', '&amp;').replaceAll('<', '&lt;')).join(' ')}</p>`)).toEqual([])
})

it.each(Array.from({ length: ROUNDS }, (_, round) => [round]))('shows each as text on every page, for the team and for guests, quarter %i', async (round) => {
  await plant(site.database, columns, (column) => textOf(column, round))
  await site.database.write((tx) => tx.updateTable('act').set({ facts: JSON.stringify(Object.fromEntries(['from', 'to', 'reason', 'name', 'finding', 'what', 'how', 'released'].map((key, n) => [key, PAYLOADS[round * EACH + n]]))) }).where('undoes_id', 'is', null).execute())
  for (const path of pages()) {
    const text = textIn((await look(path, `quarter ${round}`)).html)
    for (const column of columns) if (text.includes(nameOf(column))) shown.add(nameOf(column))
  }
  expect(found).toEqual([])
}, 120_000)

it('has shown nearly every column, on hundreds of pages', () => {
  const never = columns.map(nameOf).filter((name) => !shown.has(name))
  expect(never.filter((name) => name.startsWith('‹attachment.'))).toEqual([])
  expect(never.length, never.join(' ')).toBeLessThan(columns.length / 5)
  expect(looked).toBeGreaterThan(350)
})

it('lets none act in an odd query or an address that is nobody’s', async () => {
  for (const [n, { path }] of addresses.filter((each) => each.reads && each.isPage).entries()) {
    const query = new URLSearchParams(['q', 'text', 'words', 'from', 'to', 'status', 'kind', 'stop', 'why', 'did', 'code', 'noun', 'by', 'links', 'dimension', 'finding', 'engagement'].map((name, at) => [name, PAYLOADS[(n * 17 + at) % PAYLOADS.length] ?? '']))
    await look(`${path}?${query.toString()}`, 'query')
  }
  for (const payload of PAYLOADS) await look(`${MISSION}/notes/${encodeURIComponent(payload)}`, 'address')
  expect(found).toEqual([])
}, 120_000)

it('lets none act in a mail, in its preview, or in the built-in mailbox', async () => {
  const mission = await findMissionBySlug(site.database.read, 'smart-city-regional-roadshow')
  const nowMs = Date.now() - 61_000
  const bare = await loadMissionScope(site.database, 'smart-city-regional-roadshow', nowMs)
  const scope = { ...bare, missionNowMs: missionNow(mission?.clock ?? bare.mission.clock, nowMs) }
  const { planned } = await planInvitations(site.database.read, scope, ORGANISER)
  for (const { attendance } of planned.slice(0, 3)) await look(`${MISSION}/invitations/preview/${attendance.engagement.id}/${attendance.person.id}`, 'preview')
  const sent = await sendInvitations(scope, { pick: planned.map(({ pick }) => pick), note: PAYLOADS.slice(0, 20).join(' ') }, ORGANISER)
  expect([sent.done, planned.length > 0]).toEqual([true, true])
  await site.ask(`${MISSION}/invitations/dispatches/${sent.done ? sent.dispatchId : ''}/now`, { cookie, form: {} })
  const written = () => site.database.read.selectFrom('outbox').select(['id', 'mime']).where('mime', 'is not', null).execute()
  await until('the first mails', async () => (await written()).length >= Math.min(3, planned.length))
  const mails = await written()
  for (const { id, mime } of mails) {
    const { html } = await simpleParser(Buffer.from(mime ?? []))
    for (const active of activeIn(html || '')) found.push(`mail: ${active}`)
    if (!textIn(html || '').includes('hit(')) found.push('a mail without any of them')
    await look(`/mailbox/${id}`, 'mailbox')
    await look(`${MISSION}/mail/${id}`, 'queue')
  }
  expect([found, mails.length > 0]).toEqual([[], true])
}, 60_000)

it('lets none act in a real browser, where most of them meet', async () => {
  const browser = await launchBrowser()
  const context = await browser.newContext()
  await context.addCookies([{ name: 'caravan', value: cookie.slice('caravan='.length), url: site.origin }])
  const page = await context.newPage()
  const acts: string[] = []
  await page.exposeFunction('hit', (n: number) => void acts.push(`hit ${n}`))
  page.on('dialog', (dialog) => void dialog.dismiss())
  page.on('console', (message) => void (/hit|inline|Content Security Policy/i.test(message.text()) && acts.push(`${page.url()}: ${message.text()}`)))
  page.on('request', (request) => void (request.url().includes('hit.example') && acts.push(request.url())))
  const seen = ['', '/grid', '/agendas', '/engagements/a10', '/engagements/a10/agenda', '/engagements/a10/note', '/notes/sample-note-ministry', '/evidence', '/evidence/sample-x13', '/findings/sample-f1', '/readiness', '/readiness/dimension-4', '/report', '/people/p06', '/history', '/search?q=hit', '/issues', '/invitations'].map((rest) => MISSION + rest)
  for (const path of [...seen, guest]) {
    await page.goto(site.origin + path)
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
  }
  await browser.close()
  expect(acts).toEqual([])
}, 120_000)

it('gives each back as text where a form is refused, was overtaken, or is stored', async () => {
  const seen = new Set<string>()
  const answers = new Map<number, number>()
  let turn = 0
  const send = async (action: string, fields: Record<string, string | string[]>, what: string): Promise<void> => {
    const { status } = await look(action, what, { cookie, form: fields })
    answers.set(status, (answers.get(status) ?? 0) + 1)
  }
  for (const path of pages()) {
    const page = await site.ask(path, { cookie })
    for (const { action, fields, choices } of formsOf(await page.text(), path)) {
      const kind = `${action.replaceAll(/[0-9a-z]{20,}/g, ':id')} ${Object.keys(fields).join(' ')}`
      if (seen.has(kind) || ENDS.test(action) || TAKES_AWAY.test(action)) continue
      seen.add(kind)
      const words = Object.keys(fields).filter((name) => !choices[name] && !/^(?:revision|number|base|id|link|save|engagement)$/.test(name))
      const filled = Object.fromEntries(words.map((name) => [name, PAYLOADS[turn++ % PAYLOADS.length] ?? '']))
      await send(action, { ...fields, ...filled }, 'filled')
      await send(action, { ...fields, ...filled, ...Object.fromEntries(Object.entries(choices).map(([name]) => [name, PAYLOADS[turn++ % PAYLOADS.length] ?? ''])) }, 'no choice')
      await send(action, { ...fields, ...filled, revision: '1', number: '1' }, 'overtaken')
    }
  }
  expect(found).toEqual([])
  expect([answers.get(303), answers.get(422), answers.get(409)].map((count) => (count ?? 0) > 10)).toEqual([true, true, true])
}, 120_000)

it('shows both texts of a note as text when somebody was faster, and the texts that were kept', async () => {
  const note = `${MISSION}/notes/sample-note-residents`
  for (let at = 0; at < PAYLOADS.length; at += 50) {
    const { number } = await site.database.read.selectFrom('note').select('number').where('id', '=', 'sample-note-residents').executeTakeFirstOrThrow()
    await look(`${note}/edit`, 'theirs', { cookie, form: { body: `${at} ${PAYLOADS.slice(at, at + 50).join('\n')}`, language: 'en', number: String(number) } })
    const { status, html } = await look(`${note}/edit`, 'mine', { cookie, form: { body: `mine ${PAYLOADS.slice(at, at + 50).toReversed().join('\n')}`, language: 'en', number: '1' } })
    expect([status, textIn(html).split('hit(').length > 70]).toEqual([409, true])
  }
  for (const rest of ['', '/revisions', '/compare', '/edit']) await look(note + rest, 'kept')
  expect(found).toEqual([])
}, 60_000)
