import { describe, expect, it } from 'vitest'
import type { LetterEvent } from '#app/domain/calendar/letter.ts'
import { readItip } from '#emails/itip.server.ts'
import { LARGEST_LETTER, fingerprintOf, readHead, readLetter } from '#emails/letter.server.ts'
import { PROVEN, TRUST, alternative, attached, inWindows1251, itip, report, rootPart, words } from '#tests/support/replies.ts'

const read = async (raw: string | Buffer) => await readLetter(Buffer.from(raw), TRUST)
const eventIn = async (raw: string | Buffer): Promise<LetterEvent | undefined> => {
  const { calendar } = await read(raw)
  return calendar === null || calendar === 'unreadable' ? undefined : calendar.events[0]
}
const UID = 'abc@example.org'

describe('a calendar answer', () => {
  it.each<[string, string]>([
    ['as the last alternative', alternative(itip({ uid: UID, comment: 'Буду позже' }))],
    ['as the whole message, in base64', rootPart(itip({ uid: UID, comment: 'Буду позже' }))],
    ['as a file that nobody said the kind of', attached(itip({ uid: UID, comment: 'Буду позже' }))],
    ['in windows-1251', rootPart(inWindows1251(itip({ uid: UID, comment: 'Буду позже' })), { type: 'text/calendar; charset=windows-1251; method=REPLY' })],
    ['with lines that end in LF', rootPart(itip({ uid: UID, comment: 'Буду позже' }).replaceAll('\r\n', '\n'))],
    ['of a kind without a method', alternative(itip({ uid: UID, comment: 'Буду позже' }), { type: 'text/calendar' })],
    ['in a charset that does not exist', rootPart(itip({ uid: UID, comment: 'Буду позже' }), { type: 'text/calendar; charset=x-none' })],
  ])('is read %s', async (_shape, raw) => {
    expect(await eventIn(raw)).toMatchObject({ uid: UID, sequence: 0, stampMs: Date.UTC(2020, 0, 27, 4), organiser: 'invites@example.org', comment: 'Буду позже', attendees: [{ addresses: ['ann@example.org'], partstat: 'ACCEPTED' }] })
  })

  it('is read without ORGANIZER and SEQUENCE, with MAILTO: in capitals, an EMAIL parameter, SENT-BY and deputies', async () => {
    const text = itip({ uid: UID, organiser: null, sequence: null, attendee: 'Ann@Example.ORG', partstat: 'DELEGATED', attendeeExtra: ';EMAIL=a@b.example;SENT-BY="MAILTO:Office@Example.org";DELEGATED-TO="mailto:Dep@example.org"' }).replace(':mailto:Ann', ':MAILTO:Ann')
    expect(await eventIn(alternative(text))).toMatchObject({ sequence: null, organiser: '', attendees: [{ addresses: ['ann@example.org', 'a@b.example'], sentBy: 'office@example.org', delegatedTo: [{ address: 'dep@example.org' }] }] })
  })

  it('says when, where that can be known, and how it was written, where not', () => {
    const at = (value: string): unknown => readItip(itip({ uid: UID }).replace('DTSTART:20200129T040000Z', value), '')?.events[0]?.start
    expect([at('DTSTART;TZID=Asia/Almaty:20200129T113000'), at('DTSTART;TZID="Central Asia Standard Time":20200129T113000'), at('DTSTART;TZID=/mozilla.org/2005/Asia/Almaty:20200129T113000')].map((time) => (time as { at: number }).at)).toEqual(Array(3).fill(Date.UTC(2020, 0, 29, 5, 30)))
    expect([at('DTSTART;TZID=Customized:20200129T113000'), at('DTSTART;VALUE=DATE:20200129'), at('DTSTART:99999999T999999Z')]).toEqual([{ at: null, words: 'Wed 29 Jan 2020, 11:30 Customized' }, { at: null, words: 'Wed 29 Jan 2020' }, null])
  })

  it('expands nothing and computes no zone that the sender wrote', () => {
    const bomb = itip({ uid: UID, extra: ['RRULE:FREQ=SECONDLY;COUNT=2000000000'] }).replace('BEGIN:VEVENT', 'BEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT').replace('DTSTART:20200129T040000Z', 'DTSTART;TZID=Bomb:20200129T100000')
    expect(readItip(bomb, '')?.events[0]).toMatchObject({ uid: UID, start: { at: null } })
  })

  it('that cannot be read says so', async () => {
    for (const broken of ['BEGIN:VCALENDAR', 'nothing of the kind', '']) expect((await read(rootPart(broken))).calendar).toBe('unreadable')
  })
})

describe('what surrounds it', () => {
  it('tells who wrote it, to whom, in answer to what, and what it says in words', async () => {
    const letter = await read(words('I shall come.', { from: '=?utf-8?B?0JDQvdC90LA=?= <Ann@example.org>', headers: ['Delivered-To: invites+0123456789abcdefghjkmnpqrs@example.org', 'In-Reply-To: <one@example.org>', 'References: <zero@example.org> <one@example.org>'], messageId: '<answer@client.example>' }))
    expect(letter).toMatchObject({ from: { name: 'Анна', address: 'Ann@example.org' }, messageId: 'answer@client.example', answersTo: ['one@example.org', 'one@example.org', 'zero@example.org'], text: 'I shall come.', calendar: null, automatic: false, sentMs: Date.UTC(2020, 0, 27, 4) })
    expect(letter.recipients).toContain('invites+0123456789abcdefghjkmnpqrs@example.org')
  })

  it('knows automatic answers and forwarded messages', async () => {
    expect((await read(words('Away', { headers: ['Auto-Submitted: auto-replied'] }))).automatic).toBe(true)
    const forwarded = ['From: ann@example.org', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: message/rfc822', '', alternative(itip({ uid: UID, method: 'REQUEST' })), '--b--', ''].join('\r\n')
    expect(await read(forwarded)).toMatchObject({ forwards: true, calendar: null })
  })

  it.each<[string, string[], string]>([
    ['nothing', [], 'none'],
    ['DMARC', [PROVEN], 'pass'],
    ['DMARC that failed', ['Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.org; dmarc=fail (p=none) header.from=example.org'], 'fail'],
    ['DKIM of the author’s domain', ['Authentication-Results: example.org 1; dkim=pass header.d=example.org'], 'pass'],
    ['DKIM of somebody else', ['Authentication-Results: mx.example.org; dkim=pass header.d=list.example'], 'none'],
    ['SPF of the author’s domain', ['Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=bounce@example.org'], 'pass'],
    ['what another server claims', ['Authentication-Results: mx.evil.example; dmarc=pass'], 'none'],
    ['a name that only begins like ours', ['Authentication-Results: example.org.evil.example; dmarc=pass'], 'none'],
    ['DMARC of an author whom we do not read as such', ['Authentication-Results: mx.example.org; dmarc=pass header.from=evil.example'], 'none'],
    ['a finding within a quoted sender', ['Authentication-Results: mx.example.org; spf=none smtp.mailfrom="a;dmarc=pass header.from=example.org"@evil.example; dmarc=fail header.from=example.org'], 'fail'],
    ['the lower of two of ours', ['Authentication-Results: mx.example.org; dmarc=fail', PROVEN], 'fail'],
  ])('believes of the sender what our own server found: %s', async (_what, headers, expected) => {
    expect((await read(words('x', { headers }))).authenticity).toBe(expected)
  })

  it('has no author where there are two', async () => {
    expect([(await read(words('x', { from: 'ann@example.org, evil@example.org' }))).from, (await read(words('x', { headers: ['From: evil@example.org'] }))).from]).toEqual([null, null])
  })
})

describe('a delivery report', () => {
  it('is read from its fields alone', async () => {
    expect((await read(report('0123456789abcdefghjkmnpqrs', { envelopeId: 'ob43' }))).report).toEqual({ envelopeId: 'ob43', action: 'failed', status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 no such user here', recipient: 'ann@example.org' })
    expect((await read(words('Action: failed\nStatus: 5.1.1'))).report).toBeNull()
  })
})

describe('bounds', () => {
  it('reads only the headers of what is larger', async () => {
    const head = await readHead(Buffer.from(words('x'.repeat(LARGEST_LETTER))), TRUST)
    expect(head).toMatchObject({ from: { address: 'ann@example.org' }, subject: 'Accepted: City Workshop', text: '', calendar: null })
  })

  const many = (text: string): Buffer => Buffer.from(text.repeat(Math.ceil(LARGEST_LETTER / text.length))).subarray(0, LARGEST_LETTER - 400)
  it.each<[string, () => Buffer]>([
    ['parts within parts', () => Buffer.from(Array.from({ length: 4_000 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join(''))],
    ['thousands of parts', () => Buffer.concat([Buffer.from('Content-Type: multipart/mixed; boundary=b\r\n\r\n'), many('--b\r\nContent-Type: text/calendar\r\n\r\nx\r\n')])],
    ['nested comments in From', () => Buffer.from(`From: ${'('.repeat(100_000)}${')'.repeat(100_000)} a@b.example\r\n\r\nx`)],
    ['a calendar of nothing but lines', () => Buffer.from(rootPart(`BEGIN:VCALENDAR\r\n${'X:y\r\n'.repeat(30_000)}END:VCALENDAR\r\n`))],
    ['a calendar of nothing but beginnings', () => Buffer.from(rootPart('BEGIN:VEVENT\r\n'.repeat(10_000)))],
    ['nothing', () => Buffer.alloc(0)],
    ['bytes', () => Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 256))],
  ])('survives %s', async (_what, make) => {
    expect(['broken', null]).toContain((await read(make())).unread)
  })

  it('knows a copy by its Message-ID and words, whatever was put above them', () => {
    const raw = words('x', { messageId: '<one@client.example>' })
    const [first, copy, other, bare] = [raw, `Received: from b\r\n${raw}`, words('y', { messageId: '<one@client.example>' }), `Received: from b\r\n${raw}`].map((text) => Buffer.from(text))
    expect(fingerprintOf('one@client.example', copy as Buffer)).toBe(fingerprintOf('one@client.example', first as Buffer))
    expect(fingerprintOf('one@client.example', other as Buffer)).not.toBe(fingerprintOf('one@client.example', first as Buffer))
    expect(fingerprintOf('', bare as Buffer)).not.toBe(fingerprintOf('', first as Buffer))
  })
})
