import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { valueOf } from '#app/ui/kit/problem.ts'
import { LinkFields } from '#app/ui/assessment/link-fields.tsx'
import type { Choosable, FindingChoice } from '#app/ui/assessment/link-fields.tsx'
import { MarkFields } from '#app/ui/meetings/mark-fields.tsx'
import type { SpeakerChoice } from '#app/ui/meetings/said-fields.tsx'

/** The id of the form, which the sentences of the text belong to. */
export const MARK_FORM = 'mark'

type MarkFormProps = {
  /** The page's own address, which takes the form. */
  action: string
  /** Names the draft; another name for each new mark, so that a sent one does not come back. */
  keep: string
  /** The revision of the note that is shown; documents have none. */
  number?: number
  problem?: Problem
  speakers: readonly SpeakerChoice[]
  findings: readonly FindingChoice[]
  dimensions: readonly Choosable[]
  language: string
  kind?: string
}

/** Marks the chosen words and, in the same press, links them to a finding. */
export function MarkForm({ action, keep, number, problem, speakers, findings, dimensions, language, kind }: MarkFormProps) {
  return (
    <Form id={MARK_FORM} action={action} hidden={{ number }} data-keep={keep} data-sources={JSON.stringify(Object.fromEntries(speakers.map(({ name, sourceKind }) => [name, sourceKind])))}>
      <input type="hidden" name="start" defaultValue={valueOf(problem, 'start')} />
      <input type="hidden" name="end" defaultValue={valueOf(problem, 'end')} />
      <MarkFields problem={problem} speakers={speakers} language={language} kind={kind} />
      <LinkFields problem={problem} findings={findings} dimensions={dimensions} none="No finding yet" />
      <Button kind="primary" wide>Mark as evidence</Button>
    </Form>
  )
}

const CHOOSE = 'Choose a sentence in the text, or type the exact words here'
const WORDS = {
  'nothing-chosen': { words: CHOOSE },
  'no-span': { words: CHOOSE },
  absent: { words: 'These words do not stand in the text: copy them exactly as they are written there' },
  several: { words: 'These words stand in the text more than once: add the words before or after them' },
  already: { words: 'These words are marked already: choose a finding that they do not lead to yet' },
  'finding-gone': { finding: 'This finding is gone: choose another' },
} satisfies Record<string, Record<string, string>>

/** What would be right, by field, for each reason why words are not marked. */
export function markErrors(because: keyof typeof WORDS): Record<string, string> {
  return WORDS[because]
}
