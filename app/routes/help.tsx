import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { open } from '#app/http/enter.server.ts'
import { findSignedIn } from '#app/http/session.server.ts'
import { FieldWordsList, KeyList, MarkLegend, StatusLegend } from '#app/ui/help/help-parts.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Help · Caravan' }]

export const loader = open(async ({ request, context }) => {
  const who = await findSignedIn(request.headers.get('cookie'), context)
  return { person: who && { name: who.actor.name, role: '' }, theme: context.theme }
})

export default function Help() {
  return (
    <Framed>
      <PageHead title="Help" lead="Caravan takes a mission through several cities: the plan, the invitations, what was said, and what follows from it." />
      <nav aria-label="On this page"><p className="line small"><a href="#tour">Five minutes</a><a href="#statuses">Statuses</a><a href="#marks">Other marks</a><a href="#words">Words</a><a href="#keys">Keyboard</a></p></nav>
      <Section id="tour" title="Five minutes"><Tour /></Section>
      <Section id="statuses" title="Statuses of an engagement" aside="icon, word, colour"><StatusLegend /></Section>
      <Section id="marks" title="Other marks"><MarkLegend /></Section>
      <Section id="words" title="Words of the field"><FieldWordsList /></Section>
      <Section id="keys" title="Keyboard" aside="everything works without a mouse"><KeyList /></Section>
    </Framed>
  )
}

/** Signed in with the usual frame; others, who came here by a link, without one. */
function Framed({ children }: { children: ReactNode }) {
  const { person, theme } = useLoaderData<typeof loader>()
  return person ? <PlainShell person={person} theme={theme}>{children}</PlainShell> : <Lone home="/">{children}</Lone>
}

function Tour() {
  return (
    <ol className="tour">
      <li><b>Cockpit.</b> What comes next, by the clock of the stop where the mission is, and what waits for you. The demo’s clock runs from the day before it sets out; a mission’s settings turn such a rehearsal on and off.</li>
      <li><b>Roadshow grid.</b> All days side by side. Open an engagement by its title; <i>Move…</i> says who is touched before anything changes.</li>
      <li><b>Agendas.</b> Move one item and see what comes after it shift. Clashes of people and rooms are named before you save.</li>
      <li><b>Invitations.</b> Who has which version and who would get what, and why. Nothing leaves until you send, and a sending can be stopped for a minute. Guests read in English or Russian, whichever of the two stands first among the languages of their page.</li>
      <li><b>Day sheets.</b> One printed page for each stop and day, and the same as a text for a messenger.</li>
      <li><b>Notes.</b> Write what was said, mark a sentence, link it to a finding with a reason.</li>
      <li><b>Readiness.</b> Each rating answers “why?” down to the sentence it rests on.</li>
      <li><b>History.</b> Who changed what and when, with an undo.</li>
    </ol>
  )
}
