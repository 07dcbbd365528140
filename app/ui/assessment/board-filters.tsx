import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import { PAPERS, SOURCE_COLUMNS } from '#app/ui/assessment/coverage-matrix.tsx'
import type { Choosable } from '#app/ui/assessment/link-fields.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type BoardAsked = { stop: string; dimension: string; relation: string; source: string; links: string; text: string }

type BoardFiltersProps = { base: string; asked: BoardAsked; stops: readonly { id: string; city: string }[]; dimensions: readonly Choosable[] }

/** Narrows the evidence by where, on what, how it bears, who said it, and by words. */
export function BoardFilters({ base, asked, stops, dimensions }: BoardFiltersProps) {
  return (
    <Filters action={`${base}/evidence#all`} label="Narrow the evidence">
      <SelectField name="stop" label="Stop" value={asked.stop} options={[{ value: '', label: 'All stops and papers' }, ...stops.map(({ id, city }) => ({ value: id, label: city })), { value: PAPERS, label: 'Papers' }]} />
      <SelectField name="dimension" label="Dimension" value={asked.dimension} options={[{ value: '', label: 'All dimensions' }, ...dimensions.map(({ id, name }) => ({ value: id, label: name }))]} />
      <SelectField name="relation" label="Relation" value={asked.relation} options={[{ value: '', label: 'Any relation' }, ...RELATIONS.map((value) => ({ value, label: value }))]} />
      <SelectField name="source" label="Kind of source" value={asked.source} options={[{ value: '', label: 'Any kind' }, ...SOURCE_COLUMNS.map(({ id, name }) => ({ value: id, label: name }))]} />
      <SelectField name="links" label="Links" value={asked.links} options={[{ value: '', label: 'Linked or not' }, { value: 'none', label: 'Without a finding' }]} />
      <TextField name="text" label="Words" type="search" value={asked.text} />
    </Filters>
  )
}
