/**
 * Pictures without their traces: the place, the time and the device that cameras write beside the pixels are left out before a picture
 * is kept (Exif 2.32 and XMP; JPEG: ITU T.81 Annex B; PNG: RFC 2083; WEBP: RFC 9649; HEIC: ISO 23008-12). Pixels are never decoded.
 */
import type { AttachmentKind } from '#app/domain/meetings/attachments.ts'
import { EXIF, orientationOf, wipePlaces } from '#app/files/exif.ts'

/** Thrown where a picture does not follow its format. */
export class DamagedPicture extends Error {}

/** The same picture with only what is needed to show it; other kinds come back as they are. Throws `DamagedPicture`. */
export function withoutTraces(kind: AttachmentKind, bytes: Buffer): Uint8Array {
  if (kind === 'jpeg') return cleanJpeg(bytes)
  if (kind === 'png') return cleanPng(bytes)
  if (kind === 'webp') return cleanWebp(bytes)
  return kind === 'heic' ? wipePlaces(Buffer.from(bytes)) : bytes
}

const SOI = Buffer.from([0xff, 0xd8])
const EOI = Buffer.from([0xff, 0xd9])
const SCAN = 0xda

function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  let turned = 1
  let at = 2
  let scans = 0
  while (at < bytes.length && bytes[at + 1] !== 0xd9) {
    if (bytes[at] !== 0xff || at + 4 > bytes.length) throw new DamagedPicture('no marker')
    const marker = bytes[at + 1] as number
    if (marker === 0xff) { at++; continue }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) throw new DamagedPicture('a segment without an end')
    const segment = bytes.subarray(at, end)
    turned = orientationOf(segment) ?? turned
    at = marker === SCAN ? endOfScan(bytes, end) : end
    if (marker === SCAN) scans++
    if (shows(marker, segment)) kept.push(marker === SCAN ? bytes.subarray(end - segment.length, at) : segment)
  }
  if (scans === 0) throw new DamagedPicture('no pixels')
  return Buffer.concat([SOI, ...(turned === 1 ? [] : [turnedBy(turned)]), ...kept, EOI])
}

/** What a decoder needs: no application data but JFIF, the colour profile and Adobe's colour transform, and no comments. */
function shows(marker: number, segment: Buffer): boolean {
  if (marker === 0xe2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE'
  return marker === 0xe0 || marker === 0xee || (marker !== 0xfe && (marker < 0xe0 || marker > 0xef))
}

/** Within a scan, 0xFF stands before 0x00, a restart marker or another 0xFF; anything else is the next marker. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== 0x00 && next !== 0xff && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return next === undefined ? bytes.length : at
  }
  return bytes.length
}

/** Exif with nothing in it but how the picture is turned. */
function turnedBy(orientation: number): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, 34]), Buffer.from(EXIF, 'latin1'), Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])])
}

const PNG_TRACES = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function cleanPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) throw new DamagedPicture('a chunk without an end')
    if (!PNG_TRACES.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  throw new DamagedPicture('no end')
}

const WEBP_FLAGS = 0x08 | 0x04

function cleanWebp(bytes: Buffer): Buffer {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= end;) {
    const size = bytes.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) throw new DamagedPicture('a chunk without an end')
    const type = bytes.toString('latin1', at, at + 4)
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(type === 'VP8X' ? unflagged(bytes.subarray(at, next)) : bytes.subarray(at, next))
    at = next
  }
  if (kept.length === 0) throw new DamagedPicture('no pixels')
  const body = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function unflagged(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk)
  if (copy.length > 8) copy.writeUInt8(copy.readUInt8(8) & ~WEBP_FLAGS, 8)
  return copy
}
