import type { ReactNode } from 'react'
import { repairLabel } from '#app/domain/roadshow/lint-repairs.ts'
import { describeIssue } from '#app/domain/roadshow/lint-words.ts'
import { formatRange } from '#app/domain/time.ts'
import { Remark } from '#app/ui/agenda/remark.tsx'
import type { AgendaView } from '#app/ui/agenda/view.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type AgendaPageProps = {
  /** The address of the mission. */
  base: string
  view: AgendaView
  canEdit: boolean
  actions?: ReactNode
  children: ReactNode
}

/** The address of an agenda. */
export function agendaPath(base: string, engagementId: string): string {
  return `${base}/engagements/${engagementId}/agenda`
}

/** The frame that every page of the builder shares: head, what the header says, the agenda, who leads and what is to be said of the whole. */
export function AgendaPage({ base, view, canEdit, actions, children }: AgendaPageProps) {
  const { engagement, counts } = view
  const hours = engagement.header ? formatRange(engagement.header.start, engagement.header.end) : 'no hours yet'
  return (
    <>
      <PageHead
        eyebrow={<><a href={`${base}/engagements/${engagement.id}`}>{engagement.title}</a> · {engagement.dayText}, {hours}</>} title={view.title}
        lead={`All times ${engagement.city}, ${engagement.offset} · ${counts}`} actions={actions}
      />
      {view.headerIssue && <HeaderIssue base={base} issue={view.headerIssue} canEdit={canEdit} />}
      {children}
      <Columns half>
        <Moderators base={base} view={view} canEdit={canEdit} />
        <Whole base={base} view={view} canEdit={canEdit} hours={hours} />
      </Columns>
    </>
  )
}

function HeaderIssue({ base, issue, canEdit }: { base: string; issue: NonNullable<AgendaView['headerIssue']>; canEdit: boolean }) {
  const { title, detail } = describeIssue(issue)
  const repairs = issue.repairs.flatMap((repair) => (repair.kind === 'visit' ? [] : [
    <ActionButton key={repair.kind} tight action={`${base}/issues/repair`} hidden={{ code: issue.code, issue: issue.id, repair: repair.kind }}>{repairLabel(repair)}</ActionButton>,
  ]))
  const accept = <ButtonLink tight kind="quiet" href={`${base}/issues/accept?code=${issue.code}&issue=${issue.id}`}>Leave as printed, with a reason…</ButtonLink>
  return <Note kind="error" title={title} actions={canEdit ? <>{repairs}{accept}</> : undefined}>{detail}</Note>
}

type PartProps = Pick<AgendaPageProps, 'base' | 'view' | 'canEdit'>

function Moderators({ base, view: { moderators, engagement }, canEdit }: PartProps) {
  const people = `${base}/engagements/${engagement.id}/people`
  return (
    <Section id="moderators" title="Moderators" aside={canEdit && <a href={people}>People of this engagement</a>}>
      {moderators.length === 0 && <Empty title="Nobody moderates yet">{canEdit ? 'Moderators appear here once they are among the people of this engagement.' : undefined}</Empty>}
      <List label="Moderators">{moderators.map((each) => <ListRow key={each.name} under={each.title}>{each.name}</ListRow>)}</List>
    </Section>
  )
}

function Whole({ base, view: { whole, engagement }, canEdit, hours }: PartProps & { hours: string }) {
  const where = engagement.ownHeader ? 'as its own header says' : 'as the engagement says'
  return (
    <Section id="whole" title="Remarks on the whole" aside={canEdit && <a href={`${agendaPath(base, engagement.id)}/header`}>Hours: {hours}<span className="vh"> {where}. Change them</span></a>}>
      {whole.length === 0 && <p className="soft">Nothing stands out.</p>}
      <ul className="whole">{whole.map((remark) => <li key={remark.words}><Remark remark={remark} /></li>)}</ul>
    </Section>
  )
}
