/** What was written on this device without the network is sent from any page, and signing out asks before any of it is lost. */
import { isUnsentHere, ownerHere } from '#app/ui/enhance/capture/traces.ts'

export function guardSignOut(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[action="/sign-out"]')
  if (!form) return
  const [person, owner] = [form.dataset['person'], ownerHere()]
  if (owner !== null && person !== undefined && person !== owner) void leaving().then(({ shutOut }) => shutOut(person))
  else if (isUnsentHere() && !page.querySelector('[data-capture]')) void leaving().then(({ sendLeft }) => sendLeft())
  form.addEventListener('submit', (event) => {
    if (ownerHere() === null) return
    event.preventDefault()
    void leave(page, form)
  })
}

/** A page older than the server's build may miss its script: then it is loaded anew, and nothing is thrown away unasked. */
async function leave(page: Document, form: HTMLFormElement): Promise<void> {
  try {
    const { leave } = await leaving()
    if (await leave(page)) form.submit()
  } catch {
    if (isUnsentHere()) location.reload()
    else form.submit()
  }
}

function leaving(): Promise<typeof import('#app/ui/enhance/capture/leaving.ts')> {
  return import('#app/ui/enhance/capture/leaving.ts')
}
