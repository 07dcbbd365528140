import { isPaperFormat, paperFileName } from '#app/domain/papers/formats.ts'
import { paperJson } from '#app/domain/papers/paper.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { askedPaper, figuresOf, handOutPaper, noFile, shownTo } from '#app/http/papers.server.ts'
import { asDraft, clockOf } from '#app/operations/editions.server.ts'
import { composePaper } from '#app/operations/papers.server.ts'
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import { writePaper } from '#app/files/write.server.ts'
import { sourcePath } from '#app/ui/papers/source-path.ts'

export const loader = inMission('mission.read', async (scope, entered) => {
  const { kind, ask } = askedPaper(entered)
  const { format = '' } = entered.params
  if (format !== 'json' && !isPaperFormat(format)) throw refuse('gone')
  const db = scope.database.read
  const found = await composePaper({ db, mission: scope.mission, nowMs: scope.missionNowMs }, kind.id as PaperKindId, ask)
  if (!found) throw refuse('gone')
  const paper = asDraft(shownTo(scope, found), await clockOf(db, scope), scope.missionNowMs)
  const name = paperFileName(paper, format)
  if (format === 'json') return handOutPaper(new TextEncoder().encode(paperJson(paper)), 'application/json; charset=utf-8', name)
  const written = await writePaper(paper, format, { linkOf: (source) => `${entered.app.config.baseUrl}${inside(scope, `/${sourcePath(source)}`)}`, writtenMs: scope.missionNowMs, figures: await figuresOf(scope, paper) })
  if (!('bytes' in written)) return noFile(written.sentence)
  return handOutPaper(written.bytes, written.mediaType, name)
})
