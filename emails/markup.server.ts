/** The markup of a mail as a tree that a page can show without trusting it. */

export type MarkupNode = string | { tag: string; href?: string; children: MarkupNode[] }

const SHOWN = new Set(['h1', 'h2', 'p', 'b', 'strong', 'a', 'del', 'ins', 'table', 'tbody', 'tr', 'th', 'td', 'br', 'ul', 'ol', 'li'])
const EMPTY = new Set(['br', 'meta', 'img', 'hr', 'input', 'link'])
const DROPPED = new Set(['head', 'style', 'script', 'title'])
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }
const DEEPEST = 40

/**
 * Elements that mails of ours are made of, with their words; attributes are dropped but for links to http(s), every other
 * element is left out and its words stay, and what is in head, style or script goes.
 */
export function markupTree(html: string): MarkupNode[] {
  const root: MarkupNode[] = []
  const open: { tag: string; children: MarkupNode[] }[] = [{ tag: '', children: root }]
  let dropped = 0
  for (const [, close, name, attributes, words] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<[^>]*>|([^<]+)/g)) {
    const tag = name?.toLowerCase() ?? ''
    const here = open.at(-1) as { tag: string; children: MarkupNode[] }
    if (DROPPED.has(tag)) dropped = Math.max(0, dropped + (close ? -1 : 1))
    else if (dropped > 0) continue
    else if (words !== undefined) here.children.push(plain(words))
    else if (SHOWN.has(tag) && close) closeTo(open, tag)
    else if (SHOWN.has(tag) && open.length < DEEPEST) {
      const node = { tag, ...hrefOf(tag, attributes ?? ''), children: [] }
      here.children.push(node)
      if (!EMPTY.has(tag)) open.push(node)
    }
  }
  return root
}

function closeTo(open: { tag: string }[], tag: string): void {
  const at = open.findLastIndex((one) => one.tag === tag)
  if (at > 0) open.splice(at)
}

function hrefOf(tag: string, attributes: string): { href?: string } {
  const href = tag === 'a' ? plain(/href="([^"]*)"/.exec(attributes)?.[1] ?? '') : ''
  return /^https?:\/\//.test(href) ? { href } : {}
}

function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : all
  })
}
