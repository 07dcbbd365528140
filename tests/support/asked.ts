/** An organisation of the demo that is asked the deck's survey, with the link to its answer page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '#db/ids.server.ts'
import { questionnaireToken } from '#db/tokens.server.ts'
import type { Site } from '#tests/support/site.ts'

export type Asked = { requestId: string; link: string; organisationId: string }

/** Inserts a request that was sent; `deadlineMs` lies far ahead unless said otherwise. */
export async function ask(site: Site, { language = 'tg', deadlineMs = Date.UTC(2030, 0, 1, 13), organisation = 0, state = 'sent' } = {}): Promise<Asked> {
  const requestId = newId()
  const rows = await site.database.read.selectFrom('organisation').select('id').where('merged_into_id', 'is', null).orderBy('id').limit(organisation + 1).execute()
  const organisationId = rows.at(-1)?.id ?? ''
  await site.database.write((tx) => tx.insertInto('questionnaire_request').values({
    id: requestId, mission_id: 'roadshow', document_id: 'survey', organisation_id: organisationId, language, deadline_ms: deadlineMs, deadline_zone: 'Asia/Dushanbe', deadline_city: 'Dushanbe', state, sent_ms: 1, created_ms: 1, contact_name: 'Officer, sample', contact_email: 'officer@example.org', sample: 1,
  }).execute())
  return { requestId, organisationId, link: `/questionnaire/${questionnaireToken(secretOf(site), requestId, 1)}` }
}

function secretOf(site: Site): string {
  return readFileSync(join(site.dataDir, 'secret'), 'utf8').trim()
}

/** The hidden fields and values of a page's answers, as a browser would send them. */
export function answersOn(page: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input type="hidden" form="answers"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, id = '', text = ''] of page.matchAll(/<textarea[^>]*name="(a-[^"]*)"[^>]*>([^<]*)<\/textarea>/g)) fields[id] = text
  return fields
}
