import type { ReactNode } from 'react'
import { RowEdit } from '#app/ui/imports/row-edit.tsx'
import type { EditOptions } from '#app/ui/imports/row-edit.tsx'
import { rowAnchor } from '#app/ui/imports/rows.ts'
import type { RowFace } from '#app/ui/imports/rows.ts'
import { Change } from '#app/ui/kit/change.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'

/** A stop, a day or the whole agenda with its rows. */
export type RowGroup = { key: string; head: ReactNode; lang?: string | undefined; under: ReactNode; rows: readonly RowFace[] }

const CHANGES = {
  new: { word: 'new', icon: 'plus', state: 'confirmed', tick: 'Add it' },
  moved: { word: 'moved', icon: 'postponed', state: 'tentative', tick: 'Move it' },
  changed: { word: 'changed', icon: 'edit', state: 'requested', tick: 'Change it' },
  same: { word: 'as stored', icon: 'cleared', state: undefined, tick: '' },
  gone: { word: 'not in this text', icon: 'cancelled', state: 'cancelled', tick: 'Remove it' },
} as const

/** What was understood, row by row, each with its line, its change and its fields. */
export function Structure({ groups, edit }: { groups: readonly RowGroup[]; edit: EditOptions }) {
  return (
    <ol className="timeline understood" aria-label="What was understood">
      {groups.flatMap((group) => [
        ...(group.head === null ? [] : [
          <li key={group.key} className="on" id={rowAnchor(group.key)} data-of={group.key}><span><span lang={group.lang}>{group.head}</span>{group.under}</span></li>,
        ]),
        ...group.rows.map((row) => <StructureRow key={row.key} row={row} edit={edit} />),
      ])}
    </ol>
  )
}

function StructureRow({ row, edit }: { row: RowFace; edit: EditOptions }) {
  const { key, title, lang, other, people, details, change, unsure } = row
  return (
    <li id={rowAnchor(key)} data-of={key} data-change={change?.what}>
      <span className="when"><When row={row} /></span>
      <span className="what">
        <span lang={lang}>{title}</span>
        {other && <span className="under soft" lang={other.lang}>{other.title}</span>}
        {people.length > 0 && <People people={people} />}
        {details.map((line) => <span key={line} className="under small soft" lang={lang && lang}>{line}</span>)}
        {change && change.was.words.length > 0 && <span className="under small soft">stored: <del>{change.was.words.join(', ')}</del></span>}
      </span>
      <span className="marks">
        {change && <Mark icon={CHANGES[change.what].icon} state={CHANGES[change.what].state}>{CHANGES[change.what].word}</Mark>}
        {row.remarks.map(({ severity, words, question }) => <a key={question} href={question === null ? '#told' : `#q-${question}`}><LintMark severity={severity}>{words}</LintMark></a>)}
        {unsure.length > 0 && <LintMark severity="warning">{unsure.join(', ')} unsure</LintMark>}
      </span>
      <Meta row={row} edit={edit} />
    </li>
  )
}

function When({ row: { time, day, sameDay, change } }: { row: RowFace }) {
  const now = time === '' ? (day === null ? 'no time yet' : '') : time
  return (
    <>
      {day !== null && <span className={sameDay ? 'soft' : undefined}>{sameDay ? 'same day' : day}</span>}{' '}
      {change?.was.time ? <Change stacked before={change.was.time} after={<time>{now || day}</time>} /> : <time>{now}</time>}
    </>
  )
}

function People({ people }: Pick<RowFace, 'people'>) {
  return (
    <ul className="named small">
      {people.map(({ name, lang, title, moderates, unconfirmed }, at) => (
        <li key={at} lang={lang}><b>{name}</b>{title !== '' && <span className="soft">, {title}</span>}{moderates && <span className="soft" lang="en"> · moderator</span>}{unconfirmed && <> <Mark icon="tentative" state="tentative">to be confirmed</Mark></>}</li>
      ))}
    </ul>
  )
}

/** The kind, the line it was read from, whether it is taken over, and its fields behind their own word. */
function Meta({ row, edit }: { row: RowFace; edit: EditOptions }) {
  const { kind, place, line, tick, change, title } = row
  return (
    <div className="meta small">
      {tick && change && (
        <label className="pick tick"><input type="checkbox" name={tick.name} value={tick.value} defaultChecked={tick.checked} /><span>{CHANGES[change.what].tick}<span className="vh">: {title}</span></span></label>
      )}
      {kind !== '' && <span className="soft">{kind}{place !== '' && ` · ${place}`}</span>}
      {line !== null && <a className="soft" href={`#line-${line}`}>line {line}</a>}
      {row.fields && <RowEdit row={row} fields={row.fields} options={edit} />}
    </div>
  )
}
