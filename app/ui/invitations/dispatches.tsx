import { count } from '#app/domain/text.ts'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type DispatchStates = Partial<Record<'queued' | 'sending' | 'retry' | 'accepted' | 'failed' | 'quarantined' | 'cancelled' | 'bounced', number>>
type DispatchFace = { id: string; title: string; by: string; atMs: number; holdUntilMs: number; messageCount: number; others: number; undoneMs: number | null; states: DispatchStates }

/** Sendings, the newest first, each with how far it has come. */
export function DispatchList({ base, dispatches, nowMs, clock }: { base: string; dispatches: readonly DispatchFace[]; nowMs: number; clock: Clock }) {
  return (
    <List label="Latest sendings">
      {dispatches.map((dispatch) => (
        <ListRow key={dispatch.id} mark={<DispatchMark dispatch={dispatch} nowMs={nowMs} />} under={<>{dispatch.by}, <At ms={dispatch.atMs} clock={clock} /></>}>
          <a href={`${base}/invitations/dispatches/${dispatch.id}`}>{sentWords(dispatch)}: {dispatch.title}</a>
        </ListRow>
      ))}
    </List>
  )
}

/** '6 mails', '2 told by other means', or both. */
export function sentWords({ messageCount, others }: Pick<DispatchFace, 'messageCount' | 'others'>): string {
  const told = others > 0 ? `${others} told by other means` : ''
  const mails = messageCount > 0 || told === '' ? count(messageCount, 'mail', 'mails') : ''
  return [mails, told].filter(Boolean).join(', ')
}

/** How far a sending has come. */
export function DispatchMark({ dispatch, nowMs }: { dispatch: DispatchFace; nowMs: number }) {
  const { states, messageCount, holdUntilMs, undoneMs } = dispatch
  const failed = (states.failed ?? 0) + (states.quarantined ?? 0) + (states.bounced ?? 0)
  const waiting = (states.queued ?? 0) + (states.retry ?? 0) + (states.sending ?? 0)
  if (undoneMs !== null) return <Mark icon="undo">taken back</Mark>
  if (failed > 0) return <Mark icon="error" state="error">{failed} not delivered</Mark>
  if (messageCount === 0) return <Mark icon="confirmed" state="confirmed">noted</Mark>
  if (nowMs < holdUntilMs && waiting > 0) return <Mark icon="postponed" state="postponed">held, not sent yet</Mark>
  if (waiting > 0) return <Mark icon="requested" state="requested">{waiting} of {messageCount} on the way</Mark>
  return <Mark icon="confirmed" state="confirmed">{states.accepted ?? 0} handed over</Mark>
}
