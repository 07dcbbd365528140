import { attributedTo } from '#app/domain/meetings/attribution.ts'
import { QuotedAs } from '#app/ui/assessment/attribution.tsx'
import { Whence } from '#app/ui/assessment/said.tsx'
import type { SaidFacts } from '#app/ui/assessment/said.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

/**
 * An excerpt as somebody outside the team may see it: whose words they are as far as that may be said, the meeting only
 * where the institution may be known, a translation only once somebody reviewed it, and no way back into the mission's pages.
 */
export function ShownQuote({ said }: { said: SaidFacts }) {
  const { by } = attributedTo(said)
  const placed = by === 'name' || by === 'institution' || (said.document_id !== null && said.attribution !== 'not for attribution')
  return (
    <figure className="said">
      <blockquote lang={said.language}><p>{said.body}</p></blockquote>
      {said.translation_state === 'reviewed' && <blockquote lang="en"><p>{said.translation}</p></blockquote>}
      <figcaption className="small soft"><QuotedAs said={said} />{placed && <> · <Whence said={said} /></>} {said.sample === 1 && <SampleMark />}</figcaption>
    </figure>
  )
}
