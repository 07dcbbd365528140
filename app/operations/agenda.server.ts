import type { Clash } from '#app/domain/agenda/clashes.ts'
import { inserted, placeFor, removed } from '#app/domain/agenda/ripple.ts'
import { speakersChange } from '#app/domain/agenda/speakers.ts'
import type { Id } from '#app/domain/ids.ts'
import { formatRange } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'
import { isSkipped, placeOfStep, planOf, planPlace, planRetime } from '#app/operations/agenda-plans.server.ts'
import type { AgendaPlan } from '#app/operations/agenda-plans.server.ts'
import type { AddItemInput, EditItemInput, HeaderInput, PlaceItemInput, RemoveItemInput, RetimeItemInput, StepItemInput } from '#app/operations/agenda.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { loadAgenda } from '#db/agenda.server.ts'
import type { Agenda, AgendaItem } from '#db/agenda.server.ts'
import type { Edit } from '#db/changes.server.ts'
import { newId } from '#db/ids.server.ts'
import type { Participation } from '#db/participations.server.ts'

/** What stands against a change and was not known to the person who asked for it. Nothing was saved. */
export type Named = { done: false; because: 'conflicts'; clashes: Clash[] }

export const ITEMS_MAX = 500

/** A new item with its speakers; what follows makes room or stays. */
export async function addItem(scope: Scope, engagementId: Id, input: AddItemInput): Promise<(Done & { id: Id }) | Refused<'leaves-day' | 'no-such-time' | 'not-here' | 'full'> | Named> {
  return await onAgenda(scope, engagementId, async (agenda, begin) => {
    const { engagement, items } = agenda
    if (items.length >= ITEMS_MAX) return { done: false as const, because: 'full' as const }
    const after = items.findIndex((each) => each.id === input.after)
    const day = items[after]?.day ?? engagement.day
    if (isSkipped(agenda, { day }, input.start)) return { done: false as const, because: 'no-such-time' as const }
    const id = newId(scope.nowMs)
    const item = { id, ...wordsOf(input), day, startMinute: input.start, endMinute: input.end, revision: 1, position: 0, sampleFields: [], sourceLine: null }
    const at = after >= 0 ? after + 1 : placeFor(items, day, input.start)
    const speakers = speakersChange(agenda.people, { id, kind: input.kind }, input.speakers)
    if (!speakers) return { done: false as const, because: 'not-here' as const }
    const plan = planOf(agenda, item, inserted(items, item, at, input.ripple), [...agenda.people, ...speakers.added])
    if (!plan.done) return { done: false as const, because: 'leaves-day' as const }
    if (isUnexplained(plan, input.because)) return named(plan)
    const edit = await begin({ ...act('add', agenda, input.title), facts: { to: engagement.title, ...reasonOf(input.because) } })
    await edit.insert('agenda_item', {
      id, mission_id: scope.mission.id, engagement_id: engagementId, position: at + 1, kind: item.kind, title: item.title, other_title: item.otherTitle, details: item.details, track: item.track,
      other_language: item.otherLanguage, day, start_minute: item.startMinute, end_minute: item.endMinute,
    })
    await writeLines(edit, items, plan.after)
    await writeSpeakers(edit, scope, agenda, speakers)
    return { done: true as const, actId: edit.actId, id }
  })
}

/** What an item is called, what it is and who speaks at it. Its time is another intention. */
export async function editItem(scope: Scope, engagementId: Id, id: Id, input: EditItemInput): Promise<Done | Refused<'not-here'> | Named> {
  return await onItem(scope, engagementId, id, async (agenda, begin, item) => {
    if (item.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const speakers = speakersChange(agenda.people, { id, kind: input.kind }, input.speakers)
    if (!speakers) return { done: false as const, because: 'not-here' as const }
    const leaving = new Set(speakers.removed.map((each) => each.id))
    const next = { ...item, ...wordsOf(input) }
    const plan = planOf(agenda, next, agenda.items.map((each) => (each.id === id ? next : each)), [...agenda.people.filter((each) => !leaving.has(each.id)), ...speakers.added])
    if (plan.done && isUnexplained(plan, input.because)) return named(plan)
    const reason = reasonOf(input.because)
    const edit = await begin(input.title === item.title ? { ...act('edit', agenda, item.title), facts: reason } : { ...act('rename', agenda, input.title), facts: { from: item.title, to: input.title, ...reason } })
    await edit.update('agenda_item', id, input.revision, {
      kind: input.kind, title: input.title, other_title: input.otherTitle, other_language: input.otherLanguage, details: next.details, track: next.track, sample_fields: sampleAfter(item, { title: input.title, kind: input.kind, other_title: input.otherTitle }),
    })
    await writeSpeakers(edit, scope, agenda, speakers)
    return { done: true as const, actId: edit.actId }
  })
}

/** Another time for one item, with everything after it or alone. */
export async function retimeItem(scope: Scope, engagementId: Id, id: Id, input: RetimeItemInput): Promise<Done | Refused<'leaves-day' | 'no-such-time' | 'unchanged'> | Named> {
  return await onAgenda(scope, engagementId, async (agenda, begin) => {
    const plan = planRetime(agenda, id, input)
    if (!plan.done) return plan
    if (isUnexplained(plan, input.because)) return named(plan)
    if (plan.changes.length === 0) return { done: false as const, because: 'unchanged' as const }
    const from = formatRange(plan.item.startMinute, plan.item.endMinute)
    const edit = await begin({ ...act('retime', agenda, plan.item.title), facts: { from, to: `${formatRange(input.start, input.end)} ${agenda.engagement.city}`, ...reasonOf(input.because) } })
    await writeLines(edit, agenda.items, plan.after)
    return { done: true as const, actId: edit.actId }
  })
}

/** Another place in the order, counted from 1: lengths travel along, gaps stay. */
export async function placeItem(scope: Scope, engagementId: Id, input: PlaceItemInput): Promise<Done | Refused<'leaves-day' | 'unchanged'> | Named> {
  return await onAgenda(scope, engagementId, (agenda, begin) => placing(agenda, begin, input))
}

/** One place earlier or later; a conflict says which place that would be. */
export async function stepItem(scope: Scope, engagementId: Id, input: StepItemInput): Promise<Done | Refused<'leaves-day' | 'unchanged'> | (Named & { item: Id; to: number })> {
  return await onAgenda(scope, engagementId, async (agenda, begin) => {
    const place = placeOfStep(agenda, input)
    if (place) {
      const outcome = await placing(agenda, begin, { ...input, ...place })
      return !outcome.done && outcome.because === 'conflicts' ? { ...outcome, ...place } : outcome
    }
    const known = agenda.items.some((each) => each.id === (input.earlier ?? input.later))
    return { done: false as const, because: known ? ('unchanged' as const) : ('gone' as const) }
  })
}

async function placing(agenda: Agenda, begin: Begin, input: PlaceItemInput): Promise<Done | Refused<'leaves-day' | 'unchanged'> | Named> {
  const plan = planPlace(agenda, input)
  if (!plan.done) return plan
  if (isUnexplained(plan, input.because)) return named(plan)
  if (plan.changes.length === 0) return { done: false, because: 'unchanged' }
  const place = (items: readonly AgendaItem[]): string => `place ${items.findIndex((each) => each.id === plan.item.id) + 1}`
  const edit = await begin({ ...act('reorder', agenda, plan.item.title), facts: { from: place(agenda.items), to: place(plan.after), ...reasonOf(input.because) } })
  await writeLines(edit, agenda.items, plan.after)
  return { done: true, actId: edit.actId }
}

/** One item less; whoever spoke at it keeps their other appearances. What follows closes up or stays. */
export async function removeItem(scope: Scope, engagementId: Id, id: Id, { revision, ripple }: RemoveItemInput): Promise<Done | Refused<'leaves-day'>> {
  return await onItem(scope, engagementId, id, async (agenda, begin, item) => {
    const plan = planOf(agenda, item, removed(agenda.items, id, ripple))
    if (!plan.done) return { done: false as const, because: 'leaves-day' as const }
    const edit = await begin({ ...act('remove', agenda, item.title), facts: { from: agenda.engagement.title } })
    for (const each of agenda.people) if (each.itemId === id) await edit.remove('participation', each.id, each.revision)
    await edit.remove('agenda_item', id, revision)
    await writeLines(edit, agenda.items.filter((each) => each.id !== id), plan.after)
    return { done: true as const, actId: edit.actId }
  })
}

/** The hours in the head of the agenda; empty, they are those of the engagement. The engagement itself does not move. */
export async function setHeader(scope: Scope, engagementId: Id, { revision, start, end }: HeaderInput): Promise<Done | Refused> {
  return await onAgenda(scope, engagementId, async ({ engagement }, begin) => {
    const from = hoursWords(engagement.headerStartMinute, engagement.headerEndMinute)
    const edit = await begin({ verb: 'set-header', noun: 'engagement', subjectId: engagementId, subjectTitle: engagement.title, facts: { from, to: `${hoursWords(start, end)} ${engagement.city}` } })
    await edit.update('engagement', engagementId, revision, {
      header_start_minute: start, header_end_minute: end, sample_fields: JSON.stringify(engagement.sampleFields.filter((field) => !field.startsWith('header_'))),
    })
    return { done: true as const, actId: edit.actId }
  })
}

function hoursWords(start: Minute | null, end: Minute | null): string {
  return start === null ? 'the hours of the engagement' : formatRange(start, end)
}

/** Runs `work` on an agenda of the mission inside one transaction; 'gone' when there is no such engagement. */
async function onAgenda<T extends { done: boolean }>(scope: Scope, engagementId: Id, work: (agenda: Agenda, begin: Begin) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const agenda = await loadAgenda(tx, scope.mission.id, engagementId)
    return agenda ? await work(agenda, begin) : { done: false, because: 'gone' }
  })
}

async function onItem<T extends { done: boolean }>(scope: Scope, engagementId: Id, id: Id, work: (agenda: Agenda, begin: Begin, item: AgendaItem) => Promise<T>): Promise<T | Refused> {
  return await onAgenda(scope, engagementId, async (agenda, begin): Promise<T | Refused> => {
    const item = agenda.items.find((each) => each.id === id)
    return item ? await work(agenda, begin, item) : { done: false, because: 'gone' }
  })
}

function isUnexplained(plan: AgendaPlan, because: string): boolean {
  return plan.clashes.length > 0 && because === ''
}

function named({ clashes }: AgendaPlan): Named {
  return { done: false, because: 'conflicts', clashes }
}

function act(verb: string, { engagement }: Agenda, title: string) {
  return { verb, noun: 'agenda-item', subjectId: engagement.id, subjectTitle: title }
}

function reasonOf(because: string): { reason?: string } {
  return because === '' ? {} : { reason: because }
}

function wordsOf({ title, kind, otherTitle, otherLanguage, details, track }: Pick<AddItemInput, 'title' | 'kind' | 'otherTitle' | 'otherLanguage' | 'details' | 'track'>) {
  return { title, kind: kind as string, otherTitle, otherLanguage, details: details.trim(), track }
}

/** Times and places of the items that stand in both and differ; positions count from 1. */
export async function writeLines(edit: Edit, before: readonly AgendaItem[], after: readonly AgendaItem[]): Promise<void> {
  const known = new Map(before.map((each) => [each.id, each]))
  for (const [at, { id, startMinute, endMinute }] of after.entries()) {
    const was = known.get(id)
    if (!was || (was.position === at + 1 && was.startMinute === startMinute && was.endMinute === endMinute)) continue
    await edit.update('agenda_item', id, was.revision, { position: at + 1, start_minute: startMinute, end_minute: endMinute, sample_fields: sampleAfter(was, { start_minute: startMinute, end_minute: endMinute }) })
  }
}

/** What a person wrote over is no sample any more. */
function sampleAfter(was: AgendaItem, now: Record<string, unknown>): string {
  const before: Record<string, unknown> = { title: was.title, kind: was.kind, other_title: was.otherTitle, start_minute: was.startMinute, end_minute: was.endMinute }
  return JSON.stringify(was.sampleFields.filter((field) => !(field in now) || now[field] === before[field]))
}

async function writeSpeakers(edit: Edit, scope: Scope, { engagement }: Agenda, { added, removed }: { added: Participation[]; removed: Participation[] }): Promise<void> {
  for (const each of removed) await edit.remove('participation', each.id, each.revision)
  for (const each of added) {
    await edit.insert('participation', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagement.id, agenda_item_id: each.itemId, person_id: each.personId,
      organisation_id: each.organisationId, role: each.role, printed_name: each.printedName, printed_title: each.printedTitle, precedence: each.precedence,
    })
  }
}
