import type { AgendaRemark } from '#app/ui/agenda/view.ts'

/** A mark whose icon comes from the style sheet: a table has many of them, and this is one element instead of four. */
export function Remark({ remark }: { remark: AgendaRemark }) {
  return <span className="mark remark" data-s={remark.severity === 'note' ? 'info' : remark.severity}>{remark.words}</span>
}
