/** One note on this device: what is written of it, kept sealed after every change, and sent when it can be. */
import { postMark, postSave } from '#app/ui/enhance/capture/posting.ts'
import type { Answer, NoteFacts } from '#app/ui/enhance/capture/posting.ts'
import type { Vault } from '#app/ui/enhance/capture/vault.ts'
import { clashed, due, goingOn, isUnsent, markAnswered, saved, shut, step, stopped } from '#app/ui/enhance/capture/writing.ts'
import type { Step, Writing } from '#app/ui/enhance/capture/writing.ts'

export type Draft = { facts: NoteFacts; writing: Writing }
export type Reach = { is: 'here' } | { is: 'unreachable' } | { is: 'signed-out'; signIn: string }

export type Book = {
  readonly facts: NoteFacts
  readonly writing: Writing
  readonly reach: Reach
  readonly sending: boolean
  /** True when what is written now lies sealed on this device. */
  readonly kept: boolean
  change(how: (writing: Writing) => Writing): void
  /** What was sent to another language or place from now on. */
  tell(facts: Partial<NoteFacts>): void
  /** Waits until the newest text lies on the device. */
  settle(): Promise<void>
  /** Sends all there is, one after the other, until there is nothing or it cannot be. */
  send(): Promise<void>
  /** From now on nothing is changed, kept or sent. */
  close(): void
}

/** Notes whose answers are on the way in another tab of this browser are left alone: each has one writer at a time. */
export function lockOf(note: string): string {
  return `caravan note ${note}`
}

export function openBook(draft: Draft, vault: Vault | undefined, changed: () => void): Book {
  let { facts, writing } = draft
  let reach: Reach = { is: 'here' }
  let sending: Promise<void> | undefined
  let keeping: Promise<void> = Promise.resolve()
  let waiting = false
  let kept = true
  let closed = false

  const keep = (): void => {
    kept = false
    if (waiting || closed || !vault) return
    waiting = true
    keeping = keeping.then(keepNow)
  }
  const keepNow = async (): Promise<void> => {
    waiting = false
    const now: Draft = { facts, writing }
    try {
      await vault?.keep('notes', facts.note, now)
      kept = now.writing === writing
    } catch {
      kept = false
    }
    changed()
  }
  const change = (how: (writing: Writing) => Writing): void => {
    const next = closed ? writing : how(writing)
    if (next === writing) return
    writing = next
    keep()
    changed()
  }
  const send = async (): Promise<void> => {
    for (let next = step(writing); next; next = step(writing)) {
      if (closed) return
      const { writing: before } = next
      change(() => before)
      await keeping
      const answer = next.step.send === 'save' ? await postSave(facts, next.step.save) : await postMark(facts, next.step.mark)
      reach = answer.is === 'signed-out' || answer.is === 'unreachable' ? answer : { is: 'here' }
      if (reach.is !== 'here') return
      const { step } = next
      change((now) => answered(now, step, answer))
    }
  }
  return {
    get facts() { return facts },
    get writing() { return writing },
    get reach() { return reach },
    get sending() { return sending !== undefined },
    get kept() { return kept && vault !== undefined },
    change,
    tell(more) {
      facts = { ...facts, ...more }
      keep()
    },
    settle: () => keeping,
    close: () => void (closed = true),
    send() {
      sending ??= send().finally(() => {
        sending = undefined
        changed()
      })
      changed()
      return sending
    },
  }
}

function answered(writing: Writing, sent: Step, answer: Answer): Writing {
  const now = Date.now()
  if (sent.send === 'mark') {
    if (answer.is === 'marked') return markAnswered(writing, sent.mark.id, 'kept', '', now)
    return markAnswered(writing, sent.mark.id, 'refused', answer.is === 'refused' ? answer.error : 'The server did not take it.', now)
  }
  if (answer.is === 'saved') return saved(writing, sent.save.id, answer, now)
  if (answer.is === 'clash') return clashed(writing, sent.save.id, { theirs: answer.theirs, kept: answer.kept }, now)
  if (answer.is === 'cleared') return shut(writing, sent.save.id, answer.error, now)
  return stopped(writing, answer.is === 'refused' ? answer.error : 'The server did not take it.')
}

/** Sends what lies on this device of notes that no tab has open; gives those that are still unsent. */
export async function sendKept(vault: Vault): Promise<Draft[]> {
  const unsent: Draft[] = []
  for (const { value } of await vault.list('notes')) {
    const { facts } = value as Draft
    await navigator.locks.request(lockOf(facts.note), { ifAvailable: true }, async (lock) => {
      const draft = (await vault.read('notes', facts.note))?.value as Draft | undefined
      if (!draft || !isUnsent(draft.writing)) return
      if (lock) await sendOne(draft, vault)
      const after = ((await vault.read('notes', facts.note))?.value as Draft | undefined) ?? draft
      if (isUnsent(after.writing)) unsent.push(after)
    })
  }
  return unsent
}

async function sendOne({ facts, writing }: Draft, vault: Vault): Promise<void> {
  const book = openBook({ facts, writing: goingOn(writing) }, vault, () => undefined)
  book.change((now) => due(now, crypto.randomUUID(), Date.now()))
  await book.send()
  await book.settle()
}
