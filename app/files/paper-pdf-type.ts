/** The letters of a PDF: which files, how large, what colour, and how wide a word is. */
import { createRequire } from 'node:module'

type Style = 'regular' | 'bold' | 'italic' | 'bold-italic'
type Family = 'serif' | 'sans'
export type FontKey = `${Family} ${Style}`

/** Sizes in points; `lead` is the line's height as a multiple of the size. Prose is set in serif, what is looked up in sans. */
export type Look = { family: Family; size: number; lead: number; colour: string; bold?: boolean; italic?: boolean }

export const INK = '#1c2221'
export const SOFT = '#545b58'
/** Under the words of a link, which keep their own colour: in the team's version nearly every word is one. */
export const LINK = '#5fa3aa'
export const RULE = '#b9b3a5'
export const WASH = '#f4f2ec'

export const LOOKS = {
  title: { family: 'serif', size: 17.5, lead: 1.25, colour: INK, bold: true },
  titleLead: { family: 'serif', size: 11.5, lead: 1.35, colour: SOFT },
  heading1: { family: 'serif', size: 13.5, lead: 1.3, colour: INK, bold: true },
  heading2: { family: 'serif', size: 11.5, lead: 1.35, colour: INK, bold: true },
  heading3: { family: 'serif', size: 10.25, lead: 1.4, colour: INK, bold: true },
  body: { family: 'serif', size: 10.25, lead: 1.46, colour: INK },
  lead: { family: 'serif', size: 11.5, lead: 1.45, colour: INK },
  remark: { family: 'sans', size: 8.5, lead: 1.4, colour: SOFT },
  cell: { family: 'sans', size: 9, lead: 1.4, colour: INK },
  head: { family: 'sans', size: 8.5, lead: 1.4, colour: INK, bold: true },
  edge: { family: 'sans', size: 7.75, lead: 1.35, colour: SOFT },
} as const satisfies Record<string, Look>

/** How much smaller than its paragraph a small run is. */
export const SMALL = 0.88

const FAMILIES: Record<Family, { folder: string; file: string }> = { serif: { folder: 'noto-serif', file: 'NotoSerif' }, sans: { folder: 'noto-sans', file: 'NotoSans' } }
const WEIGHTS: Record<Style, string> = { regular: '400Regular', bold: '600SemiBold', italic: '400Regular_Italic', 'bold-italic': '600SemiBold_Italic' }

/** What is asked of pdfkit's document; its font knows which characters it can draw. */
type Measurer = {
  registerFont(name: string, path: string): unknown
  font(name: string, size?: number): unknown
  widthOfString(text: string): number
}
type Loaded = { font: { hasGlyphForCodePoint(codePoint: number): boolean } }

export type Type = { widthOf(text: string, font: FontKey, size: number): number; has(codePoint: number, font: FontKey): boolean }

/** Gives the document the faces of Noto Serif and Noto Sans, whole files that hold the letters of all languages of the missions; each is loaded when it is first used. */
export function loadType(doc: Measurer): Type {
  const { resolve } = createRequire(import.meta.url)
  for (const [family, { folder, file }] of Object.entries(FAMILIES)) {
    for (const [style, weight] of Object.entries(WEIGHTS)) doc.registerFont(`${family} ${style}`, resolve(`@expo-google-fonts/${folder}/${weight}/${file}_${weight}.ttf`))
  }
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
  return `${look.family} ${heavy ? (slanted ? 'bold-italic' : 'bold') : slanted ? 'italic' : 'regular'}`
}
