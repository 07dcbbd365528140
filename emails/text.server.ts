/** The plain part of a mail, from the very markup of its HTML part. Knows only what our own templates use. */

const PARAGRAPHS = new Set(['p', 'h1', 'table'])
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }

/** Text with a line per row, an empty line between paragraphs, and the address of every link after its words. */
export function textOf(markup: string): string {
  const out: string[] = []
  const body = /<body[^>]*>([^]*)<\/body>/.exec(markup)?.[1] ?? markup
  let href = ''
  for (const [, close, tag, attributes, words] of body.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (words !== undefined) out.push(plain(words).replace(/\s+/g, ' '))
    else if (tag === 'br') out.push('\n')
    else if (tag === 'a') {
      if (close) out.push(href ? `:\n${href}` : '')
      href = close ? '' : plain(/href="([^"]*)"/.exec(attributes ?? '')?.[1] ?? '')
    } else if (tag === 'th' && close) out.push(': ')
    else if (tag === 'tr' && !close) out.push('\n')
    else if (tag !== undefined && PARAGRAPHS.has(tag)) out.push('\n\n')
  }
  return out.join('').replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\n{3,}/g, '\n\n').trim() + '\n'
}

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] as string)
}
