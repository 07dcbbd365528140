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

/** One order of people with which each of several printed lists agrees, as far as they agree; whoever a later list names first stands before those whom it names after them. */
export function agreedOrder<T>(lists: readonly (readonly T[])[]): T[] {
  const order: T[] = []
  for (const list of lists) {
    for (const [at, person] of list.entries()) {
      if (order.includes(person)) continue
      const next = order.findIndex((each) => list.indexOf(each) > at)
      order.splice(next === -1 ? order.length : next, 0, person)
    }
  }
  return order
}

/** The same groups with the one at `from` and its neighbour exchanged; undefined when there is no neighbour. */
export function exchanged<T>(groups: readonly T[], from: number, go: 'earlier' | 'later'): T[] | undefined {
  const to = go === 'earlier' ? from - 1 : from + 1
  const mine = groups[from]
  const theirs = groups[to]
  if (mine === undefined || theirs === undefined) return undefined
  return groups.map((group, at) => (at === from ? theirs : at === to ? mine : group))
}
