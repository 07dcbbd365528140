import type { ReactNode } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'
import { Account } from '#app/ui/shell/account.tsx'
import type { ShellData, Theme } from '#app/ui/shell/shell-data.ts'
import { Brand } from '#app/ui/shell/top-bar.tsx'

type PlainShellProps = { person: ShellData['person']; theme?: Theme; toast?: ReactNode; children: ReactNode }

/** The frame of signed-in pages that belong to no mission: the list of missions, help, the mailbox. */
export function PlainShell({ person, theme, toast, children }: PlainShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Brand href="/missions" />
        <a className="end find" href="/help">
          <Icon name="info" /> Help
        </a>
        <Account person={person} theme={theme} />
      </header>
      <main id="main" className="free" tabIndex={-1}>
        {children}
      </main>
      <div className="toasts">{toast}</div>
    </>
  )
}
