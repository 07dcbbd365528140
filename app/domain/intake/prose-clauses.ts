/** Divides a sentence into what is done, one after the other: each with its verb or noun, its title and when it is done. */
import type { DraftMeetingKind } from '#app/domain/intake/draft.ts'
import { JOIN_WORDS, LINK_WORDS, MEETING_KIND_WORDS, TELLING_VERBS } from '#app/domain/intake/languages/programme.ts'
import type { When } from '#app/domain/intake/prose-when.ts'
import { meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'
import type { Meaning } from '#app/domain/intake/vocabulary.ts'

/** Positions in the sentence. */
export type Clause = { kind: DraftMeetingKind; start: number; end: number; titleStart: number; titleEnd: number; when: When | null }

type Anchor = Meaning<DraftMeetingKind> & { verb: boolean }
/** 'us', «нас». */
const LONGEST_PRONOUN = 3

type Range = { start: number; end: number }

export function clausesIn(text: string, whens: readonly When[]): Clause[] {
  const anchors = anchorsIn(text, whens)
  const clauses: Clause[] = []
  let start = 0
  for (const [i, anchor] of anchors.entries()) {
    const next = anchors[i + 1]
    const end = next ? cutBetween(text, anchor, next, whens, start) : text.length
    clauses.push(...told(text, anchor, { start, end }, whens.filter((when) => when.start >= start && when.end <= end)))
    start = end
  }
  return clauses
}

/** Verbs, and nouns that begin something of their own: the first, one after a day or an hour, one after a mark with its counterpart behind it. */
function anchorsIn(text: string, whens: readonly When[]): Anchor[] {
  const isFree = ({ start, end }: Range): boolean => whens.every((when) => end <= when.start || start >= when.end)
  const verbs = meaningsIn(text, TELLING_VERBS).filter(isFree).map((found) => ({ ...found, verb: true }))
  const nouns = meaningsIn(text, MEETING_KIND_WORDS).filter((noun) => isFree(noun) && verbs.every(({ start, end }) => noun.end <= start || noun.start >= end)).map((found) => ({ ...found, verb: false }))
  const anchors: Anchor[] = []
  for (const found of [...verbs, ...nouns].sort((a, b) => a.start - b.start)) {
    const last = anchors.at(-1)
    const between = last ? text.slice(last.end, found.start) : ''
    const timed = last && whens.some((when) => when.start >= last.end && when.end <= found.start)
    if (!last || timed || last.meaning === 'travel' && found.meaning !== 'travel' && !followsAtOnce(between)) anchors.push(found)
    else if (found.verb ? isJoined(between, 4) : isJoined(between, 3) && leadsOn(text.slice(found.end))) anchors.push(found)
    else if (followsAtOnce(between) && last.verb && last.meaning === 'meeting' && found.meaning !== 'meeting') anchors[anchors.length - 1] = { ...found, start: last.start, verb: last.verb }
  }
  return anchors
}

/** "have a workshop": the noun says what the verb before it is about. */
function followsAtOnce(between: string): boolean {
  return tokensOf(between).length === 0 && !/[,;:]/.test(between)
}

/** A mark or "and" stands before, with no more than a few words ("the team", "we will") after it. */
function isJoined(between: string, most: number): boolean {
  const tokens = tokensOf(between)
  const comma = Math.max(between.lastIndexOf(','), between.lastIndexOf(';'), between.lastIndexOf('–'), between.lastIndexOf('—'))
  const join = meaningsIn(tokens, JOIN_WORDS).at(-1)
  const at = Math.max(comma, join?.end ?? -1)
  return at >= 0 && tokens.filter(({ start }) => start >= at).length <= most
}

function leadsOn(after: string): boolean {
  const [next] = tokensOf(after.slice(0, 30))
  return next === undefined || meaningsIn([next], LINK_WORDS).length > 0
}

/** Where what is done first ends: a day or an hour between belongs to the one that it is not set off from. */
function cutBetween(text: string, first: Anchor, next: Anchor, whens: readonly When[], from: number): number {
  const between = whens.filter(({ start, end }) => start >= first.end && end <= next.start)
  const last = between.at(-1)
  if (!last) return lastJoin(text, first.end, next.start)
  const before = joinedBefore(text, first.end, last.start)
  const after = /^ {0,2}(?:[,;–—]|$)/.test(text.slice(last.end)) || meaningsIn(tokensOf(text.slice(last.end, last.end + 16)).slice(0, 1), JOIN_WORDS).length > 0
  const timed = whens.some(({ start, end, time }) => time && start >= from && end <= (between.length > 1 ? (between.at(-2) as When).end : first.start))
  const isNext = before === 'word' || before === 'mark' && !after || timed && last.time !== null && !hasWords(text.slice(between.length > 1 ? (between.at(-2) as When).end : first.end, last.start))
  return isNext ? last.start : lastJoin(text, last.end, next.start)
}

/** The last mark or joining word before the next verb, else the verb itself. */
function lastJoin(text: string, from: number, to: number): number {
  const between = text.slice(from, to)
  const join = meaningsIn(between, JOIN_WORDS).at(-1)
  const mark = Math.max(between.lastIndexOf(', '), between.lastIndexOf('; '), between.lastIndexOf(' – '), between.lastIndexOf(' — '))
  const at = Math.max(join?.start ?? -1, mark)
  return at < 0 ? to : from + at
}

function joinedBefore(text: string, from: number, to: number): 'word' | 'mark' | null {
  const before = text.slice(Math.max(from, to - 24), to)
  const last = tokensOf(before).at(-1)
  if (last && before.slice(last.end).replace(/[\s,]/g, '') === '' && meaningsIn([last], JOIN_WORDS).length > 0) return 'word'
  return /[,;–—(]\s{0,2}$/.test(before) ? 'mark' : null
}

function hasWords(text: string): boolean {
  return tokensOf(text).some((token) => meaningsIn([token], LINK_WORDS).length === 0)
}

/** What one verb tells, once or with several hours: "meets the bank at 10 and the regulator at 12". */
function told(text: string, anchor: Anchor, range: Range, whens: readonly When[]): Clause[] {
  const ahead = whens.filter(({ end }) => end <= anchor.start)
  const behind = whens.filter(({ start }) => start >= anchor.end)
  const lead = combined(ahead)
  const titleEnd = behind[0]?.start ?? range.end
  const first: Clause = { kind: anchor.meaning, ...range, titleStart: titleStart(text, anchor, Math.max(range.start, ahead.at(-1)?.end ?? 0), titleEnd), titleEnd, when: lead?.time ? lead : combined([...ahead, ...behind.slice(0, 1)]) }
  const more: Clause[] = []
  const rest = lead?.time ? behind : behind.slice(1)
  for (const when of rest) {
    const at = behind.indexOf(when)
    const [from, to] = lead?.time ? [when.end, behind[at + 1]?.start ?? range.end] : [(behind[at - 1] as When).end, when.start]
    if (when.time && hasWords(text.slice(from, to))) more.push({ kind: anchor.meaning, start: from, end: to, titleStart: from + leadLength(text.slice(from, to)), titleEnd: to, when })
  }
  const tail = lead?.time || more.length > 0 || behind.length === 0 ? null : (behind.at(-1) as When)
  return tail && behind.length === 1 && !hasWords(text.slice(first.titleStart + (anchor.end - anchor.start), titleEnd)) && hasWords(text.slice(tail.end, range.end)) ? [{ ...first, titleEnd: range.end }] : [first, ...more]
}

function combined(whens: readonly When[]): When | null {
  const date = whens.findLast((when) => when.date) ?? null
  const time = whens.findLast((when) => when.time) ?? null
  const any = time ?? date
  return any ? { ...any, date: date?.date ?? null, time: time?.time ?? null } : null
}

/** A verb that stands last ("the mayor receives us", "uchrashamiz") has its words before it. */
function titleStart(text: string, anchor: Anchor, from: number, end: number): number {
  const [next, ...more] = tokensOf(text.slice(anchor.end, end)).filter((token) => meaningsIn([token], LINK_WORDS).length === 0)
  if (more.length > 0 || (next && !isPronoun(text.slice(anchor.end + next.start, anchor.end + next.end)))) return anchor.start
  const back = text.slice(from, anchor.start)
  return hasWords(back) ? from + leadLength(back) : anchor.start
}

/** Short and small: a short name ("Osh") is none. */
function isPronoun(word: string): boolean {
  return word.length <= LONGEST_PRONOUN && word === word.toLowerCase()
}

/** Marks and joining words at the front. */
function leadLength(text: string): number {
  let at = /^[\s,;:.–—-]{0,6}/.exec(text)?.[0].length ?? 0
  const tokens = tokensOf(text)
  for (const token of tokens.slice(0, 3)) {
    if (meaningsIn([token], JOIN_WORDS).length === 0) break
    at = token.end + (/^[\s,;:.–—-]{0,6}/.exec(text.slice(token.end))?.[0].length ?? 0)
  }
  return at
}
