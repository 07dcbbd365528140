import type { Cell as GapCell } from '#app/domain/assessment/gaps.ts'
import { GapStrip, stripWords } from '#app/ui/assessment/gap-strip.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type Named = { id: string; name: string }
type GapTableProps = { base: string; here: string; dimensions: readonly Named[]; stops: readonly Named[]; cells: readonly GapCell[] }

/** Dimension by stop, four kinds of source in each; a picture leads to whom it can be asked of, and says in words what it shows. */
export function GapTable({ base, here, dimensions, stops, cells }: GapTableProps) {
  return (
    <Table caption="Sentences of evidence by dimension, stop and kind of source" quiet fold heads={[{ label: 'Dimension' }, ...stops.map(({ name }) => ({ label: name }))]}>
      {dimensions.map((dimension) => (
        <Row key={dimension.id}>
          <RowHead><a href={`${base}/readiness/${dimension.id}`}>{dimension.name}</a></RowHead>
          {stops.map((stop) => {
            const own = cells.filter((cell) => cell.dimensionId === dimension.id && cell.stopId === stop.id)
            return (
              <Cell key={stop.id} label={stop.name}>
                <a className="strip-link" href={`${here}?stop=${stop.id}&dimension=${dimension.id}#ask`}><GapStrip cells={own} /><span className="vh">{dimension.name}, {stop.name}: {stripWords(own)}</span></a>
              </Cell>
            )
          })}
        </Row>
      ))}
    </Table>
  )
}
