import { goTo } from '#app/http/answers.server.ts'
import { engagementIn } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'

/** People stand on the page of their engagement. */
export const loader = inMission('mission.read', async (scope, { params }) => goTo(inside(scope, `/engagements/${engagementIn(params)}#who`)))
