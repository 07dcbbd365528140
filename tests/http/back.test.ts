import { expect, it } from 'vitest'
import { backTo, pastGone } from '#app/http/back.server.ts'

it('leads to the list when the page itself was taken away', () => {
  expect(pastGone('/missions/m/findings/f1', ['f1'])).toBe('/missions/m/findings')
  expect(pastGone('/missions/m/stops/s1?x=1', ['s1'])).toBe('/missions/m/grid')
  expect(pastGone('/missions/m/engagements/e1/agenda', ['i1'])).toBe('/missions/m/engagements/e1/agenda')
  expect(pastGone('/missions/m/notes?page=2', ['f1'])).toBe('/missions/m/notes?page=2')
})

it('goes back to a page of this application only', () => {
  const from = (referer: string): string => backTo(new Request('http://here.example/x', { headers: { referer, origin: 'http://here.example' } }), '/otherwise')
  expect(from('http://here.example/missions/m?page=2&did=a')).toBe('/missions/m?page=2')
  for (const referer of ['http://evil.example/missions/m', 'http://here.example//evil.example/x', 'nowhere']) expect(from(referer)).toBe('/otherwise')
})
