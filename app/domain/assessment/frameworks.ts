/** Frameworks: which dimensions a mission assesses. Each is a file of facts in `frameworks/`, named once below. */
import { openDataEight } from '#app/domain/assessment/frameworks/open-data-eight.ts'
import { smartCitySeven } from '#app/domain/assessment/frameworks/smart-city-seven.ts'

export type Framework = {
  id: string
  /** Levels are only compared within one version: whoever changes names or meanings gives it a new one. */
  version: string
  title: string
  source: string
  /** In their order. `key` stays the same through versions; `asks` is the question that a level answers. */
  dimensions: readonly { key: string; name: string; asks: string }[]
}

/** The first is the usual one. */
export const FRAMEWORKS: readonly [Framework, ...Framework[]] = [smartCitySeven, openDataEight]

/** Stands at dimensions that people add by name. */
export const OWN_FRAMEWORK = 'own'

export type FrameworkPlace = { framework: string; frameworkVersion: string; frameworkKey: string }

export function findFramework(id: string): Framework | undefined {
  return FRAMEWORKS.find((framework) => framework.id === id)
}

/** What a dimension asks; undefined where people named it themselves, or the framework has another version by now. */
export function questionOf({ framework, frameworkVersion, frameworkKey }: FrameworkPlace): string | undefined {
  const found = findFramework(framework)
  return found?.version === frameworkVersion ? found.dimensions.find((dimension) => dimension.key === frameworkKey)?.asks : undefined
}

/** “Smart city readiness, version 2020”; what is not known by its id is shown as it stands. */
export function frameworkWords(id: string, version: string): string {
  if (id === OWN_FRAMEWORK || id === '') return 'dimensions of our own'
  return `${findFramework(id)?.title ?? id}${version === '' ? '' : `, version ${version}`}`
}

/** The frameworks that some dimensions belong to, in words, the first dimension's first. */
export function frameworksOf(dimensions: readonly Pick<FrameworkPlace, 'framework' | 'frameworkVersion'>[]): string[] {
  return [...new Set(dimensions.map(({ framework, frameworkVersion }) => frameworkWords(framework, frameworkVersion)))]
}

type Present = { id: string; name: string; frameworkKey: string }
type Wanted = Framework['dimensions'][number]
export type FrameworkPlan = { keep: { id: string; at: number; of: Wanted }[]; add: { at: number; of: Wanted }[]; remove: string[] }

/** What taking over a framework does to the dimensions of a mission: the same key or name stays with its findings, others go. Places count from 1. */
export function planFramework(present: readonly Present[], wanted: Framework | undefined): FrameworkPlan {
  const left = [...present]
  const plan: FrameworkPlan = { keep: [], add: [], remove: [] }
  for (const [index, of] of (wanted?.dimensions ?? []).entries()) {
    const found = left.findIndex((one) => (one.frameworkKey === '' ? one.name === of.name : one.frameworkKey === of.key))
    const [same] = found < 0 ? [] : left.splice(found, 1)
    if (same) plan.keep.push({ id: same.id, at: index + 1, of })
    else plan.add.push({ at: index + 1, of })
  }
  plan.remove = left.map((one) => one.id)
  return plan
}
