import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type Domain = { name: string; heldUntilMs: number | null; pausedBy: string; lastText: string }
type MailTroubleProps = {
  base: string
  canSend: boolean
  pause: { mission: { byName: string } | null; everywhere: { byName: string } | null }
  trouble: { text: string } | null
  /** Domains that the mission's mail waits for. */
  domains?: readonly Domain[]
  clock: Clock
}

/** Why mail does not leave just now: somebody stopped it, the relay cannot be used, or a domain says "not now". */
export function MailTrouble({ base, canSend, pause, trouble, domains = [], clock }: MailTroubleProps) {
  return (
    <>
      {pause.mission && (
        <Note kind="warning" title={`${pause.mission.byName} stopped the mail of this mission.`} actions={canSend ? <ActionButton action={`${base}/mail/resume`} tight>Let it go on</ActionButton> : undefined}>What is sent waits in the queue until it goes on.</Note>
      )}
      {pause.everywhere && <Note kind="warning" title={`${pause.everywhere.byName} stopped all mail of this installation.`}>What is sent waits in the queue until the operator lets it go on.</Note>}
      {trouble && <Note kind="warning" title="The mail server cannot be reached.">Nothing is lost: everything waits and is tried again by itself. It said: {trouble.text}</Note>}
      {domains.map(({ name, heldUntilMs, pausedBy, lastText }) => (
        <Note key={name} kind="warning" title={pausedBy ? `${pausedBy} stopped all mail to ${name}.` : `${name} says “not now”.`}>
          {pausedBy ? 'What is sent there waits until the operator lets it go on.' : <>Mail to it waits and is tried again by itself{heldUntilMs !== null && <>, next <At ms={heldUntilMs} clock={clock} /></>}; nobody else waits for it. <span className="wrap">It said: {lastText}</span></>}
        </Note>
      ))}
    </>
  )
}
