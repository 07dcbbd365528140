import { DRAFT_ITEM_KINDS, DRAFT_MEETING_KINDS } from '#app/domain/intake/draft.ts'
import type { Fields as FieldValues } from '#app/domain/intake/edits.ts'
import { itemKindWord } from '#app/ui/agenda/view.ts'
import { kindWord } from '#app/ui/engagements/engagement-fields.tsx'
import { rowAnchor } from '#app/ui/imports/rows.ts'
import type { RowFace } from '#app/ui/imports/rows.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

export type EditOptions = {
  of: 'agenda' | 'schedule'
  /** The address of the page: many rows open their fields one at a time, by a link. */
  here: string
  /** The only row with fields; undefined: every row has them. */
  only?: string | null | undefined
  /** Stops that a row of a schedule may belong to. */
  stops: readonly { value: string; label: string }[]
}

const KINDS = {
  agenda: DRAFT_ITEM_KINDS.map((value) => ({ value, label: itemKindWord(value) })),
  schedule: DRAFT_MEETING_KINDS.map((value) => ({ value, label: kindWord(value) })),
}

type RowEditProps = { row: Pick<RowFace, 'key' | 'title' | 'lang'>; fields: FieldValues; options: EditOptions }

/** The fields of a row. They travel with the whole page, so nothing chosen elsewhere is lost. */
export function RowEdit({ row, fields, options }: RowEditProps) {
  const words = <>Edit<span className="vh">: {row.title}</span></>
  if (options.only !== undefined && options.only !== row.key) return <a href={`${options.here}?edit=${encodeURIComponent(row.key)}#${rowAnchor(row.key)}`}>{words}</a>
  return (
    <details className="edit" open={options.only === row.key}>
      <summary>{words}</summary>
      <div className="stack tight"><Fields row={row} fields={fields} options={options} /></div>
    </details>
  )
}

function Fields({ row: { key, lang }, fields, options }: RowEditProps) {
  const name = (field: keyof FieldValues): string => `edit:${key}:${field}`
  const { day, start, end, kind, title, otherTitle, venue, people = '', track, details, tentative, stop } = fields
  return (
    <>
      <div className="line times">
        {day !== undefined && <TextField name={name('day')} label="Day" type="date" value={day} />}
        <TextField name={name('start')} label="Start" type="time" value={start} />
        <TextField name={name('end')} label="End" type="time" value={end} />
        <SelectField name={name('kind')} label="Kind" value={kind} options={KINDS[options.of]} />
      </div>
      <TextField name={name('title')} label="Title" lang={lang} value={title} autoComplete="off" />
      {otherTitle !== undefined && <TextField name={name('otherTitle')} label="The same in another language" value={otherTitle} autoComplete="off" />}
      {venue !== undefined && <TextField name={name('venue')} label="Venue" lang={lang} value={venue} autoComplete="off" />}
      {stop !== undefined && options.stops.length > 1 && <SelectField name={name('stop')} label="Stop" value={stop} options={options.stops} />}
      <TextArea name={name('people')} label="People" lang={lang} hint="One to a line: name, position, organisation. “Moderator: ” before a name makes a moderator." value={people} rows={Math.min(Math.max(people.split('\n').length + 1, 2), 8)} />
      {track !== undefined && <TextField name={name('track')} label="Room or stream" value={track} />}
      {details !== undefined && <TextArea name={name('details')} label="Talks and remarks without a time" lang={lang} value={details} rows={3} />}
      {tentative !== undefined && <YesNo name={name('tentative')} label="To be confirmed" checked={tentative === 'yes'} />}
      <YesNo name={name('skip')} label="Leave this row out" checked={false} />
      <div className="line acts"><Button tight name="at" value={rowAnchor(key)}>Keep these changes</Button></div>
    </>
  )
}

/** Unticked it says so as well: of several values the last one counts. */
export function YesNo({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="pick tick">
      <input type="hidden" name={name} value="" />
      <input type="checkbox" name={name} value="yes" defaultChecked={checked} />
      <span>{label}</span>
    </label>
  )
}
