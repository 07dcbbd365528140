import type { Clash } from '#app/domain/agenda/clashes.ts'
import { formatMinute } from '#app/domain/time.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { KeepBecause } from '#app/ui/agenda/clashes.tsx'
import { SpeakersField, TimeFields, WordsFields } from '#app/ui/agenda/item-fields.tsx'
import type { ItemWords, Speaker } from '#app/ui/agenda/item-fields.tsx'
import type { AgendaView } from '#app/ui/agenda/view.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns } from '#app/ui/kit/columns.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'

type PanelProps = { base: string; view: AgendaView; speakers: readonly Speaker[]; problem?: Problem | undefined; clashes: readonly Clash[] }
export type ItemShown = ItemWords & { id: string; revision: number; start: number; end: number | null; sourceLine: number | null }

/** One item opened under its row: its time, which is shown before it is saved; its words and speakers; and its end. */
export function ItemPanel({ base, view, item, speakers, problem, timeProblem, clashes }: PanelProps & { item: ItemShown; timeProblem?: Problem | undefined }) {
  const agenda = agendaPath(base, view.engagement.id)
  const here = `${agenda}/items/${item.id}`
  return (
    <div className="stack">
      <ErrorSummary problem={problem ?? timeProblem} />
      <form method="get" action={`${here}/time#panel`} className="line times" aria-label="Time">
        <TimeFields problem={timeProblem} start={formatMinute(item.start)} end={item.end === null ? '' : formatMinute(item.end)} where={`${view.engagement.city}, ${view.engagement.offset}`} />
        <Button>Show what changes</Button>
      </form>
      <Form action={here} hidden={{ revision: item.revision }} aria-label="Words and speakers" className="stack tight">
        <Columns half>
          <div className="stack tight"><WordsFields problem={problem} values={item} /></div>
          <SpeakersField problem={problem} speakers={speakers} values={item.speakers} people={`${base}/engagements/${view.engagement.id}/people`} />
        </Columns>
        <KeepBecause clashes={clashes} base={base} problem={problem} />
        <div className="line"><Button kind="primary">Save</Button><ButtonLink kind="quiet" href={`${agenda}#item-${item.id}`}>Close</ButtonLink></div>
      </Form>
      <div className="line ends">
        <ButtonLink tight icon="plus" href={`${agenda}/items/new?after=${item.id}#panel`}>Add an item after this</ButtonLink>
        <Removal here={here} item={item} />
        {item.sourceLine !== null && <span className="small soft">Printed in line {item.sourceLine} of the deck</span>}
      </div>
    </div>
  )
}

function Removal({ here, item }: { here: string; item: ItemShown }) {
  const button = (ripple: 'following' | 'none', words: string) => <ActionButton tight action={`${here}/remove`} hidden={{ revision: item.revision, ripple }} icon="trash">{words}</ActionButton>
  return <>{item.end !== null && button('following', 'Remove and close up')}{button('none', item.end === null ? 'Remove' : 'Remove, leave the gap')}</>
}

/** A new item at the end of the table, or after the one that was named. */
export function NewItemPanel({ base, view, speakers, problem, clashes, after, start, end }: PanelProps & { after: string; start: string; end: string }) {
  const here = agendaPath(base, view.engagement.id)
  return (
    <Form action={`${here}/items/new`} hidden={{ after: after === '' ? undefined : after }} className="stack" aria-label="New item">
      <h2>New item</h2>
      <ErrorSummary problem={problem} />
      <div className="line times"><TimeFields problem={problem} start={start} end={end} where={`${view.engagement.city}, ${view.engagement.offset}`} /></div>
      <Columns half>
        <div className="stack tight"><WordsFields problem={problem} values={{ title: '', kind: 'presentation', otherTitle: '', otherLanguage: '', details: '', track: '', speakers: [] }} /></div>
        <SpeakersField problem={problem} speakers={speakers} values={[]} people={`${base}/engagements/${view.engagement.id}/people`} />
      </Columns>
      <KeepBecause clashes={clashes} base={base} problem={problem} />
      <div className="line"><Button kind="primary">Add the item</Button><ButtonLink kind="quiet" href={here}>Cancel</ButtonLink></div>
    </Form>
  )
}
