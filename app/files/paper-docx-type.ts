/** Styles, letters and measures of a DOCX. Sizes in half-points, lengths in twentieths of a point. */
import { AlignmentType, LevelFormat, TabStopType } from 'docx'
import type { IStylesOptions, INumberingOptions } from 'docx'

/** LibreOffice brings both along; where Word lacks them, the font table names others that hold the same letters. Prose is set in serif, what is looked up in sans. */
export const FACES = {
  serif: { name: 'Noto Serif', instead: 'Times New Roman', panose: '02020600060500020200', kind: 'roman' },
  sans: { name: 'Noto Sans', instead: 'Arial', panose: '020B0502040504020204', kind: 'swiss' },
} as const
const fontOf = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: 'Malgun Gothic' })
const SERIF = fontOf(FACES.serif.name)
export const SANS = fontOf(FACES.sans.name)

export const INK = '1C2221'
export const SOFT = '545B58'
export const LINK = '5FA3AA'
export const RULE = 'B9B3A5'
export const EDGE = '827B6E'
export const WASH = 'F4F2EC'

/** A4 (ISO 216); 22 mm beside. */
export const A4 = { width: 11906, height: 16838 }
export const SIDE = 1240

/** How the paragraphs of a paper look; Word knows Title, Heading and Quote by these ids. */
export function stylesFor(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({ run: { size, bold: true, color: INK, font: SERIF }, paragraph: { spacing: { before, after: 70, line: 300 }, keepNext: true, keepLines: true } })
  return {
    default: {
      document: { run: { font: SERIF, size: 20, color: INK, language: { value: language, eastAsia: 'ko-KR' } }, paragraph: { spacing: { after: 110, line: 300 } } },
      title: { run: { size: 35, bold: true, color: INK, font: SERIF }, paragraph: { spacing: { after: 60, line: 280 }, keepNext: true, keepLines: true } },
      heading1: heading(27, 340), heading2: heading(23, 260), heading3: heading(20, 200),
      hyperlink: { run: { color: INK, underline: { type: 'single', color: LINK } } },
    },
    paragraphStyles: [
      { id: 'PaperLead', name: 'Paper lead', basedOn: 'Normal', run: { size: 23 } },
      { id: 'TitleLead', name: 'Title lead', basedOn: 'Normal', run: { size: 23, color: SOFT }, paragraph: { spacing: { after: 240 }, keepNext: true } },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 320, right: 320 }, border: { left: { style: 'single', size: 12, space: 8, color: RULE } } } },
      { id: 'Remark', name: 'Remark', basedOn: 'Normal', run: { font: SANS, size: 17, color: SOFT }, paragraph: { spacing: { line: 280 } } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { font: SANS, size: 18 }, paragraph: { spacing: { before: 0, after: 30, line: 276 } } },
      { id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: { size: 17, bold: true }, paragraph: { keepNext: true } },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { font: SANS, size: 17, color: SOFT } },
      { id: 'Edge', name: 'Header and footer', basedOn: 'Normal', run: { font: SANS, size: 15, color: SOFT }, paragraph: { spacing: { after: 0, line: 260 } } },
      { id: 'Signature', name: 'Signature', basedOn: 'Normal', paragraph: { spacing: { after: 0 }, keepLines: true } },
      { id: 'Plate', name: 'Name plate', basedOn: 'Normal', run: { font: SANS } },
      { id: 'PaperList', name: 'Paper list', basedOn: 'Normal', paragraph: { spacing: { after: 50 } } },
    ],
  }
}

const DEEPEST = 6

export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'numbers', levels: levels((level) => (level === 0 ? [LevelFormat.DECIMAL, '%1.'] : [LevelFormat.BULLET, '•'])) },
    { reference: 'points', levels: levels(() => [LevelFormat.BULLET, '•']) },
  ],
}

function levels(of: (level: number) => [format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string]) {
  return Array.from({ length: DEEPEST }, (_, level) => {
    const [format, text] = of(level)
    return { level, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } }, run: { font: SERIF } } }
  })
}

/** The level that a list at this depth is set in. */
export function levelAt(depth: number): number {
  return Math.min(depth, DEEPEST - 1)
}

/** A tab at the right end of the line. */
export function rightTab(width: number) {
  return [{ type: TabStopType.RIGHT, position: width }]
}
