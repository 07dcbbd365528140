import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const FILES = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'db', 'emails', 'cli'], { encoding: 'utf8' })
  .split('\n').filter((file) => /\.tsx?$/.test(file))

type Room = { of(file: string): boolean; may: (target: string, file: string) => boolean }
const inside = (...rooms: string[]) => (target: string) => rooms.some((room) => target.startsWith(room))
const packages = (...names: string[]) => (target: string) => names.some((name) => target === name || target.startsWith(`${name}/`))
const node = (target: string) => target.startsWith('node:')
const styles = (target: string) => /\.css(\?|$)/.test(target)

/** Who may import whom. A file belongs to the first room that knows it. */
const ROOMS: Record<string, Room> = {
  domain: { of: inside('app/domain/'), may: (target, file) => inside('app/domain/')(target) || (file === 'app/domain/time.ts' && target === 'temporal-polyfill') || (file === 'app/domain/meetings/lines.ts' && target === 'node-diff3') || (file === 'app/domain/meetings/markdown.ts' && target === '@lezer/markdown') },
  input: { of: (file) => /^app\/operations\/.*(\.input|fields)\.ts$/.test(file), may: either(inside('app/domain/', 'app/operations/fields.ts'), packages('zod')) },
  operations: { of: inside('app/operations/'), may: either(inside('app/domain/', 'app/operations/', 'db/'), node) },
  enhance: { of: inside('app/ui/enhance/'), may: either(inside('app/ui/enhance/', 'app/domain/'), packages('sortablejs')) },
  ui: { of: inside('app/ui/'), may: (target) => (inside('app/ui/', 'app/domain/')(target) || target.endsWith('.input.ts') || packages('react')(target) || styles(target)) && !target.includes('.server') },
  files: { of: inside('app/files/'), may: either(inside('app/domain/', 'app/files/'), packages('@expo-google-fonts', 'csv-parse', 'csv-stringify', 'docx', 'fflate', 'ical.js', 'mailparser', 'mammoth', 'parse5', 'pdfkit', 'read-excel-file', 'unpdf', 'write-excel-file', 'xmlbuilder2'), node) },
  http: { of: inside('app/http/'), may: either(inside('app/domain/', 'app/http/', 'app/files/file.ts', 'app/files/refusals.ts', 'app/ui/kit/problem.ts', 'app/ui/shell/shell-data.ts', 'app/operations/scope.ts', 'db/', 'emails/outbox.server.ts'), packages('@remix-run/node', 'zod', 'pino'), node) },
  routes: { of: (file) => inside('app/routes/', 'app/root', 'app/entry')(file), may: (target) => !inside('app/routes/', 'db/migrations/', 'cli/')(target) && !packages('kysely', 'better-sqlite3', 'pg')(target) },
  launcher: { of: (file) => file === 'app/server.ts', may: () => true },
  db: { of: inside('db/'), may: either(inside('app/domain/', 'db/'), packages('kysely', 'better-sqlite3', 'pg'), node) },
  emails: { of: inside('emails/'), may: either(inside('app/domain/', 'emails/', 'db/'), packages('react', 'react-dom', 'ics', 'ical.js', 'nodemailer', 'mailparser', 'imapflow', 'pino'), node) },
  cli: { of: inside('cli/'), may: (target) => !inside('app/routes/')(target) },
}

function either(...tests: ((target: string) => boolean)[]): (target: string) => boolean {
  return (target) => tests.some((test) => test(target))
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = [...text.matchAll(/(?<![-\w])(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
  return found.map((target) => (target.startsWith('#') ? target.slice(1) : target))
}

describe('the house', () => {
  it('has a room for every file', () => {
    expect(FILES.filter((file) => !Object.values(ROOMS).some((room) => room.of(file)))).toEqual([])
  })

  it('lets no room import what it must not know', () => {
    const broken = FILES.flatMap((file) => {
      const room = Object.values(ROOMS).find((candidate) => candidate.of(file))
      return importsOf(file).filter((target) => room && !room.may(target, file)).map((target) => `${file} imports ${target}`)
    })
    expect(broken).toEqual([])
  })

  it('imports by room, never by climbing', () => {
    expect(FILES.flatMap((file) => importsOf(file).filter((target) => target.startsWith('.')).map((target) => `${file} imports ${target}`))
      .filter((line) => !line.includes('/server/index.js'))).toEqual([])
  })

  it('keeps the domain pure: no clock, no chance, no waiting, no process', () => {
    const impure = /\b(async|await|Promise)\b|Date\.now|new Date\(\)|Math\.random|\bprocess\.|\bfetch\(|\bsetTimeout\b/
    const broken = FILES.filter((file) => file.startsWith('app/domain/')).flatMap((file) =>
      readFileSync(file, 'utf8').split('\n').flatMap((line, i) => (impure.test(line.replace(/\/\/.*|^\s*\/?\*.*/, '')) ? [`${file}:${i + 1} ${line.trim()}`] : [])))
    expect(broken).toEqual([])
  })

  it('never imports the package that only carries the framework’s name', () => {
    expect(FILES.flatMap((file) => importsOf(file).filter((target) => target === 'remix').map(() => file))).toEqual([])
  })

  it('keeps raw HTML out of the pages', () => {
    expect(FILES.filter((file) => readFileSync(file, 'utf8').includes('dangerouslySet' + 'InnerHTML'))).toEqual([])
  })

  it('has no room for homeless functions', () => {
    expect(FILES.filter((file) => /\/(utils?|helpers?|common|lib|misc|manager|service)(\.|\/)/.test(file))).toEqual([])
  })
})
