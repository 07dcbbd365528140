import { Section } from '#app/ui/kit/section.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type TheirsProps = { theirs: { body: string; by: string; atMs: number }; lang: string; clock: Clock }

/** The text that was saved first, beside the one that came too late. */
export function Theirs({ theirs, lang, clock }: TheirsProps) {
  return (
    <Section id="theirs" title="The text saved before yours" aside={<>{theirs.by} · <At ms={theirs.atMs} clock={clock} /></>}>
      <NoteText text={theirs.body} lang={lang} marks={[]} />
    </Section>
  )
}
