/** What is sent to the server about a note, and what it answers, as the contract of `notes/:note/save` and `/marks` says. */
import type { Clash, Mark, Save } from '#app/ui/enhance/capture/writing.ts'

/** What is sent along with every text of a note; `person` is the account that writes it, `at` the path of the note. */
export type NoteFacts = { person: string; note: string; at: string; page: string; title: string; engagement: string; language: string; isPrivate: boolean }

export type Answer =
  | { is: 'saved'; number: number; time: string; body: string }
  | ({ is: 'clash' } & Clash)
  | { is: 'cleared'; error: string }
  | { is: 'marked' }
  | { is: 'refused'; error: string }
  | { is: 'signed-out'; signIn: string }
  | { is: 'unreachable' }

const PATIENCE_MS = 20_000

export async function postSave(facts: NoteFacts, save: Save & { base: number }): Promise<Answer> {
  const { engagement, language, isPrivate, at, person } = facts
  return await post(person, `${at}/save`, { engagement, language, private: isPrivate ? 'on' : '', base: `${save.base}`, save: save.id, body: save.body, written: `${save.written}` })
}

export async function postMark({ at, person }: NoteFacts, mark: Mark & { number: number }): Promise<Answer> {
  const { id, number, start, end, body, kind, speaker, dimension } = mark
  return await post(person, `${at}/marks`, { mark: id, number: `${number}`, start: `${start}`, end: `${end}`, body, kind, speaker, dimension })
}

async function post(person: string, path: string, fields: Record<string, string>): Promise<Answer> {
  try {
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'application/json', 'caravan-person': person }, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status === 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500) return { is: 'unreachable' }
    return read(answer.status, await answer.text())
  } catch {
    return { is: 'unreachable' }
  }
}

/** What an answer says; one that is no JSON and no sentence came from something between here and the server. */
export function read(status: number, text: string): Answer {
  const told = parsed(text)
  if (status === 200 && typeof told?.['body'] === 'string') return { is: 'saved', number: Number(told['number']), time: textOf(told['time']), body: told['body'] }
  if (status === 200 && told?.['id'] !== undefined) return { is: 'marked' }
  if (status === 401) return { is: 'signed-out', signIn: textOf(told?.['signIn']) || '/sign-in' }
  if (status === 409 && told?.['cleared'] === true) return { is: 'cleared', error: textOf(told['error']) }
  if (status === 409 && told?.['theirs'] !== undefined) return clash(told['theirs'] as Record<string, unknown>, told['kept'])
  if (status >= 400 && (told || !text.includes('<'))) return { is: 'refused', error: textOf(told?.['error']) || text.trim() || 'The server refused it.' }
  return { is: 'unreachable' }
}

function clash(theirs: Record<string, unknown>, kept: unknown): Answer {
  return { is: 'clash', theirs: { body: textOf(theirs['body']), number: Number(theirs['number']), by: textOf(theirs['by']) }, kept: Number(kept) }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
