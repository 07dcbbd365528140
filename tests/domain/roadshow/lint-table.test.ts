import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DRAFT_RULES } from '#app/domain/intake/lint-issue.ts'
import { RULES } from '#app/domain/roadshow/lint-issue.ts'

const rows = readFileSync('docs/lint.md', 'utf8').split('\n').flatMap((line) => {
  const found = /^\| `([a-z-]+)` \| (error|warning|note|–) \| (error|warning|note|–) \|/.exec(line)
  return found ? [{ code: found[1], stored: found[2], text: found[3] }] : []
})
const column = (of: 'stored' | 'text') => Object.fromEntries(rows.filter((row) => row[of] !== '–').map((row) => [row.code, row[of]]))

it('the table of rules says what the code says, once for each rule', () => {
  expect(column('stored')).toEqual(RULES)
  expect(column('text')).toEqual(DRAFT_RULES)
  expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
})
