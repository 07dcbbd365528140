import { describeAct } from '#app/domain/history.ts'
import { clockAt } from '#app/http/shell.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { ActRow } from '#db/acts.server.ts'

/** An act as a line of history on the reader's own clock. */
export function historyLine(act: ActRow, scope: Scope) {
  const clock = clockAt(act.at_ms, scope.actor.zone, scope.actor.city, false)
  return {
    id: act.id, who: act.actor_name, what: describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: act.facts }),
    when: `${clock.dayText}, ${clock.timeText} ${clock.city}, ${clock.offset}`, undone: act.undone_by_id !== null,
  }
}
