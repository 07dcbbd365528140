/** What three unrelated libraries make of a calendar: ical.js, Debian's python3-icalendar, and libical through a small C program. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { ROOT } from '#cli/ensure.mjs'
import { findPython } from '#cli/system.mjs'

export type Person = { address: string; name: string; partstat: string }
export type Read = { method: string; uid: string; sequence: number; title: string; description: string; start: string; end: string; organiser: Person[]; attendees: Person[]; properties: string[] }

/** The same reading three times; throws when one of the libraries complains. `properties` are the names in the event, sorted. */
export function readThrice(text: string): [Read, Read, Read] {
  return readAllThrice([text])[0] as [Read, Read, Read]
}

/** Several at once, for the time that a Python takes to start. */
export function readAllThrice(texts: readonly string[]): [Read, Read, Read][] {
  const byPython = readWithPython(texts)
  return texts.map((text, at) => [readWithIcalJs(text), byPython[at] as Read, readWithLibical(text)])
}

/** The quickest of the three alone. */
export function readWithIcalJs(text: string): Read {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const event = calendar.getFirstSubcomponent('vevent') as ICAL.Component
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '')
  const time = (name: string): string => value(name).replace(/[-:]/g, '')
  const people = (name: string): Person[] => event.getAllProperties(name).map((one) => ({ address: String(one.getFirstValue()), name: String(one.getFirstParameter('cn') ?? ''), partstat: String(one.getFirstParameter('partstat') ?? '') }))
  return {
    method: String(calendar.getFirstPropertyValue('method') ?? ''), uid: value('uid'), sequence: Number(value('sequence')), title: value('summary'), description: value('description'), start: time('dtstart'), end: time('dtend'),
    organiser: people('organizer'), attendees: people('attendee'), properties: event.getAllProperties().map((one) => one.name.toUpperCase()).toSorted(),
  }
}

function readWithPython(texts: readonly string[]): Read[] {
  const printed = execFileSync(findPython(), [join(ROOT, 'tests/support/read_calendar.py')], { input: texts.join(''), encoding: 'utf8' })
  return (JSON.parse(printed) as (Read & { errors: string[] })[]).map(({ errors, ...read }) => {
    if (errors.length > 0) throw new Error(`python3-icalendar complains: ${errors.join('; ')}`)
    return read
  })
}

let program: string | undefined

function readWithLibical(text: string): Read {
  program ??= compiled()
  const { status, stdout } = spawnSync(program, { input: text, encoding: 'utf8' })
  if (status !== 0) throw new Error(`libical complains about:\n${text}`)
  const lines = stdout.split('\n').filter(Boolean).map((line) => line.split('\t') as [string, string])
  const words = (value: string): string => value.replace(/\\(n|\\)/g, (_all, letter: string) => (letter === 'n' ? '\n' : '\\'))
  const one = (key: string): string => words(lines.find(([name]) => name === key)?.[1] ?? '')
  const people = (key: string): Person[] => lines.flatMap(([name, value], at) => (name === key ? [{ address: words(value), name: words(lines[at + 1]?.[1] ?? ''), partstat: lines[at + 2]?.[1] ?? '' }] : []))
  return {
    method: one('method'), uid: one('uid'), sequence: Number(one('sequence')), title: one('summary'), description: one('description'), start: one('dtstart'), end: one('dtend'), organiser: people('organizer'), attendees: people('attendee'),
    properties: lines.filter(([name]) => name === 'property').map(([, value]) => value).toSorted(),
  }
}

function compiled(): string {
  const target = join(mkdtempSync(join(tmpdir(), 'caravan-libical-')), 'read-calendar')
  const flags = execFileSync('pkg-config', ['--cflags', '--libs', 'libical'], { encoding: 'utf8' }).trim().split(/\s+/)
  execFileSync('gcc', ['-o', target, join(ROOT, 'tests/support/read-calendar.c'), ...flags])
  return target
}
