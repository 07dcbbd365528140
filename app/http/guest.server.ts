import { fill, isLanguage, languageOf, textsOf, wordIn } from '#app/domain/calendar/texts/texts.ts'
import type { Language, Texts } from '#app/domain/calendar/texts/texts.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { factsIn, findInvitation } from '#db/invitations.server.ts'
import { fitsToken, idInToken } from '#db/tokens.server.ts'

/** `language` is the one that their pages speak: what the address asks for, or else their own. */
export type GuestInvitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>> & { facts: InvitationFacts; language: Language }

/** The invitation whose link was opened. A link that is not one of ours takes as long to refuse as one that nearly is. */
export async function enterAsGuest({ app, params, url, request }: Entered): Promise<GuestInvitation> {
  const token = params['token'] ?? ''
  const id = idInToken(token)
  const row = id === undefined ? undefined : await findInvitation(app.database.read, id)
  const fits = fitsToken(token, app.config.secret, id ?? 'none', row?.generation ?? 1)
  const facts = row ? factsIn(row) : null
  const asked = url.searchParams.get('lang')
  if (!row || !fits || !facts || row.state === 'none') throw refuseGuest('noLink', isLanguage(asked) ? asked : languageOfBrowser(request))
  return { ...row, facts, language: isLanguage(asked) ? asked : languageOf(row.languages) }
}

/** 404 in the words of a language. */
export function refuseGuest(because: 'noLink' | 'noFile' | 'noPaper', language: Language): Response {
  const { title, words } = textsOf(language).refused[because]
  return refuse('gone', { title, next: words, language })
}

/** Whoever cannot be known is spoken to in the first of our languages that their browser names. */
function languageOfBrowser(request: Request): Language {
  const codes = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return codes.find(isLanguage) ?? languageOf('')
}

/** What is wrong with a guest's form, in their language: the messages of `guest.input.ts` are names of texts. */
export function problemInWords({ values, errors, summary }: Problem, texts: Texts): Problem {
  const start = typeof values['start'] === 'string' ? values['start'] : ''
  return { values, errors: Object.fromEntries(Object.entries(errors).map(([field, name]) => [field, fill(wordIn(texts.wrong, name), { start })])), summary: summary ?? texts.page.notSaved }
}
