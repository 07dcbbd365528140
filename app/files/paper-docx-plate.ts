import { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextDirection, VerticalAlignTable, WidthType } from 'docx'
import type { Text } from '#app/domain/papers/paper.ts'
import { plain } from '#app/domain/papers/paper.ts'
import { runsOf } from '#app/files/paper-docx-runs.ts'
import type { Setting } from '#app/files/paper-docx-runs.ts'

const LARGEST = 144
const SMALLEST = 32
/** Width of a bold letter on average, as part of the size. */
const LETTER = 0.62

/**
 * A card to fold: Word turns the words of a cell by a quarter only, so the page stands across and both faces lie beside each
 * other, each with the tops of its letters at the fold. `width` and `height` in twentieths of a point, of that page.
 */
export function plateOf(lines: readonly Text[], width: number, height: number): Table {
  const setting: Setting = { linkOf: () => undefined }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
  const size = sizeFor(lines[0] ?? [], height - 1600)
  const under = Math.max(24, Math.round(size * 0.38))
  const lineOf = (halfPoints: number) => ({ spacing: { before: 0, after: 0, line: Math.round(halfPoints * 10 * 1.45), lineRule: LineRuleType.EXACT } })
  const face = (textDirection: (typeof TextDirection)[keyof typeof TextDirection]): TableCell => new TableCell({
    width: { size: width / 2, type: WidthType.DXA }, textDirection, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 600, bottom: 600, left: 300, right: 300 },
    children: (lines.length > 0 ? lines : [[]]).map((text, at) => new Paragraph({ alignment: AlignmentType.CENTER, style: 'Plate', ...lineOf(at === 0 ? size : under), children: runsOf(text, setting, at === 0 ? { size, bold: true } : { size: under }) })),
  })
  return new Table({
    width: { size: width, type: WidthType.DXA }, columnWidths: [width / 2, width / 2], layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, height: { value: height, rule: HeightRule.EXACT }, children: [face(TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT), face(TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT)] })],
  })
}

/** In half-points: the largest with which the words stand on one line, as far as that can be told without the font. */
function sizeFor(text: Text, room: number): number {
  return Math.round(Math.min(LARGEST, Math.max(SMALLEST, room / 10 / LETTER / Math.max(1, plain(text).length))))
}
