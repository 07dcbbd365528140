/** What stands in the browser's plain store: that a person keeps something here, and that some of it waits. Never a word of it. */

const UNSENT = 'caravan-unsent'
const OWNER = 'caravan-owner'

export function ownerHere(): string | null {
  return localStorage.getItem(OWNER)
}

export function noteOwner(person: string): void {
  localStorage.setItem(OWNER, person)
}

export function isUnsentHere(): boolean {
  return localStorage.getItem(UNSENT) !== null
}

/** So that the next page, whichever it is, sends what waits. */
export function noteUnsent(unsent: boolean): void {
  if (unsent) localStorage.setItem(UNSENT, 'yes')
  else localStorage.removeItem(UNSENT)
}

/** Runs when the person left in another tab of this browser. */
export function onLeft(run: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === OWNER && newValue === null) run()
  })
}

/** The page that writes sends what it has, when it hears this. */
export const SEND = 'caravan:send'
/** The page that writes lets everything be, when it hears this: the person left. */
export const LEFT = 'caravan:left'
