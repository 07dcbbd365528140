import { fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import { startWords } from '#app/domain/calendar/wording.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'

/** What kind of message it is, about what, and when that begins. */
export function subjectOf({ kind, facts, language }: InvitationNotice): string {
  const texts = textsOf(language)
  return fill(texts.subjects[kind], { title: facts.title, start: startWords(facts, texts) })
}
