import { expect, it } from 'vitest'
import { newId } from '#db/ids.server.ts'

it('ascends within a millisecond and with time, and never repeats', () => {
  const made = [1, 1, 1, 2, 2, 1_700_000_000_000].map((at) => newId(at))
  const many = Array.from({ length: 5_000 }, () => newId(1_700_000_000_001))
  expect([...made, ...many]).toEqual([...new Set([...made, ...many])].toSorted())
  expect(many.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true)
})

it('begins anew with every millisecond', () => {
  expect(newId(5).slice(10)).not.toBe(newId(6).slice(10))
})
