import { randomBytes } from 'node:crypto'
import type { FeedKind } from '#app/domain/calendar/feed.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { ChangeFeedInput, MakeFeedInput } from '#app/operations/feeds.input.ts'
import { guestScope, whyNotStanding } from '#app/operations/guests.server.ts'
import type { Guest } from '#app/operations/guests.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { listFeedPeople, listFeeds, loadFeed } from '#db/feeds.server.ts'
import { newId } from '#db/ids.server.ts'
import { findInvitation } from '#db/invitations.server.ts'
import { hashOf } from '#db/tokens.server.ts'

/** The secret is told once and never again: only its hash is kept. */
type Told = { done: true; actId: Id; token: string; subject: string }

/** Feeds of one person, stop or mission: more are a sign that addresses are lost, not needed. */
const MOST = 10
const SECRET_BYTES = 32

/** A new address under which calendars find the events of a mission, a stop of it or a person in it. */
export async function makeFeed(scope: Scope, { of: { kind, subject } }: MakeFeedInput): Promise<Told | Refused<'too-many'>> {
  const subjectId = kind === 'mission' ? scope.mission.id : subject
  return await perform(scope, async (tx, begin) => {
    const name = await nameOf(tx, scope.mission.id, scope.mission.title, kind, subjectId)
    if (name === undefined) return { done: false as const, because: 'gone' as const }
    if ((await listFeeds(tx, scope.mission.id, subjectId)).length >= MOST) return { done: false as const, because: 'too-many' as const }
    const token = newToken()
    const id = newId(scope.nowMs)
    const edit = await begin({ verb: 'create', noun: 'feed', subjectId: id, subjectTitle: name, undoable: false })
    await edit.insert('feed', { id, mission_id: scope.mission.id, kind, subject_id: subjectId, token_hash: hashOf(token), account_name: scope.actor.name, created_ms: scope.nowMs })
    return { done: true as const, actId: edit.actId, token, subject: name }
  })
}

/**
 * A guest's own feed, made from the page of an invitation that stands: an address that was wrong, or whose person was taken
 * out, opens no calendar. The caller has checked that they hold its link.
 */
export async function makeGuestFeed(database: Database, guest: Guest, nowMs: Instant): Promise<Told | Refused<'too-many' | 'closed'>> {
  return await perform(guestScope(database, guest, guest.name, nowMs), async (tx, begin) => {
    const row = await findInvitation(tx, guest.id)
    if (!row || whyNotStanding(row)) return { done: false as const, because: 'closed' as const }
    if ((await listFeeds(tx, guest.mission_id, guest.person_id)).length >= MOST) return { done: false as const, because: 'too-many' as const }
    const token = newToken()
    const id = newId(nowMs)
    const edit = await begin({ verb: 'create', noun: 'feed', subjectId: id, subjectTitle: guest.name, undoable: false })
    await edit.insert('feed', { id, mission_id: guest.mission_id, kind: 'person', subject_id: guest.person_id, token_hash: hashOf(token), account_name: guest.name, created_ms: nowMs })
    return { done: true as const, actId: edit.actId, token, subject: guest.name }
  })
}

/** A new secret for a feed; the earlier address is dead from that moment and stays so. */
export async function rotateFeed(scope: Scope, input: ChangeFeedInput): Promise<Told | Refused> {
  return await perform(scope, async (tx, begin) => {
    const feed = (await listFeeds(tx, scope.mission.id)).find((each) => each.id === input.feed)
    if (!feed) return { done: false as const, because: 'gone' as const }
    const token = newToken()
    const subject = feed.name || scope.mission.title
    const edit = await begin({ verb: 'rotate', noun: 'feed', subjectId: feed.id, subjectTitle: subject, undoable: false })
    await edit.update('feed', feed.id, input.revision, { token_hash: hashOf(token), account_name: scope.actor.name, created_ms: scope.nowMs })
    return { done: true as const, actId: edit.actId, token, subject }
  })
}

/** The address is dead; calendars that ask are told so. */
export async function revokeFeed(scope: Scope, input: ChangeFeedInput): Promise<{ done: true; actId: Id } | Refused> {
  return await perform(scope, async (tx, begin) => {
    const feed = (await listFeeds(tx, scope.mission.id)).find((each) => each.id === input.feed)
    if (!feed) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'remove', noun: 'feed', subjectId: feed.id, subjectTitle: feed.name || scope.mission.title, undoable: false })
    await edit.remove('feed', feed.id, input.revision)
    return { done: true as const, actId: edit.actId }
  })
}

function newToken(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** The name of what a feed would be of; undefined when it is not of this mission. */
async function nameOf(tx: Tx, missionId: Id, missionTitle: string, kind: FeedKind, subjectId: Id): Promise<string | undefined> {
  if (kind === 'mission') return missionTitle
  if (kind === 'stop') return (await loadFeed(tx, { missionId, kind, subjectId }))?.subject
  return (await listFeedPeople(tx, missionId)).find((person) => person.id === subjectId)?.name
}
