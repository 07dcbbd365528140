/** Sentences about plans: agendas row by row, people in two places, rows as they were read, evidence that is thin. */
import type { RuleCode } from '#app/domain/roadshow/lint-issue.ts'
import { quote, quoted, spot } from '#app/domain/roadshow/lint-phrases.ts'
import type { Words } from '#app/domain/roadshow/lint-phrases.ts'
import { count } from '#app/domain/text.ts'
import { formatDayShort, formatMinute, formatRange } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'

type PlanCode = Extract<RuleCode,
  | 'overlap' | 'out-of-order' | 'gap' | 'no-speaker' | 'person-conflict' | 'tentative-conflict' | 'venue-conflict' | 'travel-infeasible' | 'column-shift' | 'combined-row'
  | 'name-variant' | 'two-affiliations' | 'gender-balance' | 'historic-name' | 'triangulation-gap' | 'untranslated-evidence'>

export const PLAN_WORDS: Pick<Words, PlanCode> = {
  overlap: ({ title, city, day, earlier, later }) => ({
    title: `${quote(later.title)} begins before ${quote(earlier.title)} ends`, detail: `${formatRange(earlier.start, earlier.end)} and ${formatRange(later.start, later.end)}: nothing says that they run beside each other.`, place: `${quote(title)} · ${spot(city, day)}`,
  }),
  'out-of-order': ({ title, city, day, items, before }) => ({
    title: `${items.map((item) => `${formatMinute(item.start)} ${quote(item.title)}`).slice(0, 3).join(', ')} ${items.length === 1 ? 'stands' : 'stand'} after a later item`, detail: `${quote(before)} is later and stands before.`, place: `${quote(title)} · ${spot(city, day)}`,
  }),
  gap: ({ title, city, day, from, to, before, after }) => ({ title: `Nothing from ${formatMinute(from)} to ${formatMinute(to)}`, detail: `${to - from} minutes between ${quote(before)} and ${quote(after)}.`, place: `${quote(title)} · ${spot(city, day)}` }),
  'no-speaker': ({ title, city, day, items }) => ({
    title: items.length === 1 ? `${quote(items[0]?.title ?? '')} names no speaker` : `${items.length} items name no speaker`, detail: `${items.slice(0, 6).map((item) => `${formatMinute(item.start)} ${quote(item.title)}`).join('; ')}. The others do.`, place: `${quote(title)} · ${spot(city, day)}`,
  }),
  'person-conflict': twice,
  'tentative-conflict': twice,
  'venue-conflict': ({ venue, earlier, later }) => ({ title: `${venue} is taken twice`, detail: `${busy(earlier)} and ${busy(later)}.`, place: spot(later.city, later.day) }),
  'travel-infeasible': ({ minutes, earlier, later }) => ({
    title: `From ${quote(earlier.title)} to ${quote(later.title)} in ${minutes < 0 ? 'less than no time' : `${minutes} minutes`}`,
    detail: `${busy(earlier)} in ${earlier.city}, ${busy(later)} in ${later.city}. ${minutes < 0 ? 'One begins before the other ends.' : 'No way between two cities is that short.'}`, place: `${earlier.city} – ${later.city}`,
  }),
  'column-shift': ({ title, city, day }) => ({ title: `${quote(title)} stood in the wrong column`, detail: `Its place and day are those of the rows around it: ${spot(city, day)}. Nobody has confirmed that yet.`, place: spot(city, day) }),
  'combined-row': ({ title, city, day, parts }) => ({ title: `${quote(title)} may be ${parts.length === 2 ? 'two' : parts.length}`, detail: `${parts.map(quote).join(' and ')}: one calendar entry, or one each?`, place: spot(city, day) }),
  'name-variant': ({ names }) => ({ title: `“${names[0]}” and “${names[1]}” may be one person`, detail: 'Spelt almost alike, and nothing says that they are two. No name is changed; whoever knows says which.', place: 'People' }),
  'two-affiliations': ({ title, person, bodies }) => ({ title: `${person} stands for ${bodies.length === 2 ? 'two' : bodies.length} organisations`, detail: `${quoted(bodies)}. Name plates and lists need both, in order.`, place: quote(title) }),
  'gender-balance': ({ title, honorific, count: people }) => ({ title: `All ${people} named people are “${honorific}”`, detail: 'A figure, and no more.', place: quote(title) }),
  'historic-name': ({ names }) => ({ title: `${names.map(({ was }) => was).join(', ')}: ${names.length === 1 ? 'a name' : 'names'} of ${names.length === 1 ? 'its' : 'their'} time`, detail: `Right on the day; now ${names.map(({ now }) => now).join(', ')}.`, place: 'Names' }),
  'triangulation-gap': ({ dimensions }) => ({
    title: `${count(dimensions.length, 'level rests', 'levels rest')} on one meeting or one kind of source`, detail: `${dimensions.slice(0, 6).map(({ name, meetings, sourceKinds }) => `${name}: ${count(meetings, 'meeting or paper', 'meetings and papers')}, ${count(sourceKinds, 'kind', 'kinds')} of source`).join('; ')}.`, place: 'Readiness',
  }),
  'untranslated-evidence': ({ passages }) => ({ title: `${count(passages.length, 'linked passage has', 'linked passages have')} no translation`, detail: `${quoted(passages.map(({ body }) => (body.length > 60 ? `${body.slice(0, 58)}…` : body)))}. Whoever reads the report cannot read ${passages.length === 1 ? 'it' : 'them'}.`, place: 'Evidence' }),
}

type Busy = { title: string; city: string; day: Day; start: Minute | null; end: Minute | null }

function twice({ people, earlier, later }: { people: string[]; earlier: Busy; later: Busy }) {
  const who = people.length > 3 ? `${people.slice(0, 2).join(', ')} and ${people.length - 2} more` : people.join(', ')
  return { title: `${who} ${people.length === 1 ? 'is' : 'are'} in two things at once`, detail: `${busy(earlier)} and ${busy(later)}.`, place: spot(later.city, later.day) }
}

function busy({ title, day, start, end }: Busy): string {
  return `${quote(title)}, ${formatDayShort(day)}${start === null ? '' : ` ${formatRange(start, end)}`}`
}
