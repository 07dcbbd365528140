import { gatherByPerson } from '#app/domain/people/protocol.ts'
import { formatMinute } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'
import { Icon } from '#app/ui/kit/icon.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import type { AnswerWord } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import type { Head } from '#app/ui/kit/table.tsx'

export type Appearance = {
  id: string; itemId: string | null; personId: string | null; role: string; name: string; honorific: string; printedTitle: string; representativeOf: string
  attended: number | null; attendance: string; deputyName: string; hasEmail: boolean; sample: boolean
}
export type Answered = { personId: string; sent: boolean; answer: string; deputyName: string; sample: boolean }

type PeopleTableProps = {
  rows: readonly Appearance[]
  held: readonly Answered[]
  /** When each item of the agenda starts. */
  starts: Readonly<Record<string, Minute>>
  base: string
  at: string
  canEdit: boolean
}

const HEADS: Head[] = [{ label: 'No.', num: true }, { label: 'Name and title as printed' }, { label: 'Role' }, { label: 'Answer' }]

/** One row for each person, in protocol order, with all that they do here. */
export function PeopleTable({ rows, held, starts, base, at, canEdit }: PeopleTableProps) {
  const groups = gatherByPerson(rows)
  const answers = new Map(held.map((each) => [each.personId, each]))
  return (
    <Table caption="Counterparts and team" quiet fold heads={canEdit ? [...HEADS, { label: 'Order and change', hidden: true }] : HEADS}>
      {groups.map((group, n) => {
        const first = group[0] as Appearance
        return (
          <Row key={first.id} id={`person-${first.id}`}>
            <Cell num no>{n + 1}</Cell>
            <RowHead><Name of={first} base={base} />{first.printedTitle !== '' && <div className="small soft">{first.printedTitle}</div>}</RowHead>
            <Cell label="Role"><Roles group={group} starts={starts} /></Cell>
            <Cell label="Answer"><Answer of={first} held={first.personId === null ? undefined : answers.get(first.personId)} /></Cell>
            {canEdit && <td role="cell" className="fit acts"><Steps of={first} at={at} first={n === 0} last={n === groups.length - 1} /></td>}
          </Row>
        )
      })}
    </Table>
  )
}

/** The honorific and the name, or whom a body sends. */
export function fullName({ honorific, name, personId, representativeOf }: Pick<Appearance, 'honorific' | 'name' | 'personId' | 'representativeOf'>): string {
  if (personId === null && representativeOf !== '') return name === representativeOf || name === '' ? `Representative of ${representativeOf}` : `${name}, for ${representativeOf}`
  return [honorific, name].filter(Boolean).join(' ')
}

function Name({ of, base }: { of: Appearance; base: string }) {
  const words = fullName(of)
  return <>{of.personId === null ? words : <a href={`${base}/people/${of.personId}`}>{words}</a>}{of.sample && <> <SampleMark /></>}</>
}

function Roles({ group, starts }: { group: readonly Appearance[]; starts: PeopleTableProps['starts'] }) {
  const times = group.flatMap(({ itemId }) => (itemId !== null && starts[itemId] !== undefined ? [starts[itemId]] : [])).toSorted((a, b) => a - b)
  return (
    <>
      {[...new Set(group.map((row) => row.role))].join(', ')}
      {times.length > 0 && <div className="small soft">at {times.map(formatMinute).join(', ')}</div>}
    </>
  )
}

function Answer({ of, held }: { of: Appearance; held: Answered | undefined }) {
  const came = of.attended === null ? null : <div><Came of={of} /></div>
  if (of.personId === null) return <>{came ?? <span className="soft">cannot be invited by mail</span>}</>
  if (!held?.sent) return <>{of.hasEmail ? <span className="soft">not invited yet</span> : <Mark icon="info" state="info">no e-mail address</Mark>}{came}</>
  const answer = answerOf(held.answer)
  return <><AnswerMark answer={answer} />{held.sample && <> <SampleMark /></>}{answer === 'deputy' && held.deputyName !== '' && <div className="small soft">{held.deputyName}</div>}{came}</>
}

export function answerOf(answer: string): AnswerWord {
  return (['accepted', 'tentative', 'declined', 'deputy'] as const).find((word) => word === answer) ?? 'no answer'
}

/** Who was there, as it was recorded. */
export function Came({ of }: { of: Pick<Appearance, 'attendance' | 'attended' | 'deputyName'> }) {
  if (of.attendance === 'excused') return <Mark icon="declined" state="declined">excused</Mark>
  if (of.attendance === 'deputy') return <Mark icon="person" state="held">{of.deputyName === '' ? 'a deputy' : of.deputyName} came instead</Mark>
  if (of.attendance === 'visitor') return <Mark icon="held" state="held">came as a visitor</Mark>
  return of.attended === 1 ? <Mark icon="held" state="held">came</Mark> : <Mark icon="no-show" state="no-show">did not come</Mark>
}

/** Earlier and later in the protocol, and everything else about the appearance. */
function Steps({ of, at, first, last }: { of: Appearance; at: string; first: boolean; last: boolean }) {
  const who = fullName(of)
  return (
    <form method="post" action={`${at}/people/reorder`} className="line protocol">
      <Hidden values={{ participation: of.id }} />
      {!first && <button className="btn tight quiet" name="go" value="earlier" aria-label={`Earlier: ${who}`}><Icon name="up" /></button>}
      {!last && <button className="btn tight quiet" name="go" value="later" aria-label={`Later: ${who}`}><Icon name="down" /></button>}
      <a className="btn tight quiet" href={`${at}/people/${of.id}/edit`}>Edit<span className="vh"> {who}</span></a>
    </form>
  )
}
