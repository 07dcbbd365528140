import { titlesOf } from '#app/domain/papers/persons-met.ts'
import type { Institution, MetAppearance, MetPerson } from '#app/domain/papers/persons-met.ts'
import { count } from '#app/domain/text.ts'
import { Came } from '#app/ui/engagements/people-table.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

export type Met = MetAppearance & MeetingTime & { meeting: string }

const HEADS = [{ label: 'Name' }, { label: 'Title as printed on the day' }, { label: 'Met at' }]

/** One institution after the other, its persons as the protocol has them; what is printed is the same. */
export function PersonsMet({ groups, base }: { groups: readonly Institution<Met>[]; base: string }) {
  if (groups.length === 0) return null
  return (
    <div className="met stack">
      {groups.map(({ name, persons }) => (
        <section key={name} className="sec" aria-label={name || 'No institution named'}>
          <header><h2>{name || 'No institution named'}</h2><span className="small soft">{namesOf(persons)}</span></header>
          <Table caption={`Persons of ${name || 'no named institution'}`} quiet fold heads={HEADS}>{persons.map((person) => <PersonRow key={person.key} of={person} base={base} />)}</Table>
        </section>
      ))}
    </div>
  )
}

function namesOf(persons: readonly MetPerson<Met>[]): string {
  const named = persons.filter(({ unnamed }) => !unnamed).length
  return named === 0 ? 'no names noted' : count(named, 'name', 'names')
}

function PersonRow({ of, base }: { of: MetPerson<Met>; base: string }) {
  const titles = titlesOf(of)
  return (
    <Row>
      <RowHead>
        {of.unnamed && of.name === of.meetings[0]?.at.institution ? <span className="soft">Representatives, names not noted</span> : of.personId === null ? of.name : <a href={`${base}/people/${of.personId}`}>{of.name}</a>} {of.sample && <SampleMark />}
        {of.insteadOf !== '' && <span className="under small soft">for {of.insteadOf}</span>}
        {of.visitor && <span className="under small soft">visitor</span>}
      </RowHead>
      <Cell label="Title">{titles.length === 0 ? <span className="soft">none printed</span> : titles.map((title) => <div key={title}>{title}</div>)}</Cell>
      <Cell label="Met at">{of.meetings.map(({ at, title }) => (
        <div key={at.engagementId}><a href={`${base}/engagements/${at.engagementId}`}>{at.meeting}</a><span className="under small"><MeetingWhen meeting={at} />{titles.length > 1 && title !== '' && <span className="soft"> · as {title}</span>}</span></div>
      ))}</Cell>
    </Row>
  )
}

/** Those who are expected still, were excused or stayed away; not printed. */
export function NotMet({ rows, base, open }: { rows: readonly Met[]; base: string; open: boolean }) {
  if (rows.length === 0) return null
  return (
    <div className="acts">
      <Disclosure words={`Not met so far: ${rows.length}`} open={open} id="not-met">
        <List label="Not met so far">{rows.map((row) => (
          <ListRow key={`${row.engagementId} ${row.personId ?? row.name}`} under={<><a href={`${base}/engagements/${row.engagementId}`}>{row.meeting}</a> · <MeetingWhen meeting={row} /></>} mark={row.attended === null ? <Mark icon="requested" state="requested">expected</Mark> : <Came of={row} />}>{row.name} {row.sample && <SampleMark />}</ListRow>
        ))}</List>
      </Disclosure>
    </div>
  )
}
