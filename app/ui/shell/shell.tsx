import type { ReactNode } from 'react'
import { Note } from '#app/ui/kit/note.tsx'
import { Nav } from '#app/ui/shell/nav.tsx'
import { TopBar } from '#app/ui/shell/top-bar.tsx'
import type { ShellData } from '#app/ui/shell/shell-data.ts'

type ShellProps = {
  data: ShellData
  /** A Toast, or nothing. */
  toast?: ReactNode
  children: ReactNode
}

/** The frame of every page of a mission. */
export function Shell({ data, toast, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <TopBar mission={data.mission} clock={data.clock} person={data.person} theme={data.theme} />
      <div className="shell">
        <Nav mission={data.mission} counts={data.counts} stops={data.stops} current={data.current} canManage={data.canManage} />
        <main id="main" tabIndex={-1}>
          {data.mission.archived && <Note title="This mission is archived.">It can be read and printed; nothing in it changes.</Note>}
          {children}
        </main>
      </div>
      <div className="toasts">{toast}</div>
    </>
  )
}
