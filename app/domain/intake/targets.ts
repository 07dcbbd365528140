/** To which engagement an agenda belongs, and at which stop a new one would stand. */
import type { AgendaDraft } from '#app/domain/intake/draft.ts'
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'

type TargetFace = { id: Id; title: string; titles: readonly string[]; day: Day; city: string; kind: string }
type StopFace = { id: Id; city: string; arriveDay: Day; departDay: Day }
type Likely = { id: Id; score: number; titles: number; sameDay: boolean }

const LEAST = 0.55
const CLEARLY = 0.05

/** Engagements in the order in which an agenda may be theirs; `likely` is the one that day, title and city speak for, if one stands out. */
export function rankTargets(draft: AgendaDraft, targets: readonly TargetFace[]): { order: Id[]; likely: Id | null } {
  const ranked = targets.map((target) => likelinessOf(draft, target)).toSorted((a, b) => b.score - a.score)
  const [first, second] = ranked
  const standsOut = first !== undefined && first.score >= LEAST && first.score - (second?.score ?? 0) >= CLEARLY && (first.titles >= 0.25 || (first.sameDay && ranked.filter(({ sameDay }) => sameDay).length === 1))
  return { order: ranked.map(({ id }) => id), likely: standsOut ? first.id : null }
}

function likelinessOf(draft: AgendaDraft, { id, title, titles, day, city, kind }: TargetFace): Likely {
  const sameDay = draft.days.some((each) => each.value === day || each.otherDay === day)
  const printed = [draft.title?.value, draft.otherTitle?.value].filter((each) => each !== undefined)
  const alike = Math.max(0, ...printed.flatMap((one) => [title, ...titles].map((other) => similarity(one, other))))
  const score = (sameDay ? 0.4 : draft.days.length > 0 ? -0.3 : 0.1) + 0.5 * alike + (saysCity(draft, city) ? 0.15 : 0) + (kind === 'workshop' ? 0.05 : 0)
  return { id, score, titles: alike, sameDay }
}

/** How many words two titles share: 1 for the same words, 0 for none. */
export function similarity(a: string, b: string): number {
  const [one, two] = [new Set(foldKey(a).split(' ').filter(Boolean)), new Set(foldKey(b).split(' ').filter(Boolean))]
  const common = [...one].filter((word) => two.has(word)).length
  return common === 0 ? 0 : (2 * common) / (one.size + two.size)
}

/** The stop of the agenda's city and day, else of its day alone, else of its city; null when none fits. */
export function stopFor(draft: AgendaDraft, stops: readonly StopFace[]): Id | null {
  const [day] = draft.days
  const ofDay = day === undefined ? [] : stops.filter((stop) => stop.arriveDay <= day.value && day.value <= stop.departDay)
  const ofCity = stops.filter((stop) => saysCity(draft, stop.city))
  const both = ofDay.find((stop) => ofCity.includes(stop))
  if (both) return both.id
  if (draft.city && ofCity.length === 0) return null
  return (ofDay.length === 1 ? ofDay[0] : day === undefined && ofCity.length === 1 ? ofCity[0] : undefined)?.id ?? null
}

function saysCity(draft: AgendaDraft, city: string): boolean {
  const key = foldKey(city)
  return key !== '' && [draft.city?.value, draft.venue?.value].some((text) => text !== undefined && ` ${foldKey(text)} `.includes(` ${key} `))
}
