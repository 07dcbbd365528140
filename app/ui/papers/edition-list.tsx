import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { choiceWords } from '#app/ui/papers/paper-choices.tsx'
import { count } from '#app/domain/text.ts'
import type { Audience } from '#app/domain/papers/paper.ts'

export type EditionFace = {
  id: string; title: string; subject_title: string; audience: Audience; language: string; second: string; number: number; change_count: number
  issued_ms: number; zone: string; city: string; account_name: string; withdrawn_ms: number | null
}

/** Editions, each with its number, its reader, when and by whom. `whole`: with the paper's own title as well. */
export function EditionList({ editions, base, whole, current }: { editions: readonly EditionFace[]; base: string; whole?: boolean; current?: string }) {
  return (
    <List label="Editions">
      {editions.map((edition) => (
        <ListRow key={edition.id} mark={edition.withdrawn_ms === null ? undefined : <Mark icon="cancelled" state="declined">withdrawn</Mark>}
          under={<>{whole && <>{edition.subject_title}, {choiceWords(edition)} · </>}<At ms={edition.issued_ms} clock={edition} />, {edition.account_name}{edition.number > 1 && <> · {count(edition.change_count, 'change', 'changes')}</>}</>}>
          {edition.id === current ? <b aria-current="page">Edition {edition.number}</b> : <a href={`${base}/papers/editions/${edition.id}`}>{whole && <><span lang={edition.language === 'en' ? undefined : edition.language}>{edition.title}</span>, </>}{whole ? 'edition' : 'Edition'} {edition.number}</a>}
        </ListRow>
      ))}
    </List>
  )
}

/** 'Agenda: Meeting with the ministry'; the title alone where it names its subject. */
export function editionTitle({ title, subject_title }: Pick<EditionFace, 'title' | 'subject_title'>): string {
  return title.includes(subject_title) ? title : `${title}: ${subject_title}`
}
