import type { z } from 'zod'
import { isId } from '#app/domain/ids.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { formValues } from '#app/http/form.server.ts'
import type { Parsed } from '#app/http/form.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { loadAgenda } from '#db/agenda.server.ts'
import type { Agenda, AgendaItem } from '#db/agenda.server.ts'
import { listAccepted } from '#db/issues.server.ts'
import type { Accepted } from '#db/issues.server.ts'

export type Asked = { agenda: Agenda; accepted: Accepted[] }

/** The id in an address; 404 for what can be none. */
export function idOf(params: Entered['params'], name: string): string {
  const id = params[name] ?? ''
  if (!isId(id)) throw refuse('gone')
  return id
}

/** The agenda that the address names and the warnings that people let stand; 404 when it is none of this mission. Five queries. */
export async function loadAsked(scope: Scope, params: Entered['params']): Promise<Asked> {
  const agenda = await loadAgenda(scope.database.read, scope.mission.id, idOf(params, 'engagement'))
  if (!agenda) throw refuse('gone')
  return { agenda, accepted: await listAccepted(scope.database.read, scope.mission.id) }
}

/** The item that the address names; 404 when it is none of this agenda. */
export function itemIn(agenda: Agenda, params: Entered['params']): AgendaItem {
  const item = agenda.items.find((each) => each.id === params['item'])
  if (!item) throw refuse('gone')
  return item
}

/** What an address asks for, by the schema of the operation that it shows; as `readForm` does for a form. */
export function readQuery<S extends z.ZodType>(url: URL, schema: S): Parsed<z.output<S>> {
  const form = new FormData()
  for (const [name, value] of url.searchParams) form.append(name, value)
  const typed = formValues(form)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.map(String).join('.')] ??= issue.message
  return { ok: false, problem: { values: typed, errors } }
}
