import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { Written } from '#emails/compose.server.ts'
import { ROOT } from '#cli/ensure.mjs'
import { readAllThrice } from '#tests/support/calendar-readers.ts'

type Printed = { offset: number; invitations: { day: string; city: string; english: Written; russian: Written }[] }
const printedIn = async (zone: string): Promise<Printed> =>
  JSON.parse((await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/print-invitations.ts'], { cwd: ROOT, env: { ...process.env, TZ: zone }, maxBuffer: 1 << 24 })).stdout) as Printed

it('10:00 is the right instant and the right offset in four cities in 2020 and 2026, in the same bytes wherever the server’s own clock is', async () => {
  const [far, near, utc] = (await Promise.all(['Pacific/Auckland', 'America/New_York', 'UTC'].map(printedIn))) as [Printed, Printed, Printed]
  expect([far.offset, near.offset, utc.offset]).toEqual([-780, 300, 0])
  expect([far.invitations, near.invitations]).toEqual([utc.invitations, utc.invitations])
  const starts = readAllThrice(utc.invitations.map(({ english }) => english.calendar?.content ?? '')).map((reads) => [...new Set(reads.map(({ start, end }) => `${start}–${end}`))])
  const seen = utc.invitations.map(({ day, city, english, russian }, at) => [day, city, starts[at], /UTC[+−]\d+/.exec(english.subject)?.[0], /UTC[+−]\d+/.exec(russian.subject)?.[0]])
  const at = (day: string, hour: number): string[] => [`${day.replaceAll('-', '')}T0${hour}0000Z–${day.replaceAll('-', '')}T0${hour + 1}3000Z`]
  expect(seen).toEqual([
    ['2020-01-20', 'Nur-Sultan', at('2020-01-20', 4), 'UTC+6', 'UTC+6'], ['2020-01-20', 'Bishkek', at('2020-01-20', 4), 'UTC+6', 'UTC+6'], ['2020-01-20', 'Dushanbe', at('2020-01-20', 5), 'UTC+5', 'UTC+5'], ['2020-01-20', 'Tashkent', at('2020-01-20', 5), 'UTC+5', 'UTC+5'],
    ['2026-01-20', 'Nur-Sultan', at('2026-01-20', 5), 'UTC+5', 'UTC+5'], ['2026-01-20', 'Bishkek', at('2026-01-20', 4), 'UTC+6', 'UTC+6'], ['2026-01-20', 'Dushanbe', at('2026-01-20', 5), 'UTC+5', 'UTC+5'], ['2026-01-20', 'Tashkent', at('2026-01-20', 5), 'UTC+5', 'UTC+5'],
  ])
  for (const { english, russian } of utc.invitations) for (const { text } of [english, russian]) expect(text).toContain('10:00–11:30')
})
