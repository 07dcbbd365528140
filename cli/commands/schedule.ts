import { writeFileSync } from 'node:fs'
import { scheduleOf } from '#app/domain/agenda/schedule.ts'
import { scheduleJson, scheduleXml } from '#app/files/schedule.ts'
import { Complaint, NOT_FOUND, WRONG_USAGE, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { findMissionOf } from '#db/calendar.server.ts'
import { findMissionBySlug } from '#db/missions.server.ts'
import { findPublicationOf, findVersion, listLatestVersions } from '#db/published.server.ts'
import { publishedToken } from '#db/tokens.server.ts'
import type { LatestVersion } from '#db/published.server.ts'

const USAGE = 'schedule (--mission SLUG | --engagement ID) [--format xml|json] [-o FILE]'
type Found = { mission: { id: string; title: string; slug: string }; engagementId: string | null; versions: Pick<LatestVersion, 'number' | 'content'>[] }

/** `schedule`: what is published of a mission or an engagement, as schedule XML or JSON; 3 where nothing is. */
export async function run(args: string[]): Promise<number> {
  const { values } = wordsOf(args, USAGE, { mission: { type: 'string' }, engagement: { type: 'string' }, format: { type: 'string' }, output: { type: 'string', short: 'o' } })
  const format = String(values['format'] ?? 'xml')
  if ((values['mission'] === undefined) === (values['engagement'] === undefined) || !['xml', 'json'].includes(format)) throw new Complaint(`Say of what, and as xml or json: caravan ${USAGE}.`, WRONG_USAGE)
  const text = await withInstallation(async (installation) => {
    const { mission, engagementId, versions } = values['mission'] === undefined ? await ofEngagement(installation, String(values['engagement'])) : await ofMission(installation, String(values['mission']))
    const address = await findPublicationOf(installation.database.read, mission.id, engagementId)
    const url = address?.state === 'open' ? `${installation.config.baseUrl}/agenda/${publishedToken(installation.config.secret, address.id, address.generation)}` : installation.config.baseUrl
    const schedule = scheduleOf({ title: mission.title, slug: mission.slug, url, version: String(versions.reduce((sum, { number }) => sum + number, 0)) }, versions.map(({ content }) => content))
    if (!schedule) throw new Complaint('No agenda of it is published. Publish one on its page first.', NOT_FOUND)
    return format === 'xml' ? scheduleXml(schedule) : scheduleJson(schedule)
  })
  if (values['output'] === undefined) process.stdout.write(text)
  else writeFileSync(String(values['output']), text)
  return 0
}

async function ofMission({ database }: Installation, slug: string): Promise<Found> {
  const mission = await findMissionBySlug(database.read, slug)
  if (!mission) throw new Complaint(`There is no mission “${slug}”; “caravan mission list” names those there are.`, NOT_FOUND)
  return { mission, engagementId: null, versions: await listLatestVersions(database.read, mission.id) }
}

async function ofEngagement({ database }: Installation, engagementId: string): Promise<Found> {
  const missionId = await findMissionOf(database.read, engagementId)
  const published = missionId === undefined ? undefined : await findPublicationOf(database.read, missionId, engagementId)
  if (missionId === undefined || published?.state !== 'open') throw new Complaint(`Nothing is published of an engagement “${engagementId}”; its id stands in the address of its page.`, NOT_FOUND)
  const latest = await findVersion(database.read, missionId, published.id)
  return { mission: { id: missionId, title: published.missionTitle, slug: published.slug }, engagementId, versions: latest ? [latest] : [] }
}
