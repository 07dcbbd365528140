/** Words that say what the people behind them do ("Moderator:"), that nobody is named, or that a name is not sure yet. */
import { findName } from '#app/domain/intake/people-names.ts'
import { POSITION, flagsOf, phraseAt } from '#app/domain/intake/people-words.ts'
import type { PersonDraft } from '#app/domain/intake/draft.ts'
import type { Chunk } from '#app/domain/intake/people-chunks.ts'
import type { NameFound } from '#app/domain/intake/people-names.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** `end`: the token after the label's words. `whole`: nothing else stands in the chunk. `common`: a word that is often no label ("Panel", "Presentation"). */
export type Label = { role: PersonDraft['role']; plural: boolean; end: number; whole: boolean; common: boolean }

/** A label may carry this many words more: "Moderator of the second session:". */
const LONGEST_LABEL = 7
const SURE = 0.5
const VERY_SURE = 0.8
/** What the bare shape of a name is worth. */
const SHAPED = 0.35
/** Labels that are common words as well: a name must follow that leaves no doubt. */
const COMMON = new Set(['with', 'by', 'panel', 'expert', 'experts', 'presentation', 'keynote', 'introduction', 'interventions', 'president', 'chair', 'par', 'avec', 'président', 'présidente', 'responsable', 'председатель', 'раис', 'роҳбар', 'rais', 'төраға', 'төрага', 'презентация', 'доклад', 'приветствие', 'выступление', 'руководитель', 'rahbar', 'эксперт', 'trainer', 'tutor', 'host', 'hosts', 'guests', 'responsible', 'жетекші', 'жетекчи', 'taqdimot', 'автор'])

/** The label at the front of a chunk, `next` being the mark behind the chunk. */
export function labelAt(tokens: readonly Token[], chunk: Chunk, next: string): Label | null {
  const from = skipNumber(tokens, chunk.from, chunk.to)
  const found = longest(tokens, from, chunk.to)
  if (found === null) return inverted(tokens, chunk, next)
  const end = skipNumber(tokens, found.end, chunk.to)
  const common = found.end === from + 1 && COMMON.has(tokens[from]?.key as string)
  const label = { role: found.role, plural: found.plural, common }
  if (end >= chunk.to) return common && next !== ':' && next !== '-' && next !== '' && next !== '\n' && next !== '\t' ? null : { ...label, end: chunk.to, whole: true }
  const name = findName(tokens, end, chunk.to)
  if (name !== null && name.start === end && name.score >= (common ? VERY_SURE : SURE)) return { ...label, end, whole: false }
  if (name !== null && BY.has(tokens[end - 1]?.key as string) && isWholeName(tokens, name, end, chunk.to)) return { ...label, end, whole: false }
  if (name !== null && name.score >= VERY_SURE && !common && (tokens[end] as Token).form === 'lower' && next !== ':') return { ...label, end, whole: false }
  if (next === ':' && chunk.to - chunk.from <= LONGEST_LABEL && (name === null || name.score < VERY_SURE) && !common) return { ...label, end: chunk.to, whole: true }
  return null
}

const BY = new Set(['by', 'par', 'von'])

/** "Welcome by Two Words": nothing but a name can follow, whether it is known or not. */
function isWholeName(tokens: readonly Token[], name: NameFound, from: number, to: number): boolean {
  return name.start === from && name.end === to && name.to - name.from > 1 && name.to - name.from < 4 && name.score >= SHAPED && tokens.slice(name.from, name.to).every(({ form }) => form === 'title')
}

function skipNumber(tokens: readonly Token[], from: number, to: number): number {
  let at = from
  while (at < to && tokens[at]?.kind === 'number') at++
  return at
}

function longest(tokens: readonly Token[], from: number, to: number): { role: PersonDraft['role']; plural: boolean; end: number } | null {
  const moderator = phraseAt('moderator', tokens, from, to)
  const speaker = phraseAt('speaker', tokens, from, to)
  if (moderator === null && speaker === null) return null
  const role = (moderator?.end ?? 0) >= (speaker?.end ?? 0) ? 'moderator' : 'speaker'
  const found = (role === 'moderator' ? moderator : speaker) as { end: number; plural: boolean }
  let { end, plural } = found
  let both = role as PersonDraft['role']
  for (let at = end; at < to - 1 && ['and', '&', 'и', 'va', 'ва', 'және', 'жана', 'et', '/'].includes(tokens[at]?.key as string);) {
    const more = phraseAt('moderator', tokens, at + 1, to)
    const other = more ?? phraseAt('speaker', tokens, at + 1, to)
    if (other === null) break
    if (more !== null) both = 'moderator'
    plural ||= other.plural
    at = end = other.end
  }
  return { role: both, plural, end }
}

/** "Session moderator:", "Панельная дискуссия, модератор": the word ends a short chunk before a colon. */
function inverted(tokens: readonly Token[], chunk: Chunk, next: string): Label | null {
  if (next !== ':' || chunk.to - chunk.from > LONGEST_LABEL) return null
  for (const role of ['moderator', 'speaker'] as const) {
    const last = phraseAt(role, tokens, chunk.to - 1, chunk.to)
    if (last !== null && !COMMON.has(tokens[chunk.to - 1]?.key as string)) return { role, plural: last.plural, end: chunk.to, whole: true, common: false }
  }
  return null
}

/** "(moderator)", "– модератор" behind a name; offices that chair ("Chair, Consumers' Union") only in brackets. */
export function roleBehind(tokens: readonly Token[], chunk: Chunk): PersonDraft['role'] | null {
  const found = longest(tokens, chunk.from, chunk.to)
  if (found === null || found.end < chunk.to) return null
  const first = tokens[chunk.from] as Token
  const office = (flagsOf(first) & POSITION) !== 0 && !/^(?:moder|модер|со-?модер|co-?moder)/.test(first.key)
  return office && chunk.depth === 0 ? null : found.role
}

/** True when a chunk only says that something is still to be confirmed. */
export function isUnconfirmed(tokens: readonly Token[], chunk: Chunk): boolean {
  for (let at = chunk.from; at < chunk.to; at++) {
    const found = phraseAt('unconfirmed', tokens, at, chunk.to)
    if (found !== null) return (found.end - at) * 2 >= chunk.to - chunk.from
  }
  return false
}

const SPOKESMEN = /^(?:representative|представител|намоянда|vakil|вакил|өкіл|өкүл|représentant)/

const ARTICLES = new Set(['a', 'an', 'one', 'un', 'une'])

/** "a representative of the Ministry" in a list of people: somebody without a name. */
export function isSomebody(tokens: readonly Token[], { from }: Chunk): boolean {
  return ARTICLES.has(tokens[from]?.key as string) && SPOKESMEN.test(tokens[from + 1]?.key ?? '')
}

/** True when a chunk says that nobody is named. */
export function namesNobody(tokens: readonly Token[], from: number, to: number): boolean {
  const found = phraseAt('nobody', tokens, from, to)
  if (found !== null && (found.end >= to || (found.end - from) * 2 >= to - from)) return true
  const words = tokens.slice(from, Math.min(to, from + 12))
  return words.slice(0, 2).some(({ key }) => SPOKESMEN.test(key)) || words.some((_, i) => phraseAt('unconfirmed', tokens, from + i, to) !== null)
}
