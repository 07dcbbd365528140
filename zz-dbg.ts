import { readFileSync } from 'node:fs'
import { clockContextOf } from '#app/domain/intake/clock-context.ts'
import { withoutFrames } from '#app/domain/intake/frames.ts'
import { layoutOf, isItemRow } from '#app/domain/intake/layout.ts'
import { genreOf } from '#app/domain/intake/genre.ts'
import { linesOf } from '#app/domain/intake/lines.ts'
import { withoutMarkup } from '#app/domain/intake/markup.ts'
import { rowsOf } from '#app/domain/intake/rows.ts'
import { sourceOf } from '#app/domain/intake/source.ts'
import { joinedIn, withoutWraps } from '#app/domain/intake/wraps.ts'
const source = withoutMarkup(sourceOf(readFileSync(process.argv[2] as string, 'utf8')))
const { lines } = withoutFrames(linesOf(source.text))
const ctx = clockContextOf(lines.map((l) => l.body.text).join('\n'))
const rows = rowsOf(withoutWraps(lines, joinedIn(source.text)), ctx)
const layout = layoutOf(rows)
console.log(ctx, layout, genreOf(rows, layout))
for (const r of rows) console.log(r.line.number, r.table ? 'T' : ' ', r.where ?? '-', isItemRow(r, layout) ? 'ITEM' : '', r.label ? `[${r.label.label}]` : '', r.dates.map((d) => d.days.join('..')).join(), r.times.map((t) => `${t.from}-${t.to}/${t.minutes}`).join(), r.texts.map((t) => `${t.field}${t.name ? `(${t.name})` : ''}:${t.piece.text}`).join(' # '), r.lead ? `LEAD ${r.lead.text}` : '')
