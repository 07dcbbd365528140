/** The little of Exif (CIPA DC-008, TIFF 6.0) that is read: how a picture is turned, and where its place stands, to wipe it. */

type Tiff = { start: number; u16(at: number): number; u32(at: number): number }
type Entry = { at: number; tag: number; type: number; count: number }

/** What Exif begins with in a JPEG segment. */
export const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112
const GPS = 0x8825
const MOST_ENTRIES = 512
/** Bytes of one value by its type; an unknown type counts as one. */
const SIZES = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** 2 to 8 where a JPEG segment holds Exif that turns the picture. */
export function orientationOf(segment: Buffer): number | undefined {
  if (segment[1] !== 0xe1 || segment.toString('latin1', 4, 10) !== EXIF) return undefined
  const tiff = tiffAt(segment, 10)
  const entry = tiff && entriesAt(segment, tiff, tiff.u32(4)).find(({ tag }) => tag === ORIENTATION)
  const value = tiff && entry ? tiff.u16(entry.at + 8) : 1
  return value >= 2 && value <= 8 ? value : undefined
}

/** Overwrites in place every GPS table of Exif and every XMP packet with zeros or spaces: nothing moves, so all offsets of the file stay true. */
export function wipePlaces(bytes: Buffer): Buffer {
  for (const order of ['II*\0', 'MM\0*']) {
    for (let at = bytes.indexOf(order, 0, 'latin1'); at >= 0; at = bytes.indexOf(order, at + 4, 'latin1')) wipeGps(bytes, at)
  }
  for (let at = bytes.indexOf('<x:xmpmeta', 0, 'latin1'); at >= 0; at = bytes.indexOf('<x:xmpmeta', at + 1, 'latin1')) {
    const end = bytes.indexOf('</x:xmpmeta>', at, 'latin1')
    bytes.fill(0x20, at, end < 0 ? at + 10 : end + 12)
  }
  return bytes
}

function wipeGps(bytes: Buffer, at: number): void {
  const tiff = tiffAt(bytes, at)
  if (!tiff) return
  for (const pointer of entriesAt(bytes, tiff, tiff.u32(4)).filter(({ tag }) => tag === GPS)) {
    for (const entry of entriesAt(bytes, tiff, tiff.u32(pointer.at + 8))) {
      const length = (SIZES[entry.type] ?? 1) * entry.count
      if (length > 4) fill(bytes, at + tiff.u32(entry.at + 8), length)
      fill(bytes, at + entry.at, 12)
    }
    fill(bytes, at + pointer.at, 12)
  }
}

function fill(bytes: Buffer, from: number, length: number): void {
  if (from < bytes.length) bytes.fill(0, from, Math.min(bytes.length, from + length))
}

function tiffAt(bytes: Buffer, start: number): Tiff | undefined {
  if (start + 8 > bytes.length) return undefined
  const little = bytes[start] === 0x49
  const inside = (at: number, size: number): boolean => start + at + size <= bytes.length
  const u16 = (at: number): number => (!inside(at, 2) ? 0 : little ? bytes.readUInt16LE(start + at) : bytes.readUInt16BE(start + at))
  const u32 = (at: number): number => (!inside(at, 4) ? 0 : little ? bytes.readUInt32LE(start + at) : bytes.readUInt32BE(start + at))
  return u16(2) === 42 ? { start, u16, u32 } : undefined
}

/** The entries of a table at an offset; none where it would reach beyond the bytes. */
function entriesAt(bytes: Buffer, { start, u16, u32 }: Tiff, offset: number): Entry[] {
  const count = u16(offset)
  if (offset < 8 || count > MOST_ENTRIES || start + offset + 2 + count * 12 > bytes.length) return []
  return Array.from({ length: count }, (_, n) => {
    const at = offset + 2 + n * 12
    return { at, tag: u16(at), type: u16(at + 2), count: u32(at + 4) }
  })
}
