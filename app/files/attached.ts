/** What an attached file is by its content, and what is kept of it. Nothing is unpacked, decoded or run here. */
import type { AttachmentKind } from '#app/domain/meetings/attachments.ts'
import { openArchive } from '#app/files/archive.ts'
import { DamagedPicture, withoutTraces } from '#app/files/pictures.ts'
import { Refused } from '#app/files/refusals.ts'

const SENTENCES = {
  empty: 'This file is empty. Choose the photo, scan or paper that belongs here.',
  unknown: 'This is no kind of file that is kept here. Send a PNG, JPEG, WEBP, HEIC, PDF, DOCX, XLSX, SVG, HTML or UTF-8 text file.',
  macros: 'This Office file holds macros, so it was not kept. Save it as .docx or .xlsx without macros and send that.',
  archive: 'This is an archive of files. Unpack it and send the one that belongs here.',
  damaged: 'This file is damaged and was not kept. Open it in the program that made it, save it again and send that.',
} as const

export type Attached = { ok: true; kind: AttachmentKind; bytes: Uint8Array } | { ok: false; sentence: string }

/** The kind of a file and the bytes that are kept: a picture loses what tells where, when and with what it was taken. */
export function attachedFrom(bytes: Uint8Array): Attached {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = kindOfAttached(buffer)
  if (kind in SENTENCES) return { ok: false, sentence: SENTENCES[kind as keyof typeof SENTENCES] }
  try {
    return { ok: true, kind: kind as AttachmentKind, bytes: withoutTraces(kind as AttachmentKind, buffer) }
  } catch (error) {
    if (error instanceof DamagedPicture) return { ok: false, sentence: SENTENCES.damaged }
    throw error
  }
}

const HEIC = /^[\s\S]{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/

function kindOfAttached(buffer: Buffer): AttachmentKind | keyof typeof SENTENCES {
  if (buffer.length === 0) return 'empty'
  const hex = buffer.toString('hex', 0, 12)
  const head = buffer.toString('latin1', 0, 16)
  if (hex.startsWith('89504e470d0a1a0a')) return 'png'
  if (hex.startsWith('ffd8ff')) return 'jpeg'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp'
  if (HEIC.test(head)) return 'heic'
  if (head.startsWith('%PDF-')) return 'pdf'
  if (hex.startsWith('504b0304')) return officeKind(buffer)
  if (/^(1f8b|377abcaf271c|526172211a07|425a68|fd377a585a00|504b)/.test(hex)) return 'archive'
  return textKind(buffer)
}

/** By the names in the archive alone. */
function officeKind(buffer: Buffer): AttachmentKind | 'macros' | 'archive' | 'damaged' {
  try {
    const { names } = openArchive(buffer)
    if (names.some((name) => /vbaProject\.bin$/i.test(name))) return 'macros'
    if (!names.includes('[Content_Types].xml')) return 'archive'
    if (names.some((name) => name.startsWith('word/'))) return 'docx'
    return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : 'archive'
  } catch (error) {
    if (error instanceof Refused) return error.because === 'swollen' ? 'archive' : 'damaged'
    throw error
  }
}

const MARKUP = /<(!doctype\s+html|html|head|body|script|iframe|table|div|p|a|img|style|form|object|embed|meta|link|base)\b/i

function textKind(buffer: Buffer): AttachmentKind | 'unknown' {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return 'unknown'
  }
  if (hasControls(text)) return 'unknown'
  if (/^\s*</.test(text) && /<svg[\s>]/i.test(text)) return 'svg'
  return MARKUP.test(text) ? 'html' : 'txt'
}

/** Characters that no text has: all controls but tab, line feed, form feed and carriage return. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || code === 11 || (code > 13 && code < 32) || code === 127) return true
  }
  return false
}
