import type { Block } from '#app/domain/papers/paper.ts'
import { pictureSize } from '#app/files/paper-pictures.ts'
import type { Tag } from '#app/files/paper-pdf-pen.ts'
import { textStrips } from '#app/files/paper-pdf-strips.ts'
import type { Column, Strip } from '#app/files/paper-pdf-strips.ts'
import { LOOKS, RULE } from '#app/files/paper-pdf-type.ts'

/** A picture as wide as the line and at most half a page high, its caption under it; without bytes an empty frame keeps its place. */
export function figureStrips({ caption, alt, attachmentId }: Extract<Block, { kind: 'figure' }>, column: Column, gap: number): Strip[] {
  const tag: Tag = { type: 'Figure', parent: null, alt }
  const bytes = attachmentId === null ? undefined : column.figures.get(attachmentId)
  const size = bytes && pictureSize(bytes)
  const under = textStrips(caption, LOOKS.remark, column, { tag: { type: 'Caption', parent: null }, gap: 4, align: 'left' })
  const most = column.page.depth / 2
  const scale = size ? Math.min(column.width / size.width, most / size.height) : 1
  const box = size ? { width: size.width * scale, height: size.height * scale } : { width: column.width, height: 120 }
  return [{ height: box.height, gap, keep: true, draw(pen, top) {
    if (bytes && size) pen.picture(bytes, { x: column.left + (column.width - box.width) / 2, y: top, ...box }, tag)
    else for (const [from, to] of frame(column.left, top, box)) pen.rule(from, to, 0.6, RULE)
  } }, ...under]
}

type Point = [x: number, y: number]

function frame(x: number, y: number, { width, height }: { width: number; height: number }): [Point, Point][] {
  return [[[x, y], [x + width, y]], [[x + width, y], [x + width, y + height]], [[x + width, y + height], [x, y + height]], [[x, y + height], [x, y]]]
}
