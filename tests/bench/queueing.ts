/**
 * The built server in this process, so that its event loop can be listened to: thousands of invitations are queued in one
 * transaction while people load pages, then composed and sent; then bare nodemailer sends as many in the same place.
 * Arguments: the mail server, and how many.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import nodemailer from 'nodemailer'
import { ROOT } from '#cli/ensure.mjs'
import { HOLD_MS, sendInvitations } from '#app/operations/invitations.server.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { writeMail } from '#emails/compose.server.ts'
import { makeMission } from '#tests/bench/mission.ts'
import { until } from '#tests/bench/processes.ts'
import { SENDER } from '#tests/support/draining.ts'
import { NOW, ORGANISER, makeInvited } from '#tests/support/invited-mission.ts'
import { noticeTo } from '#tests/support/queued-mail.ts'
import { freePort, openSession } from '#tests/support/site.ts'

const [, , smtpUrl = '', wanted = '5000'] = process.argv
const MESSAGES = Number(wanted)
/** Ten guests a domain: as much as leaves at once by the pace that is the default. */
const DOMAINS = MESSAGES / 10
const LANES = 5
const QUIET_MS = 4_000

const folder = mkdtempSync(join(tmpdir(), 'caravan-queueing-'))
const port = await freePort()
const origin = `http://127.0.0.1:${port}`
Object.assign(process.env, { NODE_ENV: 'production', LOG_LEVEL: 'error', PORT: String(port), DATA_DIR: folder, SMTP_URL: smtpUrl, MAIL_FROM: 'Caravan <invites@example.org>' })
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const { log } = console
console.log = () => undefined
await import(pathToFileURL(join(ROOT, 'build/server.js')).href)
await until(`${origin}/healthz`)
console.log = log

const database = openDatabase(`file:${join(folder, 'caravan.db')}`)
const told = await makeInvited(database)
await makeMission(database)
await addGuests(database)
const cookie = await openSession(database, 'planner@example.org')
const visitors = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/visitors.ts', cookie, `${origin}/missions/bench/grid`, `${origin}/missions/bench/engagements/bench-0/agenda`, `${origin}/missions/bench`], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] })
const reports = linesOf(visitors)

await pause(QUIET_MS)
await report()
console.log(`mail: ${MESSAGES} invitations, ${DOMAINS} domains, in the server's own process while people load pages; milliseconds`)
await listened('nothing but pages', () => pause(QUIET_MS))
const whole = monitorEventLoopDelay({ resolution: 1 })
whole.enable()
await listened('queued in one transaction', queue)
const ours = await listened('composed and sent', drain)
whole.disable()
console.log(`  from the first row to the last reply: event loop p99 ${ms(whole.percentile(99))} max ${ms(whole.max)}`)
const theirs = await listened('sent by bare nodemailer', sendBare)
console.log(`  ours ${rateOf(ours)}/s, bare nodemailer with words and calendar made once ${rateOf(theirs)}/s, ratio ${(theirs / ours).toFixed(3)}`)
visitors.stdin?.end('end\n')
await database.close()
process.kill(process.pid, 'SIGTERM')

/** Does the work and prints what the event loop and the visitors noticed of it. Returns how long it took. */
async function listened(what: string, work: () => Promise<void>): Promise<number> {
  await report()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  await work()
  const took = performance.now() - began
  await pause(10)
  delay.disable()
  const { pages, wrong, p50, p99, max } = await report()
  console.log(`  ${what.padEnd(26)} ${took.toFixed(0).padStart(6)}  event loop p50 ${ms(delay.percentile(50))} p99 ${ms(delay.percentile(99))} max ${ms(delay.max)}; ${pages} pages p50 ${p50.toFixed(0)} p99 ${p99.toFixed(0)} max ${max.toFixed(0)}${wrong ? `, ${wrong} WRONG: does not count` : ''}`)
  return took
}

async function queue(): Promise<void> {
  const scope = { ...told.scope, nowMs: Date.now() - HOLD_MS - 1, missionNowMs: NOW }
  const { planned } = await planInvitations(database.read, scope, ORGANISER)
  const sent = await sendInvitations(scope, { pick: planned.map(({ pick }) => pick), note: '' }, ORGANISER)
  if (!sent.done || sent.mails < MESSAGES) throw new Error('Not everything was queued')
}

/** Resuming the mail of a mission wakes the server's drain. */
async function drain(): Promise<void> {
  await fetch(`${origin}/missions/told/mail/resume`, { method: 'POST', redirect: 'manual', headers: { origin, 'sec-fetch-site': 'same-origin', cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: '' })
  for (let left = 1; left > 0; await pause(50)) {
    left = Number((await database.read.selectFrom('outbox').select((one) => one.fn.countAll<number>().as('n')).where('state', 'in', ['queued', 'sending', 'retry']).executeTakeFirstOrThrow()).n)
  }
  const states = await database.read.selectFrom('outbox').select('state').distinct().execute()
  if (states.some(({ state }) => state !== 'accepted')) throw new Error('Not everything was sent')
}

/** What the other side sends: words and calendar are made once, so it pays for nothing but nodemailer. */
async function sendBare(): Promise<void> {
  const { subject, text, html, calendar } = writeMail(noticeTo({ n: 0 }, Date.now()), SENDER)
  const pool = nodemailer.createTransport({ url: smtpUrl, pool: true, maxConnections: LANES } as Parameters<typeof nodemailer.createTransport>[0])
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < MESSAGES; n = next++) await pool.sendMail({ from: SENDER.mailFrom, to: `guest${n}@example.org`, subject, text, html, icalEvent: { method: 'REQUEST', content: calendar?.content ?? '', filename: 'invite.ics' } })
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  pool.close()
}

async function addGuests(to: Database): Promise<void> {
  const numbers = Array.from({ length: MESSAGES }, (_, n) => n)
  await to.write(async (tx) => {
    for (let at = 0; at < MESSAGES; at += 500) {
      const some = numbers.slice(at, at + 500)
      await tx.insertInto('person').values(some.map((n) => ({ id: `q${n}`, name: `Guest ${n}, sample`, name_key: `guest ${n}`, sort_key: `guest ${n}`, email: `guest${n}@d${n % DOMAINS}.example` }))).execute()
      await tx.insertInto('participation').values(some.map((n) => ({ id: `q${n}`, mission_id: 'told', engagement_id: 'told-workshop', person_id: `q${n}`, role: 'participant', precedence: 10 + n }))).execute()
    }
  })
}

type Report = { pages: number; wrong: number; p50: number; p99: number; max: number }

/** What the visitors saw since they were asked last. */
async function report(): Promise<Report> {
  visitors.stdin?.write('so far\n')
  return JSON.parse((await reports.next()).value ?? '{}') as Report
}

function linesOf(child: ChildProcess): AsyncIterator<string> {
  if (!child.stdout) throw new Error('The visitors say nothing')
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]()
}

function ms(nanoseconds: number): string {
  return (nanoseconds / 1e6).toFixed(0)
}

function rateOf(took: number): string {
  return ((MESSAGES * 1_000) / took).toFixed(0)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
