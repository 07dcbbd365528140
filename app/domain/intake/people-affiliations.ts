/** The pieces behind (or before) a name, as office and body. */
import { splitOffice } from '#app/domain/intake/people-office-parts.ts'
import { isAbbreviation, pieceKind } from '#app/domain/intake/people-offices.ts'
import { BODY, POSITION, RANK, flagsOf } from '#app/domain/intake/people-words.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import type { Chunk } from '#app/domain/intake/people-chunks.ts'
import type { Office, Range } from '#app/domain/intake/people-office-parts.ts'
import type { PieceKind } from '#app/domain/intake/people-offices.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** `unsure`: only a place is printed. */
export type Affiliations = { first: Office; further: Office[]; unsure: boolean }

const NOWHERE: Office = { position: null, organisation: null }
/** Marks behind which a second body is another affiliation, not more of the first. */
const PARTS = new Set(['/', ';', '\n', '|', '&'])

/** Offices and bodies in the order printed; places, degrees and notes ("online") are left out. */
export function affiliationsOf(tokens: readonly Token[], printed: readonly Chunk[]): Affiliations {
  const pieces = joinedMinistries(tokens, printed)
  const kinds = kindsOf(tokens, pieces)
  const offices: Office[] = []
  let open: Office | null = null
  let place: Range | null = null
  pieces.forEach((piece, at) => {
    const kind = kinds[at] as PieceKind
    if (kind === 'note' || kind === 'degree') return
    if (kind === 'place') {
      place ??= [piece.from, piece.to]
      return
    }
    if (open !== null && isTranslation(tokens, open, piece, kind)) return
    const next = kind === 'position' ? withOffice(tokens, open, piece, bodyFollows(kinds, pieces, at)) : withBody(tokens, open, piece)
    if (open !== null && next.closed) offices.push(open)
    open = next.open
  })
  if (open !== null) offices.push(open)
  const unsure = offices.length === 0 && place !== null
  return { first: offices[0] ?? (unsure ? { position: null, organisation: place } : NOWHERE), further: offices.slice(1), unsure }
}

/** «Цифрлық даму, инновациялар … министрі»: a minister's field with a comma in it, where the office stands last. */
function joinedMinistries(tokens: readonly Token[], pieces: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const first = tokens[piece.from] as Token
    const last = tokens[piece.to - 1] as Token
    const field = before !== undefined && piece.lead === ',' && piece.to - piece.from > 1 && first.form === 'lower' && (flagsOf(first) & (POSITION | RANK)) === 0
    if (field && /^(?:вице-)?(?:министрі|министри|вазири|vaziri)/.test(last.key) && !tokens.slice(before.from, before.to).some((token) => (flagsOf(token) & (BODY | POSITION)) !== 0)) joined[joined.length - 1] = { ...before, to: piece.to }
    else joined.push(piece)
  }
  return joined
}

/** What the pieces are; the first of two that says nothing by itself is an office when a body follows: "Cartographer, GeoScope", «казначей, SolarKon». */
function kindsOf(tokens: readonly Token[], pieces: readonly Chunk[]): PieceKind[] {
  const kinds = pieces.map((piece) => pieceKind(tokens, piece.from, piece.to))
  const first = kinds.findIndex((kind) => kind !== 'degree' && kind !== 'note')
  const next = kinds.findIndex((kind, at) => at > first && kind !== 'degree' && kind !== 'note')
  const [piece, after] = [pieces[first], pieces[next]]
  if (kinds[first] !== 'text' || piece === undefined || after === undefined || piece.depth !== after.depth && after.lead !== '(') return kinds
  const lower = tokens.slice(piece.from, piece.to).every(({ form }) => form === 'lower' || form === 'uncased')
  if (kinds[next] === 'body' || kinds[next] === 'unit' || (lower && kinds[next] === 'text')) kinds[first] = 'position'
  return kinds
}

function bodyFollows(kinds: readonly PieceKind[], pieces: readonly Chunk[], at: number): boolean {
  for (let next = at + 1; next < kinds.length; next++) {
    const kind = kinds[next] as PieceKind
    if (kind === 'position' || PARTS.has(pieces[next]?.lead as string)) return false
    if (kind === 'body' || kind === 'text' || kind === 'unit') return true
  }
  return false
}

type Step = { open: Office; closed: boolean }

function withOffice(tokens: readonly Token[], open: Office | null, piece: Chunk, follows: boolean): Step {
  const office = splitOffice(tokens, piece.from, piece.to, follows)
  if (open === null) return { open: office, closed: false }
  if (open.organisation === null) {
    if (office.position === null || open.position === null) return { open: { position: open.position ?? office.position, organisation: office.organisation }, closed: false }
    if (office.organisation !== null && office.organisation[0] < office.position[0]) return { open: office, closed: true }
    return { open: { position: [open.position[0], office.position[1]], organisation: office.organisation }, closed: false }
  }
  if (open.position === null && office.organisation === null && !follows) return { open: { position: office.position, organisation: open.organisation }, closed: false }
  return { open: office, closed: true }
}

function withBody(tokens: readonly Token[], open: Office | null, piece: Chunk): Step {
  const body: Range = [piece.from, piece.to]
  if (open === null) return { open: { position: null, organisation: body }, closed: false }
  if (open.organisation === null) return { open: { position: open.position, organisation: body }, closed: false }
  const adjoins = open.organisation[1] <= piece.from && tokens.slice(open.organisation[1], piece.from).every(({ kind }) => kind === 'mark')
  if (PARTS.has(piece.lead) && !isTight(tokens, piece)) return { open: { position: null, organisation: body }, closed: true }
  return adjoins ? { open: { position: open.position, organisation: [open.organisation[0], piece.to] }, closed: false } : { open, closed: false }
}

/** "Deputy Minister / муовини вазир": the same said in another script. */
function isTranslation(tokens: readonly Token[], open: Office, piece: Chunk, kind: PieceKind): boolean {
  const said = kind === 'position' ? open.position : open.organisation
  const script = scriptOf(tokens[piece.from]?.text ?? '')
  return said !== null && script !== '' && scriptOf(tokens[said[0]]?.text ?? '') !== script && !tokens.slice(said[0], said[1]).some(({ text }) => scriptOf(text) === script)
}

/** 'Ministry/Agency' is one body's name; 'Ministry / Agency' are two. */
function isTight(tokens: readonly Token[], piece: Chunk): boolean {
  const [before, mark, first] = [tokens[piece.from - 2], tokens[piece.from - 1], tokens[piece.from]]
  return mark?.key === '/' && before?.end === mark.start && mark.end === first?.start
}

/** The text of an office or body: brackets closed, quotation marks only where both stand, no mark at the ends. */
export function rangeText(text: string, tokens: readonly Token[], [from, to]: Range): { value: string; start: number; end: number } {
  let [first, last] = [from, to]
  let open = 0
  for (let at = first; at < last; at++) open += '(['.includes(tokens[at]?.key as string) ? 1 : ')]'.includes(tokens[at]?.key as string) ? -1 : 0
  if (open > 0 && ')]'.includes(tokens[last]?.key ?? ' ')) last++
  while (first < last && isLoose(tokens[first] as Token, ',-–—/:;|&.')) first++
  while (last > first && isLoose(tokens[last - 1] as Token, ',-–—/:;|&(.')) last--
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0]
  return last > first ? { value: text.slice(start, end).split(/\s/u).filter(Boolean).join(' '), start, end } : { value: '', start, end: start }
}

function isLoose({ kind, key }: Token, marks: string): boolean {
  return kind === 'mark' && marks.includes(key)
}

/** 0 … 1: how much a piece looks like a body's name by itself. */
export function bodyScore(tokens: readonly Token[], from: number, to: number): number {
  const kind = pieceKind(tokens, from, to)
  if (kind === 'body' || kind === 'unit') return 0.9
  if (kind === 'place') return 0.4
  if (kind !== 'text') return kind === 'position' && splitOffice(tokens, from, to, false).organisation !== null ? 0.3 : 0.1
  const words = tokens.slice(from, to).filter((token) => token.kind === 'word')
  return words.length > 0 && words.length <= 5 && words.every((token) => token.form !== 'lower') ? (words.some(isAbbreviation) ? 0.6 : 0.3) : 0.05
}
