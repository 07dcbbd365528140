import { redirect } from '@remix-run/node'
import type { TypedResponse } from '@remix-run/node'

/** What the shell's error boundary shows: what is wrong and what to do next; `language` where that is not English. */
export type Refusal = { title: string; next: string; language?: string }

const WORDS = {
  gone: { status: 404, title: 'There is nothing here.', next: 'It may have been removed, or it belongs to another mission. Go back and choose again.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.', next: 'Ask a coordinator of this mission to do it, or to change your role.' },
  stale: { status: 409, title: 'Somebody else changed this meanwhile.', next: 'Nothing was saved. Go back, look at the newer version and do it again.' },
  'bad-request': { status: 400, title: 'This could not be read.', next: 'Go back, reload the page and try once more.' },
} as const

/** A refusal as a thrown answer; `words` replace the usual sentence when the place knows better. */
export function refuse(because: keyof typeof WORDS, words: Partial<Refusal> = {}): Response {
  const { status, ...usual } = WORDS[because]
  return Response.json({ ...usual, ...words } satisfies Refusal, { status })
}

/** 303 to a path of this application; `did` names the act that the shell confirms with its undo. */
export function goTo(path: string, did?: string): TypedResponse<never> {
  if (!path.startsWith('/') || path.startsWith('//')) throw new Error(`Not a path of this application: ${path}`)
  if (!did) return redirect(path, 303)
  const [before, hash] = path.split('#') as [string, string | undefined]
  return redirect(`${before}${before.includes('?') ? '&' : '?'}did=${did}${hash ? `#${hash}` : ''}`, 303)
}
