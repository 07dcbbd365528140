/** Loads the sample data over the deck's rows: what it fills is named in `sample_fields`, what it adds is marked `sample`. */
import { randomBytes } from 'node:crypto'
import { factsOf } from '#app/domain/calendar/facts.ts'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { foldKey, sortKey } from '#app/domain/text.ts'
import { instantOf } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { loadAttendances } from '#db/invitations.server.ts'
import { placeOf } from '#db/seed/deck-directory.server.ts'
import { MISSION_ID, stopIdOf } from '#db/seed/deck-schedule.server.ts'
import { loadSampleEvidence } from '#db/seed/sample-evidence.server.ts'
import { ENGAGEMENTS, INVITED, REPLY, ROWS, STOP_CONTACTS, TEAM, VENUES } from '#db/seed/samples.ts'
import type { SampleEngagement, SampleRow } from '#db/seed/samples.ts'
import { newId } from '#db/ids.server.ts'
import roadshow from '#db/seed/roadshow.json'

/** The accounts of the demo's team; they stand before any act that they do. */
export async function loadTeam(tx: Tx, nowMs: number): Promise<void> {
  for (const { id, name, email, zone, city } of TEAM) await tx.insertInto('account').values({ id, name, email, email_key: email, zone, city, created_ms: nowMs }).execute()
}

/** Everything that the deck leaves open. `organiser` is the mailbox that invitations come from, so that those held as sent say what one sent now would. */
export async function loadSamples(tx: Tx, made: Edit, organiser: Mailbox): Promise<void> {
  for (const { id, role } of TEAM) await made.insert('membership', { id: `${id}-member`, mission_id: MISSION_ID, account_id: id, role })
  await loadContacts(made)
  await loadVenues(made)
  for (const sample of ENGAGEMENTS) await fillEngagement(made, sample)
  for (const row of ROWS) await loadRow(made, row)
  await loadInvitations(tx, made, organiser)
  await loadReply(tx, made)
  await loadSampleEvidence(tx, made)
}

/** Addresses that reach nobody (RFC 2606) and numbers that are none. */
async function loadContacts(made: Edit): Promise<void> {
  for (const [at, person] of roadshow.persons.entries()) {
    const words = person.name.toLowerCase().split(' ')
    const email = `${words[0]?.[0] ?? ''}.${words.at(-1) ?? ''}@example.org`
    await made.update('person', person.id.toLowerCase(), null, { email, phone: `000 1${String(at + 1).padStart(2, '0')}`, sample_fields: JSON.stringify(['email', 'phone']) })
  }
  for (const stop of roadshow.stops) {
    await made.update('stop', stopIdOf(stop.id), null, { ...STOP_CONTACTS, sample_fields: JSON.stringify(Object.keys(STOP_CONTACTS)) })
  }
}

async function loadVenues(made: Edit): Promise<void> {
  for (const { id, stop, name } of VENUES) {
    await made.insert('place', {
      id: venueIdOf(id), kind: 'venue', name, name_key: foldKey(name), sort_key: sortKey(name), country: roadshow.stops.find((each) => each.id === stop)?.country ?? '', city_id: placeOf(stop), sample: 1,
    })
  }
}

const venueIdOf = (venue: string): string => `place-${venue}`

async function fillEngagement(made: Edit, { id, hours, venue, ...rest }: SampleEngagement): Promise<void> {
  const activity = roadshow.activities.find((each) => each.id.toLowerCase() === id)
  if (!activity) return
  const fields = [...Object.keys(rest), ...(hours ? ['time'] : []), ...(venue ? ['venue'] : [])]
  await made.update('engagement', id, null, {
    ...rest, ...(hours ? timesOf(activity.stop, activity.date, hours) : {}), ...(venue ? { venue_id: venueIdOf(venue) } : {}), sample_fields: JSON.stringify(fields),
  })
}

async function loadRow(made: Edit, { id, kind, title, stop, day, status, hours, fallbackOf, venue }: SampleRow): Promise<void> {
  await made.insert('engagement', {
    id, mission_id: MISSION_ID, stop_id: stopIdOf(stop), kind, title, title_key: foldKey(title), status, day, zone: zoneOf(stop), ...timesOf(stop, day, hours),
    venue_id: venue ? venueIdOf(venue) : null, fallback_of_id: fallbackOf ?? null, sample_fields: JSON.stringify(['title', 'day', 'time', 'status', ...(venue ? ['venue'] : [])]),
  })
}

function zoneOf(stop: string): string {
  return roadshow.stops.find((each) => each.id === stop)?.tz_iana_inferred ?? 'UTC'
}

function timesOf(stop: string, day: string, [startMinute, endMinute]: [number, number]): Record<string, number | null> {
  const { startMs, endMs } = placeSlot({ day, startMinute, endMinute }, zoneOf(stop))
  return { start_minute: startMinute, end_minute: endMinute, start_ms: startMs, end_ms: endMs }
}

/** Everybody who takes part in one engagement holds its first version, unanswered: nobody's answer is invented. */
async function loadInvitations(tx: Tx, made: Edit, organiser: Mailbox): Promise<void> {
  const sentMs = instantOf(INVITED.day, INVITED.minute, INVITED.zone).at
  for (const { engagement, person, takesPart } of await loadAttendances(tx, MISSION_ID, INVITED.engagementId)) {
    const facts = takesPart && factsOf(engagement, takesPart.slots, takesPart.roles, organiser)
    if (!facts) continue
    await made.insert('invitation', {
      id: newId(), mission_id: MISSION_ID, engagement_id: engagement.id, person_id: person.id, uid: `${randomBytes(16).toString('hex')}@${organiser.address.split('@')[1] ?? ''}`, sequence: 0, state: 'invited',
      sent_address: person.address, sent_facts: JSON.stringify(facts), sent_ms: sentMs, sample: 1,
    })
  }
}

/** A mail that answers in words and waits for a person; from nobody of the deck, and nobody's answer. */
async function loadReply(tx: Tx, made: Edit): Promise<void> {
  const receivedMs = instantOf(REPLY.day, REPLY.minute, REPLY.zone).at
  const { subject, name, address, body } = REPLY
  const source = Buffer.from([`From: "${name}" <${address}>`, `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8', '', ...body.split('\n'), ''].join('\r\n'))
  const id = newId(receivedMs)
  await made.insert('received_mail', {
    id, mission_id: MISSION_ID, kind: 'words', state: 'open', reason: 'words', dedupe_key: 'sample', from_name: name, from_address: address, subject, sent_ms: receivedMs, received_ms: receivedMs, body,
    size: source.length, sample: 1,
  })
  await tx.insertInto('received_source').values({ mail_id: id, bytes: source }).execute()
}
