import { expect, it } from 'vitest'
import { placeByDay, withStopAt } from '#app/domain/roadshow/route.ts'
import { ZONE_GROUPS, describeZone } from '#app/domain/roadshow/zones.ts'
import { isZone } from '#app/domain/time.ts'

const stops = [{ id: 'a', arriveDay: '2027-03-01' }, { id: 'b', arriveDay: '2027-03-05' }]

it('puts a stop where its days put it', () => {
  expect(['2027-02-28', '2027-03-01', '2027-03-04', '2027-03-05', '2027-04-01'].map((day) => placeByDay(stops, day))).toEqual([0, 1, 1, 2, 2])
  expect(placeByDay([], '2027-03-01')).toBe(0)
})

it('moves a stop to a place without losing one', () => {
  expect(withStopAt(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  expect(withStopAt(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
  expect(withStopAt(['a', 'b'], 'new', 1)).toEqual(['a', 'new', 'b'])
  expect(withStopAt(['a', 'b'], 'b', -1)).toEqual(['b', 'a'])
})

it('offers only zones that this runtime knows, each once, with the offset of the day', () => {
  const zones = ZONE_GROUPS.flatMap((group) => group.zones)
  expect(zones.filter((zone) => zone !== 'UTC' && !isZone(zone))).toEqual([])
  expect(new Set(zones).size).toBe(zones.length)
  expect(describeZone('Asia/Almaty', '2020-01-29')).toBe('Almaty, UTC+6')
  expect(describeZone('Asia/Almaty', '2026-01-29')).toBe('Almaty, UTC+5')
  expect(describeZone('America/Argentina/Buenos_Aires', '2027-01-29')).toBe('Buenos Aires, UTC−3')
})
