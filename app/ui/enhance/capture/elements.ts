/** Parts of the page that only a script makes, of texts and elements: nothing is ever read as HTML. */

type Child = Node | string
type Looks = { className?: string; data?: Record<string, string>; press?: () => void; href?: string; lang?: string; label?: string }

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, { className, data = {}, press, href, lang, label }: Looks, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (lang) element.lang = lang
  if (label) element.setAttribute('aria-label', label)
  if (href) element.setAttribute('href', href)
  if (press) element.addEventListener('click', press)
  if (element instanceof HTMLButtonElement) element.type = 'button'
  Object.assign(element.dataset, data)
  element.append(...children)
  return element
}

/** An icon of the sprite, beside words that say the same. */
export function icon(name: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const use = document.createElementNS(space, 'use')
  svg.setAttribute('class', 'i')
  svg.setAttribute('aria-hidden', 'true')
  use.setAttribute('href', `/icons.svg#${name}`)
  svg.append(use)
  return svg
}
