import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { noteContact } from '#db/received.server.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'
import { command, makeInstallation } from '#tests/support/command.ts'
import { makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { takeIn, words } from '#tests/support/replies.ts'

const place = makeInstallation()
let told: Invited
beforeAll(async () => {
  told = await makeInvited(openDatabase(place.url))
  await sendAll(told)
  await told.database.write(async (tx) => {
    await tx.insertInto('engagement').values({ id: 'told-dinner', mission_id: 'told', stop_id: 'told-stop', kind: 'meal', title: 'Dinner; with, signs', title_key: 'dinner', status: 'held', zone: 'Asia/Almaty', ...timed('2020-01-29', 1110, 1200) }).execute()
    await tx.insertInto('engagement').values({ id: 'told-idea', mission_id: 'told', stop_id: 'told-stop', kind: 'meeting', title: 'Idea', title_key: 'idea', status: 'idea', zone: 'Asia/Almaty', day: '2020-01-29' }).execute()
  })
})
afterAll(async () => {
  await told.database.close()
  place.clear()
})

const eventsIn = (text: string): string[] => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => `${String(event.getFirstPropertyValue('summary'))} ${String(event.getFirstPropertyValue('dtstart'))}`)

it('ics: an engagement, without anybody’s address, the same bytes each time', async () => {
  const first = await command('ics', '--engagement', 'told-workshop')
  expect([first.exit, first.err]).toEqual([0, ''])
  const [read, ...others] = readThrice(first.out)
  expect(others).toEqual([read, read])
  expect(read).toMatchObject({ method: 'PUBLISH', uid: 'told-workshop.told@example.org', title: 'City Workshop', start: '20200129T040000Z', end: '20200129T053000Z', attendees: [] })
  expect([first.out.includes('ann@'), (await command('ics', '--engagement', 'told-workshop')).out]).toEqual([false, first.out])
})

it('ics: a mission as one file of several events, what was held among them', async () => {
  const { exit, out } = await command('ics', '--mission', 'told')
  expect([exit, eventsIn(out)]).toEqual([0, ['City Workshop 2020-01-29T04:00:00Z', 'Dinner; with, signs 2020-01-29T12:30:00Z']])
  expect(readThrice(out).map(({ title }) => title)).toEqual(['City Workshop', 'City Workshop', 'City Workshop'])
})

it('ics: a person, under the UID of their invitation, with their own slots', async () => {
  const { uid } = await told.database.read.selectFrom('invitation').select('uid').where('person_id', '=', 'ann').executeTakeFirstOrThrow()
  const { exit, out } = await command('ics', '--person', 'ANN@example.org')
  const [read] = readThrice(out)
  expect([exit, read.uid, read.description]).toEqual([0, uid, 'Wed 29 Jan 2020, 10:00–11:30 Nur-Sultan, UTC+6 = 04:00–05:30 UTC\nYou are invited as speaker.\nYour slot: 10:20–10:40 Roads'])
})

it('ics: 3 and one sentence where there is nothing, 2 where it is not said of what', async () => {
  for (const words of [['--engagement', 'nope'], ['--engagement', 'told-idea'], ['--person', 'nobody@example.org'], ['--mission', 'nope']]) {
    const said = await command('ics', ...words)
    expect([words.join(' '), said.exit, said.out, said.err.trim().split('\n').length]).toEqual([words.join(' '), 3, '', 1])
  }
  expect([(await command('ics')).exit, (await command('ics', '--mission', 'told', '--person', 'x')).exit, (await command('ics', '--bogus')).exit]).toEqual([2, 2, 2])
})

it('outbox: lists, pauses, resumes and tries again', async () => {
  expect((await command('outbox', 'list')).out.split('\n').filter(Boolean).map((line) => line.split('\t').slice(1, 5).join(' ')).toSorted()).toEqual(['queued invite ann@example.org 0', 'queued invite bob@example.org 0'])
  expect((await command('outbox', 'pause')).exit).toBe(0)
  const listed = JSON.parse((await command('outbox', 'list', '--json')).out) as { paused: { byName: string }; counts: Record<string, number>; mails: { id: string }[] }
  expect([listed.paused.byName, listed.counts, listed.mails.length]).toEqual(['Command line', { queued: 2 }, 2])
  expect((await command('outbox', 'list')).err).toBe('All mail is paused by Command line.\n')
  expect((await command('outbox', 'resume', '--json')).out).toBe('{"paused":false}\n')
  await told.database.write((tx) => tx.updateTable('outbox').set({ state: 'failed', attempts: 3 }).execute())
  const id = listed.mails[0]?.id ?? ''
  expect((await command('outbox', 'retry', id)).out).toBe('1 message is tried again.\n')
  expect((await command('outbox', 'retry', id)).exit).toBe(1)
  expect((await command('outbox', 'retry', '--json')).out).toBe('{"tried":1}\n')
  expect([(await command('outbox', 'retry', 'nope')).exit, (await command('outbox', 'bogus')).exit, (await command('outbox')).exit]).toEqual([3, 2, 2])
})

it('outbox: pauses a mission or a domain alone, and tells what happened to a message', async () => {
  expect([(await command('outbox', 'pause', '--mission', 'told')).out, (await command('outbox', 'pause', '--domain', 'Example.org', '--json')).out]).toEqual(['The mail of told is paused.\n', '{"paused":true,"domain":"example.org"}\n'])
  expect((await command('outbox', 'list')).err).toBe('Mail to example.org is paused by Command line.\n')
  expect([(await command('outbox', 'resume', '--mission', 'told')).out, (await command('outbox', 'resume', '--domain', 'example.org')).out]).toEqual(['The mail of told goes on.\n', 'Mail to example.org goes on.\n'])
  expect([(await command('outbox', 'pause', '--mission', 'nope')).exit, (await command('outbox', 'pause', '--domain', 'no domain')).exit, (await command('outbox', 'pause', '--mission', 'told', '--domain', 'x')).exit, (await command('outbox', 'list', '--mission', 'told')).exit]).toEqual([3, 2, 2, 2])
  const { id } = await told.database.read.selectFrom('outbox').select('id').where('to_address', '=', 'ann@example.org').executeTakeFirstOrThrow()
  await told.database.write((tx) => tx.insertInto('outbox_try').values({ id: 'try-1', outbox_id: id, at_ms: Date.UTC(2027, 0, 1), attempt: 1, kind: 'later', code: 451, text: '451 not\nnow' }).execute())
  expect((await command('outbox', 'list', id)).out.split('\n').slice(1, 3).map((line) => line.replace(/^20\d\d\S+/, 'then'))).toEqual(['then\tsend\t\t\tCoordinator, sample', 'then\tlater\t1\t451\t451 not now'])
  expect((JSON.parse((await command('outbox', 'list', id, '--json')).out) as { events: { kind: string }[] }).events.map(({ kind }) => kind)).toEqual(['send', 'later'])
  expect((await command('outbox', 'list', 'nope')).exit).toBe(3)
})

it('inbox: what came in, whether the mailbox is read, and up to where', async () => {
  const counts = { open: 0, task: 0, applied: 0, settled: 0, kept: 0, dismissed: 0 }
  expect(await command('inbox')).toEqual({ exit: 0, out: 'open\t0\ntask\t0\napplied\t0\nsettled\t0\nkept\t0\ndismissed\t0\n', err: 'No mailbox is read: IMAP_URL is not set.\n' })
  await takeIn(told.database, words('Yes.'), Date.now(), 4)
  await told.database.write((tx) => noteContact(tx, { up: false, sinceMs: 1, text: 'Signing in failed.' }))
  expect(JSON.parse((await command('inbox', '--json')).out)).toEqual({ set: false, contact: { up: false, sinceMs: 1, text: 'Signing in failed.' }, cursor: { validity: '1', uid: 4 }, counts: { ...counts, open: 1 } })
})
