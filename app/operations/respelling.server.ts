import type { Id } from '#app/domain/ids.ts'
import type { Issue, Subject } from '#app/domain/roadshow/lint-issue.ts'
import { respelt } from '#app/domain/roadshow/lint-names.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit, EditableTable } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'

type Patch = { table: EditableTable; id: Id; revision: number; columns: Record<string, string> }

/** Writes a name right wherever the issue found it, with the keys that texts are found by; 'marked' where it stands in words that are evidence. */
export async function planRespelling(tx: Tx, scope: Scope, issue: Issue, known: string): Promise<((edit: Edit) => Promise<void>) | 'marked'> {
  if (issue.code !== 'spelling-near-place') throw new Error(`No spelling in ${issue.code}`)
  if (await isMarked(tx, issue.subjects.filter((subject) => subject.kind === 'outline-node').map((subject) => subject.id))) return 'marked'
  const { word } = issue
  const put = (text: string): string => respelt(text, word, known)
  const patches: Patch[] = []
  for (const kind of new Set(issue.subjects.map((subject) => subject.kind))) {
    const ids = [...new Set(issue.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id))]
    patches.push(...(await patchesOf(tx, scope, kind, ids, put)))
  }
  return async (edit) => {
    for (const { table, id, revision, columns } of patches) await edit.update(table, id, revision, columns)
  }
}

/** True when a sentence of one of these sections is an excerpt. */
export async function isMarked(tx: Tx, nodeIds: readonly Id[]): Promise<boolean> {
  if (nodeIds.length === 0) return false
  return (await tx.selectFrom('excerpt').select('id').where('outline_node_id', 'in', [...nodeIds]).limit(1).executeTakeFirst()) !== undefined
}

type Put = (text: string) => string

async function patchesOf(tx: Tx, scope: Scope, kind: Subject['kind'], ids: Id[], put: Put): Promise<Patch[]> {
  const mission = scope.mission.id
  const titled = (title: string): Record<string, string> => ({ title: put(title), title_key: foldKey(put(title)) })
  if (kind === 'mission') {
    const row = await tx.selectFrom('mission').selectAll().where('id', '=', mission).executeTakeFirstOrThrow()
    const aliases = (JSON.parse(row.aliases) as string[]).map(put)
    return [{ table: 'mission', id: row.id, revision: row.revision, columns: { ...titled(row.title), programme: put(row.programme), aliases: JSON.stringify(aliases) } }]
  }
  if (kind === 'document') {
    const rows = await tx.selectFrom('document').select(['id', 'revision', 'title']).where('mission_id', '=', mission).where('id', 'in', ids).execute()
    return rows.map((row) => ({ table: 'document', id: row.id, revision: row.revision, columns: titled(row.title) }))
  }
  if (kind === 'stop') {
    const rows = await tx.selectFrom('stop').select(['id', 'revision', 'printed_location']).where('mission_id', '=', mission).where('id', 'in', ids).execute()
    return rows.map((row) => ({ table: 'stop', id: row.id, revision: row.revision, columns: { printed_location: put(row.printed_location ?? '') } }))
  }
  if (kind === 'engagement') return await engagementPatches(tx, mission, ids, put, titled)
  if (kind === 'agenda-item') {
    const rows = await tx.selectFrom('agenda_item').select(['id', 'revision', 'title']).where('mission_id', '=', mission).where('id', 'in', ids).execute()
    return rows.map((row) => ({ table: 'agenda_item', id: row.id, revision: row.revision, columns: { title: put(row.title) } }))
  }
  const rows = await tx.selectFrom('outline_node').select(['id', 'revision', 'title']).where('mission_id', '=', mission).where('id', 'in', ids).execute()
  return rows.map((row) => ({ table: 'outline_node', id: row.id, revision: row.revision, columns: { title: put(row.title) } }))
}

async function engagementPatches(tx: Tx, mission: Id, ids: Id[], put: Put, titled: (title: string) => Record<string, string>): Promise<Patch[]> {
  const rows = await tx.selectFrom('engagement').select(['id', 'revision', 'title', 'venue_text']).where('mission_id', '=', mission).where('id', 'in', ids).execute()
  const aliases = await tx.selectFrom('engagement_alias').select(['id', 'revision', 'title']).where('mission_id', '=', mission).where('engagement_id', 'in', ids).execute()
  return [
    ...rows.map((row): Patch => ({ table: 'engagement', id: row.id, revision: row.revision, columns: { ...titled(row.title), venue_text: put(row.venue_text) } })),
    ...aliases.map((row): Patch => ({ table: 'engagement_alias', id: row.id, revision: row.revision, columns: titled(row.title) })),
  ]
}
