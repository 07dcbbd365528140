/** The letters of a PDF: which files, how large, what colour, and how wide a word is. */
import { createRequire } from 'node:module'

export type FontKey = 'regular' | 'bold' | 'italic' | 'bold-italic'

/** Sizes in points; `lead` is the line's height as a multiple of the size. */
export type Look = { size: number; lead: number; colour: string; bold?: boolean; italic?: boolean }

export const INK = '#1c2221'
export const SOFT = '#545b58'
export const LINK = '#0a626c'
export const RULE = '#b9b3a5'
export const WASH = '#f4f2ec'

export const LOOKS = {
  title: { size: 17, lead: 1.25, colour: INK, bold: true },
  titleLead: { size: 11.5, lead: 1.35, colour: SOFT },
  heading1: { size: 13, lead: 1.3, colour: INK, bold: true },
  heading2: { size: 11, lead: 1.35, colour: INK, bold: true },
  heading3: { size: 10, lead: 1.4, colour: INK, bold: true },
  body: { size: 10, lead: 1.45, colour: INK },
  lead: { size: 11.5, lead: 1.45, colour: INK },
  remark: { size: 8.5, lead: 1.4, colour: SOFT },
  cell: { size: 9.25, lead: 1.38, colour: INK },
  head: { size: 8.75, lead: 1.38, colour: INK, bold: true },
  edge: { size: 8, lead: 1.35, colour: SOFT },
} as const satisfies Record<string, Look>

/** How much smaller than its paragraph a small run is. */
export const SMALL = 0.88

const WEIGHTS: Record<FontKey, string> = { regular: '400Regular', bold: '600SemiBold', italic: '400Regular_Italic', 'bold-italic': '600SemiBold_Italic' }

/** What is asked of pdfkit's document; its font knows which characters it can draw. */
type Measurer = {
  registerFont(name: string, path: string): unknown
  font(name: string, size?: number): unknown
  widthOfString(text: string): number
}
type Loaded = { font: { hasGlyphForCodePoint(codePoint: number): boolean } }

export type Type = { widthOf(text: string, font: FontKey, size: number): number; has(codePoint: number, font: FontKey): boolean }

/** Gives the document the four faces of Noto Sans, whole files that hold the letters of all languages of the missions; each is loaded when it is first used. */
export function loadType(doc: Measurer): Type {
  const { resolve } = createRequire(import.meta.url)
  for (const [key, weight] of Object.entries(WEIGHTS)) doc.registerFont(key, resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`))
  const known = new Map<string, boolean>()
  return {
    widthOf(text, font, size) {
      doc.font(font, size)
      return doc.widthOfString(text)
    },
    has(codePoint, font) {
      const key = `${font} ${codePoint}`
      const found = known.get(key)
      if (found !== undefined) return found
      doc.font(font)
      const has = (Reflect.get(doc, '_font') as Loaded).font.hasGlyphForCodePoint(codePoint)
      known.set(key, has)
      return has
    },
  }
}

/** The face of a run in a look. */
export function faceOf(look: Look, bold: boolean, italic: boolean): FontKey {
  const heavy = bold || look.bold === true
  const slanted = italic || look.italic === true
  return heavy ? (slanted ? 'bold-italic' : 'bold') : slanted ? 'italic' : 'regular'
}
