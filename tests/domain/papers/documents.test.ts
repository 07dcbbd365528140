import { expect, it } from 'vitest'
import { currentFiles, hasPassages, kindsFor, levelsFor, numberWords } from '#app/domain/papers/documents.ts'

const file = (id: string, series_id: string | null, version: number, removed_ms: number | null = null) => ({ id, series_id, version, removed_ms })

it('the newest version stands for a file, an older one when it was removed', () => {
  const files = [file('c', 'a', 3), file('b', 'a', 2), file('a', 'a', 1), file('x', 'x', 1)]
  const shown = (all: typeof files) => currentFiles(all).map((each) => [each.file.id, each.older.map(({ id }) => id)])
  expect(shown(files)).toEqual([['c', ['b', 'a']], ['x', []]])
  expect(shown([file('c', 'a', 3, 9), file('b', 'a', 2), file('a', 'a', 1)])).toEqual([['b', ['a']]])
  expect(shown([file('one', null, 1), file('two', null, 1)])).toEqual([['one', []], ['two', []]])
})

it('a reader may have what was opened to them and no more', () => {
  expect([levelsFor('team'), levelsFor('counterpart'), levelsFor('public')]).toEqual([['team', 'counterpart', 'public'], ['counterpart', 'public'], ['public']])
})

it('kinds with pages of their own stay what they are', () => {
  expect([kindsFor('questionnaire'), kindsFor('letter').includes('reply'), kindsFor('').includes('law'), hasPassages('report'), hasPassages('charter')]).toEqual([['questionnaire'], false, true, false, true])
  expect([numberWords('640'), numberWords('№640'), numberWords('')]).toEqual(['No. 640', '№640', ''])
})
