import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { marksOfNode } from '#app/http/marks.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { reportOutline } from '#app/http/report-outline.server.ts'
import { WhyBack } from '#app/ui/assessment/why-back.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { documentFacts } from '#app/ui/papers/document-list.tsx'
import { DocumentNode } from '#app/ui/papers/document-node.tsx'
import { ReportOutline } from '#app/ui/papers/report-outline.tsx'
import { findDocument, listOutline } from '#db/documents.server.ts'
import { listExcerpts } from '#db/evidence.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${(data?.outline ?? data?.text)?.paper.title ?? 'Document'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const db = scope.database.read
  const paper = await findDocument(db, scope.mission.id, params.document ?? '')
  if (!paper) throw refuse('gone')
  if (paper.kind === 'report') return { outline: await reportOutline(scope, paper, url), text: null }
  const asked = idIn(url, 'why')
  const [outline, excerpts, faces] = await Promise.all([
    listOutline(db, scope.mission.id, paper.id), listExcerpts(db, scope.mission.id, { documentId: paper.id }), asked ? listReadinessFaces(db, scope.mission.id) : [],
  ])
  const nodes = outline.map((node) => {
    const text = node.body === '' ? node.title : node.body
    return { id: node.id, level: node.level, number: node.number, title: node.title, page: node.page, text, translation: node.translation, translation_state: node.translation_state, marks: marksOfNode(text, excerpts.filter((one) => one.outline_node_id === node.id)) }
  })
  return { outline: null, text: { base: inside(scope), paper: { ...paper, nodes: nodes.length, excerpts: excerpts.length }, nodes, why: faces.find((face) => face.dimensionId === asked), canMark: can(scope.role, 'evidence.edit') } }
})

export default function DocumentPage() {
  const { outline, text } = useLoaderData<typeof loader>()
  return outline ? <ReportOutline {...outline} /> : <DocumentText {...text} />
}

type TextProps = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['text']>

function DocumentText({ base, paper, nodes, why, canMark }: TextProps) {
  return (
    <>
      <WhyBack why={why} base={base} />
      <PageHead eyebrow={<>{documentFacts(paper).join(' · ')} {paper.sample === 1 && <SampleMark />}</>} title={paper.title} lang={paper.language || undefined}
        lead={<>
          {paper.intro !== '' && <p className="prelined" lang={paper.language || undefined}>{paper.intro}</p>}
          {paper.translation !== '' && <p className="small prelined">{paper.translation}</p>}
        </>} />
      <div>
        {nodes.map((node) => <DocumentNode key={node.id} node={node} here={`${base}/documents/${paper.id}`} lang={paper.language} canMark={canMark} />)}
      </div>
      {nodes.length === 0 && <p className="soft">This paper has no text here.</p>}
    </>
  )
}
