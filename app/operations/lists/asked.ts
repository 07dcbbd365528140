/** What the address of a list asks for, as its page reads it; anything that makes no sense counts as not asked. */
import { isId } from '#app/domain/ids.ts'
import type { Id } from '#app/domain/ids.ts'

const LONGEST_TEXT = 100

export function idAsked(query: URLSearchParams, name: string): Id | undefined {
  const value = query.get(name) ?? ''
  return isId(value) ? value : undefined
}

export function wordAsked<const W extends string>(query: URLSearchParams, name: string, words: readonly W[]): W | undefined {
  return words.find((word) => word === query.get(name))
}

export function textAsked(query: URLSearchParams, name: string): string {
  return (query.get(name) ?? '').slice(0, LONGEST_TEXT)
}
