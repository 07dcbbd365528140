import { readFileSync, readdirSync, writeFileSync, mkdirSync, existsSync } from 'node:fs'
import { readText } from '#app/domain/intake/read.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { printedReading } from '#app/domain/intake/schema.ts'
const [dir, out] = process.argv.slice(2) as [string, string]
mkdirSync(out, { recursive: true })
for (const slug of readdirSync(dir)) {
  const file = `${dir}/${slug}/input.txt`
  if (!existsSync(file)) continue
  const { draft, why } = readText(readFileSync(file, 'utf8'))
  if (!draft) { console.log(slug, why); continue }
  writeFileSync(`${out}/${slug.slice(0, 2)}.json`, JSON.stringify(printedReading(draft, lintDraft(draft)), null, 1))
}
