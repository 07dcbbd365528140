/** Pieces of the cleaned text: words together with the place where they stand. */

/** `text` is what stands in the source from `start`; its line ends are read as spaces. */
export type Piece = { text: string; start: number }

/** Stands inside a piece for what is left out or joins lines: spaces that set no cells apart. */
export function blankOf(length: number): string {
  return length < 3 ? ' '.repeat(Math.max(0, length)) : ` ${'\u00a0'.repeat(length - 2)} `
}

export function endOf(piece: Piece): number {
  return piece.start + piece.text.length
}

/** Two pieces with something of no concern between them, as one that spans both. */
export function bridged(from: Piece, to: Piece): Piece {
  return { text: `${from.text}${blankOf(Math.max(1, to.start - endOf(from)))}${to.text}`, start: from.start }
}

/** Part of a piece, in its own offsets, without the white space around it. */
export function part(piece: Piece, from: number, to: number = piece.text.length): Piece {
  let start = Math.max(from, 0)
  let end = Math.min(to, piece.text.length)
  while (start < end && isWhite(piece.text.charCodeAt(start))) start++
  while (end > start && isWhite(piece.text.charCodeAt(end - 1))) end--
  return { text: piece.text.slice(start, end), start: piece.start + start }
}

export function trimmed(piece: Piece): Piece {
  return part(piece, 0)
}

/** Without characters of `marks` and white space at both ends. */
export function stripped(piece: Piece, marks: string, tailMarks = marks): Piece {
  let start = 0
  let end = piece.text.length
  while (start < end && (isWhite(piece.text.charCodeAt(start)) || marks.includes(piece.text[start] as string))) start++
  while (end > start && (isWhite(piece.text.charCodeAt(end - 1)) || tailMarks.includes(piece.text[end - 1] as string))) end--
  return { text: piece.text.slice(start, end), start: piece.start + start }
}

/** The pieces between characters of `marks`, trimmed; empty ones too. */
export function splitAt(piece: Piece, mark: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (let at = piece.text.indexOf(mark); at >= 0; at = piece.text.indexOf(mark, from)) {
    found.push(part(piece, from, at))
    from = at + mark.length
  }
  found.push(part(piece, from))
  return found
}

/** One line of the words of a piece. */
export function wordsOf(piece: Piece): string {
  return squeezed(piece.text)
}

/** Every run of white space as one space. */
export function squeezed(text: string): string {
  return text.split(/\s/u).filter(Boolean).join(' ')
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 10
}
