import type { CSSProperties } from 'react'
import type { Drawn, Grid as GridFacts, GridBand, GridDay } from '#app/domain/roadshow/grid.ts'
import { formatDay, formatDayNumber, formatMinute, weekdayOf } from '#app/domain/time.ts'
import { Icon } from '#app/ui/kit/icon.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'

type GridProps = { grid: GridFacts; base: string; canEdit: boolean; /** Days whose date is printed wrong, with the words that say so. */ wrongDays?: Readonly<Record<string, string>> }

/** Day × time: stops are bands, days are columns, hours are lines; a list where the page is narrow. */
export function Grid({ grid: { from, to, bands }, base, canEdit, wrongDays = {} }: GridProps) {
  const cols = bands.flatMap((band) => band.days.map((day) => widthOf(day, band.stopId !== undefined))).join(' ')
  return (
    <div className="grid" data-moves={canEdit ? '' : undefined} style={vars({ '--cols': cols, '--from': from, '--span': to - from })}>
      <Axis from={from} to={to} />
      {bands.map((band) => <Band key={band.key} band={band} base={base} canEdit={canEdit} wrongDays={wrongDays} />)}
    </div>
  )
}

/** A day with parallel meetings is wider; a free day between two stops needs little room. */
function widthOf({ timed, untimed }: GridDay, atStop: boolean): string {
  if (!atStop && timed.length + untimed.length === 0) return 'minmax(4.75rem,.4fr)'
  const lanes = Math.min(Math.max(1, ...timed.map((block) => block.lanes)), 4)
  return `minmax(calc(var(--least) * ${lanes}),${1 + 0.85 * (lanes - 1)}fr)`
}

function vars(values: Record<`--${string}`, string | number>): CSSProperties {
  return values as CSSProperties
}

function Axis({ from, to }: { from: number; to: number }) {
  const hours = Array.from({ length: to - from }, (_, i) => from + i).filter((hour) => hour % 2 === 0)
  return (
    <div className="axis" aria-hidden="true">
      <span />
      <span />
      <span>No time yet</span>
      <ol>{hours.map((hour) => <li key={hour} style={vars({ '--at': hour })}>{formatMinute(hour * 60)}</li>)}</ol>
    </div>
  )
}

type BandProps = { band: GridBand; base: string; canEdit: boolean; wrongDays: Readonly<Record<string, string>> }

function Band({ band: { stopId, title, clock, zone, days }, base, canEdit, wrongDays }: BandProps) {
  return (
    <section className="stop" data-kind={stopId === undefined ? 'between' : undefined} id={stopId && `stop-${stopId}`} style={vars({ '--days': days.length })}>
      <header>
        <h2>{stopId === undefined ? title : <a href={`${base}/stops/${stopId}`}>{title}</a>}</h2>
        {clock !== undefined && <time>{clock}</time>} <span className="zone">{zone}</span>
      </header>
      {days.map((day) => <DayColumn key={day.day} day={day} stopId={stopId} base={base} canEdit={canEdit} wrong={wrongDays[day.day]} />)}
    </section>
  )
}

function DayColumn({ day: { day, weekend, off, untimed, timed, nowAt, nowText, addAt, offset }, stopId, base, canEdit, wrong }: { day: GridDay; stopId?: string; base: string; canEdit: boolean; wrong?: string }) {
  const [number, month] = formatDayNumber(day).split(' ')
  const name = `${weekdayOf(day).slice(0, 3)} ${number}`
  return (
    <section className={weekend || off !== undefined ? 'day weekend' : 'day'} aria-current={nowAt === undefined ? undefined : 'date'}>
      <h3>
        {stopId === undefined ? name : <a href={`${base}/day-sheets/${stopId}/${day}`}>{name}<span className="vh">, day sheet</span></a>}{' '}
        <span>{wrong === undefined ? month : <Mark icon="error" state="error">{wrong}</Mark>}</span>
        {off !== undefined && <span className="off">{off}</span>}
        {nowText !== undefined && <span className="now">{nowText} now<span className="vh">, {offset}</span></span>}
        {canEdit && addAt !== '' && <a className="add" href={`${base}/engagements/new?stop=${addAt}&day=${day}`}><Icon name="plus" /><span className="vh">Add an engagement on {formatDay(day)}</span></a>}
      </h3>
      <ul className="untimed">{untimed.map((block) => <Block key={block.id} block={block} base={base} canEdit={canEdit} />)}</ul>
      <ol className="hours" data-day={day} data-stop={addAt || undefined}>
        {nowAt !== undefined && <li className="now-line" aria-hidden="true" style={vars({ '--at': nowAt })} />}
        {timed.map((block) => <Block key={block.id} block={block} base={base} canEdit={canEdit} />)}
      </ol>
    </section>
  )
}

/** Hours of room below which a block tells its start alone; in the list, and while it is pointed at, it tells everything. */
const SHORT = 1.5

function Block({ block: { id, kind, title, status, sample, when, where, at, for: hours, room, lane, lanes, length }, base, canEdit }: { block: Drawn; base: string; canEdit: boolean }) {
  const place = hours === 0 ? undefined : vars({ '--at': at, '--for': hours, '--room': room, ...(lanes > 1 ? { '--lane': lane, '--lanes': lanes } : {}) })
  return (
    <li className={hours > 0 && room < SHORT ? 'ev short' : 'ev'} data-s={status} data-kind={kind === 'travel' ? kind : undefined} style={place} data-length={length}>
      {when !== '' && <p>{kind === 'travel' && <Icon name="travel" />} <time>{when.slice(0, 5)}<span className="rest">{when.slice(5)}</span></time> <StatusMark status={status as StatusWord} /></p>}
      <b className="what"><a href={`${base}/engagements/${id}`}>{title}</a></b>
      {where !== '' && <p>{where}</p>}
      {when === '' && <StatusMark status={status as StatusWord} />} {sample && <SampleMark />}
      {canEdit && <a className="shift" href={`${base}/engagements/${id}/move`}>Move…<span className="vh"> {title}</span></a>}
    </li>
  )
}

/** What the drawing of each status means. */
export function GridLegend() {
  return (
    <p className="line small">
      <StatusMark status="idea" /> <StatusMark status="requested" /> <StatusMark status="tentative">tentative, hatched</StatusMark> <StatusMark status="confirmed" />{' '}
      <StatusMark status="held" /> <StatusMark status="cancelled">cancelled, struck through</StatusMark> <Mark icon="travel">travel, with both clocks</Mark>
    </p>
  )
}
