import { Icon } from '#app/ui/kit/icon.tsx'
import { TimeRange } from '#app/ui/kit/zone-time.tsx'
import { Account } from '#app/ui/shell/account.tsx'
import { opens } from '#app/ui/shell/popover.ts'
import type { ShellClock, ShellData } from '#app/ui/shell/shell-data.ts'

type TopBarProps = Pick<ShellData, 'mission' | 'clock' | 'person' | 'theme'>

/** The strip above every page of a mission: what it is, what time it is there, search, you. */
export function TopBar({ mission, clock, person, theme }: TopBarProps) {
  const home = `/missions/${mission.slug}`
  return (
    <header className="top">
      <Brand href={home} />
      <a className="mission" href={home}>
        {mission.title}
      </a>
      <Clock clock={clock} />
      <a className="find" href={`${home}/search`}>
        <Icon name="search" /> Search
      </a>
      <Account person={person} theme={theme} />
      <button type="button" className="btn tight menu" {...opens('nav')}>
        <Icon name="menu" /> Menu
      </button>
    </header>
  )
}

/** The wordmark; a link only where it leads somewhere. */
export function Brand({ href }: { href?: string }) {
  const words = (
    <>
      <Icon name="route" />
      Caravan
    </>
  )
  return href === undefined ? <span className="brand">{words}</span> : <a className="brand" href={href}>{words}</a>
}

function Clock({ clock }: { clock: ShellClock }) {
  return (
    <span className="now">
      <TimeRange text={`${clock.dayText}, ${clock.timeText}`} datetime={clock.datetime} />{' '}
      <span className="zone">
        {clock.city}, {clock.offset}
        {clock.rehearsal && ' · rehearsal'}
      </span>
    </span>
  )
}
