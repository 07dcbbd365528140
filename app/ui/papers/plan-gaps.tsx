import type { PlanGap } from '#app/domain/papers/plan.ts'
import { count } from '#app/domain/text.ts'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'

/** What is missing, each in one sentence that leads to where it is mended. */
export function PlanGaps({ gaps, titles, base, canEdit }: { gaps: readonly PlanGap[]; titles: Readonly<Record<string, string>>; base: string; canEdit: boolean }) {
  return <List label="What is missing in the plan">{gaps.map((gap, at) => <ListRow key={at}><LintMark severity={gap.kind === 'owner' || gap.kind === 'part' ? 'warning' : 'note'} /> <Gap gap={gap} titles={titles} base={base} canEdit={canEdit} /></ListRow>)}</List>
}

function Gap({ gap, titles, base, canEdit }: { gap: PlanGap; titles: Readonly<Record<string, string>>; base: string; canEdit: boolean }) {
  switch (gap.kind) {
    case 'year': return <>The year is not stated{canEdit && <>: <a href={`${base}/plan/frame`}>set it once</a></>}.</>
    case 'owner': return <>{gap.rows.length} of {count(gap.of, 'activity has', 'activities have')} no owner: <RowLinks rows={gap.rows} titles={titles} /></>
    case 'months': return <>{count(gap.rows.length, 'activity stands', 'activities stand')} in no month: <RowLinks rows={gap.rows} titles={titles} /></>
    case 'empty-month': return <>{gap.month.name}{gap.month.year === null ? '' : ` ${gap.month.year}`} has no activity.</>
    case 'outside': return <><a href={`#row-${gap.row}`}>{titles[gap.row]}</a> names {gap.months.join(', ')}, which the plan does not span.</>
    case 'part': return gap.outline === null ? <>“{gap.part}” is no part of the report.</> : <>“{gap.part}” is called “{gap.outline}” in the <a href={`${base}/report#outline`}>outline</a>.</>
  }
}

function RowLinks({ rows, titles }: { rows: readonly string[]; titles: Readonly<Record<string, string>> }) {
  return <>{rows.slice(0, 8).map((id, at) => <span key={id}>{at > 0 && ', '}<a href={`#row-${id}`}>{titles[id]}</a></span>)}{rows.length > 8 && ` and ${rows.length - 8} more`}</>
}
