/** The rows of a reading as a page shows them: what was read, what is stored, and what would become of it. */
import { isWanted } from '#app/domain/intake/choices.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Row, RowChange } from '#app/domain/intake/comparison.ts'
import type { Confidence, ItemDraft, MeetingDraft, PersonDraft } from '#app/domain/intake/draft.ts'
import { fieldsOfItem, fieldsOfMeeting } from '#app/domain/intake/edits.ts'
import type { Fields } from '#app/domain/intake/edits.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { DRAFT_RULE_WORDS } from '#app/domain/intake/lint-words.ts'
import { formatDayShort, formatRange } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { itemKindWord } from '#app/ui/agenda/view.ts'
import { kindWord } from '#app/ui/engagements/engagement-fields.tsx'
import { langOf } from '#app/ui/imports/language.ts'

type PersonFace = { name: string; lang?: string | undefined; title: string; moderates: boolean; unconfirmed: boolean }
type RowRemark = { severity: 'error' | 'warning' | 'note'; words: string; question: string | null }
type ChangeFace = { what: RowChange['what']; /** What is stored now, where it differs. */ was: { time: string | null; words: string[] } }
type Tick = { name: 'row' | 'gone'; value: string; checked: boolean }

export type RowFace = {
  key: string
  line: number | null
  time: string
  day: string | null
  sameDay: boolean
  title: string
  lang?: string | undefined
  other: { title: string; lang?: string | undefined } | null
  kind: string
  /** Room, venue. */
  place: string
  people: PersonFace[]
  details: string[]
  unsure: string[]
  remarks: RowRemark[]
  change: ChangeFace | null
  tick: Tick | null
  /** What its form holds; null where nothing can be edited. */
  fields: Fields | null
}

type Told = { issues: readonly DraftIssue[]; choices: Choices; /** Something is stored at the target already. */ compares: boolean }

/** '12' for 'L12b': the line on which a row begins. */
export function lineOf(key: string): number | null {
  const found = /^L(\d{1,7})/.exec(key)
  return found ? Number(found[1]) : null
}

/** The address of a row in its page. */
export function rowAnchor(key: string): string {
  return `row-${key}`
}

export function itemFace(item: ItemDraft, change: RowChange | null, told: Told, severalDays: boolean): RowFace {
  const { start, end, day, track, details, kind } = item
  return {
    ...commonFace(item, told, { start, end, kind }), day: severalDays && day ? formatDayShort(day.value) : null, sameDay: false, kind: itemKindWord(kind.value), place: track, details,
    ...standing(change, told, item.key),
    fields: shownFields(fieldsOfItem(item), ['otherTitle', 'track', 'details'], severalDays),
  }
}

export function meetingFace(meeting: MeetingDraft, change: RowChange | null, told: Told, stopKey: string): RowFace {
  const { start, end, day, dayInherited, kind, venue, tentative } = meeting
  return {
    ...commonFace(meeting, told, { start, end, day, kind, venue }), day: day ? formatDayShort(day.value) : null, sameDay: dayInherited, kind: kindWord(kind.value), place: venue?.value ?? '', details: tentative ? ['to be confirmed'] : [],
    ...standing(change, told, meeting.key), fields: shownFields(fieldsOfMeeting(meeting, stopKey), ['otherTitle'], true),
  }
}

type Common = Pick<ItemDraft, 'key' | 'start' | 'end' | 'title' | 'otherTitle' | 'people'> & { kind: { value: string } }

function commonFace({ key, start, end, title, otherTitle, people }: Common, { issues }: Told, values: Record<string, { confidence: Confidence } | null>): Pick<RowFace, 'key' | 'line' | 'time' | 'title' | 'lang' | 'other' | 'people' | 'unsure' | 'remarks'> {
  return {
    key, line: lineOf(key), time: start ? formatRange(start.value, end?.value) : '', title: title.value, lang: langOf(title.value, title.language),
    other: otherTitle && { title: otherTitle.value, lang: langOf(otherTitle.value, otherTitle.language) }, people: people.map((person) => personFace(person, title.language)),
    unsure: Object.entries(values).flatMap(([name, value]) => (value?.confidence === 'unsure' ? [name] : [])), remarks: remarksOf(key, issues),
  }
}

export function personFace(person: PersonDraft, language: string): PersonFace {
  const { name, honorific, role, unconfirmed } = person
  return { name: [honorific?.value, name.value].filter(Boolean).join(' '), lang: langOf(name.value) && langOf(name.value, language), title: titleWords(person), moderates: role === 'moderator', unconfirmed }
}

/** Everything printed after the name, further affiliations too. */
function titleWords({ printedTitle, further }: PersonDraft): string {
  const printed = printedTitle.split(/\s+/u).join(' ').trim()
  const more = further.map(({ position, organisation }) => [position, organisation].filter(Boolean).join(', ')).filter((words) => !printed.includes(words))
  return [printed, ...more].filter(Boolean).join('; ')
}

/** What a row is told beside its title: questions by their number of course, the rest by its rule. Notes stay in their list. */
function remarksOf(key: string, issues: readonly DraftIssue[]): RowRemark[] {
  return issues.filter((issue) => issue.severity !== 'note' && issue.keys.includes(key)).map((issue) => ({ severity: issue.severity, words: DRAFT_RULE_WORDS[issue.code].toLowerCase(), question: issueId(issue) }))
}

/** Names an issue within its page. */
export function issueId({ code, keys, spans }: Pick<DraftIssue, 'code' | 'keys' | 'spans'>): string {
  return `${code}-${keys[0] ?? `at${spans[0]?.start ?? 0}`}${keys.length > 1 ? `-${keys.at(-1)}` : ''}`
}

/** Fields that say nothing stay out of the form. */
function shownFields(fields: Fields, quiet: readonly (keyof Fields)[], hasDay: boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => (name === 'day' ? hasDay : value !== '' || !quiet.some((each) => each === name))))
}

function standing(change: RowChange | null, { choices, compares }: Told, key: string): Pick<RowFace, 'change' | 'tick'> {
  if (!compares || !change) return { change: null, tick: null }
  const tick: Tick | null = change.what === 'same' ? null : { name: 'row', value: key, checked: isWanted(choices, { what: change.what, key }) }
  return { change: { what: change.what, was: wasOf(change) }, tick }
}

/** What is stored where a row of the text says something else. */
function wasOf({ stored, read, differs }: RowChange): ChangeFace['was'] {
  if (!stored || !read) return { time: null, words: [] }
  const time = differs.includes('start') || differs.includes('end') || differs.includes('day') ? `${differs.includes('day') && stored.day ? `${formatDayShort(stored.day)} ` : ''}${timeOf(stored)}` : null
  const words = [...(differs.includes('title') ? [`“${stored.title}”`] : []), ...(differs.includes('kind') ? [kindWord(stored.kind)] : []), ...(differs.includes('people') ? ['other people'] : []), ...(differs.includes('more') ? ['other details'] : [])]
  return { time, words }
}

function timeOf({ start, end }: Pick<Row, 'start' | 'end'>): string {
  return start === null ? 'no time yet' : formatRange(start, end)
}

/** A stored row that the text does not have any more; `goes`: it can be removed from here. */
export function goneFace(stored: Row, { choices }: Told, { day, goes }: { day: Day | null; goes: boolean }): RowFace {
  return {
    key: `gone-${stored.id}`, line: null, time: stored.start === null ? '' : formatRange(stored.start, stored.end), day: day ? formatDayShort(day) : null, sameDay: false, title: stored.title, lang: langOf(stored.title), other: null,
    kind: '', place: '', people: [], details: [], unsure: [], remarks: [], change: { what: 'gone', was: { time: null, words: [] } },
    tick: goes ? { name: 'gone', value: stored.id, checked: isWanted(choices, { what: 'gone', key: stored.id }) } : null, fields: null,
  }
}
