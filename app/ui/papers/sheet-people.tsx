import type { PageFit } from '#app/domain/papers/day-page.ts'
import type { SheetPerson } from '#app/domain/papers/day-sheet.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type SheetPeopleProps = { people: readonly SheetPerson[]; fit: PageFit; /** More than one engagement: it is said who is where. */ several: boolean }

/** Who is there, in protocol order, with titles as printed; running text where the page is short of room. */
export function SheetPeople({ people, fit, several }: SheetPeopleProps) {
  const shown = people.slice(0, fit.people)
  const phones = shown.some((person) => person.phone !== '')
  const sample = phones && shown.some((person) => person.samplePhone)
  const table = fit.density === 'full' || fit.density === 'close'
  return (
    <section className="sec" aria-labelledby="people">
      <h2 id="people"><span>People, in protocol order {sample && <span className="small">phones <SampleMark /></span>}</span></h2>
      {table ? <PeopleTable people={shown} phones={phones} several={several} /> : <p>{shown.map((person, at) => <span key={at}>{at + 1} <b>{person.name}</b>{detailOf(person, several)}{at + 1 < shown.length && ' · '}</span>)}</p>}
    </section>
  )
}

function detailOf({ title, roles, phone, at }: SheetPerson, several: boolean): string {
  return [title && `, ${title}`, ` (${[...roles, ...(several ? at : [])].join(', ')})`, phone && ` ${phone}`].filter(Boolean).join('')
}

function PeopleTable({ people, phones, several }: { people: readonly SheetPerson[]; phones: boolean; several: boolean }) {
  const heads = [{ label: 'No.', num: true }, { label: 'Name' }, { label: 'Title as printed' }, { label: 'Role' }, ...(several ? [{ label: 'At' }] : []), ...(phones ? [{ label: 'Phone', num: true }] : [])]
  return (
    <Table caption="People of the day, in protocol order" quiet fold heads={heads}>
      {people.map((person, at) => (
        <Row key={at}>
          <Cell num no>{at + 1}</Cell>
          <RowHead>{person.name} {person.sample && <SampleMark />}</RowHead>
          <Cell>{person.title}</Cell>
          <Cell label="Role">{person.roles.join(', ')}</Cell>
          {several && <Cell label="At">{person.at.join(', ')}</Cell>}
          {phones && <Cell num label="Phone">{person.phone}</Cell>}
        </Row>
      ))}
    </Table>
  )
}
