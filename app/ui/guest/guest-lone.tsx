import type { ReactNode } from 'react'
import { LANGUAGES, LANGUAGE_CODES, isLanguage, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { tonguesOf } from '#app/ui/guest/frame.ts'
import type { GuestFrame } from '#app/ui/guest/frame.ts'
import { Note } from '#app/ui/kit/note.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'

/** A page of an invitation, with the way to its other languages. */
export function GuestLone({ frame, rest = '', texts, children }: { frame: GuestFrame; rest?: string; texts: Texts; children: ReactNode }) {
  return <Lone tongues={tonguesOf(frame, rest)} tonguesLabel={texts.page.languages}>{children}</Lone>
}

export type Closed = keyof Texts['closed']

/** Why an invitation can be read and not answered. */
export function ClosedNote({ closed, texts }: { closed: Closed; texts: Texts }) {
  const { title, words } = texts.closed[closed]
  return <Note kind={closed === 'cancelled' ? 'error' : 'info'} title={title}>{words}</Note>
}

/** What stands in the place of a page that was refused or that failed. */
export function GuestRefused({ error }: { error: unknown }) {
  const said = typeof error === 'object' && error !== null && 'data' in error ? (error.data as { title?: string; next?: string; language?: string } | null) : null
  const texts = textsOf(isLanguage(said?.language) ? said.language : undefined)
  return (
    <Lone tongues={LANGUAGE_CODES.map((code) => ({ code, name: LANGUAGES[code].name, href: `?lang=${code}`, current: code === texts.code }))} tonguesLabel={texts.page.languages}>
      <h1>{said?.title ?? texts.refused.broken.title}</h1>
      <p>{said?.next ?? texts.refused.broken.words}</p>
    </Lone>
  )
}
