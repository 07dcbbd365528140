/** Who stands where among those who appear: one place per person, however often they appear. */

type Appearing = { id: string; personId: string | null }

/** Rows that come in order of precedence, gathered by person; a row that names no person stands for itself. */
export function gatherByPerson<P extends Appearing>(rows: readonly P[]): P[][] {
  const groups = new Map<string, P[]>()
  for (const row of rows) {
    const key = row.personId ?? row.id
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

/** The same groups with the one at `from` and its neighbour exchanged; undefined when there is no neighbour. */
export function exchanged<T>(groups: readonly T[], from: number, go: 'earlier' | 'later'): T[] | undefined {
  const to = go === 'earlier' ? from - 1 : from + 1
  const mine = groups[from]
  const theirs = groups[to]
  if (mine === undefined || theirs === undefined) return undefined
  return groups.map((group, at) => (at === from ? theirs : at === to ? mine : group))
}
