/** The register of documents: the list with its filters, one document with who sent it, its passages, and what hangs on it. */
import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import { queryWords } from '#app/domain/find.ts'
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'

export const REGISTER_PAGE = 50
/** Passages on one page of a document. */
export const PASSAGES_PAGE = 40
export const REGISTER_SORTS = ['date', 'number', 'title', 'kind'] as const
export const LACKING = ['file', 'translation', 'text'] as const

type RegisterFilter = {
  kind?: string | undefined; language?: string | undefined; direction?: string | undefined; organisationId?: Id | undefined
  lacking?: (typeof LACKING)[number] | undefined; text?: string; sort?: (typeof REGISTER_SORTS)[number]; page?: number
}

/** Documents with the organisation and the person they come from; merged entries count as the one they were merged into. */
function documents(db: Db, missionId: Id) {
  return db.selectFrom('document').where('document.mission_id', '=', missionId).where('document.removed_ms', 'is', null)
    .leftJoin('organisation as named', 'named.id', 'document.sender_organisation_id').leftJoin('organisation as sender', (join) => join.on((on) => on('sender.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .leftJoin('person as signed', 'signed.id', 'document.sender_person_id').leftJoin('person as signer', (join) => join.on((on) => on('signer.id', '=', on.fn.coalesce('signed.merged_into_id', 'signed.id'))))
    .leftJoin('document as original', (join) => join.onRef('original.id', '=', 'document.translation_of_id').on('original.removed_ms', 'is', null))
    .select(['document.id', 'document.kind', 'document.title', 'document.number', 'document.dated_day', 'document.language', 'document.author', 'document.direction', 'document.recipient', 'document.confidentiality',
      'document.sample', 'document.source_line', 'document.revision', 'sender.id as organisation_id', 'sender.name as organisation', 'signer.id as person_id', 'original.id as original_id', 'original.title as original', 'original.language as original_language'])
    .select((one) => [
      one.selectFrom('outline_node').select((n) => n.fn.countAll<number>().as('n')).whereRef('outline_node.document_id', '=', 'document.id').as('nodes'),
      one.selectFrom('outline_node').innerJoin('excerpt', 'excerpt.outline_node_id', 'outline_node.id').select((n) => n.fn.countAll<number>().as('n')).whereRef('outline_node.document_id', '=', 'document.id').as('excerpts'),
    ])
}

export type RegisterRow = Awaited<ReturnType<typeof listRegister>>[number]

/** Documents that the filter lets through, one more than a page holds when there are more; the newest first unless sorted otherwise, undated and unnumbered ones last. One query. */
export async function listRegister(db: Db, missionId: Id, filter: RegisterFilter = {}) {
  const { kind, language, direction, organisationId, lacking, text = '', sort = 'date', page = 1 } = filter
  let query = documents(db, missionId)
  if (kind) query = query.where('document.kind', '=', kind)
  if (language) query = query.where('document.language', '=', language)
  if (direction) query = query.where('document.direction', '=', direction)
  if (organisationId) query = query.where('sender.id', '=', organisationId)
  if (lacking) query = query.where(LACKS[lacking])
  const words = queryWords(text)
  if (words.length > 0) query = query.where((at) => at.or([at.and(words.map(inDocument)), at.exists(nodesSaying(db, words).where('outline_node.document_id', '=', sql.ref<string>('document.id')).select('outline_node.id'))]))
  const byTitle = query.orderBy(sql`case when document.number = '' then 1 else 0 end`).orderBy(sql`length(document.number)`).orderBy('document.number')
  const sorted = sort === 'number' ? byTitle : sort === 'title' ? query : sort === 'kind' ? query.orderBy('document.kind') : query.orderBy(sql`coalesce(document.dated_day, '')`, 'desc')
  return await sorted.orderBy('document.title_key').orderBy('document.id').limit(REGISTER_PAGE + 1).offset((page - 1) * REGISTER_PAGE).execute()
}

/** A word in what the document says of itself, or in a name of whoever sent it. */
function inDocument(word: string): Expression<SqlBool> {
  const like = `%${word}%`
  return sql<SqlBool>`(document.search_key like ${like} or sender.name_key like ${like} or exists (select 1 from organisation_name n where n.organisation_id = sender.id and n.name_key like ${like}))`
}

/** The passages that say every word. */
function nodesSaying(db: Db, words: readonly string[]) {
  return db.selectFrom('outline_node').where((at) => at.and(words.map((word) => at('outline_node.search_key', 'like', `%${word}%`))))
}

/** Written in English or translated, in a document of its own or in part, a paper lacks no translation. */
const LACKS: Record<(typeof LACKING)[number], Expression<SqlBool>> = {
  file: sql<SqlBool>`not exists (select 1 from attachment f where f.document_id = document.id and f.removed_ms is null)`,
  translation: sql<SqlBool>`(document.language not in ('', 'en') and document.translation = '' and document.translation_of_id is null and not exists (select 1 from document t where t.translation_of_id = document.id and t.removed_ms is null)
    and not exists (select 1 from outline_node n where n.document_id = document.id and n.translation <> ''))`,
  text: sql<SqlBool>`not exists (select 1 from outline_node n where n.document_id = document.id)`,
}

/** Of each document, the first passage that says every word, and how many do. One query, none for a text without letters or digits. */
export async function listPassageHits(db: Db, missionId: Id, documentIds: readonly Id[], text: string): Promise<{ id: Id; document_id: Id; number: string; title: string; page: number | null; body: string; translation: string; found: number }[]> {
  const words = queryWords(text)
  if (words.length === 0 || documentIds.length === 0) return []
  const numbered = nodesSaying(db, words).where('outline_node.mission_id', '=', missionId).where('outline_node.document_id', 'in', documentIds)
    .select(['outline_node.id', 'outline_node.document_id', 'outline_node.number', 'outline_node.title', 'outline_node.page', 'outline_node.body', 'outline_node.translation'])
    .select([sql<number>`row_number() over (partition by outline_node.document_id order by outline_node.position, outline_node.id)`.as('place'), sql<number>`count(*) over (partition by outline_node.document_id)`.as('found')])
  const rows = await db.selectFrom(numbered.as('hit')).selectAll().where('hit.place', '=', 1).orderBy('hit.document_id').execute()
  return rows.map(({ id, document_id, number, title, page, body, translation, found }) => ({ id, document_id, number, title, page, body, translation, found: Number(found) }))
}

/** What the filters offer: kinds, languages and senders that documents of the mission have, each with how many. One query. */
export async function countRegister(db: Db, missionId: Id): Promise<{ kinds: Record<string, number>; languages: Record<string, number>; organisations: { id: Id; name: string; count: number }[]; all: number }> {
  const rows = await db.selectFrom('document').leftJoin('organisation as named', 'named.id', 'document.sender_organisation_id').leftJoin('organisation as sender', (join) => join.on((on) => on('sender.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .where('document.mission_id', '=', missionId).where('document.removed_ms', 'is', null)
    .select(['document.kind', 'document.language', 'sender.id', 'sender.name', 'sender.sort_key']).select((one) => one.fn.countAll<number>().as('count'))
    .groupBy(['document.kind', 'document.language', 'sender.id', 'sender.name', 'sender.sort_key']).orderBy('sender.sort_key').orderBy('document.kind').orderBy('document.language').orderBy('sender.id').execute()
  const kinds: Record<string, number> = {}
  const languages: Record<string, number> = {}
  const organisations = new Map<Id, { id: Id; name: string; count: number }>()
  let all = 0
  for (const row of rows) {
    const count = Number(row.count)
    all += count
    kinds[row.kind] = (kinds[row.kind] ?? 0) + count
    if (row.language !== '') languages[row.language] = (languages[row.language] ?? 0) + count
    if (row.id !== null) organisations.set(row.id, { id: row.id, name: row.name ?? '', count: (organisations.get(row.id)?.count ?? 0) + count })
  }
  return { kinds, languages, organisations: [...organisations.values()], all }
}

/** One document with everything that its form holds; undefined when it is not of this mission or was removed. One query. */
export async function findRegistered(db: Db, missionId: Id, documentId: Id) {
  return await documents(db, missionId).where('document.id', '=', documentId).select(['document.intro', 'document.translation', 'document.translation_of_id']).executeTakeFirst()
}

/** The document that it translates, its other translations and those of it. One query. */
export async function listTranslations(db: Db, missionId: Id, { id, originalId }: { id: Id; originalId: Id | null }): Promise<{ id: Id; title: string; language: string; translation_of_id: Id | null }[]> {
  return await db.selectFrom('document').select(['id', 'title', 'language', 'translation_of_id']).where('mission_id', '=', missionId).where('removed_ms', 'is', null).where('id', '<>', id)
    .where((at) => at.or([at('translation_of_id', '=', id), ...(originalId === null ? [] : [at('id', '=', originalId), at('translation_of_id', '=', originalId)])])).orderBy('language').orderBy('title_key').orderBy('id').limit(50).execute()
}

/** Documents to choose from, by title; at most 500. One query. */
export async function listDocumentChoices(db: Db, missionId: Id): Promise<{ id: Id; title: string; kind: string; number: string; language: string; confidentiality: string }[]> {
  return await db.selectFrom('document').select(['id', 'title', 'kind', 'number', 'language', 'confidentiality']).where('mission_id', '=', missionId).where('removed_ms', 'is', null).orderBy('title_key').orderBy('id').limit(500).execute()
}

/** Documents that may be the same paper: the same number on the same day, or the same title on the same day in the same language. One query. */
export async function listAlike(db: Db, missionId: Id, paper: { title: string; number: string; day: Day | null; language: string }): Promise<{ id: Id; title: string; because: 'number' | 'title' }[]> {
  const number = foldKey(paper.number)
  const rows = await db.selectFrom('document').select(['id', 'title', 'title_key', 'number', 'language']).where('mission_id', '=', missionId).where('removed_ms', 'is', null)
    .where(sql`coalesce(dated_day, '')`, '=', paper.day ?? '').orderBy('title_key').orderBy('id').limit(2_000).execute()
  return rows.flatMap(({ id, title, title_key, number: theirs, language }): { id: Id; title: string; because: 'number' | 'title' }[] => {
    if (number !== '' && paper.day !== null && foldKey(theirs) === number) return [{ id, title, because: 'number' }]
    return title_key === foldKey(paper.title) && language === paper.language ? [{ id, title, because: 'title' }] : []
  }).slice(0, 5)
}

/** The one person of the directory who is called so; undefined when none or several are. One query. */
export async function findSigner(db: Db, name: string): Promise<Id | undefined> {
  const key = foldKey(name)
  if (key === '') return undefined
  const rows = await db.selectFrom('person').select('id').where('name_key', '=', key).where('merged_into_id', 'is', null).limit(2).execute()
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** What hangs on a document: marks, findings at its sections, tasks, translations, hand-outs, files. One query. */
export async function countDocumentUses(db: Db, missionId: Id, documentId: Id) {
  const inNodes = (table: string) => sql<number>`(select count(*) from ${sql.table(table)} x inner join outline_node n on n.id = x.outline_node_id where n.document_id = ${documentId} and n.mission_id = ${missionId})`
  const row = await db.selectNoFrom([
    inNodes('excerpt').as('excerpts'), inNodes('finding_outline').as('findings'), sql<number>`(select count(*) from task where document_id = ${documentId} and mission_id = ${missionId})`.as('tasks'),
    sql<number>`(select count(*) from document where translation_of_id = ${documentId} and mission_id = ${missionId} and removed_ms is null)`.as('translations'),
    sql<number>`(select count(*) from hand_out where document_id = ${documentId} and mission_id = ${missionId})`.as('handOuts'),
    sql<number>`(select count(*) from attachment where document_id = ${documentId} and mission_id = ${missionId} and removed_ms is null)`.as('files'),
  ]).executeTakeFirstOrThrow()
  return { excerpts: Number(row.excerpts), findings: Number(row.findings), tasks: Number(row.tasks), translations: Number(row.translations), handOuts: Number(row.handOuts), files: Number(row.files) }
}

/** Passages of a document in their order, one page of them and one more when there are more; `aroundId` opens the page that holds it. At most two queries. */
export async function listPassages(db: Db, missionId: Id, documentId: Id, { page = 1, aroundId }: { page?: number; aroundId?: Id | undefined } = {}) {
  const nodes = db.selectFrom('outline_node').where('outline_node.mission_id', '=', missionId).where('outline_node.document_id', '=', documentId)
  const before = aroundId === undefined ? undefined : await nodes.where('outline_node.position', '<', (one) => one.selectFrom('outline_node as at').select('at.position').where('at.id', '=', aroundId)).select((n) => n.fn.countAll<number>().as('n')).executeTakeFirst()
  const shown = before === undefined ? page : Math.floor(Number(before.n) / PASSAGES_PAGE) + 1
  const rows = await nodes.select(['outline_node.id', 'outline_node.position', 'outline_node.level', 'outline_node.number', 'outline_node.title', 'outline_node.page', 'outline_node.body', 'outline_node.translation', 'outline_node.translation_state', 'outline_node.attachment_id', 'outline_node.source_line', 'outline_node.revision'])
    .orderBy('outline_node.position').orderBy('outline_node.id').limit(PASSAGES_PAGE + 1).offset((shown - 1) * PASSAGES_PAGE).execute()
  return { page: shown, rows }
}

/** One passage with what hangs on it. One query. */
export async function findPassage(db: Db, missionId: Id, documentId: Id, nodeId: Id) {
  const row = await db.selectFrom('outline_node').innerJoin('document', 'document.id', 'outline_node.document_id').where('outline_node.mission_id', '=', missionId).where('outline_node.document_id', '=', documentId).where('outline_node.id', '=', nodeId).where('document.removed_ms', 'is', null)
    .select(['outline_node.id', 'outline_node.title', 'outline_node.number', 'outline_node.page', 'outline_node.body', 'outline_node.translation', 'outline_node.translation_state', 'outline_node.position', 'outline_node.attachment_id', 'outline_node.revision', 'document.kind', 'document.title as document_title', 'document.language'])
    .select((one) => [
      one.selectFrom('excerpt').select((n) => n.fn.countAll<number>().as('n')).whereRef('excerpt.outline_node_id', '=', 'outline_node.id').as('excerpts'),
      one.selectFrom('finding_outline').select((n) => n.fn.countAll<number>().as('n')).whereRef('finding_outline.outline_node_id', '=', 'outline_node.id').as('findings'),
    ]).executeTakeFirst()
  return row && { ...row, excerpts: Number(row.excerpts), findings: Number(row.findings) }
}

/** Every passage of a document as a new reading of a file finds it; at most 2,000. One query. */
export async function listForReading(db: Db, missionId: Id, documentId: Id) {
  const rows = await db.selectFrom('outline_node').leftJoin('attachment', 'attachment.id', 'outline_node.attachment_id').where('outline_node.mission_id', '=', missionId).where('outline_node.document_id', '=', documentId)
    .select(['outline_node.id', 'outline_node.position', 'outline_node.page', 'outline_node.body', 'outline_node.attachment_id', 'outline_node.revision', 'attachment.series_id'])
    .select(sql<number>`(select count(*) from excerpt x where x.outline_node_id = outline_node.id) + (select count(*) from finding_outline f where f.outline_node_id = outline_node.id)`.as('uses'))
    .orderBy('outline_node.position').orderBy('outline_node.id').limit(2_000).execute()
  return rows.map(({ uses, ...row }) => ({ ...row, uses: Number(uses) }))
}
