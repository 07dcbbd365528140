import { correctedFields } from '#app/domain/people/corrections.ts'
import type { CorrectedField } from '#app/domain/people/corrections.ts'
import { Change } from '#app/ui/kit/change.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Section } from '#app/ui/kit/section.tsx'

export type CorrectionFace = {
  id: string; revision: number; holder_id: string; name_now: string; honorific_now: string; title_now: string | null; person_revision: number; title_revision: number | null
  honorific: string; name: string; title: string; honorific_before: string; name_before: string; title_before: string; word: string
}
type CorrectionSectionProps = { base: string; rows: readonly CorrectionFace[]; canDecide: boolean; /** The page is not the person's own. */ named?: boolean }

/** What invited people say their names and titles should read; nothing when nobody said anything. */
export function CorrectionSection({ base, rows, canDecide, named = false }: CorrectionSectionProps) {
  if (rows.length === 0) return null
  return (
    <Section id="corrections" title="Proposed names and titles" aside="from their own pages">
      <List label="Proposed names and titles">
        {rows.map((row) => (
          <ListRow key={row.id} under={<><Corrected row={row} />{canDecide && <Acts base={base} row={row} />}</>}>
            {named ? <a href={`${base}/people/${row.holder_id}`}>{row.name_now}</a> : 'They write how it should be printed.'}
          </ListRow>
        ))}
      </List>
    </Section>
  )
}

const TERMS: Record<CorrectedField, string> = { honorific: 'Form of address', name: 'Name', title: 'Title' }

/** Against what stands now, which may have been changed since it was proposed. */
function Corrected({ row }: { row: CorrectionFace }) {
  const now = { honorific: row.honorific_now, name: row.name_now, title: row.title_now ?? '' }
  return (
    <>
      {correctedFields({ honorific: row.honorific_before, name: row.name_before, title: row.title_before }, row).map((field) => (
        <span key={field} className="under wrap">{TERMS[field]} {now[field] === row[field] ? <>is <b>{row[field]}</b> already</> : <Change before={now[field] || 'none'} after={row[field] || 'none'} />}</span>
      ))}
      {row.word !== '' && <span className="under wrap">“{row.word}”</span>}
    </>
  )
}

function Acts({ base, row }: { base: string; row: CorrectionFace }) {
  const path = `${base}/corrections/${row.id}`
  return (
    <span className="line acts">
      <ActionButton tight action={`${path}/take`} hidden={{ revision: row.revision, person: row.person_revision, title: row.title_revision ?? undefined }} aria-label={`Take over: ${row.name_now}`}>Take over</ActionButton>
      <ActionButton tight kind="quiet" action={`${path}/dismiss`} hidden={{ revision: row.revision }} aria-label={`Dismiss: ${row.name_now}`}>Dismiss</ActionButton>
    </span>
  )
}
