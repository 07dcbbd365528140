/** What a row is, from its words first and from who stands in it where no word says so. */
import type { DraftItemKind, DraftMeetingKind, PersonDraft } from '#app/domain/intake/draft.ts'
import { END_WORDS, EVENT_WORDS, ITEM_KIND_WORDS, LINK_WORDS, MEETING_KIND_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { meaningOf, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'
import type { Meaning } from '#app/domain/intake/vocabulary.ts'

/** In a longer title a word further back names the subject, not the form. */
const WORDS_OF_A_FORM = 6
/** Where several forms are named, these go before what stands further in front. */
const STRONGEST: readonly DraftItemKind[] = ['panel', 'break', 'meal']

/** The kind of an agenda's row. `asksPeople`: a speaker's place stands open ("Presenter: …"); `everybody`: all take part. */
export function itemKindOf(title: string, people: readonly PersonDraft[], asksPeople: boolean, everybody: boolean): { kind: DraftItemKind; sure: boolean } {
  if (meaningOf(title, END_WORDS)) return { kind: 'other', sure: true }
  const named = namedKind(title)
  const speakers = people.filter(({ role }) => role === 'speaker').length
  if (named && (named !== 'other' || speakers === 0 || tokensOf(title).length < 4 && !isBehindLink(title))) return { kind: named, sure: true }
  const moderators = people.length - speakers
  if (moderators > 0) return { kind: speakers > 1 ? 'panel' : speakers === 1 ? 'presentation' : 'discussion', sure: false }
  if (speakers > 0 || asksPeople) return { kind: 'presentation', sure: speakers > 0 }
  if (everybody) return { kind: 'discussion', sure: false }
  const isSection = meaningsIn(title, SECTION_WORDS).length > 0
  return { kind: isSection || tokensOf(title).length < 3 ? 'other' : 'presentation', sure: false }
}

/** "Sentinel-2 in practice": what is named last is no form. */
function isBehindLink(title: string): boolean {
  const tokens = tokensOf(title)
  return meaningsIn(tokens.slice(-2, -1), LINK_WORDS).length > 0
}

function namedKind(title: string): DraftItemKind | null {
  const head = headOf(title)
  const tokens = tokensOf(title)
  const inHead = tokens.filter(({ start }) => start < head.length).length
  const limit = tokens.length > 7 ? Math.min(inHead, 4) : Math.max(Math.min(inHead, WORDS_OF_A_FORM), 1)
  const found = meaningsIn(tokens, ITEM_KIND_WORDS).filter(({ index }) => index < limit)
  if (found.length === 0) return null
  const [first] = found as [Meaning<DraftItemKind>]
  if (first.meaning === 'registration' || first.meaning === 'q-and-a' && first.index === 0) return first.meaning
  const strong = found.find(({ meaning }) => STRONGEST.includes(meaning))
  return strong && (strong.meaning === 'panel' || tokens.length <= 5 || strong.index < 2) ? strong.meaning : first.meaning
}

/** What stands before a colon or a dash names the form where there is one. */
function headOf(title: string): string {
  const end = /[:«“"]| [-–—] /.exec(title)?.index ?? title.length
  return end > 1 ? title.slice(0, end) : title
}

/** The kind of a schedule's row. */
export function meetingKindOf(title: string): { kind: DraftMeetingKind; sure: boolean } {
  const tokens = tokensOf(title)
  const found = meaningsIn(tokens, MEETING_KIND_WORDS)
  const front = found.filter(({ index }) => index < WORDS_OF_A_FORM)
  const [first] = front
  if (first) {
    const internal = front.find(({ meaning }) => meaning === 'internal')
    return { kind: internal && first.meaning === 'meeting' ? 'internal' : first.meaning, sure: true }
  }
  if (found[0]) return { kind: found[0].meaning, sure: false }
  return { kind: meaningsIn(tokens, EVENT_WORDS).length > 0 ? 'workshop' : 'meeting', sure: false }
}
