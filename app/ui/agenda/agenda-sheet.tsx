import { formatRange } from '#app/domain/time.ts'
import { Details } from '#app/ui/agenda/details.tsx'
import type { AgendaView } from '#app/ui/agenda/view.ts'
import { Sheet } from '#app/ui/kit/sheet.tsx'
import { Table } from '#app/ui/kit/table.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'

export type PrintedPerson = { name: string; title: string }
type AgendaSheetProps = { view: AgendaView; programme: string; people: Record<string, PrintedPerson[]>; printed: string }

/** The agenda as guests hold it: one A4, no marks and no remarks; a second language stands beside the first. */
export function AgendaSheet({ view, programme, people, printed }: AgendaSheetProps) {
  const { engagement, rows, moderators } = view
  const other = rows.find((row) => row.other)?.other
  const heads = [{ label: 'Time' }, { label: 'Programme' }, ...(other ? [{ label: languageName(other.language) || 'Programme' }] : []), { label: 'Speaker' }]
  return (
    <Sheet label={view.title}>
      <header className="agenda-head">
        <p className="small soft">{programme}</p>
        <h1>{engagement.title}</h1>
        <p>{engagement.dayText}{engagement.header && <>, {formatRange(engagement.header.start, engagement.header.end)}</>} · {engagement.venue === '' ? engagement.city : engagement.venue} <span className="zone">{engagement.city}, {engagement.offset}</span></p>
      </header>
      {moderators.length > 0 && <section aria-labelledby="led"><h2 id="led">Moderated by</h2><ul className="led">{moderators.map((each) => <Printed key={each.name} {...each} />)}</ul></section>}
      <Table caption={`Agenda, all times ${engagement.city}`} quiet heads={heads}>
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <td role="cell" className="at">{formatRange(row.start, row.end)}</td>
            <th scope="row" role="rowheader">{row.title}{row.track && <small>{row.track}</small>}<Details lines={row.details} /></th>
            {other && <td role="cell" lang={row.other?.language || undefined}>{row.other?.title}</td>}
            <td role="cell"><ul className="led">{(people[row.id] ?? []).map((each) => <Printed key={each.name} {...each} />)}</ul></td>
          </tr>
        ))}
      </Table>
      <p className="small soft">As of {printed}</p>
    </Sheet>
  )
}

function Printed({ name, title }: PrintedPerson) {
  return <li>{name}{title !== '' && <span className="under small soft">{title}</span>}</li>
}
