/** The page that stands in while the network is away: which meetings of the day can be written, and what waits on this device. */
import type { Draft } from '#app/ui/enhance/capture/book.ts'
import type { KeptPage } from '#app/ui/enhance/capture/day.ts'
import { make } from '#app/ui/enhance/capture/elements.ts'
import { canKeep, openVault } from '#app/ui/enhance/capture/vault.ts'
import { isUnsent } from '#app/ui/enhance/capture/writing.ts'

export async function listKept(page: Document): Promise<void> {
  const place = page.querySelector<HTMLElement>('[data-kept-pages]')
  const vault = place && canKeep() ? await openVault(Date.now()).catch(() => undefined) : undefined
  if (!place || !vault) return
  const [pages, notes] = await Promise.all([vault.list('pages'), vault.list('notes')])
  const unsent = notes.flatMap(({ value }) => (isUnsent((value as Draft).writing) ? [(value as Draft).facts.page] : []))
  const rows = pages.map(({ name, value }) => make('li', {}, make('a', { href: name }, (value as KeptPage).title), ...(unsent.includes(name) ? [make('span', { className: 'small soft' }, ' · waits on this device to be sent')] : [])))
  if (rows.length > 0) place.replaceChildren(make('h2', {}, 'What you can write now'), make('ul', {}, ...rows))
}
