import type { Text } from '#app/domain/papers/paper.ts'
import { breakLines } from '#app/files/paper-pdf-lines.ts'
import type { Line } from '#app/files/paper-pdf-lines.ts'
import type { Tag } from '#app/files/paper-pdf-pen.ts'
import { shift } from '#app/files/paper-pdf-strips.ts'
import type { Column, Strip } from '#app/files/paper-pdf-strips.ts'
import { INK, RULE } from '#app/files/paper-pdf-type.ts'

const EDGE = 48
const LARGEST = 72
const SMALLEST = 16
const STEP = 2
/** The lines under the name, as parts of its size. */
const UNDER = 0.38

/** A card to fold across the middle of the page: the same words on both faces, those of the upper half upside down. The second face is the first's repetition and is tagged as such. */
export function plateStrip(texts: readonly Text[], column: Column): Strip {
  const face = { width: column.page.width, height: column.page.height / 2 }
  const lines = fit(texts, face.width - EDGE * 2, face.height - EDGE * 1.5, column)
  const height = lines.reduce((sum, line) => sum + line.height, 0)
  const tag: Tag = { type: 'P', parent: null }
  return { height: column.page.height, gap: 0, keep: false, page: 'sheet', draw(pen) {
    pen.rule([0, face.height], [14, face.height], 0.5, RULE)
    pen.rule([face.width - 14, face.height], [face.width, face.height], 0.5, RULE)
    const draw = (top: number, of: Tag | null): void => {
      let y = top + (face.height - height) / 2
      for (const line of lines) {
        pen.line(line, EDGE + shift(line, face.width - EDGE * 2, 'center'), y, of)
        y += line.height
      }
    }
    draw(face.height, tag)
    pen.turned(() => draw(face.height, null))
  } }
}

/** The lines as large as the face allows: the first on one line while it stays readable across a table, then on several. */
function fit(texts: readonly Text[], width: number, height: number, column: Column): Line[] {
  for (let size = LARGEST; ; size -= STEP) {
    const set = texts.map((text, at) => breakLines(unlinked(text), { size: at === 0 ? size : Math.max(12, size * UNDER), lead: at === 0 ? 1.3 : 1.45, colour: INK, bold: at === 0, family: 'sans' }, width, column))
    const lines = set.flat()
    const fits = lines.reduce((sum, line) => sum + line.height, 0) <= height
    if (size <= SMALLEST || (fits && ((set[0]?.length ?? 0) <= 1 || size <= 36))) return lines
  }
}

/** A card is stood on a table: nothing on it leads anywhere. */
function unlinked(text: Text): Text {
  return text.map((run) => ({ ...run, source: undefined }))
}
