/** Between node:http and the framework's Request and Response. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { acceptsGzip } from '#app/http/files.server.ts'
import { LARGEST_FORM, LARGEST_UPLOAD } from '#app/http/guard.server.ts'

/** `cut`: the file was too large, and only what came before its content is in the body. */
type BodyRead = { ok: true; body: Buffer<ArrayBuffer>; cut: boolean } | { ok: false; status: 400 | 413; sentence: string }

const TOO_MUCH = 'This is more than a form may hold (1 MB). Nothing was saved; send less at once.'
const UNREADABLE = 'This form cannot be read. Nothing was saved; go back, reload the page and send it again.'
const MOST_FIELDS = 2_000

/** A form is here within a minute; a file from a phone on a slow line may take longer, as long as something comes. */
const LONGEST_FORM_MS = 60_000
export const LONGEST_UPLOAD_MS = 30 * 60_000
const LONGEST_SILENCE_MS = 60_000

/** Reads a form's body, at most `LARGEST_FORM` bytes or, where it may bring a file, `upload`, and makes sure that it can be parsed: UTF-8, no NUL, whole parts. */
export async function readBody(request: IncomingMessage, upload: number): Promise<BodyRead> {
  const chunks: Buffer[] = []
  const type = request.headers['content-type']
  let size = 0
  const slow = setTimeout(() => request.destroy(), upload > 0 ? LONGEST_UPLOAD_MS : LONGEST_FORM_MS)
  const silent = setTimeout(() => request.destroy(), LONGEST_SILENCE_MS)
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      silent.refresh()
      size += chunk.length
      if (size > (upload || LARGEST_FORM)) return await withoutFile(upload > 0 ? Buffer.concat(chunks) : undefined, type)
      chunks.push(chunk)
    }
  } catch {
    return { ok: false, status: 400, sentence: UNREADABLE }
  } finally {
    clearTimeout(slow)
    clearTimeout(silent)
  }
  const body = Buffer.concat(chunks)
  return (await isForm(body, type)) ? { ok: true, body, cut: false } : { ok: false, status: 400, sentence: UNREADABLE }
}

/** The form as if the file that did not fit had been empty, so that what was typed before it is not lost; a refusal where no file is to blame. */
async function withoutFile(begun: Buffer<ArrayBuffer> | undefined, type: string | undefined): Promise<BodyRead> {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(type ?? '')?.[1]
  const part = begun && boundary ? begun.lastIndexOf(`--${boundary}\r\n`) : -1
  const head = begun && part >= 0 ? begun.indexOf('\r\n\r\n', part) : -1
  if (!begun || head < 0 || head > LARGEST_FORM || !/filename\*?=/i.test(begun.toString('latin1', part, head))) return { ok: false, status: 413, sentence: TOO_MUCH }
  const body = Buffer.concat([begun.subarray(0, head), Buffer.from(`\r\n\r\n\r\n--${boundary}--\r\n`)])
  return (await isForm(body, type)) ? { ok: true, body, cut: true } : { ok: false, status: 400, sentence: UNREADABLE }
}

async function isForm(body: Buffer<ArrayBuffer>, type: string | undefined): Promise<boolean> {
  if (body.length === 0) return true
  try {
    if (!/^multipart/i.test(type ?? '')) {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
      return !decodeURIComponent(text.replaceAll('+', ' ')).includes('\0') && text.split('&').length <= MOST_FIELDS
    }
    const form = await new Response(body, { headers: { 'content-type': type ?? '' } }).formData()
    const values = [...form.values()]
    return values.length <= MOST_FIELDS && values.every((value) => typeof value !== 'string' || !value.includes('\0'))
  } catch {
    return false
  }
}

const DISCARD_BYTES = 4 * LARGEST_UPLOAD
const DISCARD_MS = 10_000
const DISCARD_IDLE_MS = 1_000

/** Drops the rest of a body that nobody reads, for a while, before the connection is cut: who is cut off while sending sees no answer. */
export function discardRest(request: IncomingMessage): void {
  if (request.complete) return
  let left = DISCARD_BYTES
  const cut = (): void => void request.destroy()
  const timer = setTimeout(cut, DISCARD_MS)
  const idle = setTimeout(cut, DISCARD_IDLE_MS)
  const keep = (): void => [timer, idle].forEach(clearTimeout)
  request.on('end', keep).on('close', keep).on('error', () => undefined).on('data', (chunk: Buffer) => {
    idle.refresh()
    left -= chunk.length
    if (left < 0) cut()
  }).resume()
}

/** Headers that must not reach the framework: what a proxy adds is not believed, and the framework's own are not for outsiders. */
const DROPPED = /^(x-forwarded-|forwarded$|x-remix-|x-react-router-|x-http-method|connection$|transfer-encoding$)/

/** A body without a type, and an empty one, counts as a form of plain fields. */
export function webRequest(request: IncomingMessage, origin: string, body: Buffer<ArrayBuffer> | undefined): Request {
  const headers = new Headers()
  const { rawHeaders } = request
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] as string).toLowerCase()
    if (!DROPPED.test(name)) headers.append(name, rawHeaders[i + 1] as string)
  }
  if (body && (body.length === 0 || !headers.has('content-type'))) headers.set('content-type', 'application/x-www-form-urlencoded')
  return new Request(origin + request.url, { method: request.method ?? 'GET', headers, ...(body && body.length > 0 ? { body } : {}) })
}

/** Sends the framework's answer; `html` is the page when the renderer put it aside. Returns the status. */
export async function sendResponse(answer: Response, html: string | undefined, request: IncomingMessage, response: ServerResponse): Promise<number> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie' && !name.startsWith('x-remix-')) response.setHeader(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  const body = html ?? (answer.body ? Buffer.from(await answer.arrayBuffer()) : '')
  sendBody(answer.status, body, request, response)
  return answer.status
}

const SMALL = 1_024
const TEXT = /^(text\/|application\/(json|xml|[a-z.+-]*(json|xml)))/

/** Ends the answer with its body: compressed when that pays, none for HEAD. */
export function sendBody(status: number, content: string | Buffer, request: IncomingMessage, response: ServerResponse): void {
  const type = String(response.getHeader('content-type') ?? '')
  const zipped = content.length > SMALL && TEXT.test(type) && !response.hasHeader('content-encoding') && acceptsGzip(request)
  const body = zipped ? gzipSync(content, { level: 1 }) : content
  if (zipped) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body)
}
