import { SHEET_LANGUAGES } from '#app/domain/papers/sheet-words.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { toPaper } from '#app/http/papers.server.ts'

/** The address that was printed and sent around before papers had a desk. */
export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const second = SHEET_LANGUAGES.find((code) => code === url.searchParams.get('language'))
  return toPaper(inside(scope, '/papers/signature-sheet'), params, second && `?second=${second}`)
})
