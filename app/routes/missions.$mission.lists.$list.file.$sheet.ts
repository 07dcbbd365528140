import { LIST_FORMATS } from '#app/domain/lists.ts'
import { wallOf } from '#app/domain/time.ts'
import { listCsv } from '#app/files/list-csv.ts'
import { listXlsx } from '#app/files/list-xlsx.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission } from '#app/http/enter.server.ts'
import { loadList } from '#app/operations/lists.server.ts'

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** A list as a file, with the filters that its page has: the same words behind the question mark. */
export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const format = LIST_FORMATS.find((each) => each === params['sheet'])
  const file = format && (await loadList(scope, params['list'] ?? '', url.searchParams))
  if (!format || !file) throw refuse('gone')
  const name = `${scope.mission.slug}-${params['list']}-${wallOf(scope.missionNowMs, scope.actor.zone).day}.${format}`
  const body = format === 'csv' ? listCsv(file) : new Uint8Array(await listXlsx(file))
  return new Response(body, { headers: { 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="${name}"`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' } })
})
