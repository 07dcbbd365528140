import { numberWords } from '#app/domain/papers/documents.ts'
import { formatDay } from '#app/domain/time.ts'
import { WhyBack } from '#app/ui/assessment/why-back.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { Clock, MeetingTime } from '#app/ui/meetings/when.tsx'
import { DocumentFiles } from '#app/ui/papers/document-files.tsx'
import type { PaperFile } from '#app/ui/papers/document-files.tsx'
import { DocumentNode } from '#app/ui/papers/document-node.tsx'
import { kindLabel, levelOf } from '#app/ui/papers/document-words.ts'

type Paper = {
  id: string; kind: string; title: string; number: string; dated_day: string | null; language: string; author: string; direction: string; recipient: string; confidentiality: string; intro: string; translation: string
  organisation_id: string | null; organisation: string | null; person_id: string | null; original_id: string | null; sample: number; source_line: number | null; nodes: number | null
}
type Tongue = { id: string; title: string; language: string; translation_of_id: string | null }
type DocumentTextProps = {
  base: string; here: string; paper: Paper; clock: Clock; marked: number; canMark: boolean; canEdit: boolean; canType: boolean
  nodes: readonly (Parameters<typeof DocumentNode>[0]['node'])[]; files: readonly { file: PaperFile; older: number }[]; translations: readonly Tongue[]
  handedOut: readonly (MeetingTime & { id: string; engagement_id: string; title: string; item: string | null })[]
  why?: Parameters<typeof WhyBack>[0]['why']; paging?: Parameters<typeof Paging>[0]['paging']
}

/** A document: what it is, its files, where it is handed out, and its text in passages that can be marked. */
export function DocumentText(props: DocumentTextProps) {
  const { base, here, paper, nodes, why, canEdit, canMark, canType, files, clock, paging } = props
  const lang = paper.language || undefined
  return (
    <>
      <WhyBack why={why} base={base} />
      <PageHead eyebrow={<><a href={`${base}/documents`}>Documents</a> · {kindLabel(paper.kind)}{paper.source_line !== null && ` · line ${paper.source_line} of the deck`} {paper.sample === 1 && <SampleMark />}</>} title={paper.title} lang={lang}
        lead={<>
          {paper.intro !== '' && <p className="prelined" lang={lang}>{paper.intro}</p>}
          {paper.translation !== '' && <p className="small prelined">{paper.translation}</p>}
        </>}
        actions={canEdit ? <><ButtonLink href={`${here}/edit`} icon="edit">Edit</ButtonLink><ButtonLink href={`${here}/remove`} kind="quiet" icon="trash">Remove…</ButtonLink></> : undefined} />
      <Columns half>
        <Section id="facts" title="Facts"><DocumentFacts {...props} /></Section>
        <Stack>
          <DocumentFiles files={files} base={base} here={here} clock={clock} canEdit={canEdit} />
          <HandedOut {...props} />
        </Stack>
      </Columns>
      <Section id="text" title="Text" aside={canType && nodes.length > 0 ? <a href={`${here}/passages/new`}>Type a passage</a> : undefined}>
        {nodes.map((node) => <DocumentNode key={node.id} node={node} here={here} lang={paper.language} canMark={canMark} canEdit={canType} />)}
        {nodes.length === 0 && <Empty title="This document has no text here" action={canType ? <ButtonLink href={`${here}/passages/new`} icon="plus">Type a passage</ButtonLink> : undefined}>{files.length === 0 ? 'Keep its file, or type the words that matter: they can then be searched and marked as evidence.' : 'Type the words that matter: they can then be searched and marked as evidence.'}</Empty>}
        <Paging label="Pages of the text" paging={paging} />
      </Section>
    </>
  )
}

function DocumentFacts({ base, paper, translations, marked }: DocumentTextProps) {
  const level = levelOf(paper.confidentiality)
  const original = translations.find((one) => one.id === paper.original_id)
  const others = translations.filter((one) => one.id !== paper.original_id)
  return (
    <Facts>
      {paper.number !== '' && <Fact term="Number">{numberWords(paper.number)}</Fact>}
      {paper.dated_day !== null && <Fact term="Date">{formatDay(paper.dated_day)}</Fact>}
      {paper.language !== '' && <Fact term="Language">{languageName(paper.language)}</Fact>}
      {(paper.organisation_id !== null || paper.author !== '') && <Fact term="From"><From base={base} paper={paper} /></Fact>}
      {paper.recipient !== '' && <Fact term="To">{paper.recipient}</Fact>}
      {paper.direction !== '' && <Fact term="Received or sent">{kindLabel(paper.direction)}</Fact>}
      {original && <Fact term="Translation of"><Tongues base={base} papers={[original]} /></Fact>}
      {others.length > 0 && <Fact term={original ? 'Other translations' : 'Translated in'}><Tongues base={base} papers={others} /></Fact>}
      <Fact term="May be read by"><Mark icon={level.icon} state={level.state}>{level.word}</Mark></Fact>
      {marked > 0 && <Fact term="Marked"><a href="#text">{marked} {marked === 1 ? 'sentence' : 'sentences'}</a></Fact>}
    </Facts>
  )
}

function From({ base, paper }: { base: string; paper: Paper }) {
  const signed = paper.author !== '' && (paper.organisation_id === null || paper.author !== paper.organisation)
  return (
    <>
      {paper.organisation_id !== null && <a href={`${base}/organisations/${paper.organisation_id}`}>{paper.organisation}</a>}
      {paper.organisation_id !== null && signed && ', '}
      {signed && (paper.person_id === null ? <span lang={paper.language || undefined}>{paper.author}</span> : <a href={`${base}/people/${paper.person_id}`}>{paper.author}</a>)}
    </>
  )
}

function Tongues({ base, papers }: { base: string; papers: readonly Tongue[] }) {
  return <>{papers.map(({ id, title, language }, at) => <span key={id}>{at > 0 && '; '}<a href={`${base}/documents/${id}`} lang={language || undefined}>{title}</a>{language !== '' && ` (${languageName(language)})`}</span>)}</>
}

function HandedOut({ base, handedOut }: DocumentTextProps) {
  if (handedOut.length === 0) return null
  return (
    <Section id="handed-out" title="Handed out at">
      <List label="Where it is handed out">{handedOut.map((each) => <ListRow key={each.id} under={<><MeetingWhen meeting={each} />{each.item !== null && ` · at “${each.item}”`}</>}><a href={`${base}/engagements/${each.engagement_id}#hand-outs`}>{each.title}</a></ListRow>)}</List>
    </Section>
  )
}
