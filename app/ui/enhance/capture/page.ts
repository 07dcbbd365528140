/** What the capture page says of its note, and what this device knows of it besides. */
import type { Draft } from '#app/ui/enhance/capture/book.ts'
import type { NoteFacts } from '#app/ui/enhance/capture/posting.ts'
import type { Vault } from '#app/ui/enhance/capture/vault.ts'
import { begun, isUnsent, resumed } from '#app/ui/enhance/capture/writing.ts'
import type { Known } from '#app/ui/enhance/capture/writing.ts'

export type CapturePage = {
  form: HTMLFormElement
  field: HTMLTextAreaElement
  status: HTMLElement
  language: HTMLSelectElement | null
  person: string
  /** Paths of the capture pages of the person's day. */
  day: string[]
  /** True for a copy from this device, which the server did not send now. */
  isKeptCopy: boolean
  facts: NoteFacts
  known: Known
  /** A time of this device, as the meeting's city writes it. */
  clock(at: number): string
}

export function pageOf(page: Document): CapturePage | undefined {
  const form = page.querySelector<HTMLFormElement>('form[data-capture]')
  const field = form?.querySelector<HTMLTextAreaElement>('[data-capture-text]')
  const status = form?.querySelector<HTMLElement>('[data-capture-status]')
  if (!form || !field || !status) return undefined
  const { note = '', base = '0', person = '', pages = '', time = '', zone, capture } = form.dataset
  const value = (name: string): string => form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? ''
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, ...(zone ? { timeZone: zone } : {}) })
  return {
    form, field, status, person, isKeptCopy: capture === 'kept', day: pages.split(' ').filter(Boolean),
    language: form.querySelector<HTMLSelectElement>('select[name="language"]'),
    facts: {
      person, note, at: new URL(form.action).pathname.replace(/\/save$/, ''), page: location.pathname + location.search, title: page.title.replace(/ · Caravan$/, ''),
      engagement: value('engagement'), language: value('language'), isPrivate: value('private') === 'on',
    },
    known: { body: field.defaultValue, number: Number(base), time },
    clock: (at) => clock.format(at),
  }
}

/** The note as this device kept it, or as the page says. A note that never reached the server is found again although the page proposes another id for it. */
export async function draftFor({ facts, known, isKeptCopy }: CapturePage, vault: Vault | undefined): Promise<Draft> {
  const kept = (await vault?.list('notes').catch(() => undefined))?.map(({ value, at }) => ({ ...(value as Draft), at })) ?? []
  const same = kept.find((draft) => draft.facts.note === facts.note)
  if (same) return { facts: { ...same.facts, page: facts.page }, writing: resumed(same.writing, known) }
  const begunBefore = kept.filter((draft) => draft.facts.engagement === facts.engagement && draft.facts.isPrivate === facts.isPrivate && (isKeptCopy || isUnsent(draft.writing)))
    .toSorted((a, b) => b.at - a.at)[0]
  if (known.number === 0 && begunBefore) return { facts: begunBefore.facts, writing: resumed(begunBefore.writing, known) }
  return { facts, writing: begun(known) }
}
