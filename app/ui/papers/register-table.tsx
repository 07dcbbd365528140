import { around } from '#app/domain/find.ts'
import { kindFacts } from '#app/domain/meetings/attachments.ts'
import { numberWords } from '#app/domain/papers/documents.ts'
import { count, formatSize } from '#app/domain/text.ts'
import { formatDay } from '#app/domain/time.ts'
import { Marked } from '#app/ui/directory/hit.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, Table } from '#app/ui/kit/table.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { kindLabel, levelOf } from '#app/ui/papers/document-words.ts'

type FileFace = { id: string; name: string; kind: string; size: number; version: number }
type Hit = { id: string; number: string; title: string; page: number | null; body: string; translation: string; found: number }
export type RegisterLine = {
  id: string; kind: string; title: string; number: string; dated_day: string | null; language: string; author: string; direction: string; confidentiality: string; sample: number; source_line: number | null
  organisation_id: string | null; organisation: string | null; original_id: string | null; original: string | null; nodes: number | null; excerpts: number | null
  files: readonly FileFace[]; hit?: Hit | undefined
}

type RegisterTableProps = { rows: readonly RegisterLine[]; base: string; words: readonly string[] }

const HEADS = [{ label: 'Document' }, { label: 'Number' }, { label: 'Date', fit: true }, { label: 'From' }, { label: 'File' }]

/** Documents with number, date, sender and file; where words were looked for, with the passage that says them. */
export function RegisterTable({ rows, base, words }: RegisterTableProps) {
  return (
    <div className="register">
      <Table caption="Documents" quiet fold heads={HEADS}>
        {rows.map((paper) => (
          <Row key={paper.id} id={`d-${paper.id}`}>
            <Title paper={paper} base={base} words={words} />
            <Cell label="Number">{paper.number === '' ? null : <Marked text={numberWords(paper.number)} words={words} />}</Cell>
            <Cell label="Date">{paper.dated_day === null ? <span className="soft">no date</span> : <span className="whole">{formatDay(paper.dated_day)}</span>}</Cell>
            <Cell label="From">{hasSender(paper) && <Sender paper={paper} base={base} words={words} />}</Cell>
            <Cell label="File"><Files files={paper.files} base={base} here={`${base}/documents/${paper.id}`} /></Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}

function Title({ paper, base, words }: { paper: RegisterLine; base: string; words: readonly string[] }) {
  const { id, kind, title, language, original, original_id, source_line, sample, confidentiality, hit } = paper
  const level = levelOf(confidentiality)
  return (
    <th scope="row" role="rowheader">
      <a href={`${base}/documents/${id}`} lang={language || undefined}><Marked text={title} words={words} /></a>
      <span className="under small soft">
        {[kindLabel(kind), language && languageName(language), source_line === null ? '' : `line ${source_line} of the deck`, ...sizes(paper)].filter(Boolean).join(' · ')} {sample === 1 && <SampleMark />}
        {confidentiality !== 'team' && <> <Mark icon={level.icon} state={level.state}>{level.word}</Mark></>}
      </span>
      {original_id !== null && <span className="under small soft">translation of <a href={`${base}/documents/${original_id}`}>{original}</a></span>}
      {hit && <Said hit={hit} here={`${base}/documents/${id}`} lang={language} words={words} />}
    </th>
  )
}

function sizes({ nodes, excerpts }: RegisterLine): string[] {
  return [Number(nodes) > 0 ? count(Number(nodes), 'passage', 'passages') : 'no text', Number(excerpts) > 0 ? count(Number(excerpts), 'sentence marked', 'sentences marked') : '']
}

function Said({ hit, here, lang, words }: { hit: Hit; here: string; lang: string; words: readonly string[] }) {
  const where = [hit.number === '' || hit.title.startsWith(hit.number) ? '' : hit.number, hit.page === null ? '' : `page ${hit.page}`].filter(Boolean).join(', ')
  const body = hit.body === '' ? hit.title : hit.body
  return (
    <span className="under said-there">
      <a href={`${here}/nodes/${hit.id}`} lang={lang || undefined}><Marked text={around(body, words)} words={words} /></a>
      {hit.translation !== '' && <span className="under small soft"><Marked text={around(hit.translation, words)} words={words} /></span>}
      {(where !== '' || hit.found > 1) && <span className="under small soft">{[where, hit.found > 1 ? `and in ${count(hit.found - 1, 'more passage', 'more passages')}` : ''].filter(Boolean).join(' · ')}</span>}
    </span>
  )
}

function hasSender({ organisation_id, author, direction }: RegisterLine): boolean {
  return organisation_id !== null || author !== '' || direction !== ''
}

function Sender({ paper, base, words }: { paper: RegisterLine; base: string; words: readonly string[] }) {
  const { organisation, organisation_id, author, direction } = paper
  return (
    <>
      {organisation_id !== null && <a href={`${base}/organisations/${organisation_id}`}><Marked text={organisation ?? ''} words={words} /></a>}
      {author !== '' && <span className={organisation_id === null ? undefined : 'under small soft'} lang={paper.language || undefined}><Marked text={author} words={words} /></span>}
      {direction !== '' && <span className="under small"><Mark icon={direction === 'sent' ? 'requested' : 'mail'} state="info">{direction}</Mark></span>}
    </>
  )
}

function Files({ files, base, here }: { files: readonly FileFace[]; base: string; here: string }) {
  const [first, ...others] = files
  if (!first) return <span className="soft">no file</span>
  const { word, inline } = kindFacts(first.kind)
  return (
    <>
      <a href={`${base}/attachments/${first.id}`} download={inline ? undefined : ''} title={first.name}>{word}<span className="vh"> {first.name}</span></a>
      <span className="under small soft">{formatSize(first.size)}{first.version > 1 && `, version ${first.version}`}</span>
      {others.length > 0 && <a className="under small" href={`${here}/files`}>{count(others.length, 'more file', 'more files')}</a>}
    </>
  )
}
