/** The routes of the built application, each with an address that exists in the demo. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Database } from '#db/database.server.ts'
import { ROOT } from '#cli/ensure.mjs'

type Guarded = ((args: unknown) => Promise<unknown>) & { policy?: unknown }
type Module = { loader?: Guarded; action?: Guarded; default?: unknown; handle?: { script?: boolean } }
export type Route = { id: string; parentId?: string; path?: string; index?: boolean; module: Module }
export type RouteAddress = { id: string; pattern: string; path: string; index: boolean; reads: boolean; writes: boolean; isPage: boolean }

export async function loadRoutes(): Promise<Route[]> {
  const build = (await import(pathToFileURL(join(ROOT, 'build/server/index.js')).href)) as { routes: Record<string, Route> }
  return Object.values(build.routes)
}

/** Layouts have no address of their own. */
export async function addressesOf(routes: readonly Route[], database: Database): Promise<RouteAddress[]> {
  const values = await valuesIn(database)
  const byId = new Map(routes.map((route) => [route.id, route]))
  const parents = new Set(routes.map((route) => route.parentId))
  return routes.filter((route) => !parents.has(route.id)).map((route) => {
    const pattern = `/${patternOf(route, byId)}`
    return { id: route.id, pattern, path: filled(pattern, OF_REPORTS.test(pattern) ? { ...values, document: values['report'] ?? 'none', node: values['section'] ?? 'none' } : values), index: route.index === true, reads: route.module.loader !== undefined, writes: route.module.action !== undefined, isPage: route.module.default !== undefined }
  })
}

function patternOf(route: Route, byId: Map<string, Route>): string {
  const parent = route.parentId === undefined ? undefined : byId.get(route.parentId)
  return [parent && patternOf(parent, byId), route.path].filter(Boolean).join('/')
}

/** Pages of a report's outline: other documents have none. */
const OF_REPORTS = /documents\/:document\/(?:sections|figures|front)/

type Values = Record<string, string>

function filled(pattern: string, values: Values): string {
  return pattern.split('/').map((part) => (part.startsWith(':') ? encodeURIComponent(valueFor(part.slice(1), pattern, values)) : part)).join('/')
}

function valueFor(name: string, pattern: string, values: Values): string {
  const value = values[name.replace(/\?$/, '')]
  if (value === undefined) throw new Error(`No value for :${name} of ${pattern}; add one to tests/support/manifest.ts`)
  return value
}

/** One thing of each kind out of the demo. */
async function valuesIn({ read, write }: Database): Promise<Values> {
  const mission = await read.selectFrom('mission').select(['id', 'slug']).where('demo', '=', 1).executeTakeFirstOrThrow()
  const first = async (table: 'note' | 'finding' | 'dimension' | 'document' | 'outline_node' | 'task'): Promise<string> =>
    (await read.selectFrom(table).select('id').where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst())?.id ?? 'none'
  const item = await read.selectFrom('agenda_item').select(['id', 'engagement_id']).where('mission_id', '=', mission.id).orderBy('position').executeTakeFirst()
  const part = await read.selectFrom('participation').select(['id', 'person_id']).where('mission_id', '=', mission.id).where('engagement_id', '=', item?.engagement_id ?? '').where('agenda_item_id', 'is', null).where('person_id', 'is not', null).orderBy('id').executeTakeFirst()
  const stop = await read.selectFrom('stop').select(['id', 'arrive_day', 'place_id']).where('mission_id', '=', mission.id).orderBy('position').executeTakeFirst()
  const invitation = await read.selectFrom('invitation').select('id').where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst()
  const correction = await read.selectFrom('correction').select('id').where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst()
  const received = await read.selectFrom('received_mail').select('id').where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst()
  const title = await read.selectFrom('affiliation').select('id').where('person_id', '=', part?.person_id ?? '').orderBy('id').executeTakeFirst()
  const link = await read.selectFrom('evidence_link').select(['id', 'excerpt_id']).where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst()
  const organisation = await read.selectFrom('organisation').select('id').orderBy('id').executeTakeFirst()
  const section = await read.selectFrom('outline_node').innerJoin('document', 'document.id', 'outline_node.document_id').select(['outline_node.id', 'outline_node.document_id']).where('document.mission_id', '=', mission.id).where('document.kind', '=', 'report').orderBy('outline_node.id').executeTakeFirst()
  await write((tx) => tx.insertInto('outbox').values({ id: 'a-message', mission_id: mission.id, kind: 'invite', fifo_key: 'a-message', fifo_number: 0, dedupe_key: 'a-message', message_id: '<a-message>', to_address: 'a@example.org', to_name: 'A, sample', facts: '{}', state: 'failed', created_ms: 1, next_ms: 1 }).onConflict((same) => same.doNothing()).execute())
  await write((tx) => tx.insertInto('question').values({ id: 'a-question', mission_id: mission.id, engagement_id: item?.engagement_id ?? 'none', dimension_id: 'dimension-1', source_group: 'donor', body: 'What is financed?', at_ms: 1 }).onConflict((same) => same.doNothing()).execute())
  await write((tx) => tx.insertInto('attachment').values({ id: 'an-attachment', mission_id: mission.id, engagement_id: item?.engagement_id ?? 'none', name: 'a.txt', kind: 'txt', size: 0, sha256: '', author_name: 'A, sample', created_ms: 1 }).onConflict((same) => same.doNothing()).execute())
  await write((tx) => tx.insertInto('feed').values({ id: 'a-feed', mission_id: mission.id, kind: 'mission', subject_id: mission.id, token_hash: 'of nothing', created_ms: 1 }).onConflict((same) => same.doNothing()).execute())
  const reply = await read.selectFrom('questionnaire_request').select('id').where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst()
  const survey = await read.selectFrom('document').select('id').where('mission_id', '=', mission.id).where('id', '=', 'survey').executeTakeFirst()
  if (!reply && survey) await write((tx) => tx.insertInto('questionnaire_request').values({ id: 'a-request', mission_id: mission.id, document_id: 'survey', organisation_id: organisation?.id ?? 'none', language: 'en', deadline_ms: 1, deadline_zone: 'UTC', deadline_city: 'UTC', created_ms: 1 }).onConflict((same) => same.doNothing()).execute())
  await write(async (tx) => {
    const face = { kind: 'persons-met', subject: 'mission', subject_title: 'Roadshow', audience: 'team', language: 'en', number: 1, title: 'Persons met', issued_ms: 1, zone: 'Asia/Dushanbe', city: 'Dushanbe', made_ms: 1, account_name: 'A, sample' }
    await tx.insertInto('edition').values({ id: 'an-edition', mission_id: mission.id, ...face }).onConflict((same) => same.doNothing()).execute()
    await tx.insertInto('edition_paper').values({ edition_id: 'an-edition', paper: JSON.stringify({ kind: 'persons-met', title: 'Persons met', language: 'en', second: '', audience: 'team', header: '', footer: '', blocks: [], gaps: [] }), changes: '[]' }).onConflict((same) => same.doNothing()).execute()
  })
  return {
    questionnaire: 'survey', request: reply?.id ?? 'a-request', aside: 'unknown',
    edition: 'an-edition', kind: 'persons-met', subject: 'mission', format: 'txt', sheet: 'csv', list: 'engagements', file: 'unknown', mission: mission.slug, feed: 'a-feed', engagement: item?.engagement_id ?? 'none', item: item?.id ?? 'none', part: part?.id ?? 'none', number: '1', invitation: invitation?.id ?? 'none', title: title?.id ?? 'none', person: part?.person_id ?? 'none',
    text: (await read.selectFrom('import_text').select('id').where('mission_id', '=', mission.id).orderBy('id').executeTakeFirst())?.id ?? 'unknown',
    stop: stop?.id ?? 'none', day: stop?.arrive_day ?? '2020-01-29', place: stop?.place_id ?? 'none', organisation: organisation?.id ?? 'none', holiday: 'holiday-001',
    note: await first('note'), excerpt: link?.excerpt_id ?? 'none', finding: await first('finding'), dimension: await first('dimension'), document: await first('document'),
    node: await first('outline_node'), link: link?.id ?? 'none', token: 'unknown', id: 'unknown', dispatch: 'unknown', mail: received?.id ?? 'unknown', message: 'a-message', task: await first('task'), correction: correction?.id ?? 'unknown', question: 'a-question', attachment: 'an-attachment', figure: 'figure-1', report: section?.document_id ?? 'none', section: section?.id ?? 'none',
  }
}
