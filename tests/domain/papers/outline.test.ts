import { expect, it } from 'vitest'
import { entryWords } from '#app/domain/papers/outline.ts'

it('writes the number once', () => {
  expect([entryWords({ number: '2.3.1', title: '2.3.1. Now' }), entryWords({ number: '4', title: 'Now' }), entryWords({ number: '', title: 'Annex' })]).toEqual(['2.3.1. Now', '4. Now', 'Annex'])
})
