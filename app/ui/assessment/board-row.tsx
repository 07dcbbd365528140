import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import { Said } from '#app/ui/assessment/said.tsx'
import type { SaidFacts } from '#app/ui/assessment/said.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

type BoardLink = { id: string; excerpt_id: string; finding_id: string; relation: RelationWord; statement: string; status: string; sample: number }

type BoardRowProps = { said: SaidFacts; links: readonly BoardLink[]; base: string; canLink: boolean }

/** An excerpt on the left, the findings that it leads to on the right. */
export function BoardRow({ said, links, base, canLink }: BoardRowProps) {
  return (
    <li>
      <Said said={said} base={base} />
      <div className="leads">
        {links.map((link) => (
          <p key={link.id}>
            <Relation relation={link.relation} /> <a href={`${base}/findings/${link.finding_id}`}>{link.statement}</a> {link.status === 'superseded' && <span className="soft">superseded</span>} {link.sample === 1 && <SampleMark />}
          </p>
        ))}
        {links.length === 0 && <p><LintMark severity="note">leads to no finding yet</LintMark></p>}
        <div className="line acts">
          {canLink && links.length === 0 && <ButtonLink tight icon="link" href={`${base}/evidence/${said.id}#link`}>Link to a finding<span className="vh">: {said.body.slice(0, 60)}</span></ButtonLink>}
          <a className="small" href={`${base}/evidence/${said.id}`}>{links.length === 0 ? 'Open' : 'Open, change or link more'}<span className="vh">: the sentence {said.body.slice(0, 60)}</span></a>
        </div>
      </div>
    </li>
  )
}
