import { count } from '#app/domain/text.ts'
import type { Instant } from '#app/domain/time.ts'
import { langOf } from '#app/ui/imports/language.ts'
import { Empty } from '#app/ui/kit/empty.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type ImportFace = { id: string; sourceName: string; kind: 'agenda' | 'schedule'; title: string; rows: number; state: 'open' | 'stored' | 'dropped'; accountName: string; changedMs: Instant }
type ImportListProps = { imports: readonly ImportFace[]; here: string; clock: Clock; paging: Parameters<typeof Paging>[0]['paging'] }

/** Texts that were read: those that wait to be checked, and those that were stored. */
export function ImportList({ imports, here, clock, paging }: ImportListProps) {
  return (
    <Section id="texts" title="Texts read so far">
      {imports.length === 0 && <Empty title="No text yet">Each stays here with its reading: to go on later, to see where something came from, to compare with the next version.</Empty>}
      {imports.length > 0 && (
        <List label="Texts">
          {imports.map((each) => (
            <ListRow
              key={each.id} under={<>{each.sourceName !== '' && `${each.sourceName} · `}{each.kind} of {rowsWords(each)} · {each.accountName}, <At ms={each.changedMs} clock={clock} /></>}
              mark={<State state={each.state} />}
            >
              <a href={`${here}/${each.id}`} lang={langOf(each.title)}>{titleOf(each)}</a>
            </ListRow>
          ))}
        </List>
      )}
      <Paging label="Pages of texts" paging={paging} />
    </Section>
  )
}

function State({ state }: Pick<ImportFace, 'state'>) {
  return state === 'stored' ? <Mark icon="cleared" state="saved">stored</Mark> : <Mark icon="tentative" state="tentative">to be checked</Mark>
}

function rowsWords({ kind, rows }: ImportFace): string {
  return kind === 'agenda' ? count(rows, 'item', 'items') : count(rows, 'engagement', 'engagements')
}

function titleOf({ title, kind }: ImportFace): string {
  return title === '' ? `An ${kind === 'agenda' ? 'agenda' : 'untitled schedule'}` : title
}
