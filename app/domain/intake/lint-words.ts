/** What the lint of a reading asks, as sentences. */
import type { ChoiceFacts, DraftFacts, DraftRule } from '#app/domain/intake/lint-issue.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatDayShort, formatMinute, formatRange } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'

/** The name of each rule, as a word or two. */
export const DRAFT_RULE_WORDS: Record<DraftRule, string> = {
  'weekday-mismatch': 'Weekday', 'ambiguous-date': 'Day or month', overlap: 'Overlap', 'person-conflict': 'Twice at once', 'range-mismatch': 'Header and items', 'out-of-order': 'Order', gap: 'Gap',
  'no-speaker': 'No speaker', 'two-affiliations': 'Two organisations', 'name-variant': 'Two spellings', 'column-shift': 'Slipped row', 'end-before-start': 'End before start',
  'spelling-near-place': 'Spelling', 'title-drift': 'Two titles', 'year-assumed': 'Year', 'slot-too-short': 'Short slots', 'no-break': 'No break', 'unled-item': 'Nobody named',
  'open-ended-item': 'No end', 'combined-row': 'Two in one line', 'holiday-or-weekend': 'Weekend',
}

type DraftWords = { title: string; detail: string }
type Of<C extends DraftRule> = Extract<DraftFacts, { code: C }>
type Words = { [C in DraftRule]: (facts: Of<C>) => DraftWords }

const WORDS: Words = {
  'weekday-mismatch': ({ printed, day, actual, weekday, other, otherIsPrinted, rows }) => ({
    title: `“${printed}”: ${formatDay(day).slice(4)} is a ${actual}`,
    detail: `${rows > 0 ? `${count(rows, 'row has', 'rows have')} this date. ` : ''}${otherIsPrinted ? `${formatDayShort(other)} is printed too, so ${actual} is the likely reading.` : `The nearest ${weekday} is ${formatDayShort(other)}.`}`,
  }),
  'ambiguous-date': ({ printed, day, otherDay }) => ({ title: `“${printed}” may be ${formatDay(day)} or ${formatDay(otherDay)}`, detail: 'Nothing in the text says which number is the month.' }),
  overlap: ({ earlier, later }) => ({ title: `${row(later)} begins before ${row(earlier)} ends`, detail: 'Nothing says that the two run beside each other.' }),
  'person-conflict': ({ name, earlier, later }) => ({ title: `${name} is asked for twice at once`, detail: `${row(earlier)} and ${row(later)}.` }),
  'range-mismatch': ({ header, start, end, first, last }) => ({
    title: `The head says ${formatRange(header.start, header.end)}, the rows ${formatRange(start ?? header.start, end ?? header.end)}`,
    detail: [...(start === null ? [] : [`${quote(first.title)} begins at ${formatMinute(start)}.`]), ...(end === null ? [] : [`${quote(last.title)} ends at ${formatMinute(end)}.`])].join(' '),
  }),
  'out-of-order': ({ title, start, before }) => ({ title: `${quote(title)}${start === null ? '' : ` at ${formatMinute(start)}`} stands after ${quote(before)}, which is later`, detail: 'It is put where its time belongs, unless the time is wrong.' }),
  gap: ({ from, to, before, after }) => ({ title: `Nothing from ${formatMinute(from)} to ${formatMinute(to)}`, detail: `Between ${quote(before)} and ${quote(after)}: ${to - from} minutes.` }),
  'no-speaker': ({ title, start }) => ({ title: `${at(start)}${quote(title)} names nobody`, detail: 'Others do. It stays without a speaker until somebody is named.' }),
  'two-affiliations': ({ name, bodies }) => ({ title: `${name} stands for ${quote(bodies[0])} and ${quote(bodies[1])}`, detail: 'Both are kept, in their order, unless these are two people.' }),
  'name-variant': ({ names }) => ({ title: `“${names[0]}” and “${names[1]}”`, detail: 'Likely one person, spelt in two ways. No name is changed.' }),
  'column-shift': ({ title, city, day }) => ({ title: `${quote(title)} stands in the wrong column`, detail: `From what stands around it, it belongs to ${city}${day === null ? '' : `, ${formatDayShort(day)}`}.` }),
  'end-before-start': ({ title, start, end }) => ({ title: `${quote(title)} ends before it begins`, detail: `${formatMinute(start)}–${formatMinute(end)} is printed.` }),
  'spelling-near-place': ({ word, known }) => ({ title: `“${word}”, elsewhere ${known}`, detail: `One or two letters away from ${known}.` }),
  'title-drift': ({ titles }) => ({ title: `Two titles: ${quote(titles[0])} and ${quote(titles[1])}`, detail: 'Likely meant to be one.' }),
  'year-assumed': ({ printed, day }) => ({ title: `No year is printed; ${day.slice(0, 4)} is assumed`, detail: `“${printed}” is read as ${formatDay(day)}.` }),
  'slot-too-short': ({ rows }) => ({ title: rows.length === 1 ? 'A talk shorter than 10 minutes' : `${rows.length} talks shorter than 10 minutes`, detail: `${rows.slice(0, 6).map(row).join('; ')}. With consecutive interpretation half of it remains.` }),
  'no-break': ({ start, end }) => ({ title: `${end - start} minutes without a break`, detail: `${formatRange(start, end)} in one stretch.` }),
  'unled-item': ({ title, start }) => ({ title: `${at(start)}${quote(title)} names nobody to lead it`, detail: 'It can be said later.' }),
  'open-ended-item': ({ title, start }) => ({ title: `${at(start)}${quote(title)} has no end`, detail: 'What follows cannot be checked against it.' }),
  'combined-row': ({ title, parts }) => ({ title: `${quote(title)} may be ${parts.length === 2 ? 'two' : parts.length}`, detail: `${parts.map(quote).join(' and ')}.` }),
  'holiday-or-weekend': ({ days }) => ({ title: `${days.slice(0, 4).map(formatDay).join(', ')}: ${days.length === 1 ? 'a day off' : 'days off'}`, detail: 'Saturday or Sunday.' }),
}

/** An issue in words. */
export function describeDraftIssue(issue: DraftFacts): DraftWords {
  return (WORDS[issue.code] as (facts: DraftFacts) => DraftWords)(issue)
}

/** What the button of a choice says. */
export function choiceLabel(choice: ChoiceFacts): string {
  switch (choice.kind) {
    case 'keep-date': return `Keep the date: ${formatDayShort(choice.day)}`
    case 'keep-weekday': return `Keep the weekday: ${formatDayShort(choice.day)}`
    case 'read-day': return formatDay(choice.day)
    case 'end-earlier': return `${quote(choice.title)} ends at ${formatMinute(choice.at)}`
    case 'start-later':
    case 'start-earlier': return `${quote(choice.title)} begins at ${formatMinute(choice.at)}`
    case 'beside': return 'They run beside each other'
    case 'header': return `Head ${formatRange(choice.start, choice.end)}`
    case 'by-time': return 'Put it where its time belongs'
    case 'leave': return 'Leave it as it is'
    case 'skip': return `Leave out ${quote(choice.title)}`
    case 'one-person': return 'The same person'
    case 'two-people': return 'Two people'
    case 'both-bodies': return 'One person, both in order'
    case 'belongs': return `Yes, ${choice.city}${choice.day === null ? '' : `, ${formatDayShort(choice.day)}`}`
    case 'no-end': return `${quote(choice.title)} without an end`
    case 'respell': return `Write “${choice.known}”`
    case 'use-title': return `Use ${quote(choice.title)}`
  }
}

function row({ title, start, end }: { title: string; start: Minute | null; end: Minute | null }): string {
  return `${start === null ? '' : `${formatRange(start, end)} `}${quote(title)}`
}

function at(start: Minute | null): string {
  return start === null ? '' : `${formatMinute(start)} `
}

function quote(title: string): string {
  const short = title.length > 90 ? `${title.slice(0, 88)}…` : title
  return `“${short.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
