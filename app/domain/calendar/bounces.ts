/** What a delivery report says about the message that it names (RFC 3464, 2.3.3 and 2.3.4). */
import type { DeliveryReport } from '#app/domain/calendar/letter.ts'

export type Bounce = { kind: 'bounced' | 'delayed' | 'delivered'; code: number | null; text: string }

/** Only the machine-readable fields count, never the words around them. */
export function decideBounce({ action, status, diagnostic }: DeliveryReport): Bounce {
  const code = /\b([245]\d\d)[ -]/.exec(diagnostic)?.[1]
  const text = [status, diagnostic.replace(/^[a-z0-9-]+;\s*/i, '')].filter(Boolean).join(' ').slice(0, 400)
  const kind = action === 'failed' ? 'bounced' : action === 'delayed' ? 'delayed' : 'delivered'
  return { kind, code: code === undefined ? null : Number(code), text }
}
