import type { ReactNode } from 'react'
import { formatDay } from '#app/domain/time.ts'
import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import { UseMarks } from '#app/ui/assessment/attribution.tsx'
import type { Attributable } from '#app/ui/assessment/attribution.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'

/** An excerpt with where its words were said, as the queries give it. */
export type SaidFacts = Attributable & {
  id: string; body: string; language: string; translation: string; translation_state: string; kind: string; sample: number
  note_id: string | null; engagement_id: string | null; title: string | null; day: string | null; start_minute: number | null; end_minute: number | null; zone: string | null; city: string | null
  document_id: string | null; document_title: string | null; document_number: string | null; dated_day: string | null; node_number: string | null; node_position: number | null
}

/** The address of the very words in their note or document; `why` is the dimension that the page shall lead back to. */
export function hrefOfWords(base: string, said: Pick<SaidFacts, 'id' | 'note_id' | 'document_id'>, why?: string): string {
  const page = said.note_id ? `${base}/notes/${said.note_id}` : `${base}/documents/${said.document_id}`
  return `${page}${why === undefined ? '' : `?why=${why}`}#e-${said.id}`
}

type SaidProps = { said: SaidFacts; base: string; relation?: RelationWord; sample?: boolean; why?: string; children?: ReactNode }

/** The words, who said them, where and when; a link on the words leads to them in their text. */
export function Said({ said, base, relation, sample, why, children }: SaidProps) {
  return (
    <figure className="said">
      <figcaption className="small">
        {relation && <><Relation relation={relation} /> </>}
        <span className="soft"><Whence said={said} /></span> {(said.sample === 1 || sample) && <SampleMark />}
      </figcaption>
      <blockquote lang={said.language}><p><a href={hrefOfWords(base, said, why)}>{said.body}</a></p></blockquote>
      <Translation said={said} />
      <p className="small soft">{[said.speaker || 'speaker not named', said.source_kind || 'kind of source not named', said.kind].join(' · ')}<UseMarks said={said} /></p>
      {children}
    </figure>
  )
}

/** The meeting and its time, or the document and the place in it. */
export function Whence({ said }: { said: SaidFacts }) {
  if (said.title !== null && said.day !== null && said.zone !== null) {
    return <>{said.title} · <MeetingWhen meeting={{ day: said.day, start_minute: said.start_minute, end_minute: said.end_minute, zone: said.zone, city: said.city ?? '' }} /></>
  }
  const parts = [said.document_title, said.node_number && `item ${said.node_number}`, said.document_number, said.dated_day && formatDay(said.dated_day)]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

/** The words in the page's language, and whether somebody has looked at the translation. */
export function Translation({ said }: { said: Pick<SaidFacts, 'translation' | 'translation_state'> }) {
  if (said.translation === '') return null
  return (
    <p className="small soft">
      {said.translation} {said.translation_state === 'reviewed' ? <Mark icon="confirmed" state="confirmed">translation reviewed</Mark> : <Mark icon="tentative" state="tentative">translation not reviewed</Mark>}
    </p>
  )
}
