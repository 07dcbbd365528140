import type { ReactNode } from 'react'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'

type SimilarProps = { problem: Problem | undefined; noun: string; similar: readonly { id: string; href: string; name: ReactNode }[] }

/** Who stands in the directory under such a name already; ticking the box adds another. */
export function SimilarNote({ problem, noun, similar }: SimilarProps) {
  if (similar.length === 0) return null
  return (
    <Note kind="warning" role="alert" title={`Not added yet: the directory knows ${similar.length === 1 ? `a ${noun}` : `${similar.length} of them`} with a similar name.`}>
      <ul>{similar.map(({ id, href, name }) => <li key={id}><a href={href}>{name}</a></li>)}</ul>
      <Checkbox name="anyway" label={`Add another ${noun}: it is none of these`} problem={problem} />
    </Note>
  )
}
