import type { PublishedAgenda } from '#app/domain/agenda/published.ts'
import { scheduleOf } from '#app/domain/agenda/schedule.ts'
import type { Schedule } from '#app/domain/agenda/schedule.ts'
import type { Instant } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { numberIn } from '#app/http/query.server.ts'
import type { Db } from '#db/database.server.ts'
import { findPublication, findVersion, listLatestVersions } from '#db/published.server.ts'
import { fitsPublished, idInToken } from '#db/tokens.server.ts'
import type { Publication } from '#db/published.server.ts'

/** One agenda in one of its versions, or all of a mission in their latest. */
export type Opened = { publication: Publication; agendas: { content: PublishedAgenda; number: number; atMs: Instant; changes: string[] }[]; /** The number of the version that stands now; the sum of them for a programme, which grows with each. */ latest: number; version: string }

const NOTHING = { title: 'There is no agenda at this address.', next: 'It may have been withdrawn, or the address was cut. Ask whoever gave it to you for a new one.' }

/** What an address opens. Withdrawn, replaced and never made are the same from outside. At most three queries. */
export async function openPublished({ app, params, url }: Pick<Entered, 'app' | 'params' | 'url'>): Promise<Opened> {
  const token = params['token'] ?? ''
  const id = idInToken(token)
  const found = id === undefined ? undefined : await findPublication(app.database.read, id)
  const fits = fitsPublished(token, app.config.secret, id ?? 'none', found?.generation ?? 1)
  if (!found || !fits || found.state !== 'open') throw refuse('gone', NOTHING)
  return found.engagementId === null ? await programmeOf(app.database.read, found) : await agendaOf(app.database.read, found, numberIn(url, 'version'))
}

async function agendaOf(db: Db, publication: Publication, number: number | undefined): Promise<Opened> {
  const newest = await findVersion(db, publication.missionId, publication.id)
  const shown = number === undefined || number === newest?.number ? newest : await findVersion(db, publication.missionId, publication.id, number)
  if (!newest || !shown) throw refuse('gone', NOTHING)
  return { publication, agendas: [shown], latest: newest.number, version: String(shown.number) }
}

async function programmeOf(db: Db, publication: Publication): Promise<Opened> {
  const agendas = (await listLatestVersions(db, publication.missionId)).map(({ content, number, atMs }) => ({ content, number, atMs, changes: [] }))
  const latest = agendas.reduce((sum, { number }) => sum + number, 0)
  return { publication, agendas, latest, version: String(latest) }
}

/** The schedule of what an address opens; 404 while nothing stands in it. */
export function scheduleIn({ publication, agendas, version }: Opened, url: string): Schedule {
  const schedule = scheduleOf({ title: publication.missionTitle, slug: publication.slug, url, version }, agendas.map(({ content }) => content))
  if (!schedule) throw refuse('gone', NOTHING)
  return schedule
}

/** A file of a published agenda: kept by nobody on the way, found by no search. */
export function publicFile(text: string, type: string, name: string): Response {
  return new Response(text, { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-cache' } })
}

