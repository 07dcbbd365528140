/** What the receiving server wrote about the sender (RFC 8601). */
import type { HeaderLines } from 'mailparser'
import type { Authenticity } from '#app/domain/calendar/letter.ts'
import { domainOf } from '#app/domain/people/mailbox.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import type { Trust } from '#emails/letter.server.ts'

/**
 * DMARC decides where it was asked, about the author whom we read too; otherwise a DKIM or SPF pass of the author's own domain proves it. Only the uppermost header under
 * the name of our own server counts: a message may bring others along, and a server that writes its own takes away those under its name.
 */
export function authenticityOf(lines: HeaderLines, from: Mailbox | null, trust: Trust): Authenticity {
  const results = lines.filter(({ key }) => key === 'authentication-results').map(({ line }) => line.slice(line.indexOf(':') + 1).replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 4_000))
  const own = results.find((result) => isOurs(result.split(';')[0]?.trim().split(' ')[0]?.toLowerCase() ?? '', trust))
  if (!own || !from) return 'none'
  const domain = domainOf(from.address)
  const methods = own.split(';').slice(1).map((text) => ({ text: text.trim().toLowerCase(), found: /^(\w+)\s*=\s*(\w+)/.exec(text.trim().toLowerCase()) }))
  const dmarc = methods.find(({ found }) => found?.[1] === 'dmarc')
  const author = /header\.from=@?([^\s;]+)/.exec(dmarc?.text ?? '')?.[1]?.replace(/^.*@/, '')
  if (dmarc?.found?.[2] === 'pass' && author !== undefined && author !== domain) return 'none'
  if (dmarc?.found?.[2] === 'pass' || dmarc?.found?.[2] === 'fail') return dmarc.found[2]
  const proves = methods.some(({ text, found }) => found?.[2] === 'pass' && ((found[1] === 'dkim' && sameHouse(domain, text, /header\.[di]=@?([^\s;]+)/)) || (found[1] === 'spf' && sameHouse(domain, text, /smtp\.mailfrom=([^\s;]+)/))))
  return proves ? 'pass' : 'none'
}

function isOurs(name: string, { server, domains }: Trust): boolean {
  if (server !== null) return name === server
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`))
}

/** The domain that was proven is the author's, or the one above it. */
function sameHouse(domain: string, text: string, where: RegExp): boolean {
  const proven = where.exec(text)?.[1]?.replace(/^.*@/, '') ?? ''
  return proven.includes('.') && (domain === proven || domain.endsWith(`.${proven}`))
}
