/** Texts that would act if a page took them for markup, and what of a page did. */
import { parse } from 'parse5'

const HANDLERS = ['onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'ontoggle', 'onanimationstart', 'onpointerenter', 'onbegin', 'onsubmit']
const LINKS = ['javascript:hit(N)', 'JaVaScRiPt:hit(N)', 'java\tscript:hit(N)', '&#106;avascript:hit(N)', 'javascript&colon;hit(N)', ' javascript:hit(N)', '\u0001javascript:hit(N)', 'vbscript:hit(N)', 'data:text/html,<script>hit(N)</script>', '//hit.example/N']
const ELEMENTS = [
  '<script data-hit>hit(N)</script>', '<img data-hit src=x onerror=hit(N)>', '<svg data-hit onload=hit(N)>', '<iframe data-hit srcdoc="<script>parent.hit(N)</script>"></iframe>', '<math data-hit><mtext><mglyph><style><img src onerror=hit(N)>', '<object data-hit data="javascript:hit(N)">',
  '<embed data-hit src="javascript:hit(N)">', '<base data-hit href="//hit.example/">', '<form data-hit action="javascript:hit(N)"><button>go', '<details data-hit open ontoggle=hit(N)>', '<input data-hit autofocus onfocus=hit(N)>', '<video data-hit><source onerror=hit(N)>', '<marquee data-hit onstart=hit(N)>',
  '<meta data-hit http-equiv="refresh" content="0;url=javascript:hit(N)">', '<link data-hit rel=stylesheet href="//hit.example/N.css">', '<style data-hit>*{background:url(//hit.example/N)}</style>', '<a data-hit id=body name=cookie href="javascript:hit(N)">x</a>', '<img data-hit id="hit-N" name=getElementById src=x>',
  '<noscript><p title="</noscript><img data-hit src=x onerror=hit(N)>">', '<svg><animate data-hit onbegin=hit(N) attributeName=x dur=1s>', '<table><td data-hit background="javascript:hit(N)">', '<p data-hit style="background:url(javascript:hit(N))">', '<template><script data-hit>hit(N)</script></template>', '<select><option data-hit onclick=hit(N)>',
]
const OUT_OF = ['', '">', '\'>', '</textarea>', '</title>', '</script>', '-->', ']]>', '</style>', '</select>', '</option></select>', '" autofocus onfocus="hit(N)" data-hit="', "' onmouseover='hit(N)' data-hit='"]
const MARKDOWN = ['[x](javascript:hit(N))', '![x](javascript:hit(N))', '<javascript:hit(N)>', '[x]: javascript:hit(N)\n[x]', '[x](<java\nscript:hit(N)>)', '[x](data:text/html;base64,PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=)', '[x](https://example.org" onmouseover="hit(N) "data-hit=)', '`<img data-hit src=x onerror=hit(N)>`', '```\n</code></pre><script data-hit>hit(N)</script>\n```', '&lt;script data-hit&gt;hit(N)&lt;/script&gt;', '\\<img data-hit src=x onerror=hit(N)>', '| <img data-hit src=x onerror=hit(N)> |\n|-|', '# <svg data-hit onload=hit(N)>', '{{constructor.constructor("hit(N)")()}}', '${hit(N)}', '<%= hit(N) %>', '<scr<script>ipt data-hit>hit(N)</script>', '<\u0000script data-hit>hit(N)</script>', '＜script data-hit＞hit(N)＜/script＞', '<img data-hit\u00a0src=x\u00a0onerror=hit(N)>']

/** 200 of them, each with its number in it. */
export const PAYLOADS: readonly string[] = numbered([
  ...ELEMENTS.flatMap((element, n) => [element, ...[1, 2, 3, 4].map((step) => (OUT_OF[(n * 4 + step) % OUT_OF.length] ?? '') + element)]), ...OUT_OF.slice(-2),
  ...HANDLERS.map((handler) => `<b data-hit ${handler}="hit(N)" tabindex=1>b</b>`), ...LINKS.flatMap((link) => [`<a data-hit href="${link}">x</a>`, link]), ...MARKDOWN,
  ...HANDLERS.flatMap((handler) => [`"/><svg/data-hit/${handler}=hit(N)//`, `'><i data-hit ${handler}=hit(N)>`]), ...OUT_OF.slice(1).flatMap((out) => [`${out}<script data-hit src="//hit.example/N.js"></script>`, `${out}<a data-hit href="javascript:hit(N)" onclick=hit(N)>`]),
])

function numbered(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, 200).map((text, n) => text.replaceAll('\u0000', '').replaceAll('(N)', `(${n})`).replaceAll('/N', `/${n}`).replaceAll('-N', `-${n}`))
}

type Node = { nodeName: string; tagName?: string; value?: string; attrs?: { name: string; value: string }[]; childNodes?: Node[]; content?: Node }
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'background', 'poster', 'ping', 'srcset'])

/** What of a document acts: elements and attributes that no page of ours makes, addresses that run or lead to the attacker, scripts with foreign words. */
export function activeIn(html: string): string[] {
  const found: string[] = []
  walk(parse(html) as unknown as Node, (node) => {
    for (const { name, value } of node.attrs ?? []) {
      const address = value.replaceAll(/[\u0000-\u0020]/g, '').toLowerCase()
      if (name === 'data-hit' || name.startsWith('on') || name === 'srcdoc') found.push(`<${node.tagName ?? ''} ${name}>`)
      else if (ADDRESSES.has(name) && /^(?:javascript|vbscript|data):|^(?:https?:)?\/\/hit\.example/.test(address)) found.push(`<${node.tagName ?? ''} ${name}="${value.slice(0, 40)}">`)
      else if (name === 'style' && /hit[(.]|url\((?!#)/i.test(value)) found.push(`<${node.tagName ?? ''} style="${value.slice(0, 40)}">`)
    }
    if ((node.tagName === 'script' || node.tagName === 'style') && (node.childNodes ?? []).some((text) => text.value?.includes('hit('))) found.push(`<${node.tagName}> with words of others`)
  })
  return [...new Set(found)]
}

/** The words of a document as a person sees them, and what its fields hold. */
export function textIn(html: string): string {
  const words: string[] = []
  walk(parse(html) as unknown as Node, (node) => {
    if (node.nodeName === '#text') words.push(node.value ?? '')
    for (const { name, value } of node.attrs ?? []) if (['value', 'title', 'aria-label', 'content'].includes(name)) words.push(value)
  })
  return words.join(' ')
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of node.childNodes ?? []) walk(child, visit)
  if (node.content) walk(node.content, visit)
}
