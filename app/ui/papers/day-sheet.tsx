import type { ReactNode } from 'react'
import { CUT_TITLE, runIn } from '#app/domain/papers/day-page.ts'
import type { PageFit } from '#app/domain/papers/day-page.ts'
import { shorten } from '#app/domain/papers/day-text.ts'
import { CALLED_OFF, languageWords } from '#app/domain/papers/day-sheet.ts'
import type { DaySheet as DaySheetFacts, SheetMeeting } from '#app/domain/papers/day-sheet.ts'
import { count } from '#app/domain/text.ts'
import { formatDayLong, formatDayShort } from '#app/domain/time.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { SheetPeople } from '#app/ui/papers/sheet-people.tsx'

type DaySheetProps = { sheet: DaySheetFacts; fit: PageFit; /** When it is printed, by the mission's clock. */ printed: string; /** The stops as dots on a line. */ route: ReactNode }

/** The paper of one day: one A4 page, however long the day is. */
export function DaySheet({ sheet, fit, printed, route }: DaySheetProps) {
  const { day, city, offset, compared, meetings, people } = sheet
  return (
    <article className="sheet" data-density={fit.density} aria-label={`Day sheet, ${formatDayLong(day)}, ${city}`}>
      <header className="head">
        <div>
          <p className="small soft">{sheet.mission} · stop {sheet.stop.number} of {sheet.stop.of}</p>
          <h1>{formatDayLong(day)}, {city}</h1>
          <p>All times {city}, {offset}{compared.length > 0 && `. ${capital(compared.join(', '))}.`}</p>
        </div>
        <p className="small soft">Plan version {sheet.version}<br />printed {printed}</p>
      </header>
      {route}
      {meetings.slice(0, fit.meetings).map((meeting) => <Meeting key={meeting.id} meeting={meeting} fit={fit} />)}
      {meetings.length === 0 && <p className="soft">Nothing is planned on this day yet.</p>}
      {fit.people > 0 && <SheetPeople people={people} fit={fit} several={meetings.length > 1} />}
      <SheetFoot sheet={sheet} fit={fit} />
    </article>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function Meeting({ meeting, fit }: { meeting: SheetMeeting; fit: PageFit }) {
  const { id, when, title, status, sample } = meeting
  const brief = CALLED_OFF.has(status) || fit.density === 'cut'
  return (
    <section className="sec" aria-labelledby={`m-${id}`} data-s={status === 'cancelled' ? status : undefined}>
      <h2 id={`m-${id}`}>
        <span>{when === '' ? <span className="soft">No time yet</span> : <time>{when}</time>} <span className="what">{fit.density === 'cut' ? shorten(title, CUT_TITLE) : title}</span> {sample && <SampleMark />}</span>
        <StatusMark status={status as StatusWord} />
      </h2>
      {!brief && <p>{aboutWords(meeting)}</p>}
      {!brief && meeting.items.length > 0 && <Agenda meeting={meeting} fit={fit} />}
    </section>
  )
}

/** Place, team and languages; what is not stated is said so, since somebody has to ask for it. */
function aboutWords(meeting: SheetMeeting): string {
  if (meeting.kind === 'travel' || meeting.kind === 'buffer') return [meeting.kind === 'travel' ? 'Travel' : 'Buffer', meeting.place, meeting.team].filter(Boolean).join(' · ')
  return [meeting.place || 'Place not stated', meeting.team, languageWords(meeting) || 'Language not stated'].filter(Boolean).join(' · ')
}

function Agenda({ meeting, fit: { density } }: { meeting: SheetMeeting; fit: PageFit }) {
  const { items } = meeting
  if (density === 'dense') return <p>{runIn(meeting)}</p>
  if (density !== 'full' && density !== 'close') return <p>Agenda: {count(items.length, 'item', 'items')}, {items[0]?.when.slice(0, 5)}–{items.at(-1)?.when.slice(-5)}</p>
  return (
    <Table caption={`Agenda of ${meeting.title}`} quiet heads={[{ label: 'Time', fit: true }, { label: 'Item' }, { label: 'Who' }]}>
      {items.map((item, at) => (
        <Row key={at}>
          <Cell fit><time>{item.when}</time></Cell>
          <RowHead>{item.title}</RowHead>
          <Cell>{item.who.join(', ')}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function SheetFoot({ sheet, fit }: { sheet: DaySheetFacts; fit: PageFit }) {
  const { meetings, people, next } = sheet
  const left = [meetings.length > fit.meetings && count(meetings.length - fit.meetings, 'more engagement', 'more engagements'), people.length > fit.people && count(people.length - fit.people, 'more person', 'more people')].filter(Boolean)
  return (
    <footer className="small soft">
      {left.length > 0 && <p><b>Left out to stay on one page: {left.join(', ')}.</b> They stand in Caravan.</p>}
      {fit.density === 'bare' && <p>Agenda items are left out to stay on one page.</p>}
      <p>
        {sheet.coordinator !== '' && <>Coordinator: {sheet.coordinator}. </>}
        {sheet.liaison !== '' && <>Liaison: {sheet.liaison}. </>}
        {sheet.stopSample && <SampleMark />}{' '}
        {next && <>Next, {formatDayShort(next.day)}: {next.titles.slice(0, 4).join('; ')}{next.titles.length > 4 && ` and ${next.titles.length - 4} more`}</>}
      </p>
    </footer>
  )
}
