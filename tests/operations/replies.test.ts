import { beforeEach, expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { answerByGuest } from '#app/operations/answers.server.ts'
import { GuestAnswerInput } from '#app/operations/guest.input.ts'
import type { Database } from '#db/database.server.ts'
import { listUndeliverable } from '#db/received.server.ts'
import { change, deliver, desk, makeInvited, NOW, queue, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { alternative, cameIn, itip, PROVEN, report, rootPart, takeIn, words } from '#tests/support/replies.ts'
import type { Answering } from '#tests/support/replies.ts'

const HOUR = 3_600_000

eachDatabase('answers by mail', (fresh) => {
  let told: Invited
  let database: Database
  let uid: string
  /** Messages come in a millisecond apart. */
  let tick = 0
  beforeEach(async () => {
    tick = 0
    database = await fresh.open()
    told = await makeInvited(database)
    await sendAll(told)
    await deliver(told)
    uid = (await held()).uid
  })

  const held = (person = 'ann') => database.read.selectFrom('invitation').selectAll().where('person_id', '=', person).where('state', '<>', 'replaced').executeTakeFirstOrThrow()
  const say = (answering: Partial<Answering> = {}, shape: Parameters<typeof alternative>[1] = { headers: [PROVEN] }, nowMs = NOW + 2 * HOUR) => takeIn(database, alternative(itip({ uid, ...answering }), { method: answering.method ?? 'REPLY', ...shape }), nowMs + tick++)
  const come = (raw: string, nowMs = NOW) => takeIn(database, raw, nowMs + tick++)
  const invitations = async (): Promise<string> => JSON.stringify(await database.read.selectFrom('invitation').selectAll().orderBy('id').execute())
  const history = async (): Promise<string[]> => (await database.read.selectFrom('act').selectAll().where('verb', 'in', ['reply', 'propose']).orderBy('at_ms').orderBy('id').execute()).map((act) => `${act.actor_name} ${describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })}`)
  const tasks = async (): Promise<string[]> => (await database.read.selectFrom('task').selectAll().orderBy('position').execute()).map((task) => `${task.kind} ${task.status} ${task.engagement_id}: ${task.title}`)

  it('are one state and one history with those on the page', async () => {
    expect(await say({ comment: 'With my team' })).toBe('answer')
    expect(await held()).toMatchObject({ answer: 'accepted', answer_word: 'With my team', answer_by: 'Speaker A, sample', answer_channel: 'mail', answer_sequence: 0, answer_ms: NOW + 2 * HOUR, answer_stamp_ms: Date.UTC(2020, 0, 27, 4), answer_unverified: 0 })
    await answerByGuest(database, (await held()).id, GuestAnswerInput.parse({ answer: 'declined', sequence: '0' }), NOW + 3 * HOUR)
    expect(await held()).toMatchObject({ answer: 'declined', answer_channel: 'page', answer_stamp_ms: null })
    expect(await say({ partstat: 'TENTATIVE', stamp: '20200127T070000Z' }, undefined, NOW + 5 * HOUR)).toBe('answer')
    expect(await held()).toMatchObject({ answer: 'tentative', answer_channel: 'mail' })
    expect(await history()).toEqual([
      'Speaker A, sample answered the invitation to “City Workshop” by mail to accepted', 'Speaker A, sample answered the invitation to “City Workshop” to declined', 'Speaker A, sample answered the invitation to “City Workshop” by mail to perhaps',
    ])
    expect(await desk(told)).toEqual([])
  })

  it('are marked where nobody could prove who wrote them', async () => {
    await say({}, {})
    expect(await held()).toMatchObject({ answer: 'accepted', answer_unverified: 1 })
  })

  it('come in once, however often they are delivered or read', async () => {
    const raw = alternative(itip({ uid }), { messageId: '<same@client.example>', headers: [PROVEN] })
    expect([await takeIn(database, raw, NOW, 7), await takeIn(database, `Received: again\r\n${raw}`, NOW, 8), await takeIn(database, raw, NOW, 9)]).toEqual(['answer', 'known', 'known'])
    expect(await cameIn(database)).toEqual(['answer applied'])
    expect((await database.read.selectFrom('setting').select('value').where('key', '=', 'inbox.cursor').executeTakeFirstOrThrow()).value).toBe('{"validity":"1","uid":9}')
    expect(await history()).toHaveLength(1)
  })

  it('come in once, however many instances read the mailbox', async () => {
    const raw = alternative(itip({ uid, method: 'COUNTER' }), { method: 'COUNTER', messageId: '<same@client.example>' })
    const came = await Promise.allSettled([1, 2, 3].map((n) => takeIn(database, raw, NOW + n)))
    expect(came.filter((one) => one.status === 'fulfilled' && one.value === 'counter')).toHaveLength(1)
    expect([await takeIn(database, raw, NOW), await cameIn(database), (await tasks()).length, (await history()).length]).toEqual(['known', ['counter task'], 1, 1])
  })

  it('change nothing when they are old, repeated, unknown, uninvited, forged or forwarded; all of them can be seen', async () => {
    await say({ stamp: '20200127T050000Z', partstat: 'DECLINED' })
    const before = await invitations()
    const stranger = { from: 'evil@example.org', headers: [PROVEN] }
    const came: string[] = []
    for (const [answering, shape] of [
      [{ stamp: '20200127T043000Z' }, undefined], [{ stamp: '20200127T050000Z', partstat: 'DECLINED' }, undefined], [{ uid: 'unknown@example.org' }, undefined], [{ attendee: 'evil@example.org' }, stranger],
      [{ stamp: '20200127T060000Z' }, stranger], [{ method: 'REQUEST' }, undefined], [{ organiser: 'evil@example.org', stamp: '20200127T060000Z' }, undefined], [{ sequence: 7, stamp: '20200127T060000Z' }, undefined],
      [{ stamp: '20200127T060000Z' }, { headers: ['Authentication-Results: mx.example.org; dmarc=fail'] }], [{ method: 'CANCEL', stamp: '20200127T060000Z' }, undefined],
    ] as const) came.push(await say(answering, shape as Parameters<typeof alternative>[1]))
    expect(came).toEqual(['idle', 'idle', ...Array<string>(8).fill('review')])
    expect(await cameIn(database)).toEqual([
      'answer applied', 'words kept older', 'words kept repeated', 'words open unknown', 'words open uninvited', 'words open other-sender', 'words open forwarded', 'words open foreign-organiser', 'words open ahead', 'words open not-authentic', 'words open not-an-answer',
    ])
    expect([await invitations(), await tasks(), (await history()).length]).toEqual([before, [], 1])
  })

  it('to an earlier time are kept beside the question, which stands', async () => {
    await change(told, timed('2020-01-29', 690, 780))
    await sendAll(told)
    await deliver(told)
    expect(await say({ comment: 'Fine' })).toBe('answer')
    expect(await held()).toMatchObject({ answer: 'none', earlier_answer: 'accepted', answer_sequence: 0, asked_sequence: 1, answer_word: 'Fine' })
    expect(await cameIn(database)).toEqual(['answer applied earlier'])
    expect(await history()).toEqual(['Speaker A, sample answered the invitation to “City Workshop” by mail to accepted, for a time that has changed since'])
    expect(await say({ sequence: 1, stamp: '20200127T050000Z', partstat: 'DECLINED' })).toBe('answer')
    expect(await held()).toMatchObject({ answer: 'declined', earlier_answer: 'none' })
    expect(await say({ stamp: '20200127T055900Z' })).toBe('idle')
    expect(await held()).toMatchObject({ answer: 'declined' })
  })

  it('that propose another time or send a deputy are tasks; a proposal changes no answer', async () => {
    expect(await say({ method: 'COUNTER', start: '20200129T053000Z', end: '20200129T070000Z', comment: 'After the flight' })).toBe('counter')
    expect((await held()).answer).toBe('none')
    expect(await say({ partstat: 'DELEGATED', stamp: '20200127T050000Z', attendeeExtra: ';DELEGATED-TO="mailto:dep@example.org"' })).toBe('deputy')
    expect(await held()).toMatchObject({ answer: 'deputy', deputy_name: 'dep@example.org' })
    expect(await tasks()).toEqual(['reply open told-workshop: Speaker A, sample proposes Wed 29 Jan 2020, 11:30–13:00 Nur-Sultan, UTC+6', 'reply open told-workshop: Speaker A, sample sends dep@example.org'])
    const rows = await database.read.selectFrom('received_mail').selectAll().orderBy('id').execute()
    expect(rows.map((row) => [row.kind, row.state, row.start_ms, row.word, row.deputy, row.task_id === null])).toEqual([['counter', 'task', Date.UTC(2020, 0, 29, 5, 30), 'After the flight', '', false], ['deputy', 'task', null, '', 'dep@example.org', false]])
    expect(await say({ method: 'COUNTER', start: '20200129T053000Z', end: '20200129T070000Z' })).toBe('idle')
    expect(await tasks()).toHaveLength(2)
  })

  it('in words, with a link to what they answer, wait for a person in the right mission; strangers’ mail is only noted', async () => {
    const sent = await database.read.selectFrom('outbox').select('message_id').where('person_id', '=', 'ann').executeTakeFirstOrThrow()
    await come(words('Yes.', { from: 'office@elsewhere.example', headers: [`In-Reply-To: ${sent.message_id}`] }))
    await come(words('Yes, with pleasure.', { from: 'bob@example.org' }))
    await come(words('Buy now.', { from: 'spam@elsewhere.example' }))
    await come(words('Away until Monday.', { from: 'bob@example.org', headers: ['Auto-Submitted: auto-replied'] }))
    const rows = await database.read.selectFrom('received_mail').leftJoin('invitation', 'invitation.id', 'received_mail.invitation_id').leftJoin('received_source', 'mail_id', 'received_mail.id').select(['received_mail.mission_id', 'received_mail.state', 'reason', 'body', 'person_id', 'mail_id']).orderBy('received_mail.id').execute()
    expect(rows.map((row) => [row.mission_id, row.state, row.reason, row.body, row.person_id, row.mail_id !== null])).toEqual([
      ['told', 'open', 'words', 'Yes.', 'ann', true], ['told', 'open', 'words', 'Yes, with pleasure.', 'bob', true], [null, 'kept', 'nobody', 'Buy now.', null, false], ['told', 'kept', 'automatic', 'Away until Monday.', 'bob', true],
    ])
  })

  it('that came back mark that message and that person, nobody else', async () => {
    const mail = await database.read.selectFrom('outbox').select('id').where('person_id', '=', 'ann').executeTakeFirstOrThrow()
    expect([await come(report(mail.id, { action: 'delayed', status: '4.4.7' })), await queue(told)]).toEqual(['idle', ['ann@example.org invite 0 accepted', 'bob@example.org invite 0 accepted']])
    expect(await come(report(mail.id, { to: 'invites@example.org', envelopeId: mail.id }))).toBe('bounce')
    expect(await queue(told)).toEqual(['ann@example.org invite 0 bounced', 'bob@example.org invite 0 accepted'])
    expect(await listUndeliverable(database.read, 'told')).toEqual([{ personId: 'ann', name: 'Speaker A, sample', address: 'ann@example.org', code: 550, text: 'Came back: 5.1.1 550 5.1.1 no such user here' }])
    expect(await come(report('0123456789abcdefghjkmnpqrs'))).toBe('idle')
    expect(await come(words(`Action: failed\nX: ${mail.id}`, { from: 'MAILER-DAEMON@x.example' }))).toBe('idle')
    expect(await cameIn(database)).toEqual(['bounce kept delayed', 'bounce applied bounced', 'bounce kept unknown-report', 'words kept nobody'])
    await database.write((tx) => tx.updateTable('person').set({ email: 'ann.new@example.org' }).where('id', '=', 'ann').execute())
    expect([await listUndeliverable(database.read, 'told'), await desk(told)]).toEqual([[], ['ann invite 0 mail']])
  })

  it('about what is cancelled, over or archived wait for a person', async () => {
        await change(told, { status: 'cancelled' })
    await sendAll(told, ['ann'])
    expect(await say({})).toBe('review')
    await database.write((tx) => tx.updateTable('mission').set({ archived_ms: 1 }).where('id', '=', 'told').execute())
    uid = (await held('bob')).uid
    expect(await come(rootPart(itip({ uid, attendee: 'bob@example.org' }), { from: 'bob@example.org' }))).toBe('review')
    await database.write((tx) => tx.updateTable('mission').set({ archived_ms: null }).where('id', '=', 'told').execute())
    await database.write((tx) => tx.updateTable('invitation').set({ state: 'invited' }).execute())
    expect(await say({}, undefined, Date.UTC(2020, 0, 29, 6))).toBe('review')
    expect((await cameIn(database)).toSorted()).toEqual(['words open archived', 'words open cancelled', 'words open over'])
  })

  it('with letters that no database keeps stop nobody’s reading', async () => {
    const nul = (answering: Partial<Answering>): string => rootPart(itip({ uid, ...answering }))
    const became: [what: string, raw: string, expected: string][] = [
      ['in the UID', nul({ uid: 'x\0y' }), 'review'], ['in the method', nul({ method: 'REPLY\0' }), 'answer'], ['in the deputy', nul({ partstat: 'DELEGATED', stamp: '20200127T050000Z', attendeeExtra: ';DELEGATED-TO="mailto:d\0@example.org"' }), 'deputy'],
      ['in the Message-ID', words('Yes', { messageId: '<a\0b@x>' }), 'review'], ['in its author', words('Yes', { from: '=?utf-8?Q?a=00nn?=@example.org' }), 'idle'], ['in what it answers', words('Yes', { headers: ['In-Reply-To: <a\0@b>'] }), 'review'],
    ]
    for (const [what, raw, expected] of became) expect([what, await come(raw, NOW + 2 * HOUR)]).toEqual([what, expected])
  })

  it('that ask anew take the place of what was asked before, whichever way either came; one that comes late does not', async () => {
    const guest = (await held()).id
    await say({ method: 'COUNTER', stamp: '20200127T040000Z', start: '20200129T053000Z', end: '20200129T070000Z' })
    await say({ method: 'COUNTER', stamp: '20200127T050000Z', start: '20200129T060000Z', end: '20200129T070000Z' })
    await say({ method: 'COUNTER', stamp: '20200127T043000Z', start: '20200129T063000Z', end: '20200129T070000Z' })
    expect((await tasks()).map((line) => line.slice(0, 11))).toEqual(['reply done ', 'reply open ', 'reply open '])
    await say({ partstat: 'DELEGATED', stamp: '20200127T050000Z', attendeeExtra: ';DELEGATED-TO="mailto:dep@example.org"' })
    await answerByGuest(database, guest, GuestAnswerInput.parse({ answer: 'deputy', deputy: 'Deputy, sample', sequence: '0' }), NOW + 3 * HOUR)
    expect((await tasks()).slice(3).map((line) => line.slice(0, 11))).toEqual(['reply done ', 'reply open '])
    await say({ partstat: 'ACCEPTED', stamp: '20200127T070000Z' }, { headers: [PROVEN] }, NOW + 5 * HOUR)
    expect([(await held()).answer, (await tasks()).slice(3).map((line) => line.slice(0, 11))]).toEqual(['accepted', ['reply done ', 'reply done ']])
  })
})
