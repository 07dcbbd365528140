/** Issues as sentences: what is wrong, what speaks for which reading, where it stands. */
import { levelWord } from '#app/domain/assessment/ratings.ts'
import { weekdayPrinted } from '#app/domain/roadshow/printed-day.ts'
import type { Issue, IssueFacts, RuleCode } from '#app/domain/roadshow/lint-issue.ts'
import { has, inDays, quote, quoted, span, spot } from '#app/domain/roadshow/lint-phrases.ts'
import type { IssueWords, Words } from '#app/domain/roadshow/lint-phrases.ts'
import { PLAN_WORDS } from '#app/domain/roadshow/lint-words-plan.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatDayLong, formatDayShort, formatMinute, formatRange } from '#app/domain/time.ts'

/** The name of each rule, as a word or two. */
export const RULE_WORDS: Record<RuleCode, string> = {
  overlap: 'Overlap', 'person-conflict': 'Twice at once', 'travel-infeasible': 'Out of reach', 'column-shift': 'Slipped row', 'tentative-conflict': 'Maybe twice at once', 'venue-conflict': 'Place taken',
  'out-of-order': 'Order', gap: 'Gap', 'no-speaker': 'No speaker', 'name-variant': 'Two spellings', 'triangulation-gap': 'One source', 'untranslated-evidence': 'No translation',
  'combined-row': 'Two in one row', 'two-affiliations': 'Two organisations', 'gender-balance': 'Balance', 'historic-name': 'Name of its time',
  'weekday-mismatch': 'Weekday', 'title-drift': 'Two titles', 'header-vs-items': 'Header and items', 'mark-outside-header': 'Mark outside header',
  'duplicate-number': 'Number twice', 'spelling-near-place': 'Spelling', 'missing-essentials': 'Near and incomplete', 'no-travel-leg': 'No travel leg', 'no-break': 'No break',
  'slot-too-short': 'Short slots', 'language-missing': 'Language', 'stale-rating': 'Stale rating', 'rating-without-basis': 'No evidence', 'owner-missing': 'No owner',
  'duplicate-title': 'Same title', 'shared-slot-unsplit': 'Shared slot', 'unled-item': 'Nobody named', 'open-ended-item': 'No end', 'multi-role': 'Several roles',
  'holiday-or-weekend': 'Weekend', 'tz-shift': 'Clocks differ',
}

const WORDS: Words = {
  ...PLAN_WORDS,
  'weekday-mismatch': ({ printed, weekday, day, actual, city, titles, other, otherIsPrinted }) => ({
    title: `“${printed}”: ${formatDayLong(day).slice(actual.length + 1)} is a ${actual}`, wrong: weekdayPrinted(printed),
    detail: `${count(titles.length, 'row carries', 'rows carry')} this date: ${quoted(titles)}. ${otherIsPrinted ? `${formatDayShort(other)} is printed too, so ${actual} is the likely reading.` : `The nearest ${weekday} is ${formatDayShort(other)}.`}`,
    place: `${city} · ${count(titles.length, 'row', 'rows')}`,
  }),
  'title-drift': ({ titles, city, day, origin }) => ({
    title: `Two titles: ${quote(titles[0])} and ${quote(titles[1])}`, detail: `Invitations, banner and report would disagree. Choose one; the other stays as another title${origin ? ` (source of the second: ${origin})` : ''}.`, place: spot(city, day),
  }),
  'header-vs-items': ({ title, city, day, header, printed, items, lastTitle }) => ({
    title: `${printed ? 'Header' : 'Slot'} ${formatRange(header.start, header.end)}, programme ${formatRange(items.start, items.end)}`, wrong: formatRange(header.start, header.end),
    detail: `${header.end !== null && (items.end ?? 0) > header.end ? `“${lastTitle}” ends at ${formatMinute(items.end ?? 0)}: an invitation made from the header ends ${(items.end ?? 0) - header.end} minutes too early.` : `The programme begins at ${formatMinute(items.start)}, before the header does.`} Registration and meals may stand around it.`,
    place: `${quote(title)} · ${spot(city, day)}`,
  }),
  'mark-outside-header': ({ dimensions, columns }) => ({
    title: `${count(dimensions.length, 'mark stands', 'marks stand')} under no heading`, detail: `${quoted(dimensions)}: the mark is in column ${columns.join(', ')}, whose heading is empty. How it is read is a guess until somebody says so.`, place: 'Readiness',
  }),
  'duplicate-number': ({ number, titles, document }) => ({
    title: `${number} stands for ${titles.length === 2 ? 'two' : titles.length} sections`, wrong: number, detail: `${quoted(titles)} carry the same number.`, place: document ? `“${document}”` : 'Outline',
  }),
  'spelling-near-place': ({ word, known, texts }) => ({
    title: `“${word}”, elsewhere ${known}`, wrong: word, detail: `Written so in ${quoted([...new Set(texts)])}; nearest to the stop ${known}.`, place: 'Names of places',
  }),
  'missing-essentials': ({ city, missing, titles, of, days }) => ({
    title: `${titles.length} of ${of} near engagements in ${city} ${has(titles.length)} no ${missing.join(' or no ')}`, detail: `${quoted(titles)}. The first is ${inDays(days)}; nobody can be invited and no clash or way be checked without.`, place: city,
  }),
  'no-travel-leg': ({ from, to, leaveDay, arriveDay }) => ({
    title: `${from} to ${to}: no travel leg`, detail: `From ${formatDayShort(leaveDay)} to ${formatDayShort(arriveDay)} nothing says how and when people travel.`, place: `${from} – ${to}`,
  }),
  'no-break': ({ title, city, day, stretch }) => ({
    title: `${stretch.end - stretch.start} minutes without a break`, detail: `${formatRange(stretch.start, stretch.end)} in one stretch; people and interpreters tire after 90.`, place: `${quote(title)} · ${spot(city, day)}`,
  }),
  'slot-too-short': ({ title, city, day, items }) => ({
    title: items.length === 1 ? `A talk of ${items[0]?.minutes} minutes` : `${items.length} talks shorter than 10 minutes`,
    detail: `${items.map((item) => `${formatMinute(item.start)} “${item.title}”, ${item.minutes} min`).join('; ')}. With consecutive interpretation half of it remains.`, place: `${quote(title)} · ${spot(city, day)}`,
  }),
  'language-missing': ({ title, city, day }) => ({ title: 'No working language or interpretation stated', detail: 'Speakers and interpreters need to know it.', place: `${quote(title)} · ${spot(city, day)}` }),
  'stale-rating': ({ dimension, level, count: links }) => ({
    title: `${dimension} is ${levelWord({ level, certain: true })}, and newer evidence speaks against it`, detail: `${count(links, 'link contradicts', 'links contradict')} it since the level was given.`, place: 'Readiness',
  }),
  'rating-without-basis': ({ dimensions, of }) => ({
    title: `${dimensions.length} of ${of} levels rest on no evidence`, detail: `${dimensions.join(', ')}. A level is defended by what was said.`, place: 'Readiness',
  }),
  'owner-missing': ({ titles, of }) => ({ title: `${titles.length} of ${of} rows of the work plan ${has(titles.length)} no owner`, detail: `${quoted(titles)}.`, place: 'Work plan' }),
  'duplicate-title': ({ title, days, city }) => ({
    title: `${quote(title)} stands ${days.length === 2 ? 'twice' : `${days.length} times`}`, detail: `On ${days.map(formatDayShort).join(' and ')}: calendars show the same words. A purpose in the title tells them apart.`, place: city,
  }),
  'shared-slot-unsplit': ({ title, item, start, minutes, people }) => ({
    title: `${people} people share ${minutes} minutes`, detail: `${formatMinute(start)} “${item}” says nobody’s share.`, place: quote(title),
  }),
  'unled-item': ({ title, item, start }) => ({ title: `“${item}” names nobody`, detail: `Nobody is named to lead it at ${formatMinute(start)}.`, place: quote(title) }),
  'open-ended-item': ({ title, item, start }) => ({ title: `“${item}” has no end`, detail: `It begins at ${formatMinute(start)}; what follows that day cannot be checked against it.`, place: quote(title) }),
  'multi-role': ({ title, person, roles }) => ({ title: `${person}: ${roles.join(' and ')}`, detail: 'One invitation lists all roles.', place: quote(title) }),
  'holiday-or-weekend': ({ day, city, titles, name, verified }) => ({ title: `${formatDay(day)} is ${name === '' ? 'a day off' : `${name}${verified ? '' : ' (unverified)'}`}`, detail: `${quoted(titles)}.`, place: city }),
  'tz-shift': ({ from, to, minutes, day }) => ({
    title: `From ${from} to ${to} clocks go ${minutes < 0 ? 'back' : 'forward'} ${span(Math.abs(minutes))}`, detail: `From ${formatDayShort(day)} on, times are those of ${to}.`, place: `${from} – ${to}`,
  }),
}

/** An issue in words. */
export function describeIssue(issue: IssueFacts): IssueWords {
  return (WORDS[issue.code] as (facts: IssueFacts) => IssueWords)(issue)
}

/** One sentence for the command line and for history. */
export function issueSentence(issue: IssueFacts): string {
  const { title, detail } = describeIssue(issue)
  return `${title}. ${detail}`
}

/** 'deck line 23', 'deck lines 29, 46'; empty where nothing was printed. */
export function lineWords(lines: readonly number[]): string {
  if (lines.length === 0) return ''
  const shown = lines.length > 4 ? `${lines[0]}–${lines.at(-1)}` : lines.join(', ')
  return `deck ${lines.length === 1 ? 'line' : 'lines'} ${shown}`
}

/** 'Bishkek · 3 rows · deck line 23' */
export function placeWords(issue: Issue): string {
  return [describeIssue(issue).place, lineWords(issue.lines)].filter(Boolean).join(' · ')
}
