/** Kinds of organisation gathered into the four kinds of source that a finding should be heard from. */

export const SOURCE_GROUPS = ['government', 'company', 'donor', 'civil-society'] as const
export type SourceGroup = (typeof SOURCE_GROUPS)[number]

/** A state enterprise answers to a government; a university speaks for nobody's office or purse. The team and whoever is not named are no source of their own. */
const KINDS: Record<SourceGroup, readonly string[]> = {
  government: ['government', 'city', 'state enterprise'], company: ['company'], donor: ['donor'], 'civil-society': ['NGO', 'university'],
}

/** 'city' → 'government'; undefined for a kind that stands for no source. */
export function groupOf(kind: string): SourceGroup | undefined {
  return SOURCE_GROUPS.find((group) => KINDS[group].includes(kind))
}

/** The groups that some kinds belong to, in their order, each once. */
export function groupsOf(kinds: readonly string[]): SourceGroup[] {
  return SOURCE_GROUPS.filter((group) => kinds.some((kind) => groupOf(kind) === group))
}

/** 'civil-society' → 'civil society' */
export function groupWord(group: SourceGroup): string {
  return group.replace('-', ' ')
}

const PEOPLE: Record<SourceGroup, string> = { government: 'the government', company: 'companies', donor: 'donors', 'civil-society': 'civil society' }

/** 'company' → 'companies': of whom something is asked. */
export function groupPeople(group: SourceGroup): string {
  return PEOPLE[group]
}
