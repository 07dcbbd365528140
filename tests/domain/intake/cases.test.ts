import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { readText } from '#app/domain/intake/read.ts'
import { printedReading } from '#app/domain/intake/schema.ts'

const CASES = 'tests/domain/intake/cases'
const SLUGS = readdirSync(CASES).filter((name) => /^\d\d-/.test(name)).sort()
/** The examples that were given, and how well they must be read. */
const SHARED = ['03', '06', '13', '15', '21', '29']
const SHARED_FLOOR = 98
const FLOOR = 90
const OVERALL_FLOOR = 97

let actual = ''
let scores: { overall: number; cases: Record<string, number>; missing: string[] }

beforeAll(() => {
  actual = mkdtempSync(join(tmpdir(), 'caravan-cases-'))
  for (const slug of SLUGS) {
    const { draft } = readText(readFileSync(join(CASES, slug, 'input.txt'), 'utf8'))
    if (draft) writeFileSync(join(actual, `${slug.slice(0, 2)}.json`), JSON.stringify(printedReading(draft, lintDraft(draft))))
  }
  const file = join(actual, 'scores')
  execFileSync('python3', ['tests/domain/intake/score.py', actual, '--expected', CASES, '--json', file])
  scores = JSON.parse(readFileSync(file, 'utf8')) as typeof scores
})
afterAll(() => rmSync(actual, { recursive: true }))

describe('texts in layouts of the wild', () => {
  it('are all read', () => expect(scores.missing).toEqual([]))

  it('are read well on the whole', () => expect(scores.overall).toBeGreaterThanOrEqual(OVERALL_FLOOR))

  it.each(SLUGS)('%s', (slug) => expect(scores.cases[slug]).toBeGreaterThanOrEqual(SHARED.includes(slug.slice(0, 2)) ? SHARED_FLOOR : FLOOR))
})
