import { expect, it } from 'vitest'
import { groupMet, notMet, titlesOf } from '#app/domain/papers/persons-met.ts'
import type { MetAppearance } from '#app/domain/papers/persons-met.ts'
import { expectedAttendance } from '#app/domain/people/attendance.ts'

const row = (more: Partial<MetAppearance>): MetAppearance => ({ engagementId: 'm1', personId: 'a', name: 'Ana', named: true, institution: 'Ministry', title: 'Head', status: 'held', attended: null, attendance: '', deputyName: '', deputyTitle: '', sample: false, ...more })

it('groups whom a mission met by institution, each person once with the title of each day, whoever names none last', () => {
  const groups = groupMet([
    row({ personId: null, name: 'Guest', institution: '', attendance: 'visitor', attended: 1 }), row({}), row({ personId: 'b', name: 'Ben', institution: 'City' }), row({ engagementId: 'm2', title: 'Minister' }),
  ])
  expect(groups.map(({ name, persons }) => [name, persons.map((each) => [each.name, titlesOf(each), each.meetings.length, each.visitor])])).toEqual([
    ['Ministry', [['Ana', ['Head', 'Minister'], 2, false]]], ['City', [['Ben', ['Head'], 1, false]]], ['', [['Guest', ['Head'], 1, true]]],
  ])
})

it('counts the deputy in place of whoever sent one, and nobody of a meeting that was not held', () => {
  const sent = row({ attendance: 'deputy', attended: 0, deputyName: 'Cid', deputyTitle: 'Secretary' })
  const rows = [sent, row({ personId: 'b', name: 'Ben', attendance: 'excused', attended: 0 }), row({ personId: 'd', name: 'Dan', status: 'confirmed' }), { ...sent, engagementId: 'm2', status: 'confirmed', deputyName: 'Eve' }]
  expect(groupMet(rows).map(({ persons }) => persons.map(({ name, insteadOf, personId, meetings }) => [name, insteadOf, personId, meetings[0]?.title]))).toEqual([[['Cid', 'Ana', null, 'Secretary']]])
  expect(notMet(rows).map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Dan', 'Ana'])
})

it('expects what was answered', () => {
  expect(['accepted', 'declined', 'deputy', ''].map(expectedAttendance)).toEqual(['present', 'excused', 'deputy', 'present'])
})
