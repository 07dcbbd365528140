import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FormParts } from '#tests/support/kit-forms.tsx'
import { MarkParts, PageParts, TableParts } from '#tests/support/kit-parts.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Toast } from '#app/ui/kit/toast.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'
import { Shell } from '#app/ui/shell/shell.tsx'
import type { ShellData } from '#app/ui/shell/shell-data.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Route } from '#app/ui/kit/route.tsx'

const shellData: ShellData = {
  mission: { slug: 'rehearsal', title: 'Rehearsal through four cities', archived: true },
  clock: { dayText: 'Mon 27 Jan 2020', timeText: '09:00', datetime: '2020-01-27T09:00+06:00', city: 'Nur-Sultan', offset: 'UTC+6', rehearsal: true },
  person: { name: 'Coordinator, sample', role: 'coordinator' },
  counts: { invitations: 6, engagements: 18, people: 8, organisations: 21 },
  stops: [
    { id: 'a', name: 'Nur-Sultan', daysText: '29 Jan', offset: 'UTC+6', state: 'done' },
    { id: 'b', name: 'Bishkek', daysText: '30–31 Jan', offset: 'UTC+6', state: 'now' },
    { id: 'c', name: 'Dushanbe', daysText: '3–5 Feb', offset: 'UTC+5', state: 'next' },
    { id: 'd', name: 'Tashkent', daysText: '6–7 Feb', offset: 'UTC+5', state: 'next' },
  ],
  current: 'cockpit',
  canEdit: true,
  canManage: true,
}

function Kit() {
  const toast = (
    <Toast undo={<ActionButton action="/undo" icon="undo" tight>Undo</ActionButton>} seconds={600}>
      Moved to 16:30–17:45 Dushanbe, UTC+5
    </Toast>
  )
  return (
    <Shell data={shellData} toast={toast}>
      <PageHead eyebrow="Reference of parts" title="Empty, waiting, wrong, undone" lead="Each says what is so, why, and the one thing to do next." />
      <PageParts />
      <TableParts />
      <FormParts />
      <MarkParts />
    </Shell>
  )
}

function SignIn() {
  const stops = shellData.stops.map(({ id, name }) => ({ id, name, state: 'done' as const }))
  return (
    <Lone tongues={[{ code: 'en', name: 'English', href: '?lang=en', current: true }, { code: 'tg', name: 'Тоҷикӣ', href: '?lang=tg', current: false }]}>
      <Route label="Four stops" stops={stops} />
      <h1>Sign in</h1>
      <Form action="/sign-in">
        <TextField name="email" type="email" label="Your e-mail address" hint="We send a link that works once, for 10 minutes." />
        <Button kind="primary">Send me a link</Button>
      </Form>
    </Lone>
  )
}

function Missions() {
  return (
    <PlainShell person={shellData.person} theme="dark">
      <PageHead title="Missions" lead="You belong to one." />
    </PlainShell>
  )
}

/** Pages that show every part of the kit, by path. */
export const kitPages: Record<string, ReactElement> = { '/': <Kit />, '/sign-in': <SignIn />, '/missions': <Missions /> }

/** The whole document of a page in a theme. */
export function kitDocument(page: ReactElement, theme: 'light' | 'dark'): string {
  const document = (
    <html lang="en" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Parts · Caravan</title>
        <link rel="stylesheet" href="/styles/index.css" />
      </head>
      <body>{page}</body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(document)}`
}
