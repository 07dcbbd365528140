/** A text on its way into a mission: kept as it was given, decided on, stored in one act or dropped. */
import type { Choices } from '#app/domain/intake/choices.ts'
import { corrected, withCorrections } from '#app/domain/intake/corrections.ts'
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { Draft } from '#app/domain/intake/draft.ts'
import { changedEdits } from '#app/domain/intake/edits.ts'
import type { Id } from '#app/domain/ids.ts'
import { readAgenda } from '#app/operations/import-agenda.server.ts'
import type { AgendaReading } from '#app/operations/import-agenda.server.ts'
import { planAgenda, writeAgenda } from '#app/operations/import-agenda-writes.server.ts'
import { planSchedule, readSchedule, writeSchedule } from '#app/operations/import-schedule.server.ts'
import type { ScheduleReading } from '#app/operations/import-schedule.server.ts'
import type { Intake, Unread } from '#app/operations/import-stops.server.ts'
import { TEXT_MAX } from '#app/operations/imports.input.ts'
import type { DecideInput, DropImportInput, StartImportInput } from '#app/operations/imports.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findImport } from '#db/imports.server.ts'
import type { Import } from '#db/imports.server.ts'

export type Reading = AgendaReading | ScheduleReading

/** As many as an agenda may have items. */
const ROWS_MAX = 500

/** Keeps a text that can be read; what cannot be is refused, and nothing is kept. */
export async function startImport(scope: Scope, input: StartImportInput, intake: Intake): Promise<{ done: true; id: Id } | { done: false; because: Unread | 'no-engagement' }> {
  if (input.text.trim() === '') return { done: false, because: 'empty' }
  if (input.text.length > TEXT_MAX) return { done: false, because: 'too-long' }
  const { draft, why } = intake.read(input.text)
  if (!draft) return { done: false, because: why ?? 'nothing-found' }
  if (rowsIn(draft) > ROWS_MAX) return { done: false, because: 'too-long' }
  return await scope.database.write(async (tx) => {
    if (input.target !== null && !(await tx.selectFrom('engagement').select('id').where('mission_id', '=', scope.mission.id).where('id', '=', input.target).executeTakeFirst())) return { done: false as const, because: 'no-engagement' as const }
    const id = newId(scope.nowMs)
    await tx.insertInto('import_text').values({
      id, mission_id: scope.mission.id, account_id: scope.actor.accountId, account_name: scope.actor.name, source_name: input.name, format: input.format || 'text', body: input.text, kind: draft.kind,
      title: draft.title?.value.slice(0, 200) ?? '', row_count: rowsIn(draft), target_id: input.target, created_ms: scope.nowMs, changed_ms: scope.nowMs,
    }).execute()
    return { done: true as const, id }
  })
}

export function rowsIn(draft: Draft): number {
  return draft.kind === 'agenda' ? draft.items.length : draft.stops.reduce((sum, { meetings }) => sum + meetings.length, 0)
}

/** An open or stored text as it stands now, held against the mission; null where it cannot be read any more. */
export async function loadReading(db: Db, scope: Pick<Scope, 'mission'>, found: Pick<Import, 'body' | 'corrections' | 'choices' | 'targetId'>, intake: Intake): Promise<{ raw: Draft; draft: Draft; reading: Reading } | null> {
  const raw = intake.read(found.body).draft
  if (!raw) return null
  const draft = corrected(raw, found.corrections)
  return { raw, draft, reading: draft.kind === 'agenda' ? await readAgenda(db, scope, draft, found) : await readSchedule(db, scope, draft, found.choices, intake) }
}

/** Keeps what was decided and typed, without storing anything. */
export async function decideImport(scope: Scope, id: Id, input: DecideInput, intake: Intake): Promise<{ done: true } | Refused> {
  await readAhead(scope, id, intake)
  return await scope.database.write(async (tx) => {
    const found = await findImport(tx, scope.mission.id, id)
    if (!found || found.state !== 'open') return { done: false as const, because: 'gone' as const }
    if (found.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const next = decided(found, input, intake)
    await tx.updateTable('import_text').set({ corrections: JSON.stringify(next.corrections), choices: JSON.stringify(next.choices), changed_ms: scope.nowMs, revision: found.revision + 1 }).where('id', '=', id).execute()
    return { done: true as const }
  })
}

/** Reading takes a while: it is done, and remembered, before a transaction holds everybody up. */
async function readAhead({ database, mission }: Scope, id: Id, intake: Intake): Promise<void> {
  const found = await findImport(database.read, mission.id, id)
  if (found?.state === 'open') intake.read(found.body)
}

/** What was decided before and now; fields that say what was read anyway are no corrections. */
function decided(found: Import, input: DecideInput, intake: Intake): { corrections: Correction[]; choices: Choices } {
  const raw = intake.read(found.body).draft
  const answered = withCorrections(found.corrections, input.corrections)
  const edits = raw ? changedEdits(corrected(raw, found.corrections), input.edits) : []
  if (input.reset) return { corrections: [], choices: {} }
  return { corrections: withCorrections(answered, edits), choices: { ...found.choices, ...input.choices } }
}

type NotStored = Refused<'unreadable'> | Missing
/** `at` is the stop that something is missing for. */
type Missing = { done: false; because: 'no-day' | 'no-city' | 'no-zone' | 'no-title' | 'no-such-time'; at: string }
export type Stored = Done & { engagementId: Id | null; rows: number }

/** Stores what was chosen as one act, which can be taken back as a whole: then the text is open again. */
export async function storeImport(scope: Scope, id: Id, input: DecideInput, intake: Intake): Promise<Stored | NotStored> {
  await readAhead(scope, id, intake)
  return await perform(scope, async (tx, begin): Promise<Stored | NotStored> => {
    const found = await findImport(tx, scope.mission.id, id)
    if (!found || found.state !== 'open') return { done: false, because: 'gone' }
    if (found.revision !== input.revision) return { done: false, because: 'stale' }
    const now = { ...found, ...decided(found, input, intake) }
    const loaded = await loadReading(tx, scope, now, intake)
    if (!loaded) return { done: false, because: 'unreadable' }
    return loaded.reading.kind === 'agenda' ? await storeAgenda(tx, begin, scope, now, loaded.reading, intake) : await storeSchedule(tx, begin, scope, now, loaded.reading, intake)
  })
}

async function storeAgenda(tx: Tx, begin: Begin, scope: Scope, found: Import, reading: AgendaReading, intake: Intake): Promise<Stored | NotStored> {
  const plan = await planAgenda(tx, scope, reading, found.choices, intake)
  if ('because' in plan) return { done: false, because: plan.because, at: '' }
  const rows = plan.apply.length
  const edit = await begin({ verb: 'store', noun: 'import-text', subjectId: found.id, subjectTitle: plan.title, facts: { kind: 'agenda', rows, from: found.sourceName, engagement: plan.engagementId } })
  await writeAgenda(tx, edit, scope, plan)
  await edit.update('import_text', found.id, null, closing(found, edit.actId, scope, plan.engagementId))
  return { done: true, actId: edit.actId, engagementId: plan.engagementId, rows }
}

async function storeSchedule(tx: Tx, begin: Begin, scope: Scope, found: Import, reading: ScheduleReading, intake: Intake): Promise<Stored | NotStored> {
  const plan = await planSchedule(tx, scope, reading, found.choices, intake)
  if ('because' in plan) return { done: false, because: plan.because, at: plan.key }
  const rows = plan.stays.reduce((sum, { apply }) => sum + apply.length, 0)
  const stops = plan.stays.filter(({ stop }) => stop.known === null).length
  const edit = await begin({ verb: 'store', noun: 'import-text', subjectId: found.id, subjectTitle: reading.draft.title?.value || scope.mission.title, facts: { kind: 'schedule', rows, stops, from: found.sourceName } })
  await writeSchedule(tx, edit, scope, plan)
  await edit.update('import_text', found.id, null, closing(found, edit.actId, scope, null))
  return { done: true, actId: edit.actId, engagementId: null, rows }
}

function closing({ corrections, choices, targetId }: Import, actId: Id, { nowMs }: Scope, engagementId: Id | null): Record<string, unknown> {
  return { state: 'stored', act_id: actId, changed_ms: nowMs, corrections: JSON.stringify(corrections), choices: JSON.stringify(choices), target_id: engagementId ?? targetId }
}

/** Puts an open text away; taken back, it is there again with everything decided. */
export async function dropImport(scope: Scope, id: Id, input: DropImportInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const found = await findImport(tx, scope.mission.id, id)
    if (!found || found.state !== 'open') return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'drop', noun: 'import-text', subjectId: id, subjectTitle: found.title || found.sourceName || 'pasted text' })
    await edit.update('import_text', id, input.revision, { state: 'dropped', changed_ms: scope.nowMs })
    return { done: true as const, actId: edit.actId }
  })
}
