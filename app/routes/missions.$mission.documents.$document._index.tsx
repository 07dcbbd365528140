import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refuse } from '#app/http/answers.server.ts'
import { loadDocumentText } from '#app/http/document-text.server.ts'
import { inMission } from '#app/http/enter.server.ts'
import { reportOutline } from '#app/http/report-outline.server.ts'
import { DocumentText } from '#app/ui/papers/document-text.tsx'
import { ReportOutline } from '#app/ui/papers/report-outline.tsx'
import { findDocument } from '#db/documents.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${(data?.outline ?? data?.text)?.paper.title ?? 'Document'} · Caravan` }]

/** A report shows its outline, every other document its text. */
export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const paper = await findDocument(scope.database.read, scope.mission.id, params.document ?? '')
  if (!paper) throw refuse('gone')
  return paper.kind === 'report' ? { outline: await reportOutline(scope, paper, url), text: null } : { outline: null, text: await loadDocumentText(scope, paper.id, url) }
})

export default function DocumentPage() {
  const { outline, text } = useLoaderData<typeof loader>()
  return outline ? <ReportOutline {...outline} /> : <DocumentText {...text} />
}
