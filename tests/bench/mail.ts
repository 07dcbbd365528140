/** Invitations composed and sent per second, beside bare nodemailer with a calendar part, on one mail server in one run. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { ROOT } from '#cli/ensure.mjs'
import { openDatabase } from '#db/database.server.ts'
import { queueInvitations } from '#db/outbox.server.ts'
import { compose, writeMail } from '#emails/compose.server.ts'
import { startDrain } from '#emails/outbox.server.ts'
import { median, spread } from '#tests/bench/figures.ts'
import { SENDER } from '#tests/support/draining.ts'
import { makeInvited } from '#tests/support/invited-mission.ts'
import { factsAt } from '#tests/support/calendar-facts.ts'
import { ensureBuilt } from '#tests/support/site.ts'

const ROUNDS = 5
const MESSAGES = 250
const LANES = 5
const QUEUED = Number(process.env['BENCH_MESSAGES'] ?? 5_000)
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Prints messages per second of both sides and the ratio, median and range of interleaved rounds. */
export async function benchMail(): Promise<void> {
  const { url, stop } = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'caravan-bench-'))
  try {
    console.log(`mail: ${MESSAGES} invitations a round, ${ROUNDS} rounds interleaved; messages per second, ours / bare nodemailer with a calendar part that is made once`)
    await compareComposing()
    await compareSending(url, folder)
    await measureLong()
    await measureQueueing(url)
  } finally {
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function noticeOf(n: number): InvitationNotice {
  return {
    kind: 'invite', uid: `${String(n).padStart(32, '0')}@example.org`, sequence: 0, stampMs: Date.now(), invitationId: `i${n}`, generation: 1, to: { name: `Guest ${n}, sample`, address: `guest${n}@example.org` },
    replyTo: { name: 'Coordinator, sample', address: 'planner@example.org' }, missionTitle: 'Roadshow, sample', facts: factsAt('2020-01-29', 600, 690), before: null, askedBefore: 0, answer: 'none', asksAgain: true,
  }
}

/** What the other side sends: words and calendar are made once, so it pays for nothing but nodemailer. */
function bareMail(n: number) {
  bare ??= writeMail(noticeOf(0), SENDER)
  return { from: SENDER.mailFrom, to: `guest${n}@example.org`, subject: bare.subject, text: bare.text, html: bare.html, icalEvent: { method: 'REQUEST', content: bare.calendar?.content ?? '', filename: 'invite.ics' } }
}
let bare: ReturnType<typeof writeMail> | undefined

async function compareComposing(): Promise<void> {
  await report('composed', async () => {
    for (let n = 0; n < MESSAGES; n++) await compose(noticeOf(n), `<${n}@example.org>`, SENDER)
  }, async () => {
    for (let n = 0; n < MESSAGES; n++) await new MailComposer(bareMail(n)).compile().build()
  })
}

async function compareSending(url: string, folder: string): Promise<void> {
  const told = await makeInvited(openDatabase(`file:${join(folder, 'mail.db')}`))
  const pool = nodemailer.createTransport({ url, pool: true, maxConnections: LANES } as Parameters<typeof nodemailer.createTransport>[0])
  let next = 0
  await report('sent', async () => {
    const first = next
    next += MESSAGES
    await told.database.write(async (tx) => {
      await tx.insertInto('dispatch').values({ id: `d${first}`, mission_id: 'told', account_name: 'bench', at_ms: 1, hold_until_ms: 1, message_count: MESSAGES, undone_ms: null }).execute()
      for (let n = first; n < next; n++) {
        await tx.insertInto('person').values({ id: `p${n}`, name: `Guest ${n}`, name_key: 'guest', sort_key: 'guest', email: '' }).execute()
        await tx.insertInto('invitation').values({ id: `i${n}`, mission_id: 'told', engagement_id: 'told-workshop', person_id: `p${n}`, uid: noticeOf(n).uid }).execute()
      }
    })
    return async () => {
      const drain = startDrain({ database: told.database, config: { ...SENDER, smtpUrl: url }, log: quiet, now: Date.now })
      await told.database.write((tx) => queueInvitations(tx, Array.from({ length: MESSAGES }, (_, at) => {
        const notice = noticeOf(first + at)
        return { notice, missionId: 'told', dispatchId: `d${first}`, engagementId: 'told-workshop', personId: `p${first + at}`, leaveMs: notice.stampMs, expiresMs: notice.stampMs + 86_400_000 }
      })))
      drain.wake()
      const left = () => told.database.read.selectFrom('outbox').select((one) => one.fn.countAll<number>().as('n')).where('state', '<>', 'accepted').executeTakeFirstOrThrow()
      while (Number((await left()).n) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
      void drain.stop()
    }
  }, async () => {
    await Promise.all(Array.from({ length: MESSAGES }, (_, n) => pool.sendMail(bareMail(n))))
  })
  pool.close()
  await told.database.close()
}

const LONG_BYTES = 200_000
const MOST_ODD = ['word ', 'слово ', 'a\n', '\\;,', '😀']

/** How long a description of 200 kB keeps everybody else waiting while its message is composed. */
async function measureLong(): Promise<void> {
  let worst = 0
  for (const words of MOST_ODD) {
    const notice = noticeOf(0)
    const about = words.repeat(Math.ceil(LONG_BYTES / Buffer.byteLength(words)))
    const began = performance.now()
    await compose({ ...notice, facts: { ...notice.facts, about } }, '<long@example.org>', SENDER)
    worst = Math.max(worst, performance.now() - began)
  }
  console.log(`  a description of ${LONG_BYTES / 1_000} kB blocks for at most ${worst.toFixed(0)} ms`)
}

/** In a process of its own, because the whole server runs in it. */
async function measureQueueing(url: string): Promise<void> {
  ensureBuilt()
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/queueing.ts', url.split('?')[0] ?? '', String(QUEUED)], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('The measurement of queueing failed')
}

/** A round may prepare first and give back what is to be measured. */
type Round = () => Promise<(() => Promise<void>) | void>

async function report(what: string, ours: Round, theirs: Round): Promise<void> {
  const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  for (let round = -1; round < ROUNDS; round++) {
    for (const side of round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)) {
      const rate = await rateOf(side === 'ours' ? ours : theirs)
      if (round >= 0) rates[side].push(rate)
    }
  }
  const ratios = rates.ours.map((rate, at) => rate / (rates.theirs[at] ?? rate))
  console.log(`  ${what.padEnd(9)} ours ${median(rates.ours).toFixed(0)}/s  bare ${median(rates.theirs).toFixed(0)}/s  ratio ${spread(ratios)}`)
}

async function rateOf(round: Round): Promise<number> {
  let from = performance.now()
  const measured = await round()
  if (measured) {
    from = performance.now()
    await measured()
  }
  return (MESSAGES * 1_000) / (performance.now() - from)
}

async function startServer(): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/relay.ts'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', () => reject(new Error('The mail server of the measurement ended at once')))
  })
  return { url, stop: () => void child.kill() }
}
