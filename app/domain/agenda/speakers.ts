/** Who speaks at an item: people who appear in its engagement already. */
import type { Id } from '#app/domain/ids.ts'

type Appearance = {
  id: Id
  itemId: Id | null
  personId: Id | null
  organisationId: Id | null
  role: string
  name: string
  printedName: string
  printedTitle: string
  precedence: number
}

/**
 * From the appearances of an engagement to those in which exactly `personIds` speak at the item: which go, and which come, with name and title
 * as they are printed elsewhere in this engagement. undefined when somebody does not appear here at all. Whoever represents a body stays.
 */
export function speakersChange<A extends Appearance>(people: readonly A[], item: { id: Id; kind: string }, personIds: readonly Id[]): { added: A[]; removed: A[] } | undefined {
  const wanted = new Set(personIds)
  const here = people.filter((each) => each.itemId === item.id && each.personId !== null)
  const added: A[] = []
  for (const personId of wanted) {
    if (here.some((each) => each.personId === personId)) continue
    const known = people.find((each) => each.personId === personId)
    if (!known) return undefined
    added.push({ ...known, itemId: item.id, role: item.kind === 'panel' ? 'panellist' : 'speaker' })
  }
  return { added, removed: here.filter((each) => !wanted.has(each.personId as Id)) }
}
