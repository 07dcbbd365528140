/**
 * The agenda of an engagement as a sheet of paper, in the World Bank's form: title, day with hours, venue, moderators, then each
 * item with its title in bold and who speaks in italics with the printed titles. A second language stands beside the first.
 */
import { AROUND, headerOf } from '#app/domain/agenda/hours.ts'
import type { Header } from '#app/domain/agenda/hours.ts'
import { LANGUAGE_NAMES, asPaperLanguage, paperDay, paperHours, paperWords, workingLanguages, writtenIn } from '#app/domain/papers/paper-words.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { About, Block, Cell, Gap, Paper, Row, Run, Source, Text } from '#app/domain/papers/paper.ts'
import { itemTitleIn, titleIn, titleOf } from '#app/domain/papers/printed-title.ts'
import { eachOnce, personGaps, personLines } from '#app/domain/papers/printed-person.ts'
import type { PrintedPerson, Spelling } from '#app/domain/papers/printed-person.ts'
import { count } from '#app/domain/text.ts'
import { formatOffset, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

export type AgendaPaperItem = { id: string; kind: string; title: string; otherTitle: string; otherLanguage: string; day: Day; startMinute: Minute; endMinute: Minute | null; details: string; track: string; sampleFields: readonly string[] }
export type SheetEngagement = {
  id: string; kind: string; title: string; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null; headerStartMinute: Minute | null; headerEndMinute: Minute | null
  zone: Zone; city: string; venue: string; room: string; language: string; interpretation: string; sampleFields: readonly string[]
}
export type AgendaPaperFacts = {
  mission: string
  engagement: SheetEngagement
  /** Other titles, those of the document first; `origin` says where one stands. */
  aliases: readonly { title: string; origin: string }[]
  items: readonly AgendaPaperItem[]
  people: readonly PrintedPerson[]
  spellings: readonly Spelling[]
  /** What other languages call the city, by language. */
  cityNames: Readonly<Record<string, string>>
}
type Asked = { language: string; second: string }

export function composeAgenda(facts: AgendaPaperFacts, { language, second }: Asked): Paper {
  const languages = second === '' || second === language ? [language] : [language, second]
  const title = titleIn(facts, language) ?? titleOf(facts)
  return {
    kind: 'agenda', title: `${paperWords(language).agenda}: ${title}`, language, second: languages[1] ?? '', audience: 'team', header: facts.mission, footer: paperWords(language).agenda,
    blocks: [...headBlocks(facts, languages), { kind: 'space', points: languages.length === 1 ? 6 : 2 }, tableOf(facts, languages)], gaps: gapsOf(facts, languages),
  }
}

function headBlocks(facts: AgendaPaperFacts, languages: readonly string[]): Block[] {
  const { engagement } = facts
  const source: Source = { noun: 'engagement', id: engagement.id }
  const [language = 'en', second] = languages
  const title = titleIn(facts, language) ?? titleOf(facts)
  const other = second === undefined ? undefined : titleIn(facts, second)
  const sampleTime = marked(engagement.sampleFields, 'time', 'day')
  const venue = [engagement.venue, engagement.room].filter(Boolean).join(', ')
  const about = (id: string, called: string) => ({ id: `agenda-${id}:${engagement.id}`, words: called })
  return [
    { kind: 'paragraph', align: 'center', look: 'lead', text: eachIn(languages, (code) => paperWords(code).agenda).flatMap((run, at): Run[] => [...(at > 0 ? [{ text: ' · ' }] : []), { ...run, bold: true }]) },
    { kind: 'title', align: 'center', about: about('title', 'Title of the agenda'), text: [{ text: title, source, ...marked(engagement.sampleFields, 'title'), ...foreign(title, language) }], ...(other !== undefined && other !== title && { lead: [{ text: other, source, lang: second as string }] }) },
    whenBlock(facts, languages, about('when', 'Day and hours'), { source, ...sampleTime }),
    ...(venue === '' ? [] : [{ kind: 'paragraph' as const, align: 'center' as const, about: about('venue', 'Venue'), text: [{ text: venue, source, ...marked(engagement.sampleFields, 'venue', 'room') }] }]),
    ...eachIn(languages, (code) => workingLanguages(engagement, code)).filter((run) => run.text !== '').map((run): Block => ({ kind: 'paragraph', align: 'center', look: 'remark', about: about('languages', 'Working languages'), text: [{ ...run, source, ...marked(engagement.sampleFields, 'language', 'interpretation') }] })),
  ]
}

/** Day and hours in the middle, or beside each other in two languages. */
function whenBlock(facts: AgendaPaperFacts, languages: readonly string[], about: About, look: Omit<Run, 'text'>): Block {
  const lines = languages.map((code, at): Text[] => whenIn(facts, code).map((text) => [{ text, ...look, ...(at > 0 && { lang: code }) }]))
  if (lines.length === 1) return { kind: 'paragraph', align: 'center', about, text: [{ text: whenIn(facts, languages[0] ?? 'en').join(headerOf(facts.engagement) ? ', ' : ' '), ...look }] }
  return { kind: 'table', look: 'plain', widths: lines.map(() => 1), rows: [{ about, cells: lines.map((text): Cell => ({ text, align: 'center' })) }] }
}

/** The words of each language, each once. */
function eachIn(languages: readonly string[], wordsIn: (code: string) => string): Run[] {
  const all = languages.map((code, at): Run => ({ text: wordsIn(code), ...(at > 0 && { lang: code }) }))
  return all.filter((run, at) => all.findIndex((other) => other.text === run.text) === at)
}

/** The day, then the hours with the clock that they are told by. */
function whenIn({ engagement: { day, zone, city, ...hours }, cityNames }: AgendaPaperFacts, code: string): [day: string, clock: string] {
  const header = headerOf(hours)
  const clock = `(${cityNames[code] ?? city}, ${formatOffset(offsetOfDay(day, zone))})`
  return header ? [paperDay(day, code), `${paperHours(header.start, header.end, code)} ${clock}`] : [paperDay(day, code), clock]
}

function tableOf(facts: AgendaPaperFacts, languages: readonly string[]): Block {
  const moderators = eachOnce(facts.people.filter((each) => each.itemId === null && each.role === 'moderator'))
  const rows: Row[] = moderators.length === 0 ? [] : [moderatorRow(facts, moderators, languages)]
  let day = facts.engagement.day
  for (const item of facts.items) {
    if (item.day !== day) rows.push(dayRow(item.day, languages))
    day = item.day
    rows.push(...itemRows(facts, item, languages))
  }
  return { kind: 'table', look: 'plain', widths: languages.length === 1 ? [3, 14] : [3, 7, 7], rows }
}

function moderatorRow(facts: AgendaPaperFacts, moderators: readonly PrintedPerson[], languages: readonly string[]): Row {
  const labels = eachIn(languages, (code) => (moderators.length === 1 ? paperWords(code).moderator : paperWords(code).moderators))
  return { about: { id: `agenda-moderators:${facts.engagement.id}`, words: 'Moderators' }, cells: [{ text: labels.map((run): Text => [{ ...run, bold: true }]) }, peopleCell(facts, moderators, languages)] }
}

function dayRow(day: Day, languages: readonly string[]): Row {
  return { about: { id: `agenda-day:${day}`, words: 'Day of the agenda' }, cells: [{ text: [words('')] }, ...languages.map((code) => ({ text: [words(paperDay(day, code), { bold: true })] }))] }
}

/** Titles side by side, one across both languages where it has no translation; who speaks stands under them. */
function itemRows(facts: AgendaPaperFacts, item: AgendaPaperItem, languages: readonly string[]): Row[] {
  const speakers = eachOnce(facts.people.filter((each) => each.itemId === item.id))
  const about: About = { id: `item:${item.id}`, words: `Item ${formatRange(item.startMinute, null)}, ${item.title}` }
  const hours: Cell = { text: [words(paperHours(item.startMinute, item.endMinute, languages[0] ?? 'en'), marked(item.sampleFields, 'time', 'start', 'end'))] }
  const titles = languages.map((code, at): Cell => ({ text: [[titleRun(facts, item, code, at)], ...(at === 0 ? besides(item) : [])] }))
  const people = peopleCell(facts, speakers, languages)
  if (languages.length === 1) return [{ about, cells: [hours, { text: [...(titles[0]?.text ?? []), ...people.text] }] }]
  const shown = new Set(languages.map((code) => itemTitleIn(item, code) ?? item.title)).size === 1 ? titles.slice(0, 1).map((cell) => ({ ...cell, span: languages.length })) : titles
  return [{ about, cells: [hours, ...shown] }, ...(speakers.length === 0 ? [] : [{ about, cells: [{ text: [words('')] }, people] }])]
}

function peopleCell({ spellings }: AgendaPaperFacts, people: readonly PrintedPerson[], languages: readonly string[]): Cell {
  return { text: people.flatMap((each) => personLines(each, spellings, languages)), ...(languages.length > 1 && { span: languages.length }) }
}

function titleRun(facts: AgendaPaperFacts, item: AgendaPaperItem, code: string, at: number): Run {
  const own = itemTitleIn(item, code)
  const shown = own ?? item.title
  return { text: shown, bold: true, ...(at === 0 && { source: { noun: 'engagement' as const, id: facts.engagement.id } }), ...marked(item.sampleFields, 'title'), ...foreign(shown, code, own !== undefined) }
}

/** Room or stream, and the talks under an item. */
function besides({ track, details }: AgendaPaperItem): Text[] {
  return [...(track === '' ? [] : [words(track, { small: true })]), ...details.split('\n').filter(Boolean).map((line) => words(`– ${line}`))]
}

function marked(fields: readonly string[], ...named: string[]): { sample?: true } {
  return named.some((each) => fields.includes(each)) ? { sample: true } : {}
}

/** The language of words that are not in the language of their column. */
function foreign(text: string, code: string, known = writtenIn(text) === code): { lang?: string } {
  return known ? (code === 'en' ? {} : { lang: code }) : { lang: writtenIn(text) || 'en' }
}

function gapsOf(facts: AgendaPaperFacts, languages: readonly string[]): Gap[] {
  const { engagement, items } = facts
  const source: Source = { noun: 'engagement', id: engagement.id }
  const hours = headerOf(engagement)
  return [
    ...languages.flatMap((code) => translationGaps(facts, code)),
    ...(hours === undefined ? [{ kind: 'date' as const, words: 'The engagement has no time yet.', source }] : outsideGaps(engagement, items, hours, source)),
    ...(engagement.venue === '' ? [{ kind: 'other' as const, words: 'No venue is stated.', source }] : []),
    ...(items.length === 0 ? [{ kind: 'other' as const, words: 'The agenda has no items yet.', source }] : []),
    ...(['confirmed', 'held', 'noted', 'cleared'].includes(engagement.status) ? [] : [{ kind: 'decision' as const, words: `The engagement is not confirmed: ${engagement.status}.`, source }]),
  ]
}

function translationGaps(facts: AgendaPaperFacts, code: string): Gap[] {
  const source: Source = { noun: 'engagement', id: facts.engagement.id }
  const called = LANGUAGE_NAMES[asPaperLanguage(code)]
  const shown = facts.people.filter((each) => each.itemId !== null || each.role === 'moderator')
  return [
    ...(titleIn(facts, code) === undefined ? [{ kind: 'translation' as const, words: `No ${called} title of the agenda: “${titleOf(facts)}”.`, source }] : []),
    ...facts.items.filter((item) => itemTitleIn(item, code) === undefined).map((item): Gap => ({ kind: 'translation', words: `No ${called} title of the item at ${formatRange(item.startMinute, null)}: “${item.title}”.`, source })),
    ...(code !== 'en' && facts.cityNames[code] === undefined ? [{ kind: 'translation' as const, words: `No ${called} name of ${facts.engagement.city}.`, source }] : []),
    ...personGaps(shown, facts.spellings, code),
  ]
}

/** What is printed in the head and what the items say differ; people may come before and eat after. */
function outsideGaps(engagement: SheetEngagement, items: readonly AgendaPaperItem[], hours: Header, source: Source): Gap[] {
  const here = items.filter((item) => item.day === engagement.day && !AROUND.has(item.kind))
  const outside = here.filter((item) => item.startMinute < hours.start || (hours.end !== null && (item.endMinute ?? item.startMinute) > hours.end))
  if (outside.length === 0) return []
  return [{ kind: 'contradiction', words: `The head says ${formatRange(hours.start, hours.end)}, but ${count(outside.length, 'item is', 'items are')} outside: ${outside.map((item) => `${formatRange(item.startMinute, item.endMinute)} ${item.title}`).join('; ')}.`, source }]
}
