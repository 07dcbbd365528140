import type { Cell } from '#app/domain/assessment/gaps.ts'
import { groupWord } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'
import { count } from '#app/domain/text.ts'
import { EngagementWhen, SampleTime, isSample } from '#app/ui/engagements/when.tsx'
import type { Placed } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'

export type AskingLine = Placed & { id: string; title: string; status: string; groups: readonly SourceGroup[]; sampleFields: string[]; gaps: readonly Cell[]; asked: number }

type AskingListProps = { base: string; lines: readonly AskingLine[]; canAsk: boolean; /** The one dimension that is looked at: its questions are then taken over at once. */ dimension?: string | undefined }

/** Engagements that can fill empty cells, in the order in which they happen. */
export function AskingList({ base, lines, canAsk, dimension }: AskingListProps) {
  return (
    <div className="asks"><List label="Engagements ahead that can fill empty cells">
      {lines.map((line) => (
        <ListRow key={line.id} under={<><EngagementWhen at={line} /><SampleTime fields={line.sampleFields} /> · {line.groups.map(groupWord).join(', ')} · <Open line={line} /></>} mark={canAsk ? <Ask base={base} line={line} dimension={dimension} /> : undefined}>
          <a href={`${base}/engagements/${line.id}`}>{line.title}</a> <StatusMark status={line.status as StatusWord} />{isSample(line.sampleFields, 'status') && <> <SampleMark /></>}
        </ListRow>
      ))}
    </List></div>
  )
}

function Open({ line }: { line: AskingLine }) {
  return <>{count(line.gaps.length, 'empty cell', 'empty cells')}{line.asked > 0 && `, ${line.asked} asked`}</>
}

function Ask({ base, line, dimension }: { base: string; line: AskingLine; dimension: string | undefined }) {
  const at = `${base}/engagements/${line.id}/questions`
  if (line.gaps.length === 0) return <ButtonLink tight href={at}>Questions<span className="vh"> for “{line.title}”</span></ButtonLink>
  if (dimension === undefined) return <ButtonLink tight icon="plus" href={at}>Questions<span className="vh"> for “{line.title}”</span></ButtonLink>
  return (
    <Form action={`${at}?index`} className="inline">
      {line.gaps.map((cell) => <input key={cell.group} type="hidden" name="cells" value={`${cell.group}:${cell.dimensionId}`} />)}
      <Button tight icon="plus">Ask it here<span className="vh">: “{line.title}”</span></Button>
    </Form>
  )
}
