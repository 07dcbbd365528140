import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'
import { isId } from '#app/domain/ids.ts'

const MAC_LETTERS = 27

/**
 * The secret of a person's invitation page: its id, and 160 bits that only this installation can make. Every version of
 * an invitation carries the same one until its generation is raised, which makes the earlier links dead.
 */
export function invitationToken(secret: string, invitationId: Id, generation: number): string {
  return tokenOf('invitation', secret, invitationId, generation)
}

/** The secret of an organisation's answer page, made as that of an invitation; it opens nothing else. */
export function questionnaireToken(secret: string, requestId: Id, generation: number): string {
  return tokenOf('questionnaire', secret, requestId, generation)
}

/** The secret of a published agenda, made as that of an invitation; it opens nothing else. */
export function publishedToken(secret: string, publishedId: Id, generation: number): string {
  return tokenOf('agenda', secret, publishedId, generation)
}

function tokenOf(noun: 'invitation' | 'questionnaire' | 'agenda', secret: string, id: Id, generation: number): string {
  const mac = createHmac('sha256', secret).update(`${noun} ${id} ${generation}`).digest('base64url')
  return `${id}.${mac.slice(0, MAC_LETTERS)}`
}

/** What a token claims to open; undefined when it cannot be one of ours. Compare with `fitsToken` or `fitsQuestionnaire` before showing anything. */
export function idInToken(token: string): Id | undefined {
  const at = token.lastIndexOf('.')
  const id = token.slice(0, Math.max(at, 0))
  return at > 0 && token.length - at === MAC_LETTERS + 1 && isId(id) ? id : undefined
}

/** True when the token was made by this installation for this invitation and generation; takes the same time for every wrong one. */
export function fitsToken(token: string, secret: string, invitationId: Id, generation: number): boolean {
  return isSame(token, invitationToken(secret, invitationId, generation))
}

/** The same for the answer page of a request. */
export function fitsQuestionnaire(token: string, secret: string, requestId: Id, generation: number): boolean {
  return isSame(token, questionnaireToken(secret, requestId, generation))
}

/** The same for a published agenda. */
export function fitsPublished(token: string, secret: string, publishedId: Id, generation: number): boolean {
  return isSame(token, publishedToken(secret, publishedId, generation))
}

function isSame(token: string, made: string): boolean {
  const given = Buffer.from(token)
  const right = Buffer.from(made)
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Only the hash of a secret is stored: SHA-256, base64url. The secrets hashed are long and random, so no salt is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
