import type { CSSProperties } from 'react'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { Prose, Words, unlinked } from '#emails/templates/parts.tsx'

const box: CSSProperties = { margin: '0 0 4px', padding: '0 0 0 12px', borderLeft: '3px solid #0a626c' }

/** That this is a repetition, and what the sender wrote to everybody of this sending, told apart from the facts. */
export function WordOf({ notice, texts }: { notice: InvitationNotice; texts: Texts }) {
  return <>{notice.again && <Words>{texts.mail.again}</Words>}<Note notice={notice} texts={texts} /></>
}

function Note({ notice: { note, replyTo, facts }, texts: { mail } }: { notice: InvitationNotice; texts: Texts }) {
  if (!note) return null
  return (
    <div style={box}>
      <Words><b>{fill(mail.note, { name: unlinked(replyTo?.name || facts.organiser.name || facts.organiser.address) })}</b></Words>
      <Prose text={note} />
    </div>
  )
}
