import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { compose, writeMail } from '#emails/compose.server.ts'
import { markupTree } from '#emails/markup.server.ts'
import type { MarkupNode } from '#emails/markup.server.ts'
import { readCalendar, readMail } from '#emails/reading.server.ts'
import { textOf } from '#emails/text.server.ts'
import { SENDER } from '#tests/support/draining.ts'
import { makeInvited, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

let told: Invited
beforeEach(async () => void (told = await makeInvited()))
afterEach(() => told.database.close())

async function noticeOfAnn(): Promise<InvitationNotice> {
  await sendAll(told, ['ann'])
  return JSON.parse((await told.database.read.selectFrom('outbox').select('facts').executeTakeFirstOrThrow()).facts) as InvitationNotice
}

const words = (nodes: MarkupNode[]): string => nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join('')
const tags = (nodes: MarkupNode[]): string[] => nodes.flatMap((node) => (typeof node === 'string' ? [] : [node.tag, ...tags(node.children)]))

describe('a message, read back', () => {
  it('shows its headers, words, parts and what its calendar part says', async () => {
    const read = await readMail(await compose(await noticeOfAnn(), '<1@example.org>', SENDER))
    expect(read.headers.map(({ name, value }) => [name, value]).slice(0, 4)).toEqual([
      ['From', '"Caravan" <invites@example.org>'], ['To', '"Speaker A, sample" <ann@example.org>'], ['Reply-To', '"Coordinator, sample" <planner@example.org>'], ['Subject', 'Invitation: City Workshop, 10:00 Nur-Sultan, UTC+6, Wed 29 Jan 2020'],
    ])
    expect(read.calendar).toMatchObject({ method: 'REQUEST', sequence: 0, title: 'City Workshop', place: 'Room 4, Hilton, Nur-Sultan', startMs: Date.UTC(2020, 0, 29, 4), attendees: [{ name: 'Speaker A, sample', address: 'ann@example.org', answer: 'NEEDS-ACTION' }] })
    expect(read.parts.map((part) => part.type)).toEqual(['text/calendar', 'application/ics'])
    expect(words(markupTree(read.html))).toContain('You are invited as part of “Roadshow, sample”.')
  })

  it('says the same in its plain and its HTML part, and makes no link of what others typed', async () => {
    const notice = await noticeOfAnn()
    const { html, text } = writeMail({ ...notice, facts: { ...notice.facts, title: '<b>Visit</b> evil.example and a@evil.example', about: 'First line\nhttps://evil.example' } }, SENDER)
    expect(html).not.toContain('<b>Visit')
    expect(text).toContain('<b>Visit</b>')
    for (const part of [html.slice(html.indexOf('<body')), text]) expect(/evil\.example|a@evil|https:\/\/evil/.test(part)).toBe(false)
    expect(textOf(html)).toBe(text)
  })
})

describe('markup on a page', () => {
  it('keeps structure and words and drops everything that acts', () => {
    const tree = markupTree('<html><head><style>p{}</style><script>alert(1)</script></head><body><p onclick="x()" style="a">One <b>two</b> <a href="javascript:alert(1)">three</a> <a href="https://example.org/x?a=1&amp;b=2">four</a></p><img src=x onerror=alert(1)><iframe srcdoc="&lt;script&gt;">five</iframe><p>&lt;script&gt;</p></body></html>')
    expect(tags(tree)).toEqual(['p', 'b', 'a', 'a', 'p'])
    expect(words(tree)).toBe('One two three fourfive<script>')
    expect(JSON.stringify(tree)).not.toMatch(/javascript|onclick|onerror|style/)
    expect(JSON.stringify(tree)).toContain('"href":"https://example.org/x?a=1&b=2"')
  })

  it('comes to an end whatever it is given', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<table>', '<tr', '>', '</b>', '<b>', '&#x41;', '&bogus;', 'x', '<script>', '</script>', '<!--', '"', '<a href="http://x">'), { maxLength: 60 }), (pieces) => {
      expect(tags(markupTree(pieces.join(''))).every((tag) => ['p', 'table', 'tr', 'b', 'a'].includes(tag))).toBe(true)
    }))
  })
})

it('answers null for a calendar that cannot be read', () => {
  expect([readCalendar(''), readCalendar('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'), readCalendar('nonsense')]).toEqual([null, null, null])
})
