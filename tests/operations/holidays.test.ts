import { expect, it } from 'vitest'
import { AddHolidayInput, EditHolidayInput, RemoveHolidayInput } from '#app/operations/directory.input.ts'
import { undo } from '#app/operations/history.server.ts'
import { addHoliday, editHoliday, removeHoliday } from '#app/operations/holidays.server.ts'
import { findHoliday, listHolidayCountries, listHolidays, listStopHolidays } from '#db/holidays.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { openTold } from '#tests/support/told-mission.ts'

const typed = { country: 'Kazakhstan', name: 'Day of the Steppe', kind: 'holiday', startDay: '2027-03-04', endDay: '', everyYear: '', untilYear: '', source: 'Decree 12', verified: 'yes' }

it('ships the public holidays of four countries, none of them checked by anybody', async () => {
  const { database } = await openTold()
  const { known } = await listHolidayCountries(database.read, 'told')
  expect(known).toEqual(['Kazakhstan', 'Kyrgyzstan', 'Tajikistan', 'Uzbekistan'])
  for (const country of known) {
    const rows = await listHolidays(database.read, { countries: [country] })
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => row.verified || row.source === '')).toEqual([])
  }
  await database.close()
})

it('adds, changes, removes and brings back a row', async () => {
  const { database, told } = await openTold()
  const added = await addHoliday(told.scope, AddHolidayInput.parse(typed))
  if (!added.done) throw new Error(added.because)
  const find = async () => (await listHolidays(database.read, { countries: ['Kazakhstan'] })).find((row) => row.name === typed.name)
  const row = await find()
  if (!row) throw new Error('It was not written')
  expect(row).toMatchObject({ startDay: '2027-03-04', endDay: '2027-03-04', yearly: false, verified: true, source: 'Decree 12' })
  expect(await editHoliday(told.scope, row.id, EditHolidayInput.parse({ ...typed, everyYear: 'yes', untilYear: '2030', revision: '1' }))).toMatchObject({ done: true })
  expect(await findHoliday(database.read, row.id)).toMatchObject({ yearly: true, untilYear: 2030, revision: 2 })
  expect(await editHoliday(told.scope, row.id, EditHolidayInput.parse({ ...typed, revision: '1' }))).toEqual({ done: false, because: 'stale' })
  const removed = await removeHoliday(told.scope, RemoveHolidayInput.parse({ holiday: row.id, revision: '2' }))
  if (!removed.done) throw new Error(removed.because)
  expect(await find()).toBeUndefined()
  await undo(told.scope, removed.actId)
  expect(await find()).toMatchObject({ name: typed.name, untilYear: 2030 })
  await database.close()
})

it('says what would be right', () => {
  const wrong = (fields: Record<string, string>) => AddHolidayInput.safeParse({ ...typed, ...fields }).error?.issues.map((issue) => [issue.path[0], issue.message])
  expect(wrong({ endDay: '2027-03-01' })).toEqual([['endDay', 'Enter a last day on or after the first, or leave it empty']])
  expect(wrong({ endDay: '2027-05-01' })).toEqual([['endDay', 'Enter at most 14 days in a row']])
  expect(wrong({ source: '' })).toEqual([['source', 'Say where it was checked, such as the number of the decree']])
  expect(wrong({ untilYear: 'soon' })).toEqual([['untilYear', 'Enter a year such as 2021, or leave it empty']])
})

it('hands a mission the holidays of its years in the countries of its stops', async () => {
  const { database, told } = await openTold()
  await database.write((tx) => tx.updateTable('place').set({ country: 'Kazakhstan' }).where('id', '=', 'north').execute())
  const rows = await listStopHolidays(database.read, told.scope.mission.id)
  expect([...new Set(rows.map((row) => row.country))]).toEqual(['Kazakhstan'])
  expect(rows.some((row) => !row.yearly && row.startDay.startsWith('2020'))).toBe(false)
  expect(rows.some((row) => row.name === 'Kurban Ait' && row.startDay === '2027-05-16')).toBe(true)
  await database.close()
})

it('is an issue of the mission where somebody is met on a day off, and a weekend that a decree made a working day is none', async () => {
  const { database, told } = await openTold()
  const notes = async () => (await loadIssues(database.read, 'told', told.scope.missionNowMs)).open.filter((issue) => issue.code === 'holiday-or-weekend').map((issue) => ('name' in issue ? [issue.day, issue.name] : []))
  const { day } = await database.read.selectFrom('engagement').select('day').where('mission_id', '=', 'told').where('kind', 'not in', ['travel', 'buffer', 'meal']).orderBy('day').executeTakeFirstOrThrow()
  const before = await notes()
  await database.write((tx) => tx.updateTable('place').set({ country: 'Steppe' }).where('kind', '=', 'city').execute())
  await addHoliday(told.scope, AddHolidayInput.parse({ ...typed, country: 'Steppe', startDay: day }))
  expect(before.some(([at, name]) => at === day && name === typed.name)).toBe(false)
  expect((await notes()).some(([at, name]) => at === day && name === typed.name)).toBe(true)
  await addHoliday(told.scope, AddHolidayInput.parse({ ...typed, country: 'Steppe', kind: 'working', startDay: day }))
  expect((await notes()).some(([at]) => at === day)).toBe(false)
  await database.close()
})
