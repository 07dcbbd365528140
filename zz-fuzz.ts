import { readFileSync, readdirSync } from 'node:fs'
import { readText } from '#app/domain/intake/read.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { printedReading } from '#app/domain/intake/schema.ts'
let seed = Number(process.argv[2] ?? 1)
const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed % n }
const dir = 'tests/domain/intake/cases'
const texts = readdirSync(dir).filter((n) => /^\d\d-/.test(n)).map((n) => readFileSync(`${dir}/${n}/input.txt`, 'utf8'))
const bits = ['\t', '|', '\n', '\n\n', ' – ', '10:00', '(', ')', '24:00', '32.13.2020', '**', '\ud800', '\u0000', '\u202e', '<br>', '"', '9:00 - ', 'Mr. ', 'Moderator: ', ';', '1.', '- ', '> ', 'Bishkek', '3 May 2020', '25:70', '٣', '10-00 – ', '🎉', '\u0301']
let worst = 0
for (let i = 0; i < Number(process.argv[3] ?? 1500); i++) {
  let t = texts[rnd(texts.length)] as string
  for (let k = 0; k < 1 + rnd(12); k++) {
    const at = rnd(t.length + 1)
    switch (rnd(5)) {
      case 0: t = t.slice(0, at) + bits[rnd(bits.length)] + t.slice(at); break
      case 1: t = t.slice(0, at) + t.slice(at + rnd(40)); break
      case 2: { const o = texts[rnd(texts.length)] as string; const a = rnd(o.length); t = t.slice(0, at) + o.slice(a, a + rnd(300)) + t.slice(at); break }
      case 3: { const ls = t.split('\n'); const a = rnd(ls.length); const b = rnd(ls.length); [ls[a], ls[b]] = [ls[b] as string, ls[a] as string]; t = ls.join('\n'); break }
      default: t = t.slice(at) + t.slice(0, at)
    }
  }
  const s = performance.now()
  try {
    const { draft } = readText(t)
    if (draft) { const issues = lintDraft(draft); printedReading(draft, issues)
      const check = (v: unknown): void => { if (Array.isArray(v)) v.forEach(check); else if (v && typeof v === 'object') { if ('span' in v) { const { start, end } = (v as { span: { start: number; end: number } }).span; if (!(start >= 0 && end <= t.length && start <= end)) throw new Error(`span ${start}-${end} of ${t.length}`) } Object.values(v).forEach(check) } }
      check(draft) }
  } catch (e) { console.log('THROWS', i, (e as Error).stack?.split('\n').slice(0, 4).join(' | ')); }
  worst = Math.max(worst, performance.now() - s)
}
console.log('worst ms', worst.toFixed(0))
