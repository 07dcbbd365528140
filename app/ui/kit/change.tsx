import type { ReactNode } from 'react'

type ChangeProps = {
  before: ReactNode
  after: ReactNode
  /** New above the struck old one, as in a table of times; else before → after in one line. */
  stacked?: boolean
}

/** What was and what is to be, told apart by words, strike and weight. */
export function Change({ before, after, stacked }: ChangeProps) {
  if (stacked) {
    return (
      <>
        <span className="vh">now </span>
        <ins>{after}</ins>
        <br />
        <span className="vh">was </span>
        <del>{before}</del>
      </>
    )
  }
  return (
    <>
      <span className="vh">before </span>
      <del>{before}</del> → <span className="vh">after </span>
      <ins>{after}</ins>
    </>
  )
}
