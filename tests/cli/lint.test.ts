import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '#cli/ensure.mjs'

type Warning = { code: string; severity: string; mission: string; place: string; message: string }

let dataDir: string
const env = () => ({ NODE_ENV: 'production' as const, PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', DATA_DIR: dataDir })
const caravan = (...words: string[]): string => execFileSync(process.execPath, ['cli/caravan.mjs', ...words], { cwd: ROOT, env: env(), encoding: 'utf8' })

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'caravan-lint-'))
  caravan('seed')
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('caravan lint', () => {
  it('prints every open issue as JSON, the deck’s seven errors first', () => {
    const warnings = JSON.parse(caravan('lint', '--json')) as Warning[]
    expect(warnings.filter((each) => each.severity === 'error').map((each) => each.code)).toEqual(['weekday-mismatch', 'weekday-mismatch', 'title-drift', 'header-vs-items', 'mark-outside-header', 'duplicate-number', 'spelling-near-place'])
    expect(warnings.slice(0, 7).every((each) => each.severity === 'error')).toBe(true)
    expect(Object.keys(warnings[0] ?? {})).toEqual(['code', 'severity', 'mission', 'place', 'message'])
    expect([warnings[0]?.mission, warnings[0]?.place, warnings[0]?.message.slice(0, 61)]).toEqual(['smart-city-regional-roadshow', 'Bishkek · 3 rows · deck line 23', '“Thursday, 31st January 2020”: 31 January 2020 is a Friday. 3'])
  })

  it('prints one line each for people, of the mission asked for', () => {
    const lines = caravan('lint', '--mission', 'smart-city-regional-roadshow').trimEnd().split('\n')
    expect(lines[0]).toMatch(/^error\tweekday-mismatch\tsmart-city-regional-roadshow\tBishkek · 3 rows · deck line 23\t“Thursday/)
    expect(lines.every((line) => line.split('\t').length === 5)).toBe(true)
  })

  it('says in one sentence that a mission is not there, and how it is used', () => {
    const missing = spawnSync(process.execPath, ['cli/caravan.mjs', 'lint', '--mission', 'nowhere'], { cwd: ROOT, env: env(), encoding: 'utf8' })
    expect([missing.status, missing.stdout, missing.stderr]).toEqual([3, '', 'There is no mission “nowhere”; “caravan mission list” names those there are.\n'])
    const wrong = spawnSync(process.execPath, ['cli/caravan.mjs', 'lint', '--what'], { cwd: ROOT, env: env(), encoding: 'utf8' })
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
  })
})
