/** The pictures that a paper shows. */

/** Width and height in pixels of a PNG or JPEG that is whole enough to be shown; undefined for anything else. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number; type: 'png' | 'jpg' } | undefined {
  const size = pngSize(bytes) ?? jpegSize(bytes)
  return size && size.width > 0 && size.height > 0 && size.width <= 20_000 && size.height <= 20_000 ? size : undefined
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function pngSize(bytes: Uint8Array): { width: number; height: number; type: 'png' } | undefined {
  if (bytes.length < 57 || PNG.some((byte, at) => bytes[at] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20), type: 'png' }
}

/** Walks the segments up to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): { width: number; height: number; type: 'jpg' } | undefined {
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
