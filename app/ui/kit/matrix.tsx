import type { ReactNode } from 'react'
import { Scroll } from '#app/ui/kit/scroll.tsx'

type MatrixRow = { id: string; name: ReactNode; counts: readonly { count: number; href?: string }[] }

type MatrixProps = {
  caption: string
  /** The head of the first column, then one per count. */
  heads: readonly string[]
  rows: readonly MatrixRow[]
}

/** Counts by row and column; numbers carry it, the tint helps, nothing is hatched and says “none”. */
export function Matrix({ caption, heads, rows }: MatrixProps) {
  return (
    <Scroll label={caption}>
      <table className="matrix">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.counts.map(({ count, href }, at) => (
                <td key={at} data-n={tint(count)}>
                  {count > 0 && href !== undefined ? <a href={href}>{count}</a> : count === 0 ? 'none' : count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function tint(count: number): number {
  return count < 2 ? count : count < 4 ? 2 : 3
}
