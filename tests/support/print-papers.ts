/** Prints the demo's papers into docs/papers: `npx tsx tests/support/print-papers.ts`. Needs pdftoppm, and soffice for the two out of Word files. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textsOf } from '#app/domain/papers/runs.ts'
import { sourceKey } from '#app/files/paper-links.ts'
import { writeAny } from '#app/files/writers.ts'
import { sourcePath } from '#app/ui/papers/source-path.ts'
import { DEMO_SLUG } from '#db/seed/deck-schedule.server.ts'
import { LAST_EVENING_MS, composeDemoPapers } from '#tests/support/every-paper.ts'

/** The picture's name, the paper's, the page that is shown. */
const SHOWN: [picture: string, paper: RegExp, page: number][] = [
  ['agenda', /^agenda-a10-counterpart-en$/, 1], ['agenda-two-languages', /^agenda-a10-counterpart-en-ru$/, 1], ['day-sheet', /^day-sheet-stop-dushanbe\.2020-02-04-team-en$/, 1],
  ['name-plate', /^name-plates-a10-(counterpart|team)-en$/, 1], ['signature-sheet', /^signature-sheet-a10-(counterpart|team)-en-ru$/, 1], ['invitation-letter', /^invitation-letter-a10.*-en$/, 1],
  ['aide-memoire', /^aide-memoire-mission-counterpart-en$/, 1], ['aide-memoire-sources', /^aide-memoire-mission-team-en$/, 2], ['report', /^report-mission-team-en$/, 1],
  ['evidence-annex', /^evidence-annex-dimension-4-team-en$/, 1], ['technical-note', /^technical-note-.*-team-en$/, 2],
]
const OUT_OF_WORD = [['agenda-docx', /^agenda-a10-counterpart-en$/], ['aide-memoire-docx', /^aide-memoire-mission-counterpart-en$/]] as const
const DOTS_PER_INCH = 90

const folder = mkdtempSync(join(tmpdir(), 'caravan-print-'))
mkdirSync('docs/papers', { recursive: true })
const papers = await composeDemoPapers({ subjects: 60, only: (name) => [...SHOWN.map(([, wanted]) => wanted), ...OUT_OF_WORD.map(([, wanted]) => wanted)].some((wanted) => wanted.test(name)) })
const bytesOf = async (wanted: RegExp, format: 'pdf' | 'docx'): Promise<Uint8Array | null> => {
  const found = papers.find(({ name }) => wanted.test(name))
  const sources = found?.paper.audience === 'team' ? textsOf(found.paper).flatMap((text) => text.flatMap((run) => run.source ?? [])) : []
  const links = new Map(sources.map((source) => [sourceKey(source), `https://caravan.example.org/missions/${DEMO_SLUG}/${sourcePath(source)}`]))
  return found ? await writeAny({ paper: found.paper, format, links, writtenMs: LAST_EVENING_MS, figures: new Map() }) : null
}
const picture = (pdf: string, name: string, page: number): void => {
  spawnSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-f', String(page), '-l', String(page), '-singlefile', '-png', pdf, join(folder, name)])
  copyFileSync(join(folder, `${name}.png`), `docs/papers/${name}.png`)
  console.log(name, Math.round(statSync(`docs/papers/${name}.png`).size / 1024), 'kB')
}
for (const [name, wanted, page] of SHOWN) {
  const bytes = await bytesOf(wanted, 'pdf')
  if (!bytes) console.log(name, 'is not written')
  else {
    writeFileSync(join(folder, `${name}.pdf`), bytes)
    picture(join(folder, `${name}.pdf`), name, page)
  }
}
for (const [name, wanted] of OUT_OF_WORD) {
  const bytes = await bytesOf(wanted, 'docx')
  if (!bytes) continue
  writeFileSync(join(folder, `${name}.docx`), bytes)
  spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.docx`)])
  picture(join(folder, `${name}.pdf`), name, 1)
}
rmSync(folder, { recursive: true, force: true })
