import type { Id } from '#app/domain/ids.ts'
import { correctedFields, printedTitleWith } from '#app/domain/people/corrections.ts'
import type { CorrectedField, NameAndTitle } from '#app/domain/people/corrections.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import { foldKey } from '#app/domain/text.ts'
import { wallOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { DismissCorrectionInput, TakeCorrectionInput } from '#app/operations/corrections.input.ts'
import type { ProposeCorrectionInput } from '#app/operations/guest.input.ts'
import { guestScope, nameOf, whyNotStanding } from '#app/operations/guests.server.ts'
import { nextRank } from '#app/operations/people.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import { findCorrection, listCorrections } from '#db/corrections.server.ts'
import type { CorrectionFace } from '#db/corrections.server.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findInvitation } from '#db/invitations.server.ts'
import { named } from '#db/named.server.ts'

/** More of one person than this say nothing that the first ones did not. */
const MOST_OPEN = 5

/** `repeated`: the very same waits already. */
type CannotCorrect = 'gone' | 'stale' | 'cancelled' | 'replaced' | 'archived' | 'full' | 'nothing' | 'repeated'

/** What a guest says their name and title should read: kept until somebody of the team decides, applied by nobody else. */
export async function proposeCorrection(database: Database, invitationId: Id, input: ProposeCorrectionInput, nowMs: Instant): Promise<Done | { done: false; because: CannotCorrect }> {
  const guest = await findInvitation(database.read, invitationId)
  if (!guest) return { done: false, because: 'gone' }
  return await perform(guestScope(database, guest, nameOf(guest), nowMs), async (tx, begin): Promise<Done | { done: false; because: CannotCorrect }> => {
    const row = await findInvitation(tx, invitationId)
    const because = row ? whyNotStanding(row) : 'gone'
    if (!row || because) return { done: false, because: because ?? 'gone' }
    const held = await titleOf(tx, row.holder_id, input.affiliation)
    const before = { honorific: row.honorific, name: row.name, title: held?.title ?? '' }
    const open = await listCorrections(tx, row.mission_id, row.holder_id)
    if (correctedFields(before, input).length === 0) return { done: false, because: 'nothing' }
    if (open.some((one) => one.name === input.name && one.honorific === input.honorific && one.title === input.title && one.affiliation_id === (held?.id ?? null))) return { done: false, because: 'repeated' }
    if (open.length >= MOST_OPEN) return { done: false, because: 'full' }
    const edit = await begin({ verb: 'propose', noun: 'correction', subjectId: row.holder_id, subjectTitle: nameOf(row), facts: { to: sentence(before, input) }, undoable: false })
    await edit.insert('correction', {
      id: newId(nowMs), mission_id: row.mission_id, person_id: row.holder_id, invitation_id: row.id, affiliation_id: held?.id ?? null, honorific: input.honorific, name: input.name, title: input.title,
      honorific_before: before.honorific, name_before: before.name, title_before: before.title, word: input.word, at_ms: nowMs,
    })
    return { done: true, actId: edit.actId }
  })
}

async function titleOf(tx: Tx, personId: Id, affiliationId: Id | null): Promise<{ id: Id; title: string } | undefined> {
  if (affiliationId === null) return undefined
  return await tx.selectFrom('affiliation').innerJoin('person', 'person.id', 'affiliation.person_id').select(['affiliation.id', 'affiliation.title']).where('affiliation.id', '=', affiliationId)
    .where((at) => at.or([at('person.id', '=', personId), at('person.merged_into_id', '=', personId)])).executeTakeFirst()
}

function sentence(before: NameAndTitle, proposed: NameAndTitle): string {
  return correctedFields(before, proposed).map((field) => `“${proposed[field]}”`).join(', ')
}

/**
 * Writes what a guest proposed: the name, the title, and both where they stand as they were in agendas of this mission that
 * are still to come. The earlier name stays a spelling under which the person is found. One act, which can be undone.
 */
export async function takeCorrection(scope: Scope, correctionId: Id, input: TakeCorrectionInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const row = await findCorrection(tx, scope.mission.id, correctionId)
    if (!row) return { done: false as const, because: 'gone' as const }
    if (row.revision !== input.revision || row.person_revision !== input.person || (row.title_revision ?? undefined) !== input.title) return { done: false as const, because: 'stale' as const }
    const fields = correctedFields(beforeOf(row), row)
    const printed = await listPrinted(tx, scope, row)
    const spellings = await tx.selectFrom('person_name').select('name').where('person_id', '=', row.holder_id).execute()
    const rank = await nextRank(tx, row.holder_id)
    const edit = await begin({ verb: 'take', noun: 'correction', subjectId: row.holder_id, subjectTitle: row.name_now, facts: { to: sentence(beforeOf(row), row) } })
    await writePerson(edit, row, fields, { nowMs: scope.nowMs, spellings: spellings.map(({ name }) => name), rank })
    for (const one of printed) await edit.update('participation', one.id, one.revision, printedWith(one, row, fields))
    await edit.update('correction', row.id, input.revision, { state: 'taken', settled_by: scope.actor.name, settled_ms: scope.nowMs })
    return { done: true as const, actId: edit.actId }
  })
}

function beforeOf(row: CorrectionFace): NameAndTitle {
  return { honorific: row.honorific_before, name: row.name_before, title: row.title_before }
}

type Printed = { id: Id; revision: number; printed_name: string; printed_title: string }

/** Where the person is printed in this mission from its present day on. */
async function listPrinted(tx: Tx, { mission, missionNowMs }: Scope, { holder_id }: CorrectionFace): Promise<Printed[]> {
  return await tx.selectFrom('participation').innerJoin('person', 'person.id', 'participation.person_id').innerJoin('engagement', 'engagement.id', 'participation.engagement_id')
    .select(['participation.id', 'participation.revision', 'participation.printed_name', 'participation.printed_title']).where('participation.mission_id', '=', mission.id)
    .where((at) => at.or([at('person.id', '=', holder_id), at('person.merged_into_id', '=', holder_id)])).where('engagement.day', '>=', wallOf(missionNowMs, 'UTC').day).orderBy('participation.id').execute()
}

async function writePerson(edit: Edit, row: CorrectionFace, fields: readonly CorrectedField[], { nowMs, spellings, rank }: { nowMs: Instant; spellings: readonly string[]; rank: number }): Promise<void> {
  const renames = fields.includes('name') && row.name !== row.name_now
  await edit.update('person', row.holder_id, row.person_revision, { ...(fields.includes('honorific') ? { honorific: row.honorific } : {}), ...(renames ? named(row.name) : {}) })
  if (renames && !spellings.includes(row.name_now)) await edit.insert('person_name', { id: newId(nowMs), person_id: row.holder_id, name: row.name_now, name_key: foldKey(row.name_now), script: scriptOf(row.name_now) })
  if (!fields.includes('title')) return
  if (row.held_id !== null) await edit.update('affiliation', row.held_id, row.title_revision, { title: row.title, sample: 0 })
  else await edit.insert('affiliation', { id: newId(nowMs), person_id: row.holder_id, title: row.title, rank })
}

function printedWith({ printed_name, printed_title }: Printed, row: CorrectionFace, fields: readonly CorrectedField[]): Partial<Printed> {
  return {
    printed_name: fields.includes('name') && printed_name === row.name_before ? row.name : printed_name,
    printed_title: fields.includes('title') ? printedTitleWith(printed_title, row.title_before, row.title) : printed_title,
  }
}

/** Everything stays as it is. */
export async function dismissCorrection(scope: Scope, correctionId: Id, input: DismissCorrectionInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const row = await findCorrection(tx, scope.mission.id, correctionId)
    if (!row) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'dismiss', noun: 'correction', subjectId: row.holder_id, subjectTitle: row.name_now, facts: { to: sentence(beforeOf(row), row) } })
    await edit.update('correction', row.id, input.revision, { state: 'dismissed', settled_by: scope.actor.name, settled_ms: scope.nowMs })
    return { done: true as const, actId: edit.actId }
  })
}
