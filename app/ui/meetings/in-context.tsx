import { sentenceAt, splitSentences } from '#app/domain/meetings/sentences.ts'

type InContextProps = { text: string; start: number; end: number; lang: string }

/** The words with the sentence before and the sentence after, as they stood when they were marked. */
export function InContext({ text, start, end, lang }: InContextProps) {
  const spans = splitSentences(text)
  const first = spans.indexOf(sentenceAt(spans, start) ?? { start, end })
  const last = spans.indexOf(sentenceAt(spans, Math.max(start, end - 1)) ?? { start, end })
  const from = spans[Math.max(0, first - 1)]?.start ?? 0
  const to = spans[Math.min(spans.length - 1, last + 1)]?.end ?? text.length
  return (
    <blockquote className="spoken" lang={lang}>
      <p>{from > 0 && '… '}{text.slice(Math.min(from, start), start)}<mark>{text.slice(start, end)}</mark>{text.slice(end, Math.max(to, end))}{to < text.length && ' …'}</p>
    </blockquote>
  )
}
