import { expect, it } from 'vitest'
import { coverageOf, gapsOf } from '#app/domain/assessment/coverage.ts'

const CELLS = [
  { stopId: 's1', dimensionId: 'd1', sourceKind: 'city', count: 2 },
  { stopId: 's1', dimensionId: 'd1', sourceKind: 'donor', count: 1 },
  { stopId: '', dimensionId: 'd2', sourceKind: 'city', count: 4 },
]

it('counts every stop and dimension, nothing as nought, and can turn to kinds of source', () => {
  const rows = coverageOf(CELLS, ['d1', 'd2'], ['s1', 's2', ''])
  expect(rows).toEqual([{ dimensionId: 'd1', counts: [3, 0, 0], total: 3 }, { dimensionId: 'd2', counts: [0, 0, 4], total: 4 }])
  expect(coverageOf(CELLS, ['d1'], ['city', 'donor'], 'sourceKind')).toEqual([{ dimensionId: 'd1', counts: [2, 1], total: 3 }])
  expect(gapsOf(rows, ['s1', 's2'])).toEqual([{ stopId: 's1', dimensionId: 'd2' }, { stopId: 's2', dimensionId: 'd1' }, { stopId: 's2', dimensionId: 'd2' }])
})
