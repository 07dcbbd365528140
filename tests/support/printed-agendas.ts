/** Random agendas and twenty ways to print them, as different people would. Shares nothing with what reads them. */
import fc from 'fast-check'

export type PrintedPerson = { honorific: string; name: string; position: string; organisation: string }
export type PrintedItem = { start: number; minutes: number; title: string; person: PrintedPerson | null }
export type PrintedAgenda = { title: string; day: { year: number; month: number; date: number }; items: PrintedItem[] }

/** What a layout can express of an agenda. */
export type Shown = { start: string; end: string | null; title: string; names: string[] }[]
export type Printer = { name: string; print(agenda: PrintedAgenda): string; shows?: { end?: boolean; names?: boolean } }

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const FIRST = ['Anna', 'Peter', 'Laura', 'Ruslan', 'Gulnara', 'Timur', 'Maria', 'Bakyt', 'Farida', 'Oleg'] as const
const LAST = ['Petrova', 'Olsen', 'Ibraimov', 'Nazarova', 'Keller', 'Sadykov', 'Moreau', 'Akhmedov', 'Lindqvist', 'Rahimova'] as const
const POSITIONS = ['Director', 'Senior Economist', 'Head of Department', 'Deputy Minister', 'Programme Manager'] as const
const BODIES = ['Ministry of Finance', 'World Bank', 'National Statistics Agency', 'Institute of Urban Studies', 'Asian Development Bank'] as const
const TALKS = ['Financing municipal services', 'Lessons from regional pilots', 'Open data in city planning', 'Tariffs and household budgets', 'Digital land registers', 'Water losses and metering', 'Roads maintenance contracts', 'Procurement reform in practice'] as const
const TITLES = ['Workshop on City Services', 'Seminar on Public Investment', 'Regional Conference on Open Data', 'Training on Tariff Policy'] as const

const person = fc.record({ honorific: fc.constantFrom('Mr.', 'Ms.', 'Dr.'), first: fc.constantFrom(...FIRST), last: fc.constantFrom(...LAST), position: fc.constantFrom(...POSITIONS), organisation: fc.constantFrom(...BODIES) })
  .map(({ honorific, first, last, position, organisation }): PrintedPerson => ({ honorific, name: `${first} ${last}`, position, organisation }))

/** One day from the morning on, one item after the other: registration, talks with a speaker each, a break, a discussion, lunch. */
export const agendas = fc.record({
  title: fc.constantFrom(...TITLES), year: fc.integer({ min: 2021, max: 2028 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 13, max: 28 }),
  from: fc.integer({ min: 16, max: 19 }).map((half) => half * 30), talks: fc.uniqueArray(fc.constantFrom(...TALKS), { minLength: 2, maxLength: 6 }),
  people: fc.uniqueArray(person, { minLength: 6, maxLength: 6, selector: ({ name }) => name.split(' ')[1] }), lengths: fc.array(fc.constantFrom(15, 20, 30, 40, 45), { minLength: 10, maxLength: 10 }),
}).map(({ title, year, month, date, from, talks, people, lengths }): PrintedAgenda => {
  const rows: [string, PrintedPerson | null][] = [['Registration', null], ...talks.map((talk, at): [string, PrintedPerson | null] => [talk, people[at] ?? null]), ['Coffee break', null], ['Discussion', null], ['Lunch', null]]
  let start = from
  return { title, day: { year, month, date }, items: rows.map(([words, who], at) => {
    const item = { start, minutes: lengths[at] ?? 30, title: words, person: who }
    start += item.minutes
    return item
  }) }
})

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (minute: number, mark = ':'): string => `${two(Math.floor(minute / 60))}${mark}${two(minute % 60)}`
const half = (minute: number): string => `${((Math.floor(minute / 60) + 11) % 12) + 1}:${two(minute % 60)} ${minute < 720 ? 'a.m.' : 'p.m.'}`
const endOf = (item: PrintedItem): number => item.start + item.minutes
const whole = ({ honorific, name, position, organisation }: PrintedPerson): string => `${honorific} ${name}, ${position}, ${organisation}`
const short = ({ honorific, name, organisation }: PrintedPerson): string => `${honorific} ${name} (${organisation})`
const longDay = ({ day: { year, month, date } }: PrintedAgenda): string => `${DAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]}, ${date} ${MONTHS[month - 1]} ${year}`
const dots = ({ day: { year, month, date } }: PrintedAgenda): string => `${two(date)}.${two(month)}.${year}`
const american = ({ day: { year, month, date } }: PrintedAgenda): string => `${MONTHS[month - 1]} ${date}, ${year}`
const iso = ({ day: { year, month, date } }: PrintedAgenda): string => `${year}-${two(month)}-${two(date)}`
const rows = (agenda: PrintedAgenda, row: (item: PrintedItem, at: number) => string, between = '\n'): string => agenda.items.map(row).join(between)
const under = (item: PrintedItem, lead: string): string => (item.person ? `\n${lead}${whole(item.person)}` : '')

export const PRINTERS: readonly Printer[] = [
  { name: 'a range, an en dash, people below', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start)} – ${clock(endOf(item))} ${item.title}${under(item, '')}`)}` },
  { name: 'dotted hours', print: (agenda) => `${agenda.title}\n${dots(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start, '.')}-${clock(endOf(item), '.')}  ${item.title}${under(item, '    ')}`)}` },
  { name: 'markdown bullets', print: (agenda) => `# ${agenda.title}\n\n**${american(agenda)}**\n\n${rows(agenda, (item) => `- ${clock(item.start)} - ${clock(endOf(item))} **${item.title}**${item.person ? `  \n*${item.person.honorific} ${item.person.name}*, ${item.person.position}, ${item.person.organisation}` : ''}`)}` },
  { name: 'a pipe table', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n| Time | Session | Speaker |\n|---|---|---|\n${rows(agenda, (item) => `| ${clock(item.start)}–${clock(endOf(item))} | ${item.title} | ${item.person ? whole(item.person) : ''} |`)}` },
  { name: 'tab columns', print: (agenda) => `${agenda.title}\nDate:\t${longDay(agenda)}\n\nTime\tSession\tSpeaker\n${rows(agenda, (item) => `${clock(item.start)} – ${clock(endOf(item))}\t${item.title}\t${item.person ? whole(item.person) : ''}`)}` },
  { name: 'tab columns with a start and an end', print: (agenda) => `${agenda.title}\n${iso(agenda)}\n\nStart\tEnd\tTopic\tSpeaker\n${rows(agenda, (item) => `${clock(item.start)}\t${clock(endOf(item))}\t${item.title}\t${item.person ? whole(item.person) : ''}`)}` },
  { name: 'starts alone, a bar', print: (agenda) => `${agenda.title}\n${american(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start)} | ${item.title}${under(item, '')}`, '\n\n')}`, shows: { end: false } },
  { name: 'hours on a line of their own', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start)} – ${clock(endOf(item))}\n${item.title}${under(item, '')}`, '\n\n')}` },
  { name: 'hours with an h', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start, 'h')} – ${clock(endOf(item), 'h')} : ${item.title}${under(item, '   ')}`)}` },
  { name: 'four digits and slashes', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start, '')} – ${clock(endOf(item), '')} / ${item.title}${item.person ? ` / ${short(item.person)}` : ''}`)}` },
  { name: 'morning and afternoon', print: (agenda) => `${agenda.title}\n${american(agenda)}\n\n${rows(agenda, (item) => `${half(item.start)} – ${half(endOf(item))}  ${item.title}${under(item, '')}`)}` },
  { name: 'leaders, hours at the line end', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `${item.title} ${'.'.repeat(30)} ${clock(item.start)}–${clock(endOf(item))}${under(item, '')}`)}` },
  { name: 'minutes counted from the start', print: (agenda) => `${agenda.title}\n${longDay(agenda)}, starts at ${clock(agenda.items[0]?.start ?? 0)}\n\n${rows(agenda, (item) => `${item.title} (${item.minutes} min)${under(item, '')}`)}` },
  { name: 'a forwarded mail', print: (agenda) => `Hi all,\nplease see below.\n\n---------- Forwarded message ---------\nFrom: Planning Desk <desk@example.org>\nSubject: Fwd: ${agenda.title}\n\n${[agenda.title, longDay(agenda), '', ...rows(agenda, (item) => `${clock(item.start)}-${clock(endOf(item))} ${item.title}${item.person ? ` – ${short(item.person)}` : ''}`).split('\n')].map((line) => `> ${line}`).join('\n')}\n` },
  { name: 'markdown headings', print: (agenda) => `# ${agenda.title}\n_${longDay(agenda)}_\n\n${rows(agenda, (item) => `### ${clock(item.start)}–${clock(endOf(item))} ${item.title}${item.person ? `\n- ${whole(item.person)}` : ''}`, '\n\n')}` },
  { name: 'a numbered list', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item, at) => `${at + 1}. ${clock(item.start)}-${clock(endOf(item))} – ${item.title}${under(item, '   ')}`)}` },
  { name: 'wide columns', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `${clock(item.start)} - ${clock(endOf(item))}     ${item.title.padEnd(42)}${item.person ? whole(item.person) : ''}`.trimEnd())}` },
  { name: 'hours in brackets behind the title', print: (agenda) => `${agenda.title}\n${longDay(agenda)}\n\n${rows(agenda, (item) => `• ${item.title} (${clock(item.start)}–${clock(endOf(item))})${under(item, '  ')}`)}` },
  { name: 'a speaker’s label', print: (agenda) => `${agenda.title.toUpperCase()}\n\n${longDay(agenda)} | ${clock(agenda.items[0]?.start ?? 0)} – ${clock(endOf(agenda.items.at(-1) as PrintedItem))}\n\n${rows(agenda, (item) => `${clock(item.start)} – ${clock(endOf(item))}   ${item.title}${item.person ? `\n    Speaker: ${whole(item.person)}` : ''}`, '\n\n')}` },
  { name: 'Russian hours from and to', print: (agenda) => `${agenda.title}\n${dots(agenda)} г.\n\n${rows(agenda, (item) => `с ${clock(item.start, '.')} до ${clock(endOf(item), '.')} ${item.title}${under(item, '– ')}`)}` },
]

/** What a printer's text must give back. */
export function shownBy(printer: Printer, agenda: PrintedAgenda): Shown {
  const { end = true, names = true } = printer.shows ?? {}
  return agenda.items.map((item) => ({ start: clock(item.start), end: end ? clock(endOf(item)) : null, title: item.title, names: names && item.person ? [item.person.name] : [] }))
}
