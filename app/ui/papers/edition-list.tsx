import { paperTitle } from '#app/domain/papers/editions.ts'
import { count } from '#app/domain/text.ts'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { choiceWords } from '#app/ui/papers/paper-choices.tsx'
import type { Audience } from '#app/domain/papers/paper.ts'

export type EditionFace = {
  id: string; kind: string; title: string; subject_title: string; audience: Audience; language: string; second: string; number: number; change_count: number
  issued_ms: number; zone: string; city: string; account_name: string; withdrawn_ms: number | null
}

/** Editions, each with its number, its reader, when and by whom. `whole`: with the paper's own title as well. */
export function EditionList({ editions, base, whole, current }: { editions: readonly EditionFace[]; base: string; whole?: boolean; current?: string }) {
  return (
    <List label="Editions">
      {editions.map((edition) => (
        <ListRow key={edition.id} mark={edition.withdrawn_ms === null ? undefined : <Mark icon="cancelled" state="declined">withdrawn</Mark>}
          under={<>{whole && <>{choiceWords(edition)} · </>}<At ms={edition.issued_ms} clock={edition} />, {edition.account_name}{edition.number > 1 && <> · {count(edition.change_count, 'change', 'changes')}</>}</>}>
          {edition.id === current ? <b aria-current="page">Edition {edition.number}</b> : <a href={`${base}/papers/editions/${edition.id}`}>{whole && `${editionTitle(edition)}, `}{whole ? 'edition' : 'Edition'} {edition.number}</a>}
        </ListRow>
      ))}
    </List>
  )
}

/** 'Agenda: Meeting with the ministry': the kind of the paper and what it is made for. */
export function editionTitle({ kind, title, subject_title }: Pick<EditionFace, 'kind' | 'title' | 'subject_title'>): string {
  return paperTitle(kind, title, subject_title)
}
