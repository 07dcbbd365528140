import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const rows = readFileSync('docs/invitations.md', 'utf8').split('\n').flatMap((line) => {
  const found = /^\| (\d+) \| .+ \| `([^`]+)` \| (.+) \|$/.exec(line)
  return found ? [{ n: Number(found[1]), file: found[2] ?? '', title: found[3] ?? '' }] : []
})

it('the table of what invitations promise has all twenty numbers, and each file it names holds a test of that title', () => {
  const holds = ({ file, title }: { file: string; title: string }): boolean => {
    if (!existsSync(file)) return false
    const text = readFileSync(file, 'utf8')
    return file.startsWith('tests/bench/') ? text.includes(title) : text.includes(`it('${title}', `)
  }
  expect(rows.filter((row) => !holds(row))).toEqual([])
  expect([...new Set(rows.map(({ n }) => n))]).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
})
