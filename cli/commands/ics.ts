import { factsOf, invitable } from '#app/domain/calendar/facts.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { Id } from '#app/domain/ids.ts'
import { Complaint, NOT_FOUND, WRONG_USAGE, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { findMissionOf, findPeopleAt, loadStamps } from '#db/calendar.server.ts'
import type { Stamp } from '#db/calendar.server.ts'
import { listInvitable, loadAttendances } from '#db/invitations.server.ts'
import type { InvitedEngagement } from '#db/invitations.server.ts'
import { findMissionBySlug } from '#db/missions.server.ts'
import { calendarFile } from '#emails/compose.server.ts'
import { joinCalendars } from '#emails/ics.server.ts'

const USAGE = 'ics (--engagement ID | --person EMAIL | --mission SLUG)'
type Event = { uid: string; sequence: number; stampMs: number; facts: InvitationFacts; language?: Language }

/** `ics`: the calendar file of one engagement, of all that a person takes part in, or of a mission; 3 when there is none. */
export async function run(args: string[]): Promise<number> {
  const { values } = wordsOf(args, USAGE, { engagement: { type: 'string' }, person: { type: 'string' }, mission: { type: 'string' } })
  const [asked, ...more] = Object.entries(values)
  if (!asked || more.length > 0) throw new Complaint(`Say of what: caravan ${USAGE}.`, WRONG_USAGE)
  const [kind, name] = [asked[0], String(asked[1])]
  const events = await withInstallation((installation) => (kind === 'person' ? eventsOfPerson(installation, name) : kind === 'mission' ? eventsOfMission(installation, name) : eventsOfEngagement(installation, name)))
  if (events.length === 0) throw new Complaint(`Nothing of ${name} stands in a calendar: an engagement needs a time and must be tentative or confirmed.`, NOT_FOUND)
  process.stdout.write(joinCalendars(events.map(calendarFile)))
  return 0
}

async function eventsOfEngagement(installation: Installation, id: Id): Promise<Event[]> {
  const missionId = await findMissionOf(installation.database.read, id)
  if (missionId === undefined) throw new Complaint(`There is no engagement “${id}”; its id stands in the address of its page.`, NOT_FOUND)
  return await eventsOf(installation, missionId, id)
}

async function eventsOfMission(installation: Installation, slug: string): Promise<Event[]> {
  const mission = await findMissionBySlug(installation.database.read, slug)
  if (!mission) throw new Complaint(`There is no mission “${slug}”; “caravan mission list” names those there are.`, NOT_FOUND)
  return await eventsOf(installation, mission.id)
}

async function eventsOf({ database, config }: Installation, missionId: Id, engagementId?: Id): Promise<Event[]> {
  const [engagements, stamps] = [await listInvitable(database.read, missionId, engagementId), await loadStamps(database.read, missionId)]
  return engagements.flatMap((engagement) => {
    const facts = factsOf(asHeld(engagement), [], [], config.mailFrom)
    return facts ? [{ ...ownUid(engagement.id, missionId, config.mailFrom.address, stamps), facts }] : []
  })
}

/** Under the UID of their invitation where they hold one, so that a mail and this file meet in one entry. */
async function eventsOfPerson({ database, config }: Installation, address: string): Promise<Event[]> {
  const { people, missions } = await findPeopleAt(database.read, address)
  if (people.length === 0) throw new Complaint(`Nobody has the address ${address}.`, NOT_FOUND)
  const events: Event[] = []
  for (const missionId of missions) {
    const stamps = await loadStamps(database.read, missionId)
    for (const { engagement, person, takesPart, invitation } of await loadAttendances(database.read, missionId)) {
      const facts = takesPart && people.includes(person.id) ? factsOf(asHeld(engagement), takesPart.slots, takesPart.roles, config.mailFrom) : undefined
      if (!facts) continue
      const held = invitation?.state === 'invited' ? { uid: invitation.uid, sequence: invitation.sequence } : {}
      events.push({ ...ownUid(engagement.id, missionId, config.mailFrom.address, stamps), ...held, facts, language: person.language })
    }
  }
  return events
}

/** What was held stays in the calendar as it took place. */
function asHeld(engagement: InvitedEngagement): InvitedEngagement {
  return invitable(engagement) === 'over' && engagement.status !== 'no-show' ? { ...engagement, status: 'confirmed' } : engagement
}

function ownUid(engagementId: Id, missionId: Id, near: string, stamps: ReadonlyMap<Id, Stamp>): Omit<Event, 'facts'> {
  const { revision = 1, changedMs = 0 } = stamps.get(engagementId) ?? {}
  return { uid: `${engagementId}.${missionId}@${near.slice(near.lastIndexOf('@') + 1)}`, sequence: revision - 1, stampMs: changedMs }
}
