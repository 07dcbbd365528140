import type { Id } from '#app/domain/ids.ts'
import { fileName, kindFacts } from '#app/domain/meetings/attachments.ts'

/** What a kept file may do in a browser: nothing. No script, no style, no form, no frame, no request. */
export const SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

type Kept = { name: string; kind: string; sha256: string }

/** The answer that hands a kept file out: pictures that are safe to look at stand inline, everything else is only saved. */
export function handOut({ name, kind, sha256 }: Kept, bytes: Buffer<ArrayBuffer>): Response {
  const { type, inline } = kindFacts(kind)
  return new Response(bytes, {
    headers: {
      'Content-Type': type, 'Content-Disposition': `${inline ? 'inline' : 'attachment'}; ${named(fileName(name, kind))}`, 'Content-Security-Policy': SANDBOX, 'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store', 'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    },
  })
}

/** The page of a mission where the files of a meeting, its note or a document stand. */
export function filesPath({ engagementId, noteId, documentId }: { engagementId: Id | null; noteId: Id | null; documentId: Id | null }): string {
  if (documentId !== null) return `/documents/${documentId}/files`
  return `/engagements/${engagementId}/files${noteId === null ? '' : `?note=${noteId}`}`
}

/** The name for browsers old and new (RFC 6266, RFC 8187). */
export function named(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}+/gu, '').replaceAll(/[^\w ,.()-]/g, '_')
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
