/** Who may do what in a mission. Every route names one of these verbs, or fails `tests/routes/policy.test.ts`. */

export const ROLES_OF_TEAM = ['coordinator', 'member', 'viewer'] as const
export type Role = (typeof ROLES_OF_TEAM)[number]

/** The least role that a verb asks for. */
const LEAST = {
  'mission.read': 'viewer',
  'engagement.edit': 'member',
  'agenda.edit': 'member',
  'directory.edit': 'member',
  'note.write': 'member',
  'evidence.edit': 'member',
  'rating.change': 'member',
  'issue.settle': 'member',
  'paper.edit': 'member',
  'paper.issue': 'coordinator',
  'answer.record': 'member',
  'history.undo': 'member',
  'invitation.send': 'coordinator',
  'mission.manage': 'coordinator',
} as const satisfies Record<string, Role>

export type Verb = keyof typeof LEAST

/** True when a role is at least what the verb asks for. */
export function can(role: Role, verb: Verb): boolean {
  return ROLES_OF_TEAM.indexOf(role) <= ROLES_OF_TEAM.indexOf(LEAST[verb])
}

/** The verb that taking back an act about a noun asks for: what only coordinators do, only they take back. */
export function verbToUndo(noun: string): Verb {
  if (noun === 'edition') return 'paper.issue'
  if (noun === 'questionnaire-request') return 'invitation.send'
  return noun === 'membership' || noun === 'mission' ? 'mission.manage' : 'history.undo'
}
