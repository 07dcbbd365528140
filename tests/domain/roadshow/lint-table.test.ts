import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RULES } from '#app/domain/roadshow/lint-issue.ts'

it('the table of rules says what the code says', () => {
  const rows = readFileSync('docs/lint.md', 'utf8').split('\n').flatMap((line) => {
    const found = /^\| `([a-z-]+)` \| (error|warning|note) \|/.exec(line)
    return found ? [[found[1], found[2]]] : []
  })
  expect(Object.fromEntries(rows)).toEqual(RULES)
})
