import { Button } from '#app/ui/kit/button.tsx'
import { Icon } from '#app/ui/kit/icon.tsx'
import { opens, popover } from '#app/ui/shell/popover.ts'
import type { ShellData, Theme } from '#app/ui/shell/shell-data.ts'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'auto', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Who is signed in, the look of the pages, help, the way out. */
export function Account({ person, theme = 'auto' }: Pick<ShellData, 'person' | 'theme'>) {
  return (
    <>
      <button type="button" className="btn tight account" {...opens('account')}>
        <Icon name="person" />
        <span className="name">{person.name}</span>
      </button>
      <div className="pop" id="account" {...popover} role="group" aria-label="You">
        <div>
          <b>{person.name}</b>
          <p className="small soft">{person.role}</p>
        </div>
        <form method="post" action="/theme" className="themes">
          <p id="theme-words">Look of the pages</p>
          {themes.map(({ value, label }) => (
            <Button key={value} tight name="theme" value={value} aria-pressed={value === theme} aria-describedby="theme-words">
              {label}
            </Button>
          ))}
        </form>
        <hr />
        <a href="/missions">All missions</a>
        <a href="/help">Help</a>
        <form method="post" action="/sign-out" data-person={person.id}>
          <Button>Sign out</Button>
        </form>
      </div>
    </>
  )
}
