import { wallOf } from '#app/domain/time.ts'
import { inMission } from '#app/http/enter.server.ts'
import { missionText } from '#db/mission-file.server.ts'

export const loader = inMission('mission.manage', async (scope, { url }) => {
  const asked = { files: url.searchParams.has('files'), contacts: url.searchParams.has('contacts') }
  const pieces = missionText(scope.database, scope.mission.id, asked)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  const name = `${scope.mission.slug}-${wallOf(scope.nowMs, scope.actor.zone).day}.json`
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' } })
})
