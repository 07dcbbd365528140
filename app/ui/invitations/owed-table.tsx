import type { Gathering, Owed, OwedGroup } from '#app/domain/calendar/owed.ts'
import { wasPicked } from '#app/domain/calendar/owed.ts'
import { DEFAULT_LANGUAGE, textsOf } from '#app/domain/calendar/texts/texts.ts'
import { whenWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { formatDay } from '#app/domain/time.ts'
import { FIELD_WORDS, answerWord, reasonWords } from '#app/ui/invitations/words.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Change } from '#app/ui/kit/change.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type GroupProps = {
  group: OwedGroup
  by: Gathering
  base: string
  /** The page shows this group and no other. */
  narrowed: boolean
  canPick: boolean
  part: 'mail' | 'other'
  /** The picks of a form that was refused. */
  picked?: readonly string[] | undefined
}

/** Everybody who is owed something about one engagement, or everything that one person is owed; each with a tick. */
export function OwedGroupTable(props: GroupProps) {
  const { group, by, part } = props
  const [first] = group.rows
  const what = by === 'meeting' ? first.engagementTitle : first.name
  const caption = part === 'mail' ? `Mails ${by === 'meeting' ? 'about' : 'to'} ${what}` : `To tell by other means: ${what}`
  return (
    <Section id={`${part}-${group.id}`} title={<>{part === 'other' && <span className="vh">By other means: </span>}<GroupTitle {...props} /></>} aside={<GroupAside {...props} />}>
      <div className="owed"><Table caption={caption} quiet fold heads={[{ label: by === 'person' ? 'Meeting' : part === 'mail' ? 'Send to' : 'Person' }, { label: 'Version' }, { label: 'Before → after' }, { label: 'Answer' }]}>
        {group.rows.map((row) => <OwedRow key={row.pick} row={row} {...props} />)}
      </Table></div>
    </Section>
  )
}

function GroupTitle({ group: { rows: [first] }, by, base }: GroupProps) {
  if (by === 'person') return <a href={`${base}/people/${first.personId}`}>{first.name}</a>
  return <><a href={`${base}/engagements/${first.engagementId}`}>{first.engagementTitle}</a>, {formatDay(first.facts.day)}</>
}

function GroupAside({ group: { rows: [first] }, by, base, narrowed }: GroupProps) {
  const only = by === 'person' ? `by=person&person=${first.personId}` : `engagement=${first.engagementId}`
  return <>{by === 'person' ? <Where row={first} /> : <>times {zoneWords(first.facts)}</>}{!narrowed && <> · <a href={`${base}/invitations?${only}`}>only these<span className="vh"> of {by === 'person' ? first.name : first.engagementTitle}</span></a></>}</>
}

function OwedRow({ row, by, base, canPick, picked }: GroupProps & { row: Owed }) {
  const { plan } = row
  const previews = canPick && plan.by === 'mail' && plan.kind !== 'withdraw'
  const about = by === 'person' ? <About row={row} /> : <Who row={row} />
  return (
    <Row>
      <RowHead>
        {canPick ? <label className="pick tick"><input type="checkbox" name="pick" value={row.pick} defaultChecked={wasPicked(row, picked)} /><span>{about}</span></label> : about}
      </RowHead>
      <Cell label="Version"><Version row={row} /></Cell>
      <Cell label="Change">
        <Changes row={row} />
        <span className="under small soft">{reasonWords(row)}</span>
        {previews && <span className="under flush"><Button tight kind="quiet" formAction={`${base}/invitations/preview/${row.engagementId}/${row.personId}`} formTarget="_blank">Preview<span className="vh"> of the mail to {row.name} about {row.engagementTitle}, in a new tab</span></Button></span>}
      </Cell>
      <Cell label="Answer"><AnswerOf row={row} /></Cell>
    </Row>
  )
}

function Who({ row }: { row: Owed }) {
  return <>{row.name}<span className="under small soft"><Where row={row} /></span></>
}

function About({ row }: { row: Owed }) {
  return <>{row.engagementTitle}<span className="under small soft">{formatDay(row.facts.day)}, {zoneWords(row.facts)}</span></>
}

function Where({ row }: { row: Owed }) {
  if (row.plan.by === 'other') return <>no e-mail address</>
  return <>{row.address}{row.sampleAddress && <> <SampleMark /></>}{row.language !== DEFAULT_LANGUAGE && ` · in ${textsOf(row.language).englishName}`}</>
}

function Version({ row: { heldVersion, plan } }: { row: Owed }) {
  const next = plan.sequence + 1
  if (heldVersion === null || plan.newUid) return <b>{next}</b>
  return plan.kind === 'withdraw' ? <>stays</> : <>{heldVersion} → <b>{next}</b></>
}

function Changes({ row: { plan, facts } }: { row: Owed }) {
  if (plan.kind === 'cancel') return <><span className="vh">cancelled: </span><del>{whenWords(facts)}</del></>
  if (plan.changes.length === 0) return <>{whenWords(facts)}</>
  return (
    <>
      {plan.changes.map(({ field, before, after }) => (
        <span key={field} className="under">{FIELD_WORDS[field]} {field === 'about' ? 'has a new text' : <Change before={before || 'none'} after={after || 'none'} />}</span>
      ))}
    </>
  )
}

function AnswerOf({ row: { answer, heldVersion, plan } }: { row: Owed }) {
  if (heldVersion === null) return <span className="soft">not asked yet</span>
  const then = plan.kind === 'cancel' || plan.kind === 'withdraw' ? '' : plan.asksAgain ? (answer === 'none' ? 'still open' : 'asked again') : answer === 'none' ? 'still open' : 'stands'
  return <><AnswerMark answer={answerWord(answer)} />{then !== '' && <span className="under small soft">{then}</span>}</>
}
