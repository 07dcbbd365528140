import type { Expansion } from '#app/domain/papers/abbreviations.ts'
import { ABBREVIATION_MAX, EXPANSION_MAX } from '#app/operations/figures.input.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type AbbreviationsProps = { rows: readonly Expansion[]; base: string; here: string; canEdit: boolean }

/** Abbreviations with what they stand for and who says so; whoever may, says it. */
export function Abbreviations({ rows, base, here, canEdit }: AbbreviationsProps) {
  return (
    <>
      {rows.length > 0 && (
        <Table caption="Abbreviations" quiet heads={[{ label: 'Short', fit: true }, { label: 'Stands for' }]}>
          {rows.map((row) => (
            <Row key={row.short}>
              <RowHead>{row.short}</RowHead>
              <Cell>
                {row.words === '' ? <LintMark severity="warning">nobody has said what it stands for</LintMark> : row.words}
                {row.organisationId !== null && <span className="under small soft">as <a href={`${base}/organisations/${row.organisationId}`}>the organisation</a> is called</span>}
                {canEdit && <Disclosure words={<span className="small">{row.by === 'typed' ? 'Say it otherwise' : 'Say it'}<span className="vh">: {row.short}</span></span>}><SayForm here={here} short={row.short} words={row.words} taken={row.by === 'typed'} /></Disclosure>}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {rows.length === 0 && <p className="soft">No abbreviations were found.</p>}
      {canEdit && (
        <Disclosure words="Add an abbreviation">
          <Form action={`${here}/front/abbreviations`}>
            <TextField name="short" label="Short" maxLength={ABBREVIATION_MAX} required />
            <TextField name="words" label="Stands for" maxLength={EXPANSION_MAX} required />
            <div className="line acts"><Button>Add it</Button></div>
          </Form>
        </Disclosure>
      )}
    </>
  )
}

function SayForm({ here, short, words, taken }: { here: string; short: string; words: string; taken: boolean }) {
  return (
    <Form action={`${here}/front/abbreviations`} hidden={{ short }}>
      <TextField name="words" id={`f-words-${short}`} label="Stands for" hint={taken ? 'Leave it empty to take it back.' : undefined} value={words} maxLength={EXPANSION_MAX} />
      <div className="line acts"><Button tight>Save</Button></div>
    </Form>
  )
}
