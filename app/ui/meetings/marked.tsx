import { Icon } from '#app/ui/kit/icon.tsx'
import { List } from '#app/ui/kit/list.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import type { RelationWord } from '#app/ui/kit/relation.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { UseMarks } from '#app/ui/assessment/attribution.tsx'
import type { Attributable } from '#app/ui/assessment/attribution.tsx'
import { Translation } from '#app/ui/assessment/said.tsx'

type MarkedRow = Pick<Attributable, 'attribution' | 'confidentiality'> & {
  id: string; body: string; language: string; kind: string; speaker: string; source_kind: string; translation: string; translation_state: string; sample: number
  mark: number
  state: 'exact' | 'moved' | 'lost'
  note_number: number | null
  links: readonly { id: string; finding_id: string; relation: RelationWord; statement: string; sample: number }[]
}

type MarkedProps = { rows: readonly MarkedRow[]; base: string; canLink: boolean; earlier?: string }

/** The marked words of a text, each with what it leads to. `earlier` is the address of the texts that the note had before. */
export function Marked({ rows, base, canLink, earlier }: MarkedProps) {
  return (
    <List label="Marked words">
      {rows.map((row) => (
        <li key={row.id} id={`m-${row.id}`} className="marked">
          {row.state === 'lost' && <span id={`e-${row.id}`} />}
          <span>
            <span className="num-ref" aria-hidden="true">{row.mark}</span> <a href={`${base}/evidence/${row.id}`} lang={row.language}>“{row.body}”</a> {row.sample === 1 && <SampleMark />}
            <Translation said={row} />
            <span className="under small soft">{[row.kind, row.speaker || 'speaker not named', row.source_kind].filter(Boolean).join(' · ')}<UseMarks said={row} /></span>
            {row.state === 'lost' && <Lost row={row} earlier={earlier} />}
            {row.links.map((link) => (
              <span key={link.id} className="under small">
                <Relation relation={link.relation} /> <a href={`${base}/findings/${link.finding_id}`}>{link.statement}</a> {link.sample === 1 && <SampleMark />}
              </span>
            ))}
          </span>
          {canLink && <a className="btn tight" href={`${base}/evidence/${row.id}#link`}><Icon name="link" />{row.links.length === 0 ? 'Link' : 'Link more'}<span className="vh"> mark {row.mark}</span></a>}
        </li>
      ))}
    </List>
  )
}

function Lost({ row, earlier }: { row: MarkedRow; earlier: string | undefined }) {
  return (
    <span className="under small">
      <LintMark severity="note">no longer in the text</LintMark>{' '}
      {earlier !== undefined && row.note_number !== null && <a href={`${earlier}#text-${row.note_number}`}>It stands in text {row.note_number}</a>}
    </span>
  )
}
