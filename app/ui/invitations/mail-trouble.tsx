import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'

type MailTroubleProps = {
  base: string
  canSend: boolean
  pause: { mission: { byName: string } | null; everywhere: { byName: string } | null }
  trouble: { text: string } | null
}

/** Why mail does not leave just now: somebody stopped it, or the relay cannot be used. */
export function MailTrouble({ base, canSend, pause, trouble }: MailTroubleProps) {
  return (
    <>
      {pause.mission && (
        <Note kind="warning" title={`${pause.mission.byName} stopped the mail of this mission.`} actions={canSend ? <ActionButton action={`${base}/mail/resume`} tight>Let it go on</ActionButton> : undefined}>What is sent waits in the queue until it goes on.</Note>
      )}
      {pause.everywhere && <Note kind="warning" title={`${pause.everywhere.byName} stopped all mail of this installation.`}>What is sent waits in the queue until the operator lets it go on.</Note>}
      {trouble && <Note kind="warning" title="The mail server cannot be reached.">Nothing is lost: everything waits and is tried again by itself. It said: {trouble.text}</Note>}
    </>
  )
}
