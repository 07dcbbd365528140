/** Why a message is still in the queue. */
import type { MailState } from '#app/domain/notices.ts'
import type { Instant } from '#app/domain/time.ts'

type Waiting = { state: MailState; nextMs: Instant; lastCode: number | null; lastText: string; uncertain: boolean }
/** What stands around it. `earlier` is the version for the same person that has to be settled first. */
type Around = {
  pause: { mission: { byName: string } | null; everywhere: { byName: string } | null }
  relay: { sinceMs: Instant; text: string } | null
  domain: { name: string; heldUntilMs: Instant | null; pausedBy: string; lastCode: number | null; lastText: string; isFull: boolean } | null
  earlier: { id: string; version: number } | null
}

export type WaitReason =
  | { why: 'sending' | 'next' }
  | { why: 'held' | 'put-off'; untilMs: Instant }
  | { why: 'paused'; whose: 'mission' | 'all' | 'domain'; byName: string }
  | { why: 'earlier'; id: string; version: number }
  | { why: 'relay'; sinceMs: Instant; text: string }
  | { why: 'domain'; domain: string; untilMs: Instant; text: string }
  | { why: 'pace'; domain: string }

/** Every reason, the nearest first; [] for a message that waits for nothing. */
export function whyItWaits(mail: Waiting, { pause, relay, domain, earlier }: Around, nowMs: Instant): WaitReason[] {
  if (mail.state === 'sending') return [{ why: 'sending' }]
  if (mail.state !== 'queued' && mail.state !== 'retry') return []
  const reasons: WaitReason[] = []
  if (mail.nextMs > nowMs) reasons.push({ why: mail.state === 'queued' ? 'held' : 'put-off', untilMs: mail.nextMs })
  if (earlier) reasons.push({ why: 'earlier', ...earlier })
  if (pause.everywhere) reasons.push({ why: 'paused', whose: 'all', byName: pause.everywhere.byName })
  if (pause.mission) reasons.push({ why: 'paused', whose: 'mission', byName: pause.mission.byName })
  if (domain?.pausedBy) reasons.push({ why: 'paused', whose: 'domain', byName: domain.pausedBy })
  if (relay) reasons.push({ why: 'relay', sinceMs: relay.sinceMs, text: relay.text })
  if (domain?.heldUntilMs && domain.heldUntilMs > nowMs) reasons.push({ why: 'domain', domain: domain.name, untilMs: domain.heldUntilMs, text: domain.lastText })
  else if (domain?.isFull && reasons.length === 0) reasons.push({ why: 'pace', domain: domain.name })
  return reasons.length > 0 ? reasons : [{ why: 'next' }]
}
