import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StorageMark } from '#app/ui/kit/storage-mark.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { At, MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

type NoteFace = MeetingTime & {
  id: string; engagement_id: string; title: string; author_name: string; language: string; status: string; sample: number; number: number; changed_ms: number; revision: number; private: number
}

type NoteHeadProps = { note: NoteFace; base: string; canWrite: boolean; texts: number }

/** Which meeting a note is of, who wrote it, how far it has come, and what can be done with its text. */
export function NoteHead({ note, base, canWrite, texts }: NoteHeadProps) {
  const here = `${base}/notes/${note.id}`
  const cleared = note.status === 'cleared'
  const hidden = note.private === 1
  return (
    <PageHead
      eyebrow={<>Note · <MeetingWhen meeting={note} /></>}
      title={<>Note: <a href={`${base}/engagements/${note.engagement_id}`}>{note.title}</a></>}
      lead={<p className="line small">
        {hidden ? <Mark icon="lock" state="info">only you read it</Mark> : <StorageMark state={cleared ? 'cleared' : 'saved'} />} <span>{note.author_name}</span> <span><At ms={note.changed_ms} clock={note} /></span> <span>{languageName(note.language)}</span> {note.sample === 1 && <SampleMark />}
      </p>}
      actions={<>
        {texts > 1 && <ButtonLink href={`${here}/revisions`}>{count(texts, 'text kept', 'texts kept')}</ButtonLink>}
        {canWrite && !cleared && <ButtonLink href={`${base}/engagements/${note.engagement_id}/note?note=${note.id}`} icon="edit">Edit the text</ButtonLink>}
        {hidden && canWrite && <ActionButton action={`${here}/share`} hidden={{ revision: note.revision }}>Share with the team</ActionButton>}
        {canWrite && !hidden && <ActionButton action={`${here}/status`} hidden={{ revision: note.revision, status: cleared ? 'saved' : 'cleared' }} icon={cleared ? 'undo' : 'lock'}>{cleared ? 'Reopen' : 'Clear the note'}</ActionButton>}
      </>}
    />
  )
}
