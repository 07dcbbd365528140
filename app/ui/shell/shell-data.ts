/** The places of a mission that the navigation knows. */
export type NavKey =
  | 'cockpit' | 'grid' | 'agendas' | 'imports' | 'day-sheets' | 'invitations' | 'issues' | 'team' | 'settings'
  | 'engagements' | 'notes' | 'evidence' | 'findings' | 'readiness' | 'tasks' | 'documents' | 'report' | 'questionnaires' | 'papers'
  | 'people' | 'organisations' | 'places' | 'holidays' | 'history' | 'search'

export type Theme = 'auto' | 'light' | 'dark'

type ShellStop = {
  id: string
  name: string
  /** As “30–31 Jan”. */
  daysText: string
  /** As “UTC+6”. */
  offset: string
  state: 'done' | 'now' | 'next'
}

/** The mission's clock, already written out. */
export type ShellClock = {
  /** As “Mon 27 Jan 2020”. */
  dayText: string
  timeText: string
  /** For machines, with offset. */
  datetime: string
  city: string
  offset: string
  rehearsal: boolean
}

/** What the frame around a page of a mission is told. */
export type ShellData = {
  mission: { slug: string; title: string; archived: boolean }
  clock: ShellClock
  person: { id?: string; name: string; role: string }
  counts: Partial<Record<NavKey, number>>
  stops: readonly ShellStop[]
  current?: NavKey
  canEdit: boolean
  canManage: boolean
  theme?: Theme
}
