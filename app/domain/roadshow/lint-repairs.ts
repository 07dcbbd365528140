/** Repairs as words: the label of the button before, the sentence in history after. */
import { BREAK } from '#app/domain/agenda/repairs.ts'
import { levelWord } from '#app/domain/assessment/ratings.ts'
import type { Change, Repair, Visit } from '#app/domain/roadshow/lint-issue.ts'
import { quote } from '#app/domain/roadshow/lint-phrases.ts'
import { count } from '#app/domain/text.ts'
import { formatDayShort, formatMinute, formatRange } from '#app/domain/time.ts'

const VISITS: Record<Visit['to'], string> = {
  engagement: 'Open the engagement', agenda: 'Open the agenda', move: 'Move by hand…', time: 'Set a time…', edit: 'Edit by hand…', 'new-engagement': 'Add the travel…', readiness: 'Open readiness',
  dimension: 'See the evidence', report: 'Open the report and plan', grid: 'See it in the grid',
  person: 'Open the person', merge: 'The same person: merge…', place: 'Open the place', organisation: 'Open the organisation', evidence: 'Open the passage',
}

/** What the button or link says. */
export function repairLabel(repair: Repair): string {
  switch (repair.kind) {
    case 'visit': return VISITS[repair.to]
    case 'keep-date': return `Keep the date: ${formatDayShort(repair.day)}`
    case 'keep-weekday': return `Keep the weekday: ${formatDayShort(repair.day)}`
    case 'keep-title': return `Use ${quote(repair.title)}`
    case 'use-other-title': return `Use ${quote(repair.title)}`
    case 'stretch-header': return `Header ${formatRange(repair.header.start, repair.header.end)}`
    case 'header-over-all': return `Header ${formatRange(repair.header.start, repair.header.end)}, with registration`
    case 'trim-last': return `End “${repair.title}” at ${formatMinute(repair.end)}`
    case 'read-as-next': return `Read as ${levelWord({ level: repair.level, certain: true })}`
    case 'read-as-none': return 'Leave open: not enough evidence'
    case 'renumber': return `Make “${repair.title}” ${repair.number}`
    case 'unnumber': return `“${repair.title}” without a number`
    case 'respell': return `Write “${repair.known}”`
    case 'add-name': return `“${repair.word}” is another name of it`
    case 'end-at':
    case 'end-in-an-hour': return `End ${quote(repair.title)} at ${formatMinute(repair.end)}`
    case 'start-at': return `Start ${quote(repair.title)} at ${formatMinute(repair.start)}`
    case 'side-by-side': return 'They run beside each other'
    case 'sort-by-time': return 'Sort by time'
    case 'fill-with-break': return `A break, ${formatRange(repair.start, repair.end)}`
    case 'insert-break': return `A break of ${BREAK} minutes at ${formatMinute(repair.start)}, the rest later`
    case 'lengthen': return `${repair.minutes} minutes each, the rest later`
    case 'lead':
    case 'lead-second': return `${repair.person} leads it`
    case 'use-language': return `State ${repair.language}`
    case 'confirm-place': return `Yes, it belongs to ${repair.city}, ${formatDayShort(repair.day)}`
    case 'split-row': return `Split in ${repair.parts.length === 2 ? 'two' : repair.parts.length}`
    case 'tell-apart': return `Call it ${quote(repair.title)}`
    case 'inherit-owners': return `Take the owner of the row above, for ${count(repair.owners.length, 'row', 'rows')}`
  }
}

/** What was done, after “repaired …:”. */
export function changeWords(change: Change): string {
  switch (change.kind) {
    case 'keep-date': return `kept the date, ${formatDayShort(change.day)}`
    case 'keep-weekday': return `moved to ${formatDayShort(change.day)}`
    case 'keep-title': return `${quote(change.title)} stays the title`
    case 'use-other-title': return `${quote(change.title)} is the title`
    case 'stretch-header': return `header ${formatRange(change.header.start, change.header.end)}`
    case 'header-over-all': return `header ${formatRange(change.header.start, change.header.end)}`
    case 'trim-last': return `“${change.title}” ends at ${formatMinute(change.end)}`
    case 'read-as-next': return `read as ${levelWord({ level: change.level, certain: true })}`
    case 'read-as-none': return 'left open'
    case 'renumber': return `“${change.title}” is ${change.number}`
    case 'unnumber': return `“${change.title}” has no number`
    case 'respell': return `written “${change.known}”`
    case 'add-name': return `“${change.word}” is a name of ${change.known}`
    case 'end-at':
    case 'end-in-an-hour': return `${quote(change.title)} ends at ${formatMinute(change.end)}`
    case 'start-at': return `${quote(change.title)} starts at ${formatMinute(change.start)}`
    case 'side-by-side': return 'they run beside each other'
    case 'sort-by-time': return 'sorted by time'
    case 'fill-with-break': return `a break, ${formatRange(change.start, change.end)}`
    case 'insert-break': return `a break at ${formatMinute(change.start)} after ${quote(change.after)}`
    case 'lengthen': return `${change.minutes} minutes each, the rest later`
    case 'lead':
    case 'lead-second': return `${change.person} leads it`
    case 'use-language': return `stated ${change.language}`
    case 'confirm-place': return `it belongs to ${change.city}, ${formatDayShort(change.day)}`
    case 'split-row': return `split: ${change.parts.map(quote).join(' and ')}`
    case 'tell-apart': return `called ${quote(change.title)}`
    case 'inherit-owners': return `${count(change.owners.length, 'row has', 'rows have')} the owner of the row above`
  }
}
