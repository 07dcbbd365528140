/** A line as the tokens that reading people works on. Linear; a line is read to its first 2,000 units only. */
const LONGEST = 2_000

/** A word, a number or one mark. `key` is folded: lower case, ё as е, one kind of apostrophe, no final dot. */
export type Token = { text: string; key: string; start: number; end: number; kind: 'word' | 'number' | 'mark'; form: Form; quoted: boolean }
export type Form = 'lower' | 'title' | 'upper' | 'mixed' | 'initial' | 'uncased'

const TOKEN = /[\w.+-]{1,64}@[\w.-]{1,100}|https?:\/\/[^\s]{1,300}|<[^<>\s]{0,8}>|[\p{L}\p{M}\p{N}]+(?:['’ʻʼ‘`´ʹ\u2010\u2011-][\p{L}\p{M}\p{N}]+)*['’ʻʼ‘]?\.?|[\n\t]| {3,}|[^\s]/gu
const APOSTROPHES = /['’ʻʼ‘`´ʹ]/g
/** Letters that two-letter initials are written with: Sh., Ю. is one letter anyway, Дж. */
const LONG_INITIALS = new Set(['sh', 'ch', 'zh', 'kh', 'yu', 'ya', 'ye', 'yo', 'ts', 'dz', 'dj', 'th', 'ph', 'gh', "o'", "g'", 'дж', 'дз', 'jh', 'st'])
const ABBREVIATED = new Set('prof assoc asst assist acad akad dots messrs dept univ corp проф акад засл полит филол пед псих арх корр доц зам зав нач каф респ нац гос мин тел инст unav dir dr mr mrs ms eng amb hon rev gen col mme mlle mm exc'.split(' '))

/** Marks of emphasis, which part nothing. */
const EMPHASIS = new Set(['*', '_', '`', '~'])

/** Lower case, NFC, ё as е, kinds of apostrophes as one and hyphens as one. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(APOSTROPHES, "'").replace(/[\u2010\u2011]/g, '-')
}

/** The tokens of a text in their order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(0, LONGEST).matchAll(TOKEN)) push(tokens, match[0], match.index)
  markQuotes(tokens)
  return tokens
}

function push(tokens: Token[], raw: string, start: number): void {
  const first = raw.codePointAt(0) as number
  if (EMPHASIS.has(raw)) return
  if (!/^[\p{L}\p{N}]/u.test(raw)) {
    tokens.push({ text: raw, key: first === 32 ? '\t' : raw.length > 2 && raw.startsWith('<') ? '\n' : raw, start, end: start + raw.length, kind: 'mark', form: 'lower', quoted: false })
    return
  }
  if (raw.includes('@') || raw.includes('://')) {
    tokens.push({ text: raw, key: raw, start, end: start + raw.length, kind: 'number', form: 'lower', quoted: false })
    return
  }
  const dotted = raw.endsWith('.')
  const word = dotted ? raw.slice(0, -1) : raw
  const key = foldWord(word).replace(/'$/, '')
  const letters = word.replace(/[^\p{L}]/gu, '')
  const keepsDot = dotted && (letters.length <= 3 || ABBREVIATED.has(key))
  const end = start + (keepsDot ? raw.length : word.length)
  const kind = /^\p{N}/u.test(word) && letters.length < 4 ? 'number' : 'word'
  tokens.push({ text: keepsDot ? raw : word, key, start, end, kind, form: formOf(word, key, dotted), quoted: false })
  if (dotted && !keepsDot) tokens.push({ text: '.', key: '.', start: end, end: end + 1, kind: 'mark', form: 'lower', quoted: false })
}

function formOf(word: string, key: string, dotted: boolean): Form {
  const letters = word.replace(/[^\p{L}]/gu, '')
  const lower = letters.toLowerCase()
  const upper = letters.toUpperCase()
  if (lower === upper) return 'uncased'
  const first = letters.charAt(0)
  const capital = first !== first.toLowerCase()
  if (capital && letters.length === 1) return 'initial'
  if (capital && dotted && LONG_INITIALS.has(key)) return 'initial'
  if (letters === upper) return 'upper'
  if (letters === lower) return 'lower'
  return (capital || /^(?:al|el|ul|an|ar|as|at|az|d|l|ad)['’‘`´\u2010\u2011-]\p{Lu}/u.test(word)) && parts(word).every(isTitlePart) ? 'title' : 'mixed'
}

function parts(word: string): string[] {
  return word.split(/['’ʻʼ‘`´ʹ\u2010\u2011-]/).filter((part) => part !== '')
}

/** 'Anna', 'o' in O'Hara and Jean-de, 'McDonald', 'II' in a double name. */
function isTitlePart(part: string): boolean {
  const rest = part.replace(/^(?:Mc|Mac|De|Di|La|Le|Du|Van|Fitz)(?=\p{Lu})/u, '').slice(1)
  return rest === rest.toLowerCase() || part === part.toUpperCase()
}

const CLOSES: Record<string, string> = { '«': '»', '“': '”', '„': '“', '"': '"', '‹': '›' }

/** Marks what stands in quotation marks that close; a mark that never closes quotes nothing. */
function markQuotes(tokens: Token[]): void {
  const lastAt = new Map<string, number>()
  tokens.forEach((token, at) => lastAt.set(token.key, at))
  let closer = ''
  let closes = -1
  tokens.forEach((token, at) => {
    if (closer === '') {
      const close = CLOSES[token.key]
      if (close === undefined || token.kind !== 'mark') return
      if ((lastAt.get(close) ?? -1) > at) [closer, closes] = [close, at]
      else if (close === '“' && (lastAt.get('”') ?? -1) > at) [closer, closes] = ['”', at]
      else if (close === '”' && (lastAt.get('"') ?? -1) > at) [closer, closes] = ['"', at]
    } else if (token.key === closer) closer = ''
    else if (closes < at) token.quoted = true
  })
}

/** The text of some tokens as printed, with single spaces. */
export function sliceOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined || to <= from ? '' : text.slice(first.start, last.end).split(/\s/u).filter(Boolean).join(' ')
}
