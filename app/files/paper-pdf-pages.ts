/** Which strip stands where: on which page, and how far down. */
import type { Strip } from '#app/files/paper-pdf-strips.ts'

/** A repeated strip is the head of a table that goes on. */
export type Placed = { strip: Strip; top: number; repeated: boolean }
/** A bare page is one sheet without header and footer; `end` is where its last strip ends. */
export type Page = { bare: boolean; strips: Placed[]; end: number }

/** Puts the strips on pages between `top` and `bottom`. Strips that keep together go to the next page together, as long as they fit on one. */
export function placeStrips(strips: readonly Strip[], { top, bottom }: { top: number; bottom: number }): Page[] {
  const pages: Page[] = []
  let open: Page | undefined
  const turn = (bare: boolean): Page => {
    const page: Page = { bare, strips: [], end: top }
    pages.push(page)
    return page
  }
  for (const [at, strip] of strips.entries()) {
    if (strip.page === 'sheet') {
      turn(true).strips.push({ strip, top: 0, repeated: false })
      open = undefined
      continue
    }
    const fresh = !open || open.strips.length === 0
    const together = heightTogether(strips, at, bottom - top)
    if (!open || (!fresh && (strip.page === 'new' || open.end + strip.gap + together > bottom + 0.01))) {
      open = turn(false)
      for (const head of strip.heads ?? []) put(open, head, true)
    } else open.end += strip.gap
    put(open, strip, false)
  }
  return pages.length > 0 ? pages : [turn(false)]
}

function put(page: Page, strip: Strip, repeated: boolean): void {
  page.strips.push({ strip, top: page.end, repeated })
  page.end += strip.height
}

/** Height of the strip with all that it keeps to; of itself alone where that is more than a page. */
function heightTogether(strips: readonly Strip[], from: number, most: number): number {
  let height = 0
  for (let at = from; at < strips.length; at++) {
    const strip = strips[at] as Strip
    height += strip.height + (at > from ? strip.gap : 0)
    if (height > most) return strips[from]?.height ?? 0
    if (!strip.keep) break
  }
  return height
}
