/** The words in which an empty cell is put to a meeting. They are a beginning: people word them anew. */
import type { SourceGroup } from '#app/domain/assessment/sources.ts'

export const QUESTION_MAX = 500

const ASKS: Record<SourceGroup, (city: string) => string> = {
  government: (city) => `what stands in ${city} today, what is decided, and who pays for it?`,
  company: (city) => `what do companies offer or run in ${city}, and what keeps them from more?`,
  donor: (city) => `what is financed in ${city} and until when, and what was learnt from it?`,
  'civil-society': (city) => `what do people in ${city} notice of it, and who has asked them?`,
}

/** 'Human capital: what is financed in Dushanbe …?' At most `QUESTION_MAX` characters. */
export function askFor(dimension: string, group: SourceGroup, city: string): string {
  return `${dimension}: ${ASKS[group](city)}`.slice(0, QUESTION_MAX)
}
