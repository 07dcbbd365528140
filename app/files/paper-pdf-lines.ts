/** Text → lines of a width. Breaks at spaces; a word wider than the line breaks at its own signs, and at last anywhere. */
import type { Run, Text } from '#app/domain/papers/paper.ts'
import { signWidth } from '#app/files/paper-pdf-signs.ts'
import { SMALL, SOFT, faceOf } from '#app/files/paper-pdf-type.ts'
import type { FontKey, Look, Type } from '#app/files/paper-pdf-type.ts'

/** Letters of one face. `run` is the number of the run in its text: what belongs to one link or language stays together. */
export type Piece = { text: string; font: FontKey | 'sign'; size: number; colour: string; width: number; run: number; link?: string | undefined; lang?: string | undefined; sample?: true }
/** `width` without the space at its end. */
export type Line = { pieces: Piece[]; width: number; height: number; ascent: number }

type Word = { pieces: Piece[]; width: number; /** Of the space behind it. */ space: number; ends: boolean }
export type Setting = { type: Type; linkOf: (source: Run['source']) => string | undefined }

/** Stands after what is sample data. */
export const SAMPLE = '\u25e6'

/** Part of Noto's ascent, above which nothing of our letters rises. */
const ASCENT = 0.92
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The lines of a text; an empty text is one empty line. */
export function breakLines(text: Text, look: Look, width: number, setting: Setting): Line[] {
  const lines: Line[] = []
  let pieces: Piece[] = []
  let filled = 0
  let space = 0
  const end = (): void => {
    lines.push(lineOf(pieces, filled, look))
    pieces = []
    filled = 0
    space = 0
  }
  for (const whole of wordsOf(text, look, setting)) {
    for (const word of whole.width <= width ? [whole] : cut(whole, width, setting.type)) {
      if (pieces.length > 0 && filled + space + word.width > width + 0.01) end()
      pieces.push(...word.pieces)
      filled += space + word.width
      space = word.space
      if (word.ends) end()
    }
  }
  if (pieces.length > 0 || lines.length === 0) end()
  return lines
}

function lineOf(pieces: Piece[], width: number, look: Look): Line {
  return { pieces: joined(pieces), width, height: look.size * look.lead, ascent: look.size * ((look.lead - 1) / 2 + ASCENT) }
}

/** Neighbours of one face and run are drawn as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const before = found.at(-1)
    if (before && before.run === piece.run && before.font === piece.font && before.font !== 'sign' && before.size === piece.size) {
      found[found.length - 1] = { ...before, text: before.text + piece.text, width: before.width + piece.width }
    } else found.push(piece)
  }
  return found
}

function* wordsOf(text: Text, look: Look, setting: Setting): Generator<Word> {
  let word: Word = { pieces: [], width: 0, space: 0, ends: false }
  const started = (): boolean => word.pieces.length > 0
  for (const [number, run] of text.entries()) {
    for (const [chunk] of `${run.text}${run.sample && run.text !== '' ? SAMPLE : ''}`.matchAll(/\n|[^ \n]+ *| +/g)) {
      if (chunk === '\n') {
        yield { ...word, ends: true }
        word = { pieces: [], width: 0, space: 0, ends: false }
        continue
      }
      const letters = chunk.trimEnd() === '' ? '' : chunk.replace(/ +$/, '')
      for (const piece of piecesOf(letters, chunk.length - letters.length, run, number, look, setting)) {
        const gap = setting.type.widthOf(' ', piece.font === 'sign' ? 'sans regular' : piece.font, piece.size)
        const spaces = piece.text.length - piece.text.replace(/ +$/, '').length
        word.pieces.push(piece)
        word.width += piece.width - spaces * gap
        word.space = spaces * gap
      }
      if (!chunk.endsWith(' ')) continue
      yield word
      word = { pieces: [], width: 0, space: 0, ends: false }
    }
  }
  if (started()) yield word
}

/** A word of one run, in pieces that one face can draw; the spaces stand in the last. */
function piecesOf(letters: string, spaces: number, run: Run, number: number, look: Look, { type, linkOf }: Setting): Piece[] {
  const font = faceOf(look, run.bold === true, run.italic === true)
  const size = run.small ? look.size * SMALL : look.size
  const link = linkOf(run.source)
  const base = { size, run: number, colour: run.small ? SOFT : look.colour, link, lang: run.lang, ...(run.sample && { sample: true as const }) }
  const pieces: Piece[] = []
  let drawn = ''
  const flush = (): void => {
    if (drawn !== '') pieces.push({ ...base, text: drawn, font, width: type.widthOf(drawn, font, size) })
    drawn = ''
  }
  for (const letter of letters) {
    const codePoint = letter.codePointAt(0) ?? 0
    if (type.has(codePoint, font)) drawn += letter
    else {
      flush()
      pieces.push({ ...base, text: letter, font: 'sign', width: (signWidth(codePoint) * size) / 1000 })
    }
  }
  drawn += ' '.repeat(spaces)
  flush()
  return pieces
}

/** A word wider than the line, in parts that fit; a part ends at a sign where one stands in its second half. */
function cut(word: Word, width: number, type: Type): Word[] {
  const parts: Word[] = []
  let part: Word = { pieces: [], width: 0, space: 0, ends: false }
  const close = (): void => {
    if (part.pieces.length > 0) parts.push(part)
    part = { pieces: [], width: 0, space: 0, ends: false }
  }
  for (const piece of word.pieces) {
    for (const text of piece.font === 'sign' ? [piece.text] : unitsOf(piece.text, width, type, piece)) {
      const wide = piece.font === 'sign' ? piece.width : type.widthOf(text, piece.font, piece.size)
      if (part.width + wide > width) close()
      part.pieces.push({ ...piece, text, width: wide })
      part.width += wide
    }
  }
  close()
  const last = parts.at(-1)
  if (last) {
    last.width -= word.space
    last.space = word.space
    last.ends = word.ends
  }
  return parts
}

/** Parts between dashes; where one is still too wide, between other signs, and at last between graphemes. */
function unitsOf(text: string, width: number, type: Type, { font, size }: Piece): string[] {
  if (font === 'sign') return [text]
  const fits = (unit: string): boolean => type.widthOf(unit, font, size) <= width
  const finer = (units: readonly string[], cut: (unit: string) => string[]): string[] => units.flatMap((unit) => (fits(unit) ? [unit] : cut(unit)))
  const coarse = finer([text], (unit) => unit.split(/(?<=[-–—/])/))
  const fine = finer(coarse, (unit) => unit.split(/(?<=[@_.,;:?&=+])/))
  return finer(fine, (unit) => Array.from(GRAPHEMES.segment(unit), ({ segment }) => segment))
}
