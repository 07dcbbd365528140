import type { ReactNode } from 'react'
import type { Clash } from '#app/domain/agenda/clashes.ts'
import { count } from '#app/domain/text.ts'
import { KeepBecause } from '#app/ui/agenda/clashes.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { HiddenValues } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'

type PreviewBarProps = {
  base: string
  /** The page itself with its query: what is applied is what was shown. */
  action: string
  hidden: HiddenValues
  /** What the person asked for. */
  what: ReactNode
  /** Items that go along, not counting the one that was asked for. */
  along: number
  /** People whose slots change. */
  people: number
  clashes: readonly Clash[]
  problem?: Problem | undefined
  discard: string
}

/** What would change and who is touched; nothing is saved before Apply. */
export function PreviewBar({ base, action, hidden, what, along, people, clashes, problem, discard }: PreviewBarProps) {
  const touched = people === 0 ? 'Nobody’s slot changes.' : `${count(people, 'person’s slot changes', 'people’s slots change')}; nobody is told yet.`
  return (
    <Form action={action} hidden={hidden} className="stack tight">
      <KeepBecause clashes={clashes} base={base} problem={problem} />
      <CommitBar actions={<><Button kind="primary">Apply</Button><ButtonLink href={discard}>Discard</ButtonLink></>}>
        <b>{what}</b> {along > 0 && <>{count(along, 'other item moves', 'other items move')}. </>}{touched}
      </CommitBar>
    </Form>
  )
}
