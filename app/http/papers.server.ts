/** Papers at the door: which one an address means, and the answer that hands its file out. */
import { redirect } from '@remix-run/node'
import { choiceOf } from '#app/domain/papers/choice.ts'
import type { PaperChoice } from '#app/domain/papers/choice.ts'
import { paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'
import { withoutContacts } from '#app/domain/papers/paper.ts'
import type { Block, Paper } from '#app/domain/papers/paper.ts'
import { can } from '#app/domain/people/access.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import { SANDBOX, named } from '#app/http/attachments.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findAttachment, loadBytes } from '#db/attachments.server.ts'

export type Asked = { kind: PaperKind; ask: PaperChoice & { subject: string } }

/** One id, or two with a point between them. */
const SUBJECT_SHAPE = /^[a-z0-9][a-z0-9.-]{0,150}$/

/** The kind, subject and version of an address. Throws 404 for a kind that nobody writes. */
export function askedPaper({ params, url }: Pick<Entered, 'params' | 'url'>): Asked {
  const kind = paperKind(params.kind ?? '')
  const subject = params.subject ?? ''
  if (!kind || !SUBJECT_SHAPE.test(subject)) throw refuse('gone')
  const wanted = (name: string): string | null => url.searchParams.get(name)
  return { kind, ask: { subject, ...choiceOf(kind, { audience: wanted('audience'), language: wanted('language'), second: wanted('second') }) } }
}

/** To the paper of the engagement in an address; 404 for what can be none. */
export function toPaper(kind: string, params: Entered['params'], query = ''): Response {
  return redirect(`${kind}/${idOf(params, 'engagement')}${query}`, 302)
}

/** The paper as a reader of the mission may see it: phones are for those who work on it. */
export function shownTo({ role }: Pick<Scope, 'role'>, paper: Paper): Paper {
  return can(role, 'engagement.edit') ? paper : withoutContacts(paper)
}

/** The pictures of a paper that are there, by their attachment. One query for each and one for its bytes. */
export async function figuresOf({ database, mission, actor }: Scope, { blocks }: Paper): Promise<Map<string, Uint8Array>> {
  const figures = new Map<string, Uint8Array>()
  for (const id of new Set(blocks.flatMap((block: Block) => (block.kind === 'figure' && block.attachmentId !== null ? [block.attachmentId] : [])))) {
    const found = await findAttachment(database.read, mission.id, id, actor.accountId)
    if (found && found.removed_ms === null && found.emptied === 0) figures.set(id, await loadBytes(database.read, id))
  }
  return figures
}

/** A paper as a file to save: nobody keeps it on the way, and no browser runs it. */
export function handOutPaper(bytes: Uint8Array<ArrayBuffer>, mediaType: string, name: string): Response {
  return new Response(bytes, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; ${named(name)}`, 'Content-Security-Policy': SANDBOX, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' },
  })
}

/** Why there is no file just now, as a sentence. */
export function noFile(sentence: string): Response {
  return new Response(`${sentence}\n`, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store', 'Retry-After': '30' } })
}
