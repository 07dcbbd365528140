/**
 * Signs that Noto Sans and Noto Serif lack: those that papers use are drawn, any other letter stands as an empty box. All are
 * glyphs of a font made here (Type 3, ISO 32000-1, 9.6.5) that says which character each stands for, so that searching,
 * copying and reading aloud find the letter that was meant.
 */

const CIRCLE = 0.5523

function ring(x: number, y: number, r: number): string {
  const k = r * CIRCLE
  return `${x + r} ${y} m ${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r} c ${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y} c ${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r} c ${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y} c h`
}

const BOX = '80 40 600 600 re'
const ARROW = '60 w 1 J 1 j'

/** Width and drawing, in thousandths of the size. */
const DRAWN: Record<string, [width: number, drawing: string]> = {
  '◦': [380, `46 w ${ring(200, 560, 105)} S`],
  '●': [760, `${ring(380, 330, 290)} f`],
  '○': [760, `60 w ${ring(380, 330, 260)} S`],
  '◐': [760, `60 w ${ring(380, 330, 260)} S q 0 0 380 1000 re W n ${ring(380, 330, 260)} f Q`],
  '→': [1000, `${ARROW} 80 330 m 900 330 l 640 560 m 900 330 l 640 100 l S`],
  '←': [1000, `${ARROW} 920 330 m 100 330 l 360 560 m 100 330 l 360 100 l S`],
  '↑': [640, `${ARROW} 320 0 m 320 700 l 100 460 m 320 700 l 540 460 l S`],
  '↓': [640, `${ARROW} 320 700 m 320 0 l 100 240 m 320 0 l 540 240 l S`],
  '□': [760, `50 w ${BOX} S`], '☐': [760, `50 w ${BOX} S`], '■': [760, `${BOX} f`],
  '☑': [760, `50 w ${BOX} S 70 w 1 J 200 340 m 340 180 l 580 520 l S`],
  '✓': [760, '70 w 1 J 1 j 120 340 m 300 120 l 660 620 l S'],
  '▪': [480, '80 180 300 300 re f'], '▫': [480, '40 w 80 180 300 300 re S'],
  '◆': [760, '380 660 m 680 340 l 380 20 l 80 340 l h f'], '◇': [760, '50 w 380 640 m 660 340 l 380 40 l 100 340 l h S'],
  '≥': [600, '60 w 1 J 80 620 m 520 420 l 80 220 l S 80 60 m 520 60 l S'], '≤': [600, '60 w 1 J 520 620 m 80 420 l 520 220 l S 80 60 m 520 60 l S'],
  '≈': [600, '60 w 1 J 80 400 m 200 520 280 480 320 440 c 380 380 460 400 520 470 c S 80 180 m 200 300 280 260 320 220 c 380 160 460 180 520 250 c S'],
}
const NARROW = '40 w 70 -20 460 760 re S'
const WIDE = '40 w 70 -60 860 860 re S'
/** Marks, joiners and selectors take no room. */
const UNSEEN = /^[\p{M}\p{Cf}]$/u
/** Scripts whose letters fill a square. */
const SQUARE = /^[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]$|^[\u{1f000}-\u{3ffff}]$/u

/** In thousandths of the size. */
export function signWidth(codePoint: number): number {
  const sign = String.fromCodePoint(codePoint)
  return DRAWN[sign]?.[0] ?? (UNSEEN.test(sign) ? 0 : SQUARE.test(sign) ? 1000 : 600)
}

/** True for a letter that the file can only show as a box. */
export function isBoxed(codePoint: number): boolean {
  const sign = String.fromCodePoint(codePoint)
  return DRAWN[sign] === undefined && !UNSEEN.test(sign)
}

function drawingOf(sign: string): string {
  return DRAWN[sign]?.[1] ?? (UNSEEN.test(sign) ? '' : SQUARE.test(sign) ? WIDE : NARROW)
}

type Ref = { data: Record<string, unknown>; write(bytes: string): void; end(bytes?: string): void }
type Book = { ref(data: object): Ref; page: { fonts: Record<string, unknown> } }

/** A code has one byte, and 0 stays free. */
const MOST = 255

/** The signs of one document: `code` says under which font and code a sign is drawn, `finish` writes the fonts. */
export function makeSigns(doc: Book): { code(codePoint: number): { font: string; hex: string }; finish(): void } {
  const fonts: { name: string; ref: Ref; signs: string[] }[] = []
  const places = new Map<number, { font: string; ref: Ref; hex: string }>()
  const place = (codePoint: number): { font: string; ref: Ref; hex: string } => {
    const known = places.get(codePoint)
    if (known) return known
    let font = fonts.at(-1)
    if (!font || font.signs.length >= MOST) fonts.push((font = { name: `S${fonts.length + 1}`, ref: doc.ref({}), signs: [] }))
    font.signs.push(String.fromCodePoint(codePoint))
    const made = { font: font.name, ref: font.ref, hex: font.signs.length.toString(16).padStart(2, '0') }
    places.set(codePoint, made)
    return made
  }
  return {
    code(codePoint) {
      const { font, ref, hex } = place(codePoint)
      doc.page.fonts[font] ??= ref
      return { font, hex }
    },
    finish() {
      for (const { ref, signs } of fonts) writeFont(doc, ref, signs)
    },
  }
}

function writeFont(doc: Book, ref: Ref, signs: readonly string[]): void {
  const widths = signs.map((sign) => signWidth(sign.codePointAt(0) ?? 0))
  const glyphs = signs.map((sign, at) => {
    const glyph = doc.ref({})
    glyph.end(`${widths[at]} 0 0 -250 1000 1000 d1 ${drawingOf(sign)}`)
    return [`g${at + 1}`, glyph] as const
  })
  const unicode = doc.ref({})
  unicode.end(unicodeOf(signs))
  Object.assign(ref.data, {
    Type: 'Font', Subtype: 'Type3', Name: 'Signs', FontBBox: [0, -250, 1000, 1000], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], CharProcs: Object.fromEntries(glyphs),
    Encoding: { Type: 'Encoding', Differences: [1, ...glyphs.map(([name]) => name)] }, FirstChar: 1, LastChar: signs.length, Widths: widths, Resources: {}, ToUnicode: unicode,
  })
  ref.end()
}

function unicodeOf(signs: readonly string[]): string {
  const hex = (sign: string): string => Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at).toString(16).padStart(4, '0')).join('')
  const lines = signs.map((sign, at) => `<${(at + 1).toString(16).padStart(2, '0')}> <${hex(sign)}>`)
  const chunks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(at * 100, at * 100 + 100))
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <ff>
endcodespacerange
${chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`).join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
