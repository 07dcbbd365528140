import { DIRECTIONS, DOCUMENT_KINDS } from '#app/domain/papers/documents.ts'
import { Filters } from '#app/ui/kit/filters.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { kindLabel } from '#app/ui/papers/document-words.ts'

export type RegisterAsked = { text: string; kind: string; language: string; direction: string; from: string; lacking: string; sort: string }
type Counts = { kinds: Record<string, number>; languages: Record<string, number>; organisations: readonly { id: string; name: string; count: number }[] }

const LACKS: [string, string][] = [['', 'Nothing in particular'], ['file', 'a file'], ['translation', 'a translation'], ['text', 'text to search']]
const SORTS: [string, string][] = [['date', 'Newest date'], ['number', 'Number'], ['title', 'Title'], ['kind', 'Kind']]
const optionsOf = (pairs: readonly [string, string][]) => pairs.map(([value, label]) => ({ value, label }))

/** What the register is narrowed by: words first, then what documents of the mission have. */
export function RegisterFilters({ base, asked, counts }: { base: string; asked: RegisterAsked; counts: Counts }) {
  const kinds = DOCUMENT_KINDS.filter((kind) => counts.kinds[kind] !== undefined || kind === asked.kind)
  return (
    <div className="narrow">
      <Filters action={`${base}/documents`} label="Narrow the documents">
        <TextField name="text" label="Words inside" type="search" value={asked.text} autoComplete="off" enterKeyHint="search" />
        <SelectField name="kind" label="Kind" value={asked.kind} options={[{ value: '', label: 'All kinds' }, ...kinds.map((kind) => ({ value: kind, label: `${kindLabel(kind)}, ${counts.kinds[kind] ?? 0}` }))]} />
        <SelectField name="language" label="Language" value={asked.language} options={[{ value: '', label: 'All languages' }, ...Object.entries(counts.languages).map(([code, n]) => ({ value: code, label: `${languageName(code)}, ${n}` }))]} />
        <SelectField name="direction" label="Direction" value={asked.direction} options={[{ value: '', label: 'Any' }, ...DIRECTIONS.filter(Boolean).map((direction) => ({ value: direction, label: kindLabel(direction) }))]} />
        {counts.organisations.length > 0 && <SelectField name="from" label="From" value={asked.from} options={[{ value: '', label: 'Everybody' }, ...counts.organisations.map(({ id, name, count }) => ({ value: id, label: `${name}, ${count}` }))]} />}
        <SelectField name="without" label="Without" value={asked.lacking} options={optionsOf(LACKS)} />
        <SelectField name="sort" label="In order of" value={asked.sort} options={optionsOf(SORTS)} />
      </Filters>
    </div>
  )
}
