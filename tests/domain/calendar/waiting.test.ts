import { expect, it } from 'vitest'
import { whyItWaits } from '#app/domain/calendar/waiting.ts'

const NOW = 1_800_000_000_000
const MAIL = { state: 'queued' as const, nextMs: NOW, lastCode: null, lastText: '', uncertain: false }
const FREE = { pause: { mission: null, everywhere: null }, relay: null, domain: null, earlier: null }
const DOMAIN = { name: 'example.org', heldUntilMs: null, pausedBy: '', lastCode: null, lastText: '', isFull: false }
const reasons = (mail: Partial<Parameters<typeof whyItWaits>[0]>, around: Partial<Parameters<typeof whyItWaits>[1]>) => whyItWaits({ ...MAIL, ...mail }, { ...FREE, ...around }, NOW)

it('names every reason, the nearest first', () => {
  expect(reasons({}, {})).toEqual([{ why: 'next' }])
  expect(reasons({ nextMs: NOW + 1 }, {})).toEqual([{ why: 'held', untilMs: NOW + 1 }])
  expect(reasons({ state: 'retry', nextMs: NOW + 1 }, { relay: { sinceMs: 1, text: 'down' } })).toEqual([{ why: 'put-off', untilMs: NOW + 1 }, { why: 'relay', sinceMs: 1, text: 'down' }])
  expect(reasons({}, { pause: { mission: { byName: 'A' }, everywhere: { byName: 'B' } }, earlier: { id: 'x', version: 1 }, domain: { ...DOMAIN, pausedBy: 'C' } }))
    .toEqual([{ why: 'earlier', id: 'x', version: 1 }, { why: 'paused', whose: 'all', byName: 'B' }, { why: 'paused', whose: 'mission', byName: 'A' }, { why: 'paused', whose: 'domain', byName: 'C' }])
  expect(reasons({}, { domain: { ...DOMAIN, heldUntilMs: NOW + 5, lastText: '451 later', isFull: true } })).toEqual([{ why: 'domain', domain: 'example.org', untilMs: NOW + 5, text: '451 later' }])
  expect(reasons({}, { domain: { ...DOMAIN, heldUntilMs: NOW, isFull: true } })).toEqual([{ why: 'pace', domain: 'example.org' }])
})

it('names none for what is settled', () => {
  expect((['accepted', 'failed', 'quarantined', 'cancelled', 'bounced'] as const).map((state) => reasons({ state }, {}))).toEqual([[], [], [], [], []])
  expect(reasons({ state: 'sending', nextMs: NOW + 1 }, {})).toEqual([{ why: 'sending' }])
})
