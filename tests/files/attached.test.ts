/** What is kept of attached files: by content, without traces, never unpacked. */
import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachedFrom } from '#app/files/attached.ts'

const bytes = (...parts: (string | number[] | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const kindOf = (file: Uint8Array): string => {
  const found = attachedFrom(file)
  return found.ok ? found.kind : found.sentence
}

/** A TIFF with orientation 6 and a GPS table of one latitude that reads 'LATITUDE'. */
function tiff(): Buffer {
  const head = Buffer.alloc(82)
  head.write('MM\0*', 0, 'latin1')
  head.writeUInt32BE(8, 4)
  head.writeUInt16BE(2, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    head.writeUInt16BE(tag, at)
    head.writeUInt16BE(type, at + 2)
    head.writeUInt32BE(count, at + 4)
    head.writeUInt32BE(value, at + 8)
  }
  entry(10, 0x0112, 3, 1, 6 << 16)
  entry(22, 0x8825, 4, 1, 40)
  head.writeUInt16BE(1, 40)
  entry(42, 0x0002, 5, 1, 60)
  head.write('LATITUDE', 60, 'latin1')
  return head
}

const segment = (marker: number, content: Buffer): Buffer => bytes([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255], content)
const exif = (): Buffer => bytes('Exif\0\0', tiff())
const jpeg = (...more: Buffer[]): Buffer => bytes([0xff, 0xd8], segment(0xe0, bytes('JFIF\0')), ...more, segment(0xda, bytes([1, 2])), [0x12, 0xff, 0x00, 0xff, 0xd3, 0x34, 0xff, 0xd9])
const chunk = (type: string, content: string): Buffer => bytes([0, 0, 0, content.length], type, content, [0, 0, 0, 0])
const png = (...more: Buffer[]): Buffer => bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], chunk('IHDR', 'x'.repeat(13)), ...more, chunk('IDAT', 'pixels'), chunk('IEND', ''))
const riff = (content: Buffer): Buffer => {
  const head = bytes('RIFF', [0, 0, 0, 0], 'WEBP')
  head.writeUInt32LE(content.length + 4, 4)
  return bytes(head, content)
}
const heic = (): Buffer => bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic', [0, 0, 0, 6], exif(), '<x:xmpmeta exif:GPSLatitude="38,33N"></x:xmpmeta>', 'pixels')
const office = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(['[Content_Types].xml', ...names].map((name) => [name, new Uint8Array(3)])))

describe('a kind', () => {
  it('is told by the content, whatever the name says', () => {
    expect([png(), jpeg(), riff(bytes('VP8 ', [2, 0, 0, 0, 1, 2])), heic(), bytes('%PDF-1.7\n'), Buffer.from(office('word/document.xml')), Buffer.from(office('xl/workbook.xml')), Buffer.from('Ҷамъбаст: 09:00')].map(kindOf)).toEqual(['png', 'jpeg', 'webp', 'heic', 'pdf', 'docx', 'xlsx', 'txt'])
    expect(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '<?xml version="1.0"?>\n<!-- x --><svg>', '<!doctype html><title>', 'plain, then <script>alert(1)</script>', '\ufeff<html>'].map((text) => kindOf(Buffer.from(text)))).toEqual(['svg', 'svg', 'html', 'html', 'html'])
  })

  it('is refused with one sentence where it is none of them', () => {
    const refused = [Buffer.alloc(0), bytes('GIF89a', [1, 0, 1]), bytes('MZ', [0x90, 0, 3]), bytes([0x7f], 'ELF'), bytes([0x1f, 0x8b, 8]), Buffer.from(zipSync({ 'a.txt': new Uint8Array(1) })), Buffer.from(office('word/vbaProject.bin')), bytes('PK\u0003\u0004 and no end'), bytes('%!PS'), bytes([0xcf, 0xf0, 0xe8])]
    expect(refused.map(kindOf).map((words) => words.split('.')[0])).toEqual([
      'This file is empty', 'This is no kind of file that is kept here', 'This is no kind of file that is kept here', 'This is no kind of file that is kept here', 'This is an archive of files', 'This is an archive of files',
      'This Office file holds macros, so it was not kept', 'This file is damaged and was not kept', 'txt', 'This is no kind of file that is kept here',
    ])
  })

  it('unpacks nothing: an Office file that would swell to a gigabyte is refused by what it declares', () => {
    const bomb = Buffer.from(zipSync({ '[Content_Types].xml': new Uint8Array(1), 'word/document.xml': new Uint8Array(4_000_000) }))
    const before = process.memoryUsage().rss
    expect(kindOf(bomb)).toMatch(/^This is an archive/)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576)
  })

  it('throws at nothing', () => {
    const heads = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [...bytes('RIFFxxxxWEBP')], [...bytes('....ftypheicMM\0*')], [...bytes('PK\u0003\u0004')], [...bytes('\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0*')]]
    fc.assert(fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, rest) => void attachedFrom(bytes(head, Buffer.from(rest)))), { numRuns: 2_000 })
  })
})

describe('a picture', () => {
  const kept = (file: Buffer): Buffer => {
    const found = attachedFrom(file)
    if (!found.ok) throw new Error(found.sentence)
    return Buffer.from(found.bytes)
  }

  it('keeps its pixels, its colours and how it is turned, and loses place, comments and what hangs behind it', () => {
    const photo = bytes(jpeg(segment(0xe1, exif()), segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>')), segment(0xe2, bytes('ICC_PROFILE\0')), segment(0xe2, bytes('MPF\0')), segment(0xfe, bytes('comment'))), 'a second picture')
    const clean = kept(photo)
    expect(['LATITUDE', 'xmpmeta', 'MPF', 'comment', 'second'].filter((word) => clean.includes(word))).toEqual([])
    expect([clean.includes('ICC_PROFILE'), clean.includes(Buffer.from([0x12, 0xff, 0x00, 0xff, 0xd3, 0x34, 0xff, 0xd9])), clean.indexOf('Exif'), clean[31]]).toEqual([true, true, 6, 6])
    expect(kept(clean).equals(clean)).toBe(true)
  })

  it('of the other kinds loses the same', () => {
    expect(kept(png(chunk('tEXt', 'Author'), chunk('eXIf', 'LATITUDE'))).equals(png())).toBe(true)
    const flagged = kept(riff(bytes('VP8X', [10, 0, 0, 0, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'VP8 ', [2, 0, 0, 0, 1, 2], 'EXIF', [8, 0, 0, 0], 'LATITUDE', 'XMP ', [2, 0, 0, 0, 1, 2])))
    expect([flagged.length, flagged.readUInt32LE(4), flagged[20], flagged.includes('EXIF')]).toEqual([40, 32, 0, false])
    const still = heic()
    const wiped = kept(still)
    expect([wiped.length, wiped.includes('LATITUDE'), wiped.includes('GPSLatitude'), wiped.includes('pixels')]).toEqual([still.length, false, false, true])
  })

  it('that breaks off is not kept', () => {
    expect([jpeg().subarray(0, 8), png().subarray(0, 40), riff(bytes('VP8 ', [99, 0, 0, 0]))].map(kindOf).every((words) => words.startsWith('This file is damaged'))).toBe(true)
  })
})
