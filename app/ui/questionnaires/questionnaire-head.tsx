import type { ReactNode } from 'react'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'

type HeadProps = { base: string; paper: { id: string; title: string; language: string; sample: number; source_line: number | null }; tab: 'questions' | 'wording' | 'preview' | 'requests'; actions?: ReactNode }

const TABS = [['questions', 'Questions', ''], ['wording', 'Languages', '/wording'], ['preview', 'As a guest sees it', '/preview'], ['requests', 'Organisations', '/requests']] as const

/** The head of every page of a questionnaire, with the ways between them. */
export function QuestionnaireHead({ base, paper, tab, actions }: HeadProps) {
  const at = `${base}/questionnaires/${paper.id}`
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/questionnaires`}>Questionnaires</a>{paper.source_line !== null && <> · <a href={`${base}/documents/${paper.id}`}>as printed in the deck, line {paper.source_line}</a></>} {paper.sample === 1 && <SampleMark />}</>} title={paper.title} lang={paper.language} actions={actions} />
      <Tabs label="Pages of this questionnaire" tabs={TABS.map(([key, label, rest]) => ({ href: at + rest, label, current: key === tab }))} />
    </>
  )
}
