/** How every language speaks of events, ready to be looked up. */
import { german } from '#app/domain/intake/languages/de-programme.ts'
import { english } from '#app/domain/intake/languages/en-programme.ts'
import { french } from '#app/domain/intake/languages/fr-programme.ts'
import { kazakh } from '#app/domain/intake/languages/kk-programme.ts'
import { korean } from '#app/domain/intake/languages/ko-programme.ts'
import { kyrgyz } from '#app/domain/intake/languages/ky-programme.ts'
import type { Words } from '#app/domain/intake/languages/language.ts'
import { LABELS } from '#app/domain/intake/languages/programme-words.ts'
import type { Label, ProgrammeWords } from '#app/domain/intake/languages/programme-words.ts'
import { russian } from '#app/domain/intake/languages/ru-programme.ts'
import { tajik } from '#app/domain/intake/languages/tg-programme.ts'
import { uzbek } from '#app/domain/intake/languages/uz-programme.ts'
import { DRAFT_ITEM_KINDS, DRAFT_MEETING_KINDS } from '#app/domain/intake/draft.ts'
import type { DraftItemKind, DraftMeetingKind } from '#app/domain/intake/draft.ts'
import { vocabularyOf } from '#app/domain/intake/vocabulary.ts'
import type { Vocabulary } from '#app/domain/intake/vocabulary.ts'

const LANGUAGES: readonly ProgrammeWords[] = [english, russian, tajik, uzbek, kazakh, kyrgyz, french, german, korean]

function known<M>(meanings: readonly M[], words: (language: ProgrammeWords, meaning: M) => Words | undefined): Vocabulary<M> {
  return vocabularyOf(LANGUAGES.flatMap((language) => meanings.map((meaning) => [meaning, words(language, meaning) ?? ''] as const)))
}

const one = (words: (language: ProgrammeWords) => Words): Vocabulary<true> => known([true], words)

export const ITEM_KIND_WORDS: Vocabulary<DraftItemKind> = known(DRAFT_ITEM_KINDS, ({ itemKinds }, kind) => itemKinds[kind])
export const MEETING_KIND_WORDS: Vocabulary<DraftMeetingKind> = known(DRAFT_MEETING_KINDS, ({ meetingKinds }, kind) => meetingKinds[kind])
export const LABEL_WORDS: Vocabulary<Label> = known(LABELS, ({ labels }, label) => labels[label])
export const EVENT_WORDS = one(({ events }) => events)
export const PAPER_WORDS = one(({ papers }) => papers)
export const JOURNEY_WORDS = one(({ journeys }) => journeys)
export const SECTION_WORDS = one(({ sections }) => sections)
export const STREAM_WORDS = one(({ streams }) => streams ?? '')
export const PLACE_WORDS = one(({ places }) => places)
export const END_WORDS = one(({ ends }) => ends)
export const GREETING_WORDS = one(({ greetings }) => greetings)
export const SIGNATURE_WORDS = one(({ signatures }) => signatures)
export const EVERYBODY_WORDS = one(({ everybody }) => everybody)
export const HAPPENING_WORDS = one(({ happens }) => happens)
export const REQUEST_WORDS = one(({ requests }) => requests)
export const INVITE_WORDS = one(({ invites }) => invites ?? '')
export const SENDING_WORDS = one(({ sends }) => sends)
export const LINK_WORDS = one(({ links }) => links)
export const MAIL_WORDS = known(['sender', 'sent', 'to', 'copy', 'subject', 'forwarded'] as const, ({ mail }, part) => mail[part])

const told = (words: keyof Omit<ProgrammeWords['telling'] & object, 'verbs'>): Vocabulary<true> => one(({ telling }) => telling?.[words] ?? '')

export const TELLING_VERBS: Vocabulary<DraftMeetingKind> = known(DRAFT_MEETING_KINDS, ({ telling }, kind) => telling?.verbs[kind])
export const WHEN_WORDS = told('whens')
export const JOIN_WORDS = told('joins')
export const NEXT_DAY_WORDS = told('nextDays')
export const DEADLINE_WORDS = told('deadlines')
export const TELLER_WORDS = told('tellers')
export const IN_WORDS = told('ins')
