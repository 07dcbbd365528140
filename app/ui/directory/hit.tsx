import { around, piecesOf } from '#app/domain/find.ts'
import { ListRow } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

type HitShown = { id: string; path: string; title: string; lang: string; text: string; textLang: string; of: string; meeting: MeetingTime | null; status: string; sample: boolean }
const TITLE_LENGTH = 240

/** A thing that was found: what names it, the words it was found by, where it stands. */
export function HitRow({ base, hit, words }: { base: string; hit: HitShown; words: readonly string[] }) {
  const { path, title, lang, text, textLang, of, meeting, status, sample } = hit
  return (
    <ListRow mark={status === '' ? undefined : <StatusMark status={status as StatusWord} />} under={<><Marked text={of} words={words} />{of !== '' && meeting && ' · '}{meeting && <MeetingWhen meeting={meeting} />}{sample && <> <SampleMark /></>}</>}>
      <a href={`${base}${path}`} lang={lang || undefined}><Marked text={around(title, words, TITLE_LENGTH)} words={words} /></a>
      {text !== '' && <span className="under" lang={textLang || undefined}><Marked text={around(text, words)} words={words} /></span>}
    </ListRow>
  )
}

/** A text in which the words that were looked for are marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return <>{piecesOf(text, words).map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}</>
}
