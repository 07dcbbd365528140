/** What each repair writes: read and decided first, written by the function that comes back. */
import { levelWord } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import type { Change, Issue } from '#app/domain/roadshow/lint-issue.ts'
import { keptOrigin } from '#app/domain/roadshow/lint-names.ts'
import { renumbered } from '#app/domain/papers/outline-numbers.ts'
import { withWeekday } from '#app/domain/roadshow/printed-day.ts'
import { foldKey } from '#app/domain/text.ts'
import { addDays, daysBetween } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { inheritOwners, insertBreak, leadItem, lengthenItems, retimeOne, sortAgenda, splitRow, streamItems } from '#app/operations/agenda-repairs.server.ts'
import { isMarked, planRespelling } from '#app/operations/respelling.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { frozen, listLatestRatings } from '#db/readiness.server.ts'

export type Write = (edit: Edit) => Promise<void>
type Of<K extends Change['kind']> = Extract<Change, { kind: K }>

/** The writes of a change to the rows that an issue stands at; 'marked' where it would change words that are evidence. */
export async function planRepair(tx: Tx, scope: Scope, issue: Issue, change: Change): Promise<Write | 'marked'> {
  switch (change.kind) {
    case 'keep-date': return await printWeekday(tx, scope, issue, change)
    case 'keep-weekday': return await moveRows(tx, scope, issue, change.day)
    case 'keep-title': return await keepTitle(tx, scope, change)
    case 'use-other-title': return await swapTitles(tx, scope, change)
    case 'stretch-header':
    case 'header-over-all': return await setHeader(tx, scope, issue, change.header)
    case 'trim-last': return async (edit) => void (await edit.update('agenda_item', change.itemId, null, { end_minute: change.end }))
    case 'read-as-next': return await readMarks(tx, scope, issue, change.level, (level) => levelWord({ level, certain: true }))
    case 'read-as-none': return await readMarks(tx, scope, issue, 'none', () => 'left open')
    case 'renumber': return await renumber(tx, scope, change.nodeId, change.number)
    case 'unnumber': return await renumber(tx, scope, change.nodeId, '')
    case 'end-at':
    case 'end-in-an-hour': return retimeOne(change.itemId, { end_minute: change.end })
    case 'start-at': return retimeOne(change.itemId, { start_minute: change.start })
    case 'side-by-side': return await streamItems(tx, scope, change)
    case 'sort-by-time': return await sortAgenda(tx, scope, change)
    case 'fill-with-break':
    case 'insert-break': return await insertBreak(tx, scope, change)
    case 'lengthen': return await lengthenItems(tx, scope, change)
    case 'lead':
    case 'lead-second': return await leadItem(tx, scope, change)
    case 'use-language': return await editRow(tx, scope, issue, { language: change.language })
    case 'confirm-place': return await editRow(tx, scope, issue, { inferred_fields: '[]' })
    case 'split-row': return await splitRow(tx, scope, engagementsOf(issue)[0] ?? '', change)
    case 'tell-apart': return async (edit) => void (await edit.update('engagement', change.engagementId, null, { title: change.title, title_key: foldKey(change.title) }))
    case 'inherit-owners': return await inheritOwners(tx, scope, change)
    case 'respell': return await planRespelling(tx, scope, issue, change.known)
    case 'add-name': return async (edit) => await edit.insert('place_name', { id: newId(scope.nowMs), place_id: change.placeId, name: change.word, name_key: foldKey(change.word) })
  }
}

function engagementsOf(issue: Issue): Id[] {
  return issue.subjects.filter((subject) => subject.kind === 'engagement').map((subject) => subject.id)
}

async function rowsOf(tx: Tx, scope: Scope, ids: readonly Id[]) {
  return await tx.selectFrom('engagement').selectAll().where('mission_id', '=', scope.mission.id).where('id', 'in', [...ids]).orderBy('id').execute()
}

/** A few columns of the engagement that an issue stands at; what a person chose is no sample any more. */
async function editRow(tx: Tx, scope: Scope, issue: Issue, columns: { language?: string; inferred_fields?: string }): Promise<Write> {
  const [row] = await rowsOf(tx, scope, engagementsOf(issue))
  if (!row) throw new Error(`No engagement for issue ${issue.id}`)
  const samples = (JSON.parse(row.sample_fields) as string[]).filter((field) => !(field in columns))
  return async (edit) => void (await edit.update('engagement', row.id, row.revision, { ...columns, sample_fields: JSON.stringify(samples) }))
}

async function printWeekday(tx: Tx, scope: Scope, issue: Issue, { weekday }: Of<'keep-date'>): Promise<Write> {
  const rows = await rowsOf(tx, scope, engagementsOf(issue))
  return async (edit) => {
    for (const row of rows) await edit.update('engagement', row.id, row.revision, { printed_day: withWeekday(row.printed_day ?? '', weekday) })
  }
}

/** Rows and their agendas go to another day at the same wall times; what is printed stays printed. */
async function moveRows(tx: Tx, scope: Scope, issue: Issue, day: Day): Promise<Write> {
  const rows = await rowsOf(tx, scope, engagementsOf(issue))
  const items = await tx.selectFrom('agenda_item').select(['id', 'engagement_id', 'day', 'revision']).where('mission_id', '=', scope.mission.id).where('engagement_id', 'in', rows.map((row) => row.id)).execute()
  return async (edit) => {
    for (const row of rows) {
      const placed = placeSlot({ day, startMinute: row.start_minute, endMinute: row.end_minute }, row.zone)
      await edit.update('engagement', row.id, row.revision, { day, start_ms: placed.startMs, end_ms: placed.endMs })
      const days = daysBetween(row.day, day)
      for (const item of items.filter((each) => each.engagement_id === row.id)) await edit.update('agenda_item', item.id, item.revision, { day: addDays(item.day, days) })
    }
  }
}

async function keepTitle(tx: Tx, scope: Scope, { aliasId }: Of<'keep-title'>): Promise<Write> {
  const alias = await aliasOf(tx, scope, aliasId)
  return async (edit) => void (await edit.update('engagement_alias', alias.id, alias.revision, { origin: keptOrigin(alias.origin) }))
}

/** The other title becomes the title; the old one stays as the other, with the line it was printed on. */
async function swapTitles(tx: Tx, scope: Scope, { aliasId }: Of<'use-other-title'>): Promise<Write> {
  const alias = await aliasOf(tx, scope, aliasId)
  const [row] = await rowsOf(tx, scope, [alias.engagement_id])
  if (!row) throw new Error(`No engagement for alias ${aliasId}`)
  return async (edit) => {
    await edit.update('engagement', row.id, row.revision, { title: alias.title, title_key: foldKey(alias.title) })
    await edit.update('engagement_alias', alias.id, alias.revision, { title: row.title, title_key: foldKey(row.title), origin: keptOrigin(''), source_line: row.source_line })
  }
}

async function aliasOf(tx: Tx, scope: Scope, id: Id) {
  return await tx.selectFrom('engagement_alias').selectAll().where('mission_id', '=', scope.mission.id).where('id', '=', id).executeTakeFirstOrThrow()
}

/** The header, and the engagement's own time where it was the same. */
async function setHeader(tx: Tx, scope: Scope, issue: Issue, { start, end }: Of<'stretch-header'>['header']): Promise<Write> {
  const [row] = await rowsOf(tx, scope, engagementsOf(issue))
  if (!row) throw new Error(`No engagement for issue ${issue.id}`)
  const printed = row.header_start_minute !== null
  const same = !printed || (row.start_minute === row.header_start_minute && row.end_minute === row.header_end_minute)
  const placed = placeSlot({ day: row.day, startMinute: start, endMinute: end }, row.zone)
  return async (edit) => void (await edit.update('engagement', row.id, row.revision, {
    ...(printed ? { header_start_minute: start, header_end_minute: end } : {}),
    ...(same ? { start_minute: start, end_minute: end, start_ms: placed.startMs, end_ms: placed.endMs } : {}),
  }))
}

/** A title that is marked as evidence keeps its words; the number is changed beside it. */
async function renumber(tx: Tx, scope: Scope, nodeId: Id, number: string): Promise<Write> {
  const node = await tx.selectFrom('outline_node').select(['id', 'revision', 'number', 'title']).where('mission_id', '=', scope.mission.id).where('id', '=', nodeId).executeTakeFirstOrThrow()
  const change = (await isMarked(tx, [nodeId])) ? { number } : renumbered(node, number)
  return async (edit) => void (await edit.update('outline_node', node.id, node.revision, change))
}

/** A reading of the printed mark is a rating after the printed one: it says as printed, who read it and how. */
async function readMarks(tx: Tx, scope: Scope, issue: Issue, level: Of<'read-as-next'>['level'], word: (level: Of<'read-as-next'>['level']) => string): Promise<Write> {
  const latest = await listLatestRatings(tx, scope.mission.id)
  return async (edit) => {
    for (const { id } of issue.subjects) {
      const rating = latest.get(id)?.latest
      if (!rating) continue
      await edit.insert('rating', {
        id: newId(scope.nowMs), mission_id: scope.mission.id, dimension_id: id, number: rating.number + 1, level, tentative: rating.tentative ? 1 : 0, certain: 1, printed_column: rating.printedColumn,
        printed_header: word(level), reason: `The mark stands in column ${rating.printedColumn}, under no heading: ${level === 'none' ? word(level) : `read as ${word(level)}`}`, evidence: frozen(rating.evidence), as_printed: 1,
        account_name: scope.actor.name, at_ms: scope.missionNowMs, source_line: rating.sourceLine,
      })
    }
  }
}
