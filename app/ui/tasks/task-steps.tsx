import { ActionButton } from '#app/ui/kit/form.tsx'

/** Done, dropped, or open again. */
export function TaskSteps({ here, status, revision }: { here: string; status: string; revision: number }) {
  const step = (to: string) => ({ action: `${here}/status`, hidden: { status: to, revision } })
  if (status !== 'open') return <ActionButton {...step('open')}>Open it again</ActionButton>
  return <><ActionButton {...step('dropped')}>Drop it</ActionButton><ActionButton {...step('done')} kind="primary">Done</ActionButton></>
}
