/** What stands in front of a report and nobody writes: whom it thanks, and what its abbreviations stand for. */
import { abbreviationsIn, expand } from '#app/domain/papers/abbreviations.ts'
import type { Expansion } from '#app/domain/papers/abbreviations.ts'
import { groupMet } from '#app/domain/papers/persons-met.ts'
import type { Institution } from '#app/domain/papers/persons-met.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'
import { listMembers } from '#db/missions.server.ts'
import { listAbbreviations, listNamesBeside, listTitlesSaid } from '#db/outline.server.ts'
import { MOST_MET, listAppearances } from '#db/persons-met.server.ts'

type Appearance = Awaited<ReturnType<typeof listAppearances>>[number]
export type FrontMatter = { team: string[]; met: Institution<Appearance>[]; abbreviations: Expansion[] }

/** `said` are the texts of the report itself. Seven queries at most. */
export async function loadFrontMatter(db: Db, missionId: Id, documentId: Id, said: readonly string[]): Promise<FrontMatter> {
  const [members, rows, typed, titles] = await Promise.all([listMembers(db, missionId), listAppearances(db, missionId), listAbbreviations(db, missionId, documentId), listTitlesSaid(db, missionId)])
  const shorts = abbreviationsIn([...said, ...titles])
  const names = await listNamesBeside(db, shorts)
  return { team: members.filter(({ role }) => role !== 'viewer').map(({ name }) => name), met: groupMet(rows.slice(0, MOST_MET)), abbreviations: expand(shorts, typed, names) }
}
