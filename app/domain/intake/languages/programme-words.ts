/** What intake knows of how a language speaks of events, as data. */
import type { DraftItemKind, DraftMeetingKind } from '#app/domain/intake/draft.ts'
import type { Words } from '#app/domain/intake/languages/language.ts'

export const LABELS = ['date', 'time', 'when', 'venue', 'city', 'title', 'talks', 'participants', 'organiser', 'language', 'goal', 'contact', 'note', 'number', 'country', 'kind', 'duration', 'start', 'end', 'people', 'moderator', 'organisation', 'position'] as const
export type Label = (typeof LABELS)[number]

/** How sentences tell a journey: "on Monday we move on to Osh, where we see the mayor at 10". */
export type TellingWords = {
  /** What is done, where the sentence says it with a verb. */
  verbs: Partial<Record<DraftMeetingKind, Words>>
  /** Stands beside a day or an hour and belongs to it: 'on', 'in the morning'. */
  whens: Words
  /** Between two things that are done: 'and', 'then', 'where'. */
  joins: Words
  /** The day after the one told before: 'the next day'. */
  nextDays: Words
  /** Before the last day or hour for something, which is no row. */
  deadlines: Words
  /** Begins a sentence of what will be done, where its first words alone would speak to the reader: 'we will'. */
  tellers: Words
  /** Before the place where something is done: 'in', 'at'. */
  ins: Words
}

/** A word that ends in '*' stands for every word that begins so. */
export type ProgrammeWords = {
  /** What a row of an agenda is; 'panel' and the like where the word names the form, not the subject. */
  itemKinds: Partial<Record<DraftItemKind, Words>>
  meetingKinds: Partial<Record<DraftMeetingKind, Words>>
  /** Before a colon, and at the head of a column. */
  labels: Partial<Record<Label, Words>>
  /** Names an event: 'workshop', 'конференция'. */
  events: Words
  /** Names the paper itself: 'agenda', 'draft programme'. */
  papers: Words
  /** Names a journey through places: 'roadshow', 'itinerary'. */
  journeys: Words
  /** Names part of an event: 'session', 'day', 'section'. */
  sections: Words
  /** Names one of several parts at the same time, before its number: 'track 2'. */
  streams?: Words
  /** Names a place of an event: 'hotel', 'room'. */
  places: Words
  /** The whole row says that the event is over. */
  ends: Words
  greetings: Words
  signatures: Words
  /** Between an event and its day in a sentence: 'will take place'. */
  happens: Words
  /** All who take part, where a speaker might be named. */
  everybody: Words
  /** Begins a sentence to the reader: 'please', 'прошу'. */
  requests: Words
  /** Begins a line that a calendar or a meeting program puts into an invitation. */
  invites?: Words
  /** Stands before what is sent: 'please find below the', 'направляю'. */
  sends: Words
  /** At the head of a mail: from, to, sent, copy, subject. */
  mail: { sender: Words; sent: Words; to: Words; copy: Words; subject: Words; forwarded: Words }
  /** A line that ends with one goes on in the next. */
  links: Words
  telling?: TellingWords
}
