import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type LinkLine = { id: string; excerpt_id: string; finding_id: string; relation: RelationWord; reason: string; statement: string; status: string; account_name: string; at_ms: number; sample: number; revision: number }

/** The findings that an excerpt leads to: how it bears on each, why, who said so and when. */
export function LinkList({ links, base, clock, canLink }: { links: readonly LinkLine[]; base: string; clock: Clock; canLink: boolean }) {
  return (
    <ul className="says" aria-label="Findings that it leads to">
      {links.map((link) => (
        <li key={link.id} className="stack tight">
          <p><Relation relation={link.relation} /> <a href={`${base}/findings/${link.finding_id}`}>{link.statement}</a> {link.status === 'superseded' && <span className="soft">superseded</span>} {link.sample === 1 && <SampleMark />}</p>
          <p className="small soft">{link.reason || 'no reason given'} · {link.account_name} · <At ms={link.at_ms} clock={clock} /></p>
          {canLink && <LinkActs link={link} base={base} />}
        </li>
      ))}
    </ul>
  )
}

/** Change how it bears, or take the link away. */
function LinkActs({ link, base }: { link: LinkLine; base: string }) {
  const here = `${base}/evidence/${link.excerpt_id}`
  const named = <span className="vh"> the link to “{link.statement.slice(0, 60)}”</span>
  return (
    <div className="line acts">
      <ButtonLink tight icon="edit" href={`${here}/links/${link.id}`}>Change<span className="vh"> relation or reason of</span>{named}</ButtonLink>
      <ActionButton tight action={`${here}/unlink`} hidden={{ link: link.id, revision: link.revision }}>Unlink{named}</ActionButton>
    </div>
  )
}
