/** The papers that Caravan writes: what each is about, for whom and in which languages. */
import { LETTER_LANGUAGES } from '#app/domain/papers/letter-words.ts'
import { PAPER_LANGUAGES } from '#app/domain/papers/paper-words.ts'
import type { Audience } from '#app/domain/papers/paper.ts'

/** What one paper of a kind is made for. The subject's id stands in addresses: 'mission', an engagement's id, 'STOP.DAY', 'ENGAGEMENT.PARTICIPATION', a stop's or a dimension's id. */
export type SubjectKind = 'mission' | 'mission-or-stop' | 'engagement' | 'day' | 'participation' | 'dimension' | 'document'

export type PaperKind = { id: string; words: string; /** Ends 'It is …'. */ told: string; subject: SubjectKind; audiences: readonly Audience[]; languages: readonly string[]; /** Whether a second language may stand beside the first. */ beside: boolean }

export const PAPER_KINDS = [
  { id: 'agenda', words: 'Agenda', told: 'the agenda of an engagement on one sheet, in one language or two side by side', subject: 'engagement', audiences: ['team', 'counterpart'], languages: PAPER_LANGUAGES, beside: true },
  { id: 'day-sheet', words: 'Day sheet', told: 'one day of a stop on one page, with everybody’s phone', subject: 'day', audiences: ['team'], languages: ['en'], beside: false },
  { id: 'name-plates', words: 'Name plates', told: 'a card to fold for everybody at an engagement, in protocol order', subject: 'engagement', audiences: ['team', 'counterpart'], languages: PAPER_LANGUAGES, beside: true },
  { id: 'signature-sheet', words: 'Signature sheet', told: 'a line to sign for everybody who is expected, and some more', subject: 'engagement', audiences: ['team', 'counterpart'], languages: PAPER_LANGUAGES, beside: true },
  { id: 'invitation-letter', words: 'Invitation letter', told: 'the letter that invites somebody, or an office, to an engagement', subject: 'participation', audiences: ['team', 'counterpart'], languages: LETTER_LANGUAGES, beside: false },
  { id: 'thank-you-letter', words: 'Thank-you letter', told: 'the letter of thanks after a meeting that was held', subject: 'participation', audiences: ['team', 'counterpart'], languages: LETTER_LANGUAGES, beside: false },
  { id: 'persons-met', words: 'Persons met', told: 'everybody met, by institution, with the titles printed on the day', subject: 'mission', audiences: ['team', 'counterpart'], languages: ['en', 'ru'], beside: false },
  { id: 'aide-memoire', words: 'Aide-mémoire', told: 'what was found and agreed, for the counterparts: of the whole mission or of one stop', subject: 'mission-or-stop', audiences: ['team', 'counterpart'], languages: ['en', 'ru'], beside: false },
  { id: 'report', words: 'Back-to-office report', told: 'what the mission did and found, what changed and what is still to be done, for the team and its managers', subject: 'mission', audiences: ['team'], languages: ['en'], beside: false },
  { id: 'evidence-annex', words: 'Evidence annex', told: 'what a level rests on: each finding with the words for and against it', subject: 'dimension', audiences: ['team', 'counterpart'], languages: ['en', 'ru'], beside: false },
  { id: 'technical-note', words: 'Technical note', told: 'the report itself: every section with its text, its figures and the findings that stand there', subject: 'document', audiences: ['team', 'counterpart'], languages: ['en', 'ru'], beside: false },
] as const satisfies readonly PaperKind[]

export type PaperKindId = (typeof PAPER_KINDS)[number]['id']

/** The kind of an id; undefined for a paper that nobody writes. */
export function paperKind(id: string): PaperKind | undefined {
  return PAPER_KINDS.find((kind) => kind.id === id)
}
