/** The person's own day without the network: the service worker that holds the shell, and the capture pages of today's meetings, sealed. */
import type { Vault } from '#app/ui/enhance/capture/vault.ts'

const FRESH_MS = 10 * 60_000
/** A page of a day that is over is not shown any more. */
export const PAGE_FOR_MS = 36 * 3_600_000
const SCRIPT = /\/assets\/capture-[\w-]+\.js/

export type KeptPage = { html: string; policy: string; title: string }

/** Keeps the pages named, each for its owner alone, and lets go of all others; gives how many lie here. */
export async function keepDay(vault: Vault, paths: readonly string[]): Promise<number> {
  const known = await vault.list('pages')
  for (const { name } of known) if (!paths.includes(name)) await vault.forget('pages', name)
  const script = SCRIPT.exec([...document.scripts].map(({ src }) => src).join(' '))?.[0] ?? ''
  for (const path of paths) {
    const before = known.find(({ name }) => name === path)
    const fresh = before && Date.now() - before.at < FRESH_MS && (before.value as KeptPage).html.includes(script)
    if (!fresh || path === location.pathname) await keepPage(vault, path)
  }
  return (await vault.list('pages')).length
}

async function keepPage(vault: Vault, path: string): Promise<void> {
  const answer = await fetch(path, { headers: { accept: 'text/html' }, redirect: 'manual' }).catch(() => undefined)
  if (answer === undefined || answer.status >= 500) return
  const html = answer.ok ? await answer.text() : ''
  const owner = /data-person="([\w-]+)"/.exec(html)?.[1]
  if (owner !== vault.owner) return await vault.forget('pages', path)
  const { title } = new DOMParser().parseFromString(html, 'text/html')
  const kept: KeptPage = { html, policy: answer.headers.get('content-security-policy') ?? '', title: title.replace(/ · Caravan$/, '') }
  await vault.keep('pages', path, kept, SCRIPT.exec(html)?.[0])
}

/** Registers the worker and waits until it is there; `again` runs when a new build took over. */
export async function startWorker(again: () => void): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  if (navigator.serviceWorker.controller !== null) navigator.serviceWorker.addEventListener('controllerchange', again)
  const registered = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
  return registered !== undefined && (await navigator.serviceWorker.ready).active !== null
}
