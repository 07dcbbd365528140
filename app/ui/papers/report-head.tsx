import type { ReactNode } from 'react'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import { documentFacts } from '#app/ui/papers/document-list.tsx'

export type ReportFace = Parameters<typeof documentFacts>[0]
type ReportHeadProps = { paper: ReportFace; base: string; at: '' | '/sections' | '/figures' | '/front'; canEdit: boolean; actions?: ReactNode }

/** The head of every page of a report's outline. */
export function ReportHead({ paper, base, at, canEdit, actions }: ReportHeadProps) {
  const here = `${base}/documents/${paper.id}`
  const tabs = [{ to: '', label: 'Outline' }, { to: '/sections', label: 'Arrange' }, { to: '/figures', label: 'Figures' }, { to: '/front', label: 'Front matter' }] as const
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/report`}>Report and plan</a>{documentFacts(paper).map((fact) => <span key={fact}> · {fact}</span>)} {paper.sample === 1 && <SampleMark />}</>} title={paper.title} lang={paper.language || undefined} actions={actions} />
      <Tabs label="Pages of the report" tabs={tabs.filter(({ to }) => canEdit || to !== '/sections').map(({ to, label }) => ({ href: `${here}${to}`, label, current: to === at }))} />
    </>
  )
}
