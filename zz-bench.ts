import { readText } from '#app/domain/intake/read.ts'
const KB = 1024
const line = (i: number) => `${String(8 + (i % 10)).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')} - ${String(9 + (i % 10)).padStart(2, '0')}:00\tSession ${i} Opening, logistics & maps\tRoom ${i % 9}\tAna Pérez <ana${i}@example.org>\n`
const normal = (n: number) => { let s = ''; for (let i = 0; s.length < n; i++) s += line(i); return s.slice(0, n) }
const gens: Record<string, (n: number) => string> = { normal, newlines: (n) => '\n'.repeat(n), spaces: (n) => ' '.repeat(n) + 'x', a: (n) => 'a'.repeat(n), lt: (n) => '<'.repeat(n), lta: (n) => '<a'.repeat(n / 2), par: (n) => '('.repeat(n), ones: (n) => '1'.repeat(n), tabs: (n) => '\n\t'.repeat(n / 2), alines: (n) => 'a\n'.repeat(n / 2), quotes: (n) => '\t"'.repeat(n / 2), br: (n) => '[x]('.repeat(n / 4), dates: (n) => '1.2.2020 '.repeat(n / 9), times: (n) => '10:00 Mr. A B, '.repeat(n / 15), tlines: (n) => '10:00 x\n'.repeat(n / 8), dlines: (n) => '3 May 2020 Osh\n'.repeat(n / 15), more: (n) => '10:00 Title\n' + 'Mr. Ann Sample, Director\n'.repeat(n / 25), stars: (n) => '*'.repeat(n), words: (n) => 'Workshop on water\n'.repeat(n / 18) }
for (const [name, gen] of Object.entries(gens)) {
  if (process.argv[2] && !process.argv[2].split(',').includes(name)) continue
  const ms = [256, 1024].map((k) => { const s = gen(k * KB); const t = performance.now(); const { why } = readText(s); return [performance.now() - t, why] as const })
  console.log(name.padEnd(10), ms.map(([m, why]) => `${m.toFixed(0)}ms ${why ?? 'ok'}`).join('  '), 'exp', (Math.log(ms[1]![0] / ms[0]![0]) / Math.log(4)).toFixed(2))
}
