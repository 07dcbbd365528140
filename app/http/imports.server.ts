import { refuse } from '#app/http/answers.server.ts'
import { idOf } from '#app/http/agenda.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findImport } from '#db/imports.server.ts'
import type { Import } from '#db/imports.server.ts'

/** The text that the address names; 404 when it is none of this mission or was put away. One query. */
export async function importAsked(scope: Scope, params: Entered['params']): Promise<Import> {
  const found = await findImport(scope.database.read, scope.mission.id, idOf(params, 'text'))
  if (!found || found.state === 'dropped') throw refuse('gone', { title: 'This text is not here.', next: 'It may have been put away; the history takes it back.' })
  return found
}
