import { goTo } from '#app/http/answers.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { dropStagedFile } from '#app/operations/mission-files.server.ts'

export const action = signedIn(async ({ actor }, { app, params }) => {
  await dropStagedFile(app.database, actor.accountId, params['file'] ?? '')
  return goTo('/missions')
})
