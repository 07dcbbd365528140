import { isPaperFormat, paperFileName } from '#app/domain/papers/formats.ts'
import { paperJson } from '#app/domain/papers/paper.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { figuresOf, handOutPaper, noFile, shownTo } from '#app/http/papers.server.ts'
import { writePaper } from '#app/files/write.server.ts'
import { sourcePath } from '#app/ui/papers/source-path.ts'
import { findEdition, loadIssued } from '#db/editions.server.ts'

export const loader = inMission('mission.read', async (scope, { app, params }) => {
  const { format = '' } = params
  const id = idOf(params, 'edition')
  if (format !== 'json' && !isPaperFormat(format)) throw refuse('gone')
  const [edition, issued] = await Promise.all([findEdition(scope.database.read, scope.mission.id, id), loadIssued(scope.database.read, scope.mission.id, id)])
  if (!edition || !issued) throw refuse('gone')
  const paper = shownTo(scope, issued.paper)
  const name = paperFileName(paper, format, edition.number)
  if (format === 'json') return handOutPaper(new TextEncoder().encode(paperJson(paper)), 'application/json; charset=utf-8', name)
  const written = await writePaper(paper, format, { linkOf: (source) => `${app.config.baseUrl}${inside(scope, `/${sourcePath(source)}`)}`, writtenMs: edition.issued_ms, figures: await figuresOf(scope, paper) })
  if (!('bytes' in written)) return noFile(written.sentence)
  return handOutPaper(written.bytes, written.mediaType, name)
})
