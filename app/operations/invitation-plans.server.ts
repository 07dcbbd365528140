import { createHash } from 'node:crypto'
import { asAnswer } from '#app/domain/calendar/answers.ts'
import { factsOf, invitable } from '#app/domain/calendar/facts.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { planMail } from '#app/domain/calendar/plan.ts'
import type { Held, MailPlan, Wanted } from '#app/domain/calendar/plan.ts'
import type { Owed } from '#app/domain/calendar/owed.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { isNameOf } from '#app/domain/people/variants.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Db } from '#db/database.server.ts'
import { factsIn, loadAttendances } from '#db/invitations.server.ts'
import type { Attendance } from '#db/invitations.server.ts'

/** One person who is owed something about one engagement. */
export type Planned = {
  /** What the form sends back: 'engagement:person:stamp'. The stamp stands for everything that was shown. */
  pick: string
  attendance: Attendance
  plan: MailPlan
  /** What the message says; for a cancellation what it takes out. */
  facts: InvitationFacts
  /** Whose deputy they were named as; '' for nobody's. */
  deputyOf: string
}

type Plans = {
  planned: Planned[]
  /** People who hold what is true. */
  settled: number
}

type Asking = Pick<Scope, 'mission' | 'missionNowMs'>
const STAMP_LETTERS = 16

/** Who is owed which message now, in the order of the engagements. Five queries. */
export async function planInvitations(db: Db, { mission, missionNowMs }: Asking, organiser: Mailbox, engagementId?: Id): Promise<Plans> {
  const planned: Planned[] = []
  let settled = 0
  const attendances = await loadAttendances(db, mission.id, engagementId)
  const principals = attendances.filter(({ invitation }) => invitation?.answer === 'deputy' && invitation.deputy_name !== '')
  for (const attendance of attendances) {
    const held = heldOf(attendance)
    const wanted = wantedOf(attendance, organiser)
    const plan = planMail(held, wanted, missionNowMs)
    if (plan.kind === 'nothing' && plan.reason === 'same') settled += 1
    const facts = 'facts' in wanted ? wanted.facts : (held?.reached ?? held?.facts)
    if (plan.kind !== 'nothing' && facts) planned.push({ pick: pickOf(attendance, plan, facts), attendance, plan, facts, deputyOf: principalOf(attendance, principals) })
  }
  return { planned, settled }
}

/** How many people wait for a mail, and how many must be told by other means. Five queries. */
export async function countPending(scope: Asking & Pick<Scope, 'database'>, organiser: Mailbox): Promise<{ mails: number; others: number }> {
  const { planned } = await planInvitations(scope.database.read, scope, organiser)
  const mails = planned.filter(({ plan }) => plan.by === 'mail').length
  return { mails, others: planned.length - mails }
}

/** Whom somebody stands in for; '' for nobody. */
function principalOf({ engagement, person }: Attendance, principals: readonly Attendance[]): string {
  return principals.find((one) => one.engagement.id === engagement.id && isNameOf(person.name, one.invitation?.deputy_name ?? ''))?.person.name ?? ''
}

function heldOf({ invitation, reached }: Attendance): Held | null {
  if (!invitation) return null
  const state = invitation.state === 'invited' || invitation.state === 'cancelled' ? invitation.state : 'none'
  return { state, sequence: invitation.sequence, address: invitation.sent_address, facts: factsIn(invitation), reached, answer: asAnswer(invitation.answer) }
}

function wantedOf({ engagement, person, takesPart }: Attendance, organiser: Mailbox): Wanted {
  if (!takesPart) return { absent: 'removed' }
  const facts = factsOf(engagement, takesPart.slots, takesPart.roles, organiser)
  if (facts) return { facts, address: person.address }
  const reason = invitable(engagement)
  return { absent: reason === 'yes' ? 'no-time' : reason }
}

function pickOf({ engagement, person, invitation }: Attendance, plan: MailPlan, facts: InvitationFacts): string {
  const shown = [invitation?.id, invitation?.answer, person.name, person.address, person.language, plan, facts]
  return `${engagement.id}:${person.id}:${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, STAMP_LETTERS)}`
}

/** What the desk shows of it. */
export function owedOf({ pick, attendance, plan, facts, deputyOf }: Planned): Owed {
  const { engagement, person, invitation } = attendance
  return {
    pick, plan, facts, deputyOf, oldAddress: plan.newUid ? (invitation?.sent_address ?? '') : '', engagementId: engagement.id, engagementTitle: engagement.title, personId: person.id, name: person.name, address: person.address || (invitation?.sent_address ?? ''), sampleAddress: person.sampleAddress, language: person.language,
    answer: asAnswer(invitation?.answer ?? 'none'), heldVersion: invitation && invitation.sequence >= 0 && invitation.state !== 'none' ? invitation.sequence + 1 : null,
  }
}
