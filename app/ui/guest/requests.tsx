import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { momentWords } from '#app/domain/calendar/wording.ts'
import { correctedFields } from '#app/domain/people/corrections.ts'
import { guestHref } from '#app/ui/guest/frame.ts'
import type { GuestFrame } from '#app/ui/guest/frame.ts'
import { Steady } from '#app/ui/guest/steady.tsx'
import { Note } from '#app/ui/kit/note.tsx'

export type Proposal = { state: string; reason: string; start_ms: number | null; end_ms: number | null; proposed: string; word: string }

/** The time that the guest proposed: waiting, or turned down. One that was taken shows as the new time itself. */
export function ProposalNote({ proposal, facts, texts }: { proposal: Proposal; facts: InvitationFacts; texts: Texts }) {
  const waits = proposal.state === 'task'
  if (!waits && proposal.reason !== 'kept') return null
  const when = proposal.start_ms === null ? proposal.proposed : momentWords(proposal.start_ms, proposal.end_ms, facts, texts)
  return <div id="proposed"><Note kind="info" role="status" title={<Steady text={fill(texts.proposal.proposed, { when })} />}>{proposal.word !== '' && `“${proposal.word}” `}{waits ? texts.proposal.waits : texts.proposal.stays}</Note></div>
}

export type Correction = { id: string; honorific: string; name: string; title: string; honorific_before: string; name_before: string; title_before: string }

/** What the guest said their name and title should read, until somebody decides. */
export function CorrectionNotes({ corrections, texts }: { corrections: readonly Correction[]; texts: Texts }) {
  if (corrections.length === 0) return null
  return <div id="corrected" className="stack tight">{corrections.map((one) => <Note key={one.id} kind="info" role="status" title={fill(texts.correction.proposed, { what: whatOf(one) })}>{texts.correction.waits}</Note>)}</div>
}

function whatOf({ honorific_before, name_before, title_before, ...proposed }: Correction): string {
  const fields = correctedFields({ honorific: honorific_before, name: name_before, title: title_before }, proposed)
  const name = fields.includes('name') || fields.includes('honorific') ? [[proposed.honorific, proposed.name].filter(Boolean).join(' ')] : []
  return [...name, ...(fields.includes('title') ? [proposed.title] : [])].join(', ')
}

/** What else a guest can ask for. */
export function Requests({ frame, texts, canPropose }: { frame: GuestFrame; texts: Texts; canPropose: boolean }) {
  return (
    <section className="sec" aria-labelledby="more">
      <h2 id="more">{texts.page.more}</h2>
      <ul className="requests">
        {canPropose && <li><a href={guestHref(frame, '/time')}>{texts.proposal.link}</a></li>}
        <li><a href={guestHref(frame, '/name')}>{texts.correction.link}</a></li>
      </ul>
    </section>
  )
}
