import { sentenceAt, splitSentences } from '#app/domain/meetings/sentences.ts'
import { Passage } from '#app/ui/meetings/note-text.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'

type InContextProps = { text: string; start: number; end: number; lang: string; /** The text is a document's, not a note's. */ plain?: boolean }

/** The words with the sentence before and the sentence after, as they stood when they were marked. */
export function InContext({ text, start, end, lang, plain }: InContextProps) {
  const spans = splitSentences(text)
  const first = spans.indexOf(sentenceAt(spans, start) ?? { start, end })
  const last = spans.indexOf(sentenceAt(spans, Math.max(start, end - 1)) ?? { start, end })
  const from = spans[Math.max(0, first - 1)]?.start ?? 0
  const to = spans[Math.min(spans.length - 1, last + 1)]?.end ?? text.length
  return <Passage text={text} lang={lang} words={{ start, end }} around={{ start: Math.min(from, start), end: Math.max(to, end) }} plain={plain} />
}

/** Whether the words still stand in their note, which was edited since they were marked. */
export function SinceThen({ standing, earlier }: { standing: 'exact' | 'moved' | 'lost' | undefined; earlier: string }) {
  if (standing === undefined) return null
  if (standing !== 'lost') return <p className="small soft">The note was edited since; the words still stand in it.</p>
  return <p className="small"><LintMark severity="note">no longer in the note</LintMark> The note was edited since. The words stand as they were marked in <a href={earlier}>an earlier text of it</a>.</p>
}
