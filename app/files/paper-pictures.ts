/** The pictures that a paper shows. */
import { unzlibSync } from 'fflate'

export type PictureSize = { width: number; height: number; type: 'png' | 'jpg' }

/** The longest side of a picture that is drawn. */
const LARGEST = 12_000

/** Width and height in pixels of a PNG or JPEG that is whole, so that it can be shown; undefined for anything else. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const size = pngSize(bytes) ?? jpegSize(bytes)
  return size && size.width > 0 && size.height > 0 && size.width <= LARGEST && size.height <= LARGEST ? size : undefined
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Walks the chunks to the end and unpacks the pixels: the libraries trust both (PNG, 5.3 and 10.1). */
function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 57 || PNG.some((byte, at) => bytes[at] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size: PictureSize = { width: view.getUint32(16), height: view.getUint32(20), type: 'png' }
  const pixels: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'IDAT') pixels.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)))
    if (type === 'IEND') return unpacks(pixels) ? size : undefined
  }
  return undefined
}

function unpacks(pixels: readonly Uint8Array[]): boolean {
  const packed = new Uint8Array(pixels.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of pixels) {
    packed.set(part, at)
    at += part.length
  }
  try {
    return unzlibSync(packed).length > 0
  } catch {
    return false
  }
}

/** Walks the segments up to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), type: 'jpg' }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
