import { openingOfNote } from '#app/domain/meetings/notes.ts'
import { count } from '#app/domain/text.ts'
import { ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StorageMark } from '#app/ui/kit/storage-mark.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

export type NoteLine = MeetingTime & { id: string; title: string; opening: string; author_name: string; language: string; status: string; private: number; sample: number; excerpts: number | null }

/** A note in a list: how it begins, where it was written, who wrote it, how many sentences are marked. */
export function NoteRow({ note, base }: { note: NoteLine; base: string }) {
  return (
    <ListRow mark={note.private === 1 ? <Mark icon="lock" state="info">only you</Mark> : <StorageMark state={note.status === 'cleared' ? 'cleared' : 'saved'} />}
      under={<>{note.title} · <MeetingWhen meeting={note} /> · {note.author_name} · {count(Number(note.excerpts), 'sentence marked', 'sentences marked')} {note.sample === 1 && <SampleMark />}</>}>
      <a href={`${base}/notes/${note.id}`} lang={note.language}>{openingOfNote(note.opening, 140)}</a>
    </ListRow>
  )
}
