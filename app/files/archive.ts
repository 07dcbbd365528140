/** ZIP archives (APPNOTE 6.3): what they hold is unpacked here, under limits, before a library sees any of it. */
import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { Refused } from '#app/files/refusals.ts'

type Entry = { packed: number; size: number; offset: number; method: number; encrypted: boolean }
export type Archive = { names: string[]; /** Unpacks one entry; undefined when there is none. Throws `Refused`. */ read(name: string): Uint8Array | undefined }

const MOST_ENTRIES = 2_000
/** Of everything that is unpacked of one archive, and of what it declares to hold. */
const MOST_BYTES = 64 * 1_048_576
const MOST_DECLARED = 256 * 1_048_576
/** Packed text rarely shrinks to a hundredth; the method itself ends at about a thousandth. */
const STEEPEST = 250
const STEEP_FROM = 1_048_576

/** Reads the list of entries; unpacks nothing yet. Throws `Refused` when it is damaged, encrypted or declares too much. */
export function openArchive(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = listEntries(buffer)
  const declared = [...entries.values()].reduce((sum, entry) => sum + entry.size, 0)
  if (declared > MOST_DECLARED || [...entries.values()].some(isSteep)) throw new Refused('swollen')
  let left = MOST_BYTES
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = unpack(buffer, entry, left)
      left -= content.length
      return content
    },
  }
}

function isSteep({ size, packed }: Entry): boolean {
  return size > STEEP_FROM && size > packed * STEEPEST
}

function listEntries(buffer: Buffer): Map<string, Entry> {
  const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > buffer.length) throw new Refused('broken')
  const count = buffer.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new Refused('swollen')
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw new Refused('broken')
    const nameLength = buffer.readUInt16LE(at + 28)
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//, '')
    entries.set(name, {
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1, method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20), size: buffer.readUInt32LE(at + 24), offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

/** What an entry holds is compared with what it declares: more is a bomb, less is damage. */
function unpack(buffer: Buffer, { offset, packed, size, method, encrypted }: Entry, left: number): Uint8Array {
  if (encrypted) throw new Refused('locked')
  if (size > left) throw new Refused('swollen')
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== 0x04034b50) throw new Refused('broken')
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const data = buffer.subarray(start, start + packed)
  if (data.length < packed || (method !== 0 && method !== 8)) throw new Refused('broken')
  const content = method === 0 ? data : inflate(data, size)
  if (content.length !== size) throw new Refused(content.length > size ? 'swollen' : 'broken')
  return content
}

function inflate(data: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    throw new Refused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'swollen' : 'broken')
  }
}

const XML = /\.(xml|rels)$/i

/**
 * The XML parts of an Office file as a new archive without compression, for a library to open: no pictures, no macros, and nothing
 * left to unpack. `change` may rewrite a part. Office writes no document types, so a part with one is damaged on purpose.
 */
export function xmlParts(archive: Archive, change: (name: string, xml: Uint8Array) => Uint8Array = (_, xml) => xml): Uint8Array {
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    const xml = XML.test(name) ? archive.read(name) : undefined
    if (!xml) continue
    if (Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).includes('<!DOCTYPE')) throw new Refused('broken')
    parts[name] = change(name, xml)
  }
  return zipSync(parts, { level: 0 })
}
