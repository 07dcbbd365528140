/** Titles as people print them, without what only leads to them: numbers, dots, rooms, "TBC". Lines in two languages give both. */
import type { TitleDraft } from '#app/domain/intake/draft.ts'
import { PLACE_WORDS } from '#app/domain/intake/languages/programme.ts'
import { endOf, part, stripped, wordsOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { meaningsIn } from '#app/domain/intake/vocabulary.ts'

export type Script = 'latin' | 'cyrillic' | 'other'

const AROUND = '-–—:|,;/·…_~•→'
const AFTER = '.-–—:|,;/·…_~'
const UNTIMED = /^[([]?(?:tbc|tbd|уточняется)[)\]]?(?= {2}| ?[-–—:|])/i
const UNCONFIRMED = / {0,2}[([]? {0,2}(?:tbc|tbd|t\.b\.c\.|to be confirmed|уточняется|по согласованию) {0,2}[)\]]?$/i

/** A title without bullets, numbering, leaders and notes in brackets; null when no word is left. */
export function titleOf(piece: Piece): TitleDraft | null {
  const bare = bareTitle(piece)
  if (!/[\p{L}\p{N}]/u.test(bare.text)) return null
  return { value: wordsOf(bare), span: { start: bare.start, end: endOf(bare) }, confidence: 'sure', language: languageOf(bare.text) }
}

export function bareTitle(piece: Piece): Piece {
  const stated = stripped(piece, AROUND, AFTER)
  const unnumbered = withoutNumber(stripped(part(stated, UNTIMED.exec(stated.text)?.[0].length ?? 0), AROUND, AFTER))
  const confirmed = part(unnumbered, 0, unnumbered.text.length - (UNCONFIRMED.exec(unnumbered.text.slice(-40))?.[0].length ?? 0))
  return stripped(withoutRoom(confirmed), AROUND, AFTER)
}

/** '1. ', '2) ', '3.1 ' before words. */
function withoutNumber(piece: Piece): Piece {
  const number = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|\(\d{1,2}\)|[ivx]{1,4}[.)]|[a-zа-я]\))\s{1,4}(?=\P{Nd})/iu.exec(piece.text.slice(0, 20))
  return number ? stripped(part(piece, number[0].length), AROUND, AFTER) : piece
}

/** "(Room 204)", "(фойе, 1 этаж)" at the end say where, not what. */
export function roomOf(piece: Piece): Piece | null {
  const open = piece.text.endsWith(')') ? piece.text.lastIndexOf('(') : piece.text.endsWith(']') ? piece.text.lastIndexOf('[') : -1
  if (open < 3 || piece.text.length - open > 60) return null
  const inside = part(piece, open + 1, piece.text.length - 1)
  return meaningsIn(inside.text, PLACE_WORDS).length > 0 ? inside : null
}

function withoutRoom(piece: Piece): Piece {
  const room = roomOf(piece)
  return room ? part(piece, 0, room.start - piece.start - 1) : piece
}

/** Both halves of "Registration / Регистрация"; null for a line in one language. */
export function languagesOf(piece: Piece): { first: Piece; second: Piece } | null {
  for (const mark of [' / ', ' | ', '/', ' – ', ' — ', ' - ', '|', '(']) {
    for (let at = piece.text.indexOf(mark), tries = 0; at >= 0 && tries < 4; at = piece.text.indexOf(mark, at + 1), tries++) {
      const first = part(piece, 0, at)
      const second = mark === '(' ? stripped(part(piece, at + 1), '', ')') : part(piece, at + mark.length)
      if (areTwoScripts(first.text, second.text)) return { first, second }
    }
  }
  return null
}

/** Each half is nearly all in one script, and they are not the same. */
export function areTwoScripts(first: string, second: string): boolean {
  const [a, b] = [scriptOf(first), scriptOf(second)]
  return a !== b && a !== 'other' && b !== 'other' && isPure(first, a) && isPure(second, b) && first.length > 2 && second.length > 2
}

function isPure(text: string, script: Script): boolean {
  const { latin, cyrillic } = lettersOf(text)
  return script === 'latin' ? cyrillic <= latin * 0.1 : latin <= cyrillic * 0.4
}

export function scriptOf(text: string): Script {
  const { latin, cyrillic } = lettersOf(text)
  if (latin + cyrillic === 0) return 'other'
  return cyrillic >= latin ? 'cyrillic' : 'latin'
}

function lettersOf(text: string): { latin: number; cyrillic: number } {
  let latin = 0
  let cyrillic = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 0x400 && code <= 0x52f)) cyrillic++
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f)) latin++
  }
  return { latin, cyrillic }
}

/** Letters that only one of the languages has; Russian and English where none decides. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['ko', /[\uac00-\ud7a3]/], ['tg', /[ҷӣӯҶӢӮ]/], ['kk', /[әұіӘҰІ]/], ['uz', /[ўЎ]|[oOgG][ʻ‘'’`][a-z]/], ['ky', /[өүңӨҮҢ]/], ['fr', /[éèêçàùâôîÉÈÀÇ]/], ['de', /[äöüßÄÖÜ]/],
]

/** The likely language of a title, as its code. */
export function languageOf(text: string): string {
  const head = text.slice(0, 200)
  const known = LETTERS.find(([, letters]) => letters.test(head))
  return known ? known[0] : scriptOf(head) === 'cyrillic' ? 'ru' : 'en'
}
