/** What a list's address asks for; anything that makes no sense counts as not asked. */
import { isId } from '#app/domain/ids.ts'
import type { Id } from '#app/domain/ids.ts'

export type Paging = { page: number; previous: string | undefined; next: string | undefined; words: string }

/** '?page=3' → 3; 1 for anything else. */
export function pageIn(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

export function idIn(url: URL, name: string): Id | undefined {
  const value = url.searchParams.get(name) ?? ''
  return isId(value) ? value : undefined
}

/** '?name=3' → 3; undefined for anything that counts nothing. */
export function numberIn(url: URL, name: string): number | undefined {
  const value = url.searchParams.get(name) ?? ''
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined
}

export function wordIn<const W extends string>(url: URL, name: string, words: readonly W[]): W | undefined {
  return words.find((word) => word === url.searchParams.get(name))
}

/** At most 100 characters of what was typed into a search field. */
export function textIn(url: URL, name: string): string {
  return (url.searchParams.get(name) ?? '').slice(0, 100)
}

/** The rows of this page out of one more than fit, and the addresses of its neighbours. */
export function paged<R>(url: URL, rows: readonly R[], size: number): { rows: R[]; paging: Paging | undefined } {
  const page = pageIn(url)
  const more = rows.length > size
  if (page === 1 && !more) return { rows: [...rows], paging: undefined }
  const shown = rows.slice(0, size)
  const first = (page - 1) * size + 1
  const words = shown.length === 0 ? 'nothing here' : `${first}–${first + shown.length - 1}`
  return { rows: shown, paging: { page, words, previous: page > 1 ? addressOf(url, page - 1) : undefined, next: more ? addressOf(url, page + 1) : undefined } }
}

function addressOf(url: URL, page: number): string {
  const query = new URLSearchParams(url.searchParams)
  query.delete('did')
  query.set('page', String(page))
  return `${url.pathname}?${query.toString()}`
}
