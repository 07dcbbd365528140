/** The rules over the right answers of the development cases: what a careful person noted is found, and nothing else. What only the text shows (weekdays, parts of a date) is not asked here. */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AgendaDraft, DraftItemKind, PersonDraft, ScheduleDraft } from '#app/domain/intake/draft.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { SCHEMA_CODES } from '#app/domain/intake/lint-issue.ts'
import { agendaOf, dateOf, header, itemOf, meetingOf, personOf, read, scheduleOf, stopOf } from '#tests/support/intake-drafts.ts'

const CASES = 'tests/domain/intake/cases'
const TEXT_ONLY = new Set(['weekday-mismatch', 'ambiguous-date'])
/** Somebody's second organisation is printed and not part of the answer. */
const PRINTED: Record<string, string[]> = { '30-dushanbe-workshop': ['two-affiliations'] }

type One<T> = T | T[]
type Person = { name: One<string>; honorific?: One<string>; position?: One<string>; organization?: One<string>; role?: string }
type Item = { date?: string; start?: string; end?: string | null; title: One<string>; kind?: One<string>; people?: Person[]; optional?: boolean }
type Meeting = { title: One<string>; kind: One<string>; date?: string; start?: string; end?: string }
type Expected = {
  kind: 'agenda' | 'schedule'; dates?: string[]; timeRange?: One<{ start: string; end?: string }>; moderators?: Person[]; items?: Item[]
  stops?: { city: One<string>; dates?: string[]; meetings: Meeting[] }[]; lint?: string[]; lintTolerated?: string[]; group?: string
}

const first = <T>(value: One<T>): T => (Array.isArray(value) ? (value[0] as T) : value)

function person({ name, honorific, organization, role }: Person): PersonDraft {
  return { ...personOf(''), name: read(first(name)), honorific: honorific === undefined ? null : read(first(honorific)), organisation: organization ? read(first(organization)) : null, role: role === 'moderator' ? 'moderator' : 'speaker' }
}

function kindOf(kind: One<string> | undefined): DraftItemKind {
  const word = kind === undefined ? 'other' : first(kind)
  return word === 'qa' ? 'q-and-a' : (word as DraftItemKind)
}

function agenda({ dates, timeRange, moderators, items = [] }: Expected): AgendaDraft {
  const range = timeRange && first(timeRange)
  const rows = items.filter((item) => item.start !== undefined)
  return agendaOf(rows.map((item) => itemOf(`${item.start}-${item.end ?? ''}`, first(item.title), kindOf(item.kind), [], {
    day: item.date ? read(item.date) : null, people: (item.people ?? []).map(person), marksEnd: /^end\b|конец/iu.test(first(item.title)), details: item.optional && !item.people?.length ? ['a', 'b'] : [],
  })), {
    days: (dates ?? []).map((day) => dateOf(day)), header: range ? header(`${range.start}-${range.end ?? ''}`) : null, startOnly: rows.every((item) => item.end === undefined || item.end === null), moderators: (moderators ?? []).map(person),
  })
}

function schedule({ stops = [] }: Expected): ScheduleDraft {
  return scheduleOf(stops.map((stop) => stopOf(first(stop.city), (stop.dates ?? []).map((day) => dateOf(day)), stop.meetings.map((meeting) => meetingOf(meeting.date ? dateOf(meeting.date) : null, first(meeting.title), {
    kind: read((first(meeting.kind) === 'qa' ? 'q-and-a' : first(meeting.kind)) as 'meeting'), start: meeting.start ? itemOf(meeting.start, '').start : null, end: meeting.end ? itemOf(meeting.end, '').start : null,
  })))))
}

describe('the rules over the right answer of', () => {
  for (const slug of readdirSync(CASES).toSorted()) {
    const expected = JSON.parse(readFileSync(`${CASES}/${slug}/expected.json`, 'utf8')) as Expected
    it(slug, () => {
      const codes = new Set(lintDraft(expected.kind === 'agenda' ? agenda(expected) : schedule(expected)).map((issue) => issue.code).filter((code) => SCHEMA_CODES.includes(code) && !expected.lintTolerated?.includes(code)))
      expect([...codes].toSorted()).toEqual((expected.lint ?? []).filter((code) => !TEXT_ONLY.has(code) && !PRINTED[slug]?.includes(code)).toSorted())
    })
  }
})
