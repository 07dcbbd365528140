import type { ReactNode } from 'react'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import { worded } from '#app/domain/questionnaires/questions.ts'
import type { Wording } from '#app/domain/questionnaires/questions.ts'
import { PAGE_CODES, PAGE_LANGUAGES, pageLanguageFor, pageTexts, speaks } from '#app/domain/questionnaires/texts/texts.ts'
import { answerHref, momentOf } from '#app/ui/questionnaires/frame.ts'
import type { AnswerFrame } from '#app/ui/questionnaires/frame.ts'
import { Note } from '#app/ui/kit/note.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'

/** What languages that the page itself does not speak call themselves. */
const NAMES: Record<string, string> = { uz: 'Oʻzbekcha', kk: 'Қазақша', ky: 'Кыргызча', ko: '한국어' }
const nameOf = (code: string): string => (speaks(code) ? PAGE_LANGUAGES[code].name : (NAMES[code] ?? code))

export type Face = {
  organisation: string; mission: string; title: string; intro: string; own: string; documentId: string; state: string; deadlineMs: number; zone: string; city: string; savedMs: number | null; openedMs: number | null; returnedMs: number | null
  late: boolean; reopenedMs: number | null; reopenAskedMs: number | null; enteredBy: string; sample: boolean
}

/** A page of a questionnaire, with the way to its other languages. */
export function AnswerLone({ frame, rest = '', children }: { frame: AnswerFrame; rest?: string; children: ReactNode }) {
  const texts = pageTexts(frame.language)
  return <Lone tongues={frame.tongues.map((code) => ({ code, name: nameOf(code), href: answerHref(frame, rest, code), current: code === frame.asked }))} tonguesLabel={texts.page.languages}>{children}</Lone>
}

/** Whose questionnaire it is, what it is called, and until when. */
export function AnswerHead({ face, frame, wordings, now, small }: { face: Face; frame: AnswerFrame; wordings: readonly Wording[]; now: number; small?: boolean }) {
  const texts = pageTexts(frame.language)
  const title = worded({ id: face.documentId, title: face.title }, face.own, frame.asked, wordings)
  const deadline = momentOf(texts, face.deadlineMs, face)
  const open = face.state !== 'returned' && face.state !== 'withdrawn'
  return (
    <header>
      <p className="soft small">{fill(texts.page.from, { mission: face.mission, organisation: face.organisation })} {face.sample && <SampleMark />}</p>
      {small ? <p><a href={answerHref(frame)} lang={title.language}>{title.text}</a></p> : <h1 lang={title.language}>{title.text}</h1>}
      {open && !small && <p className={now > face.deadlineMs ? undefined : 'soft'}>{fill(now > face.deadlineMs ? texts.page.late : texts.page.deadline, { deadline })}</p>}
    </header>
  )
}

/** Why nothing can be written any more. */
export function ClosedNotes({ closed, face, frame }: { closed: 'withdrawn' | 'returned' | 'archived' | undefined; face: Face; frame: AnswerFrame }) {
  const texts = pageTexts(frame.language)
  const { page } = texts
  if (closed === undefined) return face.reopenedMs === null ? null : <Note kind="info" title={page.reopened} />
  if (closed !== 'returned') return <Note kind="info" title={texts.closed[closed].title}>{texts.closed[closed].words}</Note>
  return (
    <Note kind="done" role="status" title={face.returnedMs === null ? undefined : fill(page.returned, { moment: momentOf(texts, face.returnedMs, face) })}>
      {face.late && page.returnedLate} {face.enteredBy !== '' && fill(page.entered, { name: face.enteredBy })}
    </Note>
  )
}

/** What stands in the place of a page that was refused or that failed. */
export function AnswerRefused({ error }: { error: unknown }) {
  const said = typeof error === 'object' && error !== null && 'data' in error ? (error.data as { title?: string; next?: string; language?: string } | null) : null
  const texts = pageTexts(pageLanguageFor(said?.language ?? 'en'))
  return (
    <Lone tongues={PAGE_CODES.map((code) => ({ code, name: nameOf(code), href: `?lang=${code}`, current: code === texts.code }))} tonguesLabel={texts.page.languages}>
      <h1>{said?.title ?? texts.refused.broken.title}</h1>
      <p>{said?.next ?? texts.refused.broken.words}</p>
    </Lone>
  )
}
