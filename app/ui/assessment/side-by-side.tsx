import type { ReactNode } from 'react'
import { Mark } from '#app/ui/kit/mark.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type Translated = { body: string; language: string; translation: string; translation_state: string; translated_by: string; translated_ms: number | null; reviewed_by: string; reviewed_ms: number | null }

/** The words in their language and beside them in the page's, with who translated and who reviewed it. */
export function SideBySide({ said, clock, children }: { said: Translated; clock: Clock; children?: ReactNode }) {
  return (
    <div className="tongues">
      <figure className="stack tight"><figcaption className="small soft">{languageName(said.language)}</figcaption><blockquote lang={said.language}><p>{said.body}</p></blockquote></figure>
      {children ?? <figure className="stack tight">
        <figcaption className="small soft">English</figcaption>
        <blockquote lang="en"><p>{said.translation}</p></blockquote>
        <TranslationState said={said} clock={clock} />
      </figure>}
    </div>
  )
}

/** Draft or reviewed, by whom and when. */
function TranslationState({ said, clock }: { said: Translated; clock: Clock }) {
  return (
    <p className="small soft">
      {said.translation_state === 'reviewed' ? <Mark icon="confirmed" state="confirmed">reviewed</Mark> : <Mark icon="tentative" state="tentative">draft, not reviewed</Mark>}
      {said.translated_ms !== null && <> Translated by {said.translated_by}, <At ms={said.translated_ms} clock={clock} />.</>}
      {said.reviewed_ms !== null && <> Reviewed by {said.reviewed_by}, <At ms={said.reviewed_ms} clock={clock} />.</>}
    </p>
  )
}
