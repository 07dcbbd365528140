/** What a change to an agenda would do: worked out for the page that shows it, and again for the operation that saves it. */
import { broughtBy, clashesFrom } from '#app/domain/agenda/clashes.ts'
import type { Clash } from '#app/domain/agenda/clashes.ts'
import { agendaNames, conflictsIn, peopleByItem } from '#app/domain/agenda/items.ts'
import { changesBetween, leavesDay, placed, retimed, settled, stampOf } from '#app/domain/agenda/ripple.ts'
import type { LineChange } from '#app/domain/agenda/ripple.ts'
import type { Id } from '#app/domain/ids.ts'
import { instantOf } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'
import type { PlaceItemInput, RetimeItemInput, StepItemInput } from '#app/operations/agenda.input.ts'
import type { Agenda, AgendaItem } from '#db/agenda.server.ts'

export type AgendaPlan = {
  done: true
  item: AgendaItem
  after: AgendaItem[]
  /** Items that stand in both agendas and have another time or place. */
  changes: LineChange<AgendaItem>[]
  /** How many people have a slot that changes. */
  people: number
  clashes: Clash[]
}
type NoPlan<Because extends string = never> = { done: false; because: 'gone' | 'stale' | 'leaves-day' | Because }

/** Another time for one item. With nobody going along, it moves in the order to where its time belongs. */
export function planRetime(agenda: Agenda, id: Id, { seen, start, end, ripple }: Omit<RetimeItemInput, 'because'>): AgendaPlan | NoPlan<'no-such-time'> {
  const item = agenda.items.find((each) => each.id === id)
  if (!item) return { done: false, because: 'gone' }
  if (seen !== stampOf(agenda.items)) return { done: false, because: 'stale' }
  if (isSkipped(agenda, item, start) || (end !== null && isSkipped(agenda, item, end))) return { done: false, because: 'no-such-time' }
  const next = retimed(agenda.items, id, { startMinute: start, endMinute: end }, ripple)
  return planOf(agenda, item, ripple === 'none' ? settled(next, id) : next)
}

/** Another place in the order. */
export function planPlace(agenda: Agenda, { seen, item: id, to }: Omit<PlaceItemInput, 'because'>): AgendaPlan | NoPlan {
  const item = agenda.items.find((each) => each.id === id)
  if (!item) return { done: false, because: 'gone' }
  return seen === stampOf(agenda.items) ? planOf(agenda, item, placed(agenda.items, id, to - 1)) : { done: false, because: 'stale' }
}

/** The place that a step leads to, counted from 1; undefined when there is no such item or no place on that side. */
export function placeOfStep({ items }: Agenda, { earlier, later }: Pick<StepItemInput, 'earlier' | 'later'>): { item: Id; to: number } | undefined {
  const id = earlier ?? later ?? ''
  const at = items.findIndex((each) => each.id === id)
  const to = earlier === null ? at + 1 : at - 1
  return at < 0 || items[to]?.day !== items[at]?.day ? undefined : { item: id, to: to + 1 }
}

/** The plan that leads from the stored agenda to `after`; `people` are its appearances where those change as well. */
export function planOf(agenda: Agenda, item: AgendaItem, after: AgendaItem[], people = agenda.people): AgendaPlan | NoPlan {
  if (leavesDay(after)) return { done: false, because: 'leaves-day' }
  const changes = changesBetween(agenda.items, after)
  const speakers = peopleByItem(agenda.people)
  const touched = new Set(changes.filter((change) => change.moved).flatMap((change) => speakers.get(change.now.id) ?? []))
  const brought = broughtBy(conflictsIn(agenda), conflictsIn({ ...agenda, items: after, people }))
  return { done: true, item, after, changes, people: touched.size, clashes: clashesFrom(brought, agendaNames({ ...agenda, items: after, people })) }
}

/** True for a wall time that the clocks of that day leave out. */
export function isSkipped({ engagement }: Pick<Agenda, 'engagement'>, { day }: Pick<AgendaItem, 'day'>, minute: Minute): boolean {
  return instantOf(day, minute, engagement.zone).problem === 'gap'
}
