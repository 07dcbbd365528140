/** Rules about people. No name is ever corrected: a person says who is who. */
import { isSameBody } from '#app/domain/people/bodies.ts'
import { pairKey } from '#app/domain/people/duplicates.ts'
import { findVariants, genderOf, nameKey } from '#app/domain/people/variants.ts'
import type { Named } from '#app/domain/people/variants.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import type { AppearanceFacts, MissionFacts } from '#app/domain/roadshow/lint-facts.ts'

/** So many named people make a figure worth saying. */
const ENOUGH = 3
/** More people than this are compared on the page of duplicates only, not by every page. */
const MOST_COMPARED = 1_000

type Facts = Pick<MissionFacts, 'engagements' | 'appearances' | 'apart'>

/** Two people of the directory who are likely one, spelt in two ways; pairs that somebody set apart, and those who stand at one engagement, are two. */
export function lintVariants({ appearances, apart }: Facts): Issue[] {
  const people = new Map<string, Named & { id: string; at: Set<string> }>()
  for (const each of appearances) {
    if (each.personId === null) continue
    const known = people.get(each.personId) ?? { id: each.personId, key: `${nameKey(each.name)} ${each.personId}`, name: each.name, honorific: each.honorific, organisations: [], at: new Set<string>() }
    people.set(each.personId, { ...known, organisations: each.body === '' ? known.organisations : [...known.organisations, each.body] })
    known.at.add(each.engagementId)
  }
  if (people.size > MOST_COMPARED) return []
  return findVariants([...people.values()]).filter(([a, b]) => !apart.has(pairKey(a.id, b.id)) && ![...a.at].some((id) => b.at.has(id))).map(([a, b]) => issueOf(
    { code: 'name-variant', names: [a.name, b.name] },
    { subjects: [{ kind: 'person', id: a.id }, { kind: 'person', id: b.id }], lines: [], print: `${a.name} ${b.name}`, repairs: [{ kind: 'visit', to: 'merge', id: a.id, other: b.id }, { kind: 'visit', to: 'person', id: a.id }] },
  ))
}

/** One person printed for two bodies in one engagement: name plates and lists need both, in order. */
export function lintBodies({ engagements, appearances }: Facts): Issue[] {
  const titles = new Map(engagements.map((row) => [row.id, row.title]))
  const found = new Map<string, { first: AppearanceFacts; bodies: Set<string> }>()
  for (const each of appearances) {
    const key = `${each.engagementId} ${each.person}`
    const known = found.get(key) ?? { first: each, bodies: new Set<string>() }
    found.set(key, known)
    const printed = each.printedTitle.split(';').map((part) => part.trim()).filter(Boolean)
    if (printed.length > 1) for (const part of printed) known.bodies.add(part)
    else if (each.body !== '') known.bodies.add(each.body)
  }
  return [...found.values()].flatMap(({ first, bodies }) => {
    const all = [...bodies].slice(0, 6)
    if (!all.some((a, at) => all.slice(at + 1).some((b) => !isSameBody(a, b)))) return []
    return [issueOf(
      { code: 'two-affiliations', title: titles.get(first.engagementId) ?? '', person: first.name, bodies: all },
      { subjects: [{ kind: 'engagement', id: first.engagementId }], lines: [], print: `${first.person} ${all.join('; ')}`, repairs: [...(first.personId === null ? [] : [{ kind: 'visit' as const, to: 'person' as const, id: first.personId }]), { kind: 'visit', to: 'engagement', id: first.engagementId }] },
    )]
  })
}

/** Everybody named at an engagement is addressed in one way: a figure, and no more. */
export function lintBalance({ engagements, appearances }: Facts): Issue[] {
  const people = new Map<string, Map<string, AppearanceFacts>>()
  for (const each of appearances) if (each.personId !== null) people.set(each.engagementId, (people.get(each.engagementId) ?? new Map<string, AppearanceFacts>()).set(each.person, each))
  return engagements.flatMap((row) => {
    const all = [...(people.get(row.id)?.values() ?? [])]
    const [first] = all
    const gender = genderOf(first?.honorific ?? '')
    if (!first || all.length < ENOUGH || gender === 0 || all.some((each) => genderOf(each.honorific) !== gender)) return []
    return [issueOf({ code: 'gender-balance', title: row.title, honorific: first.honorific, count: all.length }, { subjects: [{ kind: 'engagement', id: row.id }], lines: [row.sourceLine], print: `${all.length} ${gender}`, repairs: [{ kind: 'visit', to: 'engagement', id: row.id }] })]
  })
}
