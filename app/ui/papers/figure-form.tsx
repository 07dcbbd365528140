import { entryWords } from '#app/domain/papers/outline.ts'
import { FIGURE_ALT_MAX, FIGURE_CAPTION_MAX, FIGURE_NUMBER_MAX } from '#app/operations/figures.input.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

type FigureFieldsProps = { problem: Problem | undefined; figure?: { caption: string; number: string; alt: string; outline_node_id: string | null }; section?: string; sections: readonly { id: string; number: string; title: string; level: number }[] }

/** What a figure is called, where it stands and what it shows to whoever cannot see it. */
export function FigureFields({ problem, figure, section = '', sections }: FigureFieldsProps) {
  return (
    <>
      <TextField name="caption" label="Caption" problem={problem} value={figure?.caption} maxLength={FIGURE_CAPTION_MAX} />
      <TextField name="number" label="Number" problem={problem} value={figure?.number} maxLength={FIGURE_NUMBER_MAX} optional />
      <SelectField name="section" label="Stands in" problem={problem} value={figure?.outline_node_id ?? section} options={[{ value: '', label: 'no section yet: behind the last one' }, ...sections.map((each) => ({ value: each.id, label: `${'\u2003'.repeat(each.level - 1)}${entryWords(each)}` }))]} />
      <TextArea name="alt" label="What it shows" hint="For those who cannot see it, and until there is a picture." problem={problem} value={figure?.alt} rows={3} maxLength={FIGURE_ALT_MAX} optional />
    </>
  )
}
