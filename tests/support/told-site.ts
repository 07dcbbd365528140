/** A running server without the demo that holds the missions of `told-mission.ts`, a note with one linked sentence in each, and a viewer. */
import { writeNote } from '#app/operations/notes.server.ts'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

export const BODY = 'Sensors stand on two streets.\nДанные лежат в каждом ведомстве. Маҷидӣ гуфт: реестр нест.'
export type Rows = { note: string; excerpt: string; finding: string; link: string; node: string; document: string; dimension: string }
export type ToldSite = { site: Site; told: Told; cookie: string; viewer: string; mine: Rows; theirs: Rows; page(path: string): Promise<string> }

export async function startToldSite(): Promise<ToldSite> {
  const site = await startSite({ DEMO: '0' })
  const told = await makeTold(site.database)
  await site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'viewer', name: 'Viewer, sample', email: 'viewer@example.org', email_key: 'viewer@example.org', created_ms: NOW }).execute()
    await tx.insertInto('membership').values({ id: 'viewer-m', mission_id: 'told', account_id: 'viewer', role: 'viewer' }).execute()
  })
  const cookie = await site.cookieOf('teller@example.org')
  return {
    site, told, cookie, viewer: await site.cookieOf('viewer@example.org'), mine: await fill(told.scope), theirs: await fill(told.other),
    async page(path) {
      const answer = await site.ask(path, { cookie })
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      return (await answer.text()).replaceAll('<!-- -->', '')
    },
  }
}

async function fill(scope: Scope): Promise<Rows> {
  const slug = scope.mission.slug
  const written = await writeNote(scope, { engagement: `${slug}-meeting-1`, body: BODY, language: 'en' })
  const note = written.done ? written.noteId : ''
  const marked = await markExcerpt(scope, { noteId: note }, MarkInput.parse({
    words: 'Sensors stand on two streets.', kind: 'fact', language: 'en', speaker: 'Director, sample', sourceKind: 'city', finding: 'new', statement: `Sensors of ${slug} are few`,
    relation: 'supports', reason: 'two streets only', dimensions: [`${slug}-dimension-1`],
  }))
  const link = await scope.database.read.selectFrom('evidence_link').select(['id', 'finding_id']).where('mission_id', '=', slug).executeTakeFirstOrThrow()
  const document = `${slug}-report`
  const node = `${slug}-report-1`
  await scope.database.write(async (tx) => {
    await tx.insertInto('document').values({ id: document, mission_id: slug, kind: 'report', title: `Report of ${slug}`, title_key: 'report', language: 'tg' }).execute()
    for (const [at, title] of ['1.1. Оинномаи мазкур', '1.1. Again'].entries()) {
      await tx.insertInto('outline_node').values({ id: `${document}-${at + 1}`, mission_id: slug, document_id: document, position: at + 1, level: 2, number: '1.1', title, page: 3 + at, translation: 'This charter', translation_state: 'draft' }).execute()
    }
    await tx.insertInto('task').values({ id: `${slug}-task`, mission_id: slug, kind: 'work-plan', position: 1, part: 'Part 1', title: `Plan of ${slug}`, owner: '', months: '["May","Jul"]' }).execute()
  })
  return { note, excerpt: marked.done ? marked.excerptId : '', finding: link.finding_id, link: link.id, node, document, dimension: `${slug}-dimension-1` }
}

/** The visible words of a page, tags left out, each run of space one. */
export function wordsOf(html: string): string {
  return html.replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
}
