import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FRAMEWORKS, OWN_FRAMEWORK, findFramework, frameworkWords, frameworksOf, planFramework, questionOf } from '#app/domain/assessment/frameworks.ts'

const [seven, eight] = FRAMEWORKS
const names = (id: string) => findFramework(id)?.dimensions.map((one) => one.name)

describe('frameworks as data', () => {
  it('are each one file, named after their id, and all known', () => {
    expect(readdirSync('app/domain/assessment/frameworks').toSorted()).toEqual(FRAMEWORKS.map((one) => `${one.id}.ts`).toSorted())
  })

  it('are the seven of the roadshow, the usual ones, and the eight for open data', () => {
    expect([seven.id, names('smart-city-seven')?.length, names('open-data-eight')?.length]).toEqual(['smart-city-seven', 7, 8])
  })

  it.each(FRAMEWORKS.map((one) => [one.id, one] as const))('%s says its source and version, and names and asks each thing once', (_id, one) => {
    expect([one.title, one.version, one.source].every((text) => text.trim() !== '')).toBe(true)
    for (const of of ['key', 'name', 'asks'] as const) expect(new Set(one.dimensions.map((dimension) => dimension[of])).size).toBe(one.dimensions.length)
    expect(one.dimensions.filter(({ name, asks }) => name.length > 80 || !asks.endsWith('?'))).toEqual([])
  })
})

describe('what a dimension asks', () => {
  it('is known for the version it was taken over in, and for no other', () => {
    expect(questionOf({ framework: seven.id, frameworkVersion: seven.version, frameworkKey: 'law' })).toBe(seven.dimensions[1]?.asks)
    expect(questionOf({ framework: seven.id, frameworkVersion: '1999', frameworkKey: 'law' })).toBeUndefined()
    expect(questionOf({ framework: OWN_FRAMEWORK, frameworkVersion: '', frameworkKey: '' })).toBeUndefined()
  })

  it('is told with the framework in words', () => {
    expect(frameworksOf([{ framework: seven.id, frameworkVersion: '2020' }, { framework: seven.id, frameworkVersion: '2020' }, { framework: OWN_FRAMEWORK, frameworkVersion: '' }])).toEqual(['Smart city readiness, version 2020', 'dimensions of our own'])
    expect(frameworkWords('Assessment (tentative)', '')).toBe('Assessment (tentative)')
  })
})

describe('taking over a framework', () => {
  it('keeps dimensions of the same key, or of the same name where people wrote it, adds the others and lets the rest go', () => {
    const present = [{ id: 'a', name: 'Law and order', frameworkKey: 'law' }, { id: 'b', name: 'Infrastructure', frameworkKey: '' }, { id: 'c', name: 'Money', frameworkKey: '' }]
    const plan = planFramework(present, seven)
    expect(plan.keep.map(({ id, at, of }) => [id, at, of.name])).toEqual([['a', 2, 'Legal framework'], ['b', 4, 'Infrastructure']])
    expect([plan.add.map(({ at }) => at), plan.remove]).toEqual([[1, 3, 5, 6, 7], ['c']])
  })

  it('adds all to nothing, and takes all away for names of one’s own', () => {
    expect(planFramework([], eight).add.length).toBe(8)
    expect(planFramework([{ id: 'a', name: 'x', frameworkKey: 'law' }], undefined)).toEqual({ keep: [], add: [], remove: ['a'] })
  })
})
