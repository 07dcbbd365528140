/** What a refused form comes back with: the typed values and one sentence for each field that needs the person. */
export type Problem = { values: Record<string, string | string[]>; errors: Record<string, string>; summary?: string }

/** The id of the control of a field, so that a summary can link to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

/** The typed text of a field, or what the page proposes. */
export function valueOf(problem: Problem | undefined, name: string, otherwise = ''): string {
  const value = problem?.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? (problem ? '' : otherwise)
}

/** The chosen values of a field with several, or what the page proposes. */
export function valuesOf(problem: Problem | undefined, name: string, otherwise: readonly string[] = []): readonly string[] {
  if (!problem) return otherwise
  const value = problem.values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
