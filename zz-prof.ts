import { linesOf } from '#app/domain/intake/lines.ts'
import { withoutFrames, isAside } from '#app/domain/intake/frames.ts'
import { withoutMarkup } from '#app/domain/intake/markup.ts'
import { sourceOf } from '#app/domain/intake/source.ts'
import { joinedIn, withoutWraps } from '#app/domain/intake/wraps.ts'
import { clockContextOf } from '#app/domain/intake/clock-context.ts'
import { rowsOf } from '#app/domain/intake/rows.ts'
import { layoutOf } from '#app/domain/intake/layout.ts'
import { genreOf } from '#app/domain/intake/genre.ts'
import { agendaOf, withSettledDates } from '#app/domain/intake/agenda.ts'
import { scheduleOf } from '#app/domain/intake/schedule.ts'
let t = performance.now()
const lap = (n: string) => { console.log(n, (performance.now() - t).toFixed(0)); t = performance.now() }
const n = Number(process.argv[3])
const raw = (process.argv[2] as string).replaceAll('N', '\n').repeat(n)
const s = withoutMarkup(sourceOf(raw)); lap('source')
const all = linesOf(s.text); lap('lines')
const { lines, subject } = withoutFrames(all); lap('frames')
const join = joinedIn(s.text)
const known = clockContextOf(lines.map(({ body }) => body.text).filter((x) => !isAside(x)).join('\n')); lap('context')
const w = withoutWraps(lines, join); lap('wraps')
const r0 = rowsOf(w, known); lap('rows')
const rows = withSettledDates(r0, known); lap('settle')
const layout = layoutOf(rows); lap('layout')
const g = genreOf(rows, layout); lap('genre ' + g)
agendaOf(rows, layout, { context: known, subject, join }); lap('agenda')
scheduleOf(rows, { context: known, subject, join }); lap('schedule')
