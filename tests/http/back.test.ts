import { expect, it } from 'vitest'
import { pastGone } from '#app/http/back.server.ts'

it('leads to the list when the page itself was taken away', () => {
  expect(pastGone('/missions/m/findings/f1', ['f1'])).toBe('/missions/m/findings')
  expect(pastGone('/missions/m/stops/s1?x=1', ['s1'])).toBe('/missions/m/grid')
  expect(pastGone('/missions/m/engagements/e1/agenda', ['i1'])).toBe('/missions/m/engagements/e1/agenda')
  expect(pastGone('/missions/m/notes?page=2', ['f1'])).toBe('/missions/m/notes?page=2')
})
