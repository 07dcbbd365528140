import { expect, it } from 'vitest'
import { revision } from '#app/operations/fields.ts'

it.each(['0', '-1', '1.5', 'NaN', '2147483648', '9007199254740991', '1e400', ''])('takes %j for no revision, for no column holds it', (text) => {
  expect(revision().safeParse(text).success).toBe(false)
})

it('takes the first of several', () => {
  expect(revision().parse(['7', '8'])).toBe(7)
})
