import type { Issue, Severity } from '#app/domain/roadshow/lint-issue.ts'
import { issueSentence, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { scopeOf, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { loadIssues } from '#db/issues.server.ts'
import { listMissions } from '#db/missions.server.ts'

const USAGE = 'lint [--mission SLUG] [--json]'

/** One open issue as the contract names its parts. */
export type Warning = { code: string; severity: Severity; mission: string; place: string; message: string }

/** `lint`: every open issue of one mission, or of all that are not archived; what a person accepted is left out. */
export async function run(args: string[]): Promise<number> {
  const { values } = wordsOf(args, USAGE, { mission: { type: 'string' }, json: { type: 'boolean' } })
  const warnings = await withInstallation(async (installation) => await listWarnings(installation, values['mission'] === undefined ? undefined : String(values['mission'])))
  if (values['json']) console.log(JSON.stringify(warnings, null, 2))
  else if (warnings.length === 0) console.log('Nothing contradicts itself.')
  else for (const { severity, code, mission, place, message } of warnings) console.log([severity, code, mission, place, message].join('\t'))
  return 0
}

async function listWarnings(installation: Installation, slug: string | undefined): Promise<Warning[]> {
  const { read } = installation.database
  const slugs = slug === undefined ? (await listMissions(read)).filter((mission) => !mission.archived).map((mission) => mission.slug) : [slug]
  const warnings: Warning[] = []
  for (const each of slugs) {
    const { mission, missionNowMs } = await scopeOf(installation, each)
    const { open } = await loadIssues(read, mission.id, missionNowMs)
    warnings.push(...open.map((issue) => warningOf(each, issue)))
  }
  return warnings
}

function warningOf(mission: string, issue: Issue): Warning {
  return { code: issue.code, severity: issue.severity, mission, place: placeWords(issue), message: issueSentence(issue) }
}
