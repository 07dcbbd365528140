import { popover } from '#app/ui/shell/popover.ts'
import type { NavKey, ShellData } from '#app/ui/shell/shell-data.ts'

type Entry = { key: NavKey; label: string; /** For those alone who may manage the mission. */ manages?: true }

const parts: readonly { title: string; entries: readonly Entry[] }[] = [
  {
    title: 'Mission',
    entries: [
      { key: 'cockpit', label: 'Cockpit' },
      { key: 'grid', label: 'Roadshow grid' },
      { key: 'agendas', label: 'Agendas' },
      { key: 'imports', label: `Paste and import` },
      { key: 'day-sheets', label: 'Day sheets' },
      { key: 'invitations', label: 'Invitations' },
      { key: 'issues', label: 'Issues' },
      { key: 'team', label: 'Team' },
      { key: 'settings', label: 'Settings and export', manages: true },
    ],
  },
  {
    title: 'What was said',
    entries: [
      { key: 'engagements', label: 'Meetings' },
      { key: 'notes', label: 'Notes' },
      { key: 'evidence', label: 'Evidence' },
      { key: 'findings', label: 'Findings' },
      { key: 'readiness', label: 'Readiness' },
      { key: 'questionnaires', label: 'Questionnaires' },
      { key: 'tasks', label: 'Tasks' },
      { key: 'documents', label: 'Documents' },
      { key: 'report', label: 'Report and plan' },
      { key: 'papers', label: 'Papers' },
    ],
  },
  {
    title: 'Directory',
    entries: [
      { key: 'people', label: 'People' },
      { key: 'organisations', label: 'Organisations' },
      { key: 'places', label: 'Places' },
      { key: 'holidays', label: 'Holidays' },
      { key: 'history', label: 'History' },
    ],
  },
]

type NavProps = Pick<ShellData, 'mission' | 'counts' | 'stops' | 'current' | 'canManage'>

/** Where one can go in a mission: a column on wide screens, a popover on narrow ones. */
export function Nav({ mission, counts, stops, current, canManage }: NavProps) {
  const home = `/missions/${mission.slug}`
  return (
    <nav className="nav" id="nav" {...popover} aria-label="Mission">
      {parts.map((part) => (
        <NavPart key={part.title} title={part.title} entries={part.entries.filter(({ manages }) => canManage || !manages)} home={home} counts={counts} current={current} />
      ))}
      {stops.length > 0 && <NavStops stops={stops} home={home} />}
    </nav>
  )
}

type NavPartProps = { title: string; entries: readonly Entry[]; home: string } & Pick<ShellData, 'counts' | 'current'>

function NavPart({ title, entries, home, counts, current }: NavPartProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {entries.map(({ key, label }) => (
          <li key={key}>
            <a href={key === 'cockpit' ? home : `${home}/${key}`} aria-current={key === current ? 'page' : undefined}>
              {label}
              {counts[key] !== undefined && <span className="num">{counts[key]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function NavStops({ stops, home }: { stops: ShellData['stops']; home: string }) {
  return (
    <>
      <h2>Stops</h2>
      <ol className="route down">
        {stops.map((stop) => (
          <li key={stop.id} data-done={stop.state === 'done' ? '' : undefined} aria-current={stop.state === 'now' ? 'location' : undefined}>
            <a href={`${home}/grid#stop-${stop.id}`}>
              <b>{stop.name}</b>
            </a>{' '}
            <br />
            <span className="zone">
              {stop.daysText} · {stop.offset}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
