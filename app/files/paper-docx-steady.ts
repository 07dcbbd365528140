/** Takes chance and the clock out of a DOCX that the library has packed, and says what to do where a font is missing. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { FACES } from '#app/files/paper-docx-type.ts'

const RANDOM = /\brId[a-z0-9_-]{21}\b|"[a-z0-9_-]{21}"/g
/** An archive names local time without its zone (APPNOTE 4.4.6), so its parts all carry the first day that it can name. */
const FIRST_DAY = new Date(1980, 0, 1)

/** The same document with its random names numbered in the order of their first use, its dates those given. */
export function steady(packed: Uint8Array, writtenMs: number): Uint8Array {
  const parts = unzipSync(packed)
  const names = new Map<string, string>()
  const numbered = (text: string): string => text.replaceAll(RANDOM, (name) => {
    const quote = name.startsWith('"') ? '"' : ''
    const found = names.get(name) ?? `${quote}rIdc${names.size + 1}${quote}`
    names.set(name, found)
    return found
  })
  const when = new Date(writtenMs).toISOString().replace(/\.\d+Z/, 'Z')
  const made: Zippable = {}
  for (const name of Object.keys(parts).sort(byContent)) {
    const bytes = parts[name] as Uint8Array
    if (!/\.(xml|rels)$/.test(name)) made[name] = [bytes, { mtime: FIRST_DAY, level: 0 }]
    else made[name] = [strToU8(partText(name, numbered(strFromU8(bytes)), when)), { mtime: FIRST_DAY, level: 6 }]
  }
  return zipSync(made)
}

/** The list of content types goes first, as programs of old expect. */
function byContent(a: string, b: string): number {
  const first = '[Content_Types].xml'
  return a === first ? -1 : b === first ? 1 : a < b ? -1 : 1
}

function partText(name: string, text: string, when: string): string {
  if (name === 'docProps/core.xml') return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, when)
  if (name === 'word/fontTable.xml') return FONTS
  return text
}

/** Word looks for the second name where the first is not installed, then for the same build (PANOSE). */
const FONTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(FACES).map(({ name, instead, panose, kind }) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:panose1 w:val="${panose}"/><w:charset w:val="00"/><w:family w:val="${kind}"/><w:pitch w:val="variable"/></w:font>`).join('')}</w:fonts>`
