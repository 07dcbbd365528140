import type { ReactNode } from 'react'
import { count } from '#app/domain/text.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'

type ChaseProps = { at: string; prepared: readonly string[]; late: readonly string[]; open: readonly string[] }

/** Sends what is prepared, and reminds those who are late, or all who are waited for. */
export function ChaseButtons({ at, prepared, late, open }: ChaseProps) {
  if (prepared.length === 0 && open.length === 0) return null
  return (
    <div className="line acts">
      {prepared.length > 0 && <Several action={`${at}/send`} ids={prepared} primary>Send {count(prepared.length, 'questionnaire', 'questionnaires')}</Several>}
      {late.length > 0 && <Several action={`${at}/remind`} ids={late} primary={prepared.length === 0}>Remind {count(late.length, 'late organisation', 'late organisations')}</Several>}
      {open.length > late.length && <Several action={`${at}/remind`} ids={open}>Remind {count(open.length, 'organisation', 'organisations')}</Several>}
    </div>
  )
}

function Several({ action, ids, primary, children }: { action: string; ids: readonly string[]; primary?: boolean; children: ReactNode }) {
  return (
    <Form action={action} className="line">
      {ids.map((id) => <input key={id} type="hidden" name="request" value={id} />)}
      <Button icon="mail" {...(primary ? { kind: 'primary' as const } : {})}>{children}</Button>
    </Form>
  )
}
