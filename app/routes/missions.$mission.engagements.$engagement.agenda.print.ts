import { inMission, inside } from '#app/http/enter.server.ts'
import { toPaper } from '#app/http/papers.server.ts'

/** The address that was printed and sent around before papers had a desk. */
export const loader = inMission('mission.read', async (scope, { params }) => toPaper(inside(scope, '/papers/agenda'), params))
