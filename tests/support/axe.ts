import axeCore from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

type Asked = { /** Colours alone: what differs between the themes. */ contrastOnly?: boolean }

/** What axe says against a page as it stands, one line a rule with the first elements; the page has no frames. */
export async function axeFaults(page: Page, { contrastOnly = false }: Asked = {}): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'], ...(contrastOnly ? { runOnly: ['color-contrast'] } : { rules: { 'target-size': { enabled: true } } }) }
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeCore.source)
  const found = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    return (await axe.run(document, asked)).violations.map(({ id, nodes }) => ({ id, html: nodes.slice(0, 3).map((node) => node.html.slice(0, 160)) }))
  }, options)
  return found.map(({ id, html }) => `${id}: ${html.join(' | ')}`)
}
