/** Signing out: what waits here is sent first, or the person is asked; then nothing of it stays on this device. */
import { sendKept } from '#app/ui/enhance/capture/book.ts'
import type { Draft } from '#app/ui/enhance/capture/book.ts'
import { make } from '#app/ui/enhance/capture/elements.ts'
import { LEFT, SEND, noteUnsent } from '#app/ui/enhance/capture/traces.ts'
export { shutOut } from '#app/ui/enhance/capture/vault.ts'
import { canKeep, countNotes, destroyVault, openVault } from '#app/ui/enhance/capture/vault.ts'
import type { Vault } from '#app/ui/enhance/capture/vault.ts'

const TRIES = 12
const PAUSE_MS = 300

/** Sends what is left of earlier pages; used where no note is written. */
export async function sendLeft(): Promise<void> {
  const vault = canKeep() ? await openVault(Date.now()) : undefined
  if (vault && (await sendKept(vault)).length === 0) noteUnsent(false)
}

/** Empties this device and gives true, or false when the person would rather stay. */
export async function leave(page: Document): Promise<boolean> {
  const notes = await countNotes()
  const vault = notes > 0 ? await openVault(Date.now()) : undefined
  const mine = vault ? await sendAll(page, vault) : []
  const sealed = notes - (vault ? (await vault.list('notes')).length : 0)
  if ((mine.length > 0 || sealed > 0) && !(await asked(page, mine.map(({ facts }) => facts.title), sealed))) return false
  await clearDevice(page)
  return true
}

/** The note of the very page is sent by the page itself. */
async function sendAll(page: Document, vault: Vault): Promise<Draft[]> {
  page.dispatchEvent(new Event(SEND))
  let left = await sendKept(vault)
  for (let tries = 0; tries < TRIES && left.length > 0 && navigator.onLine; tries++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    left = await sendKept(vault)
  }
  return left
}

async function clearDevice(page: Document): Promise<void> {
  page.dispatchEvent(new Event(LEFT))
  await destroyVault()
  for (const store of [localStorage, sessionStorage]) for (const key of Object.keys(store)) if (key.startsWith('caravan')) store.removeItem(key)
  for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
}

function asked(page: Document, mine: string[], sealed: number): Promise<boolean> {
  const others = sealed > 0 ? [make('p', {}, `${sealed === 1 ? 'One text' : `${sealed} texts`} of somebody who was signed in here before could not be sent either.`)] : []
  return new Promise((resolve) => {
    const done = (go: boolean) => (): void => {
      dialog.close()
      dialog.remove()
      resolve(go)
    }
    const stay = make('button', { className: 'btn primary', press: done(false) }, 'Stay signed in')
    const dialog = make('dialog', { className: 'stack', label: 'Sign out?' },
      make('h2', {}, 'Not everything is saved'),
      make('p', {}, 'What you wrote here is on this device only, because Caravan did not take it yet. Signing out throws it away for good.'),
      make('ul', {}, ...mine.map((title) => make('li', {}, title))), ...others,
      make('div', { className: 'line acts' }, stay, make('button', { className: 'btn danger', press: done(true) }, 'Throw it away and sign out')))
    dialog.addEventListener('cancel', done(false))
    page.body.append(dialog)
    dialog.showModal()
    stay.focus()
  })
}
