import { count } from '#app/domain/text.ts'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'

/** That some names are alike, as a note that interrupts nobody; only the way there where they were not counted. */
export function Doubles({ path, doubles }: { path: string; doubles?: number | undefined }) {
  if (doubles === 0) return null
  if (doubles === undefined) return <p className="small"><a href={path}>Look for similar names</a></p>
  return <p className="small"><LintMark severity="note">{count(doubles, 'pair of similar names', 'pairs of similar names')}</LintMark> <a href={path}>Compare them</a></p>
}
