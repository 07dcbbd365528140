import type { Owed, OwedGroup } from '#app/domain/calendar/owed.ts'
import { DEFAULT_LANGUAGE, textsOf } from '#app/domain/calendar/texts/texts.ts'
import { whenWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { formatDay } from '#app/domain/time.ts'
import { FIELD_WORDS, answerWord, reasonWords } from '#app/ui/invitations/words.ts'
import { Change } from '#app/ui/kit/change.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type GroupProps = { group: OwedGroup; base: string; narrowed: boolean; canPick: boolean; part: 'mail' | 'other' }

/** Everybody who is owed something about one engagement, each with a tick. */
export function OwedGroupTable({ group, base, narrowed, canPick, part }: GroupProps) {
  const id = `${part}-${group.engagementId}`
  return (
    <Section id={id} title={<>{part === 'other' && <span className="vh">By other means: </span>}<a href={`${base}/engagements/${group.engagementId}`}>{group.title}</a>, {formatDay(group.facts.day)}</>}
      aside={<>times {zoneWords(group.facts)}{!narrowed && <> · <a href={`${base}/invitations?engagement=${group.engagementId}`}>only these<span className="vh"> of {group.title}</span></a></>}</>}>
      <Table caption={part === 'mail' ? `Who gets a mail about ${group.title}` : `Who must be told of ${group.title} by other means`} quiet fold heads={[{ label: part === 'mail' ? 'Send to' : 'Person' }, { label: 'Version' }, { label: 'Before → after' }, { label: 'Answer' }]}>
        {group.rows.map((row) => <OwedRow key={row.pick} row={row} base={base} canPick={canPick} />)}
      </Table>
    </Section>
  )
}

function OwedRow({ row, base, canPick }: { row: Owed; base: string; canPick: boolean }) {
  const { plan } = row
  const previews = plan.by === 'mail' && plan.kind !== 'withdraw'
  return (
    <Row>
      <RowHead>
        {canPick ? <label className="pick tick"><input type="checkbox" name="pick" value={row.pick} defaultChecked /><span><Who row={row} /></span></label> : <Who row={row} />}
      </RowHead>
      <Cell label="Version"><Version row={row} /></Cell>
      <Cell label="Change">
        <Changes row={row} />
        <span className="under small soft">{reasonWords(plan)}{previews && <> · <a href={`${base}/invitations/preview/${row.engagementId}/${row.personId}`}>preview<span className="vh"> of the mail to {row.name}</span></a></>}</span>
      </Cell>
      <Cell label="Answer"><AnswerOf row={row} /></Cell>
    </Row>
  )
}

function Who({ row }: { row: Owed }) {
  return (
    <>
      {row.name}
      <span className="under small soft">{row.plan.by === 'mail' ? <>{row.address}{row.sampleAddress && <> <SampleMark /></>}{row.language !== DEFAULT_LANGUAGE && ` · in ${textsOf(row.language).englishName}`}</> : 'no e-mail address'}</span>
    </>
  )
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
