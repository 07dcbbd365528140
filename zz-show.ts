import { readFileSync } from 'node:fs'
import { readText } from '#app/domain/intake/read.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { printedReading } from '#app/domain/intake/schema.ts'
for (const file of process.argv.slice(2)) {
  console.log(`=== ${file}`)
  const { draft, why } = readText(readFileSync(file, 'utf8'))
  if (!draft) { console.log(why); continue }
  const p = printedReading(draft, lintDraft(draft))
  console.log(p.kind, '|', p.title, '|', p.otherTitle ?? '', '|', p.dates?.join(), '|', p.venue ?? '-', '|', JSON.stringify(p.timeRange ?? null), '| mods', p.moderators?.map((m) => m.name).join(), '| lint', p.lint.join(), '| notes', p.notes.join())
  const per = (x: NonNullable<typeof p.moderators>) => x.map((m) => `${m.honorific ?? ''}<${m.name}>${m.role === 'moderator' ? '*' : ''}[${m.position ?? ''}|${m.organization ?? ''}]`).join(' ')
  for (const i of p.items ?? []) console.log('  ', i.date?.slice(5) ?? '', i.start, i.end === undefined ? '' : i.end, `"${i.title}"`, i.otherTitle ?? '', i.kind, i.track ? `{${i.track}}` : '', per(i.people))
  for (const s of p.stops ?? []) { console.log('  STOP', s.city, '/', s.country ?? '', s.dates.join()); for (const m of s.meetings) console.log('     ', m.date?.slice(5) ?? '', m.start ?? '', m.end ?? '', `"${m.title}"`, m.kind, per(m.people ?? [])) }
}
