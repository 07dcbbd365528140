import type { ReactNode } from 'react'

export type Head = { label: ReactNode; num?: boolean; fit?: boolean; hidden?: boolean }

type TableProps = {
  /** What the table holds; `quiet` keeps it for those who listen. */
  caption: ReactNode
  quiet?: boolean
  heads: readonly Head[]
  /** Rows become blocks where the page is narrow; every Cell then needs its `label`. */
  fold?: boolean
  children: ReactNode
}

/** A ruled timetable. Roles are repeated because folding takes them away. */
export function Table({ caption, quiet, heads, fold, children }: TableProps) {
  return (
    <table className={fold ? 'fold' : undefined} role="table">
      <caption className={quiet ? 'vh' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head, at) => (
            <th key={at} scope="col" role="columnheader" className={sides(head)}>
              {head.hidden ? <span className="vh">{head.label}</span> : head.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}

/** A row; `moved` is washed turquoise, `attention` saffron. */
export function Row({ state, id, children }: { state?: 'moved' | 'attention'; id?: string; children: ReactNode }) {
  return (
    <tr role="row" id={id} data-s={state}>
      {children}
    </tr>
  )
}

/** The cell that names its row. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" role="rowheader">
      {children}
    </th>
  )
}

type CellProps = {
  /** The head of the column, shown before the cell where the table folds. */
  label?: string
  num?: boolean
  fit?: boolean
  /** The time of the row: stays beside its head when folded. */
  at?: boolean
  /** A running number, left out when folded. */
  no?: boolean
  children?: ReactNode
}

export function Cell({ label, num, fit, at, no, children }: CellProps) {
  const classes = [num && 'num', fit && 'fit', at && 'at', no && 'no'].filter(Boolean).join(' ')
  return (
    <td role="cell" className={classes || undefined} data-label={label}>
      {children}
    </td>
  )
}

function sides({ num, fit }: Head): string | undefined {
  return [num && 'num', fit && 'fit'].filter(Boolean).join(' ') || undefined
}
