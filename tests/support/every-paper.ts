/** All papers of the demo as its team would hand them out on the last evening. */
import { PAPER_KINDS } from '#app/domain/papers/kinds.ts'
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { listPaperSubjects } from '#app/operations/papers.server.ts'
import { openDemoPapers } from '#tests/support/demo-papers.ts'

/** Friday 7 February 2020, 18:00 in Tashkent. */
export const LAST_EVENING_MS = Date.UTC(2020, 1, 7, 13)

export type DemoPaper = { kind: PaperKindId; subject: string; name: string; paper: Paper }

/** Every kind in every language and for every audience it is written for; of each at most so many subjects. */
export async function composeDemoPapers({ subjects = 3, only = () => true }: { subjects?: number; only?: (name: string) => boolean } = {}): Promise<DemoPaper[]> {
  const demo = await openDemoPapers(LAST_EVENING_MS)
  const found: DemoPaper[] = []
  for (const { id, audiences, languages, beside } of PAPER_KINDS) {
    for (const { subject } of (await listPaperSubjects(demo.scope, id)).slice(0, subjects)) {
      for (const audience of audiences) {
        for (const [language, second] of [...languages.map((language) => [language, ''] as const), ...(beside ? ([['en', 'ru']] as const) : [])]) {
          const name = `${id}-${subject}-${audience}-${language}${second && `-${second}`}`
          const paper = only(name) ? await demo.compose(id, { subject, audience, language, second }) : null
          if (paper) found.push({ kind: id, subject, name, paper })
        }
      }
    }
  }
  await demo.close()
  return found
}
