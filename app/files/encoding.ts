/** Bytes → text: by byte order mark, as UTF-8, or in the old encoding of the region that its letters look like. */
import { Refused } from '#app/files/refusals.ts'

type Decoded = { text: string; encoding: string }

/** The text of a file that is none of the known binary kinds; `declared` is the encoding that an HTML page names. Throws `Refused` for what is no text. */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const decoded = decode(bytes, declared)
  if (isBinary(decoded.text)) throw new Refused('unknown')
  return decoded
}

function decode(bytes: Uint8Array, declared: string | undefined): Decoded {
  const wide = wideEncoding(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const encoding = knownEncoding(declared) ?? oldEncoding(bytes)
    return { text: new TextDecoder(encoding).decode(bytes), encoding }
  }
}

/** UTF-16 by its mark, or by the zero that every second byte of Latin text and line ends is. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = bytes.subarray(0, 2_000)
  for (const [i, byte] of looked.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked.length / 16 && odd > even * 8) return 'utf-16le'
  return even > looked.length / 16 && even > odd * 8 ? 'utf-16be' : undefined
}

function knownEncoding(name: string | undefined): string | undefined {
  if (name === undefined || /^utf-?(8|16)/i.test(name)) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/**
 * Cyrillic letters follow one another, accented Latin ones stand alone. Small letters, which are most, fill the upper quarter in
 * windows-1251 and the one below it in KOI8-R.
 */
function oldEncoding(bytes: Uint8Array): string {
  let letters = 0
  let joined = 0
  let upper = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 0xc0) continue
    letters++
    if (byte >= 0xe0) upper++
    if ((bytes[i - 1] ?? 0) >= 0xc0) joined++
  }
  if (joined < letters / 2) return 'windows-1252'
  return upper >= letters / 2 ? 'windows-1251' : 'koi8-r'
}

/** Control characters that no text has; a few are let pass, since sloppy programs leave some. */
function isBinary(text: string): boolean {
  const looked = text.slice(0, 100_000)
  let strange = 0
  for (let i = 0; i < looked.length; i++) {
    const code = looked.charCodeAt(i)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13 && code !== 27) || code === 0xfffd) strange++
  }
  return strange > 2 && strange > looked.length / 100
}
