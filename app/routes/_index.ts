import { goTo } from '#app/http/answers.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { listMissionsOf } from '#db/missions.server.ts'

/** The first page: the only mission of an account, or the list of them. */
export const loader = signedIn(async ({ actor }, { app }) => {
  const [mission, ...others] = (await listMissionsOf(app.database.read, actor.accountId)).filter((each) => each.archivedMs === null)
  return goTo(mission && others.length === 0 ? `/missions/${mission.slug}` : '/missions')
})
