/** A process that sends to three people again and again, each time in one transaction, and says a number once its transaction is acknowledged. Argument: the database's address. */
import { writeSync } from 'node:fs'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { edit } from '#db/changes.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Tx } from '#db/database.server.ts'
import { queueInvitations } from '#db/outbox.server.ts'
import { NOW } from '#tests/support/told-mission.ts'

const WRITES = 200
const PEOPLE = ['ann', 'bob', 'eve']
const FACTS: InvitationFacts = {
  title: 'Meeting 1', kind: 'meeting', startMs: NOW, endMs: NOW + 3_600_000, zone: 'Asia/Almaty', city: 'North', day: '2027-03-02', startMinute: 600, endMinute: 660, place: '', about: '', slots: [],
  status: 'confirmed', roles: [], organiser: { name: 'Caravan', address: 'invites@example.org' },
}

async function write(tx: Tx, n: number): Promise<void> {
  const made = await edit(tx, { missionId: 'told', atMs: NOW + n, accountId: 'teller', actorName: 'Member, sample', verb: 'send', noun: 'dispatch', subjectId: `d${n}`, subjectTitle: `Sending ${n}` })
  await made.update('engagement', 'told-meeting-1', null, { room: `Room ${n}` })
  await made.insert('dispatch', { id: `d${n}`, mission_id: 'told', account_name: 'Member, sample', at_ms: NOW, hold_until_ms: NOW, message_count: PEOPLE.length })
  for (const who of PEOPLE) await made.update('invitation', `inv-${who}`, null, { sequence: n, state: 'invited', sent_address: `${who}@example.org`, sent_facts: JSON.stringify(FACTS), sent_ms: NOW })
  await queueInvitations(tx, PEOPLE.map((who) => ({
    missionId: 'told', dispatchId: `d${n}`, engagementId: 'told-meeting-1', personId: who, leaveMs: NOW, expiresMs: NOW + 1,
    notice: {
      kind: 'update', uid: `${who}@uid`, sequence: n, stampMs: NOW, invitationId: `inv-${who}`, generation: 1, to: { name: who, address: `${who}@example.org` }, replyTo: null, missionTitle: 'Told',
      facts: FACTS, before: null, askedBefore: 0, answer: 'none', asksAgain: false,
    },
  })))
}

const database = openDatabase(process.argv[2] ?? '')
const last = await database.read.selectFrom('invitation').select((n) => n.fn.max('sequence').as('sequence')).where('mission_id', '=', 'told').executeTakeFirstOrThrow()
const from = Number(last.sequence ?? -1) + 1
for (let n = from; n < from + WRITES; n++) {
  await database.write((tx) => write(tx, n))
  writeSync(1, `${n}\n`)
}
await database.close()
