/** What every letter of a mission has: number and date, addressee, salutation, close. What the data does not say is a line to fill. */
import { LANGUAGE_NAMES, asPaperLanguage, paperDay, paperWords, writtenIn } from '#app/domain/papers/paper-words.ts'
import { ESTEEMED, letterWords } from '#app/domain/papers/letter-words.ts'
import type { About, Block, Gap, Row, Run, Source, Text } from '#app/domain/papers/paper.ts'
import { aboutPerson, addressed, addressedIn, nameRun, titleLines } from '#app/domain/papers/printed-person.ts'
import type { PrintedPerson, Spelling } from '#app/domain/papers/printed-person.ts'
import { itemTitleIn, titleIn, titleOf } from '#app/domain/papers/printed-title.ts'
import type { AgendaPaperItem, SheetEngagement } from '#app/domain/papers/agenda-paper.ts'
import type { Day } from '#app/domain/time.ts'

export type LetterAddressee = PrintedPerson & { /** The institution, as it was called that day. */ institution: string; /** A body or office without a name. */ unnamed: boolean; deputyName: string; deputyTitle: string; attendance: string; attended: number | null }
export type LetterFacts = {
  mission: string
  engagement: SheetEngagement & { publicText: string }
  aliases: readonly { title: string; origin: string }[]
  addressee: LetterAddressee
  /** What the addressee is asked to do; `item` null for the engagement as a whole. */
  parts: readonly { role: string; item: AgendaPaperItem | null }[]
  spellings: readonly Spelling[]
  cityNames: Readonly<Record<string, string>>
  /** Where the mission is on the day of the letter, in the language asked; '' while it is at no stop. */
  place: string
  today: Day
  /** As typed at the stop, phone and all. */
  coordinator: string
  coordinatorSample: boolean
}

/** A line to fill by hand. */
export const RULE = '____________'

/** The words with their places filled by runs; a place without a run is a line to fill. */
export function filled(text: string, runs: Record<string, Run>): Text {
  return text.split(/(\{\w+\})/).filter(Boolean).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined ? { text: part } : (runs[name] ?? { text: RULE })
  })
}

export function paragraph(text: Text, about?: About): Block {
  return { kind: 'paragraph', text, ...(about && { about }) }
}

/** Number, place and date; the addressee with the full printed title and the institution; the subject; the salutation. */
export function openingBlocks(facts: LetterFacts, language: string, subject: string): Block[] {
  const words = letterWords(language)
  const { addressee, today, place } = facts
  const date = `${place === '' ? RULE : place}, ${paperDay(today, language, words.date)}`
  return [
    { kind: 'table', look: 'plain', widths: [1, 1], rows: [{ cells: [{ text: [[{ text: `${words.number} ${RULE}` }]] }, { text: [[{ text: date }]], align: 'right' }] }] },
    { kind: 'space', points: 14 },
    { kind: 'table', look: 'plain', widths: [3, 2], rows: [addresseeRow(facts, language)] },
    { kind: 'space', points: 14 },
    { kind: 'heading', level: 2, about: aboutTitle(facts), text: filled(subject, { title: titleRun(facts, language, {}) }) },
    { kind: 'space', points: 8 },
    paragraph(salutationOf(addressee, facts.spellings, language), aboutPerson(addressee)),
    { kind: 'space', points: 4 },
  ]
}

function addresseeRow({ addressee, spellings }: LetterFacts, language: string): Row {
  const titles = titleLines(addressee.printedTitle)
  const body = addressee.institution === '' || titles.some((title) => title.includes(addressee.institution)) ? [] : [addressee.institution]
  const name = shownName(addressee, spellings, language)
  const lines = addressee.unnamed && body.some((each) => each.startsWith(addressee.name)) ? [] : [[{ ...nameRun(addressee, name), bold: true as const }]]
  return { about: aboutPerson(addressee), cells: [{ text: [...lines, ...[...titles, ...body].map((line): Text => [{ text: line, ...foreignTo(line, language) }])].map(ownRuns) }, { text: [[]] }] }
}

/** Runs of a piece that is about the very thing. */
function ownRuns(text: Text): Text {
  return text.map(({ about: _same, ...run }): Run => run)
}

function shownName(addressee: LetterAddressee, spellings: readonly Spelling[], language: string): string {
  if (addressee.unnamed) return addressee.name.charAt(0).toUpperCase() + addressee.name.slice(1)
  const forms = paperWords(language).honorifics
  const { honorific, name } = addressee
  return addressedIn(addressee, spellings, language) ?? (Object.hasOwn(forms, honorific) ? (forms[honorific] as string).replace('{name}', name) : addressed(addressee))
}

/** By the form of address; an office, and whoever has none, in words that fit anybody. */
function salutationOf(addressee: LetterAddressee, spellings: readonly Spelling[], language: string): Text {
  const words = letterWords(language)
  if (addressee.unnamed) return [{ text: words.office }]
  if (/^(H\.?\s?E\.?|Excellency)/i.test(addressee.honorific)) return [{ text: words.excellency }]
  const esteemed = Object.hasOwn(ESTEEMED, addressee.honorific) ? ESTEEMED[addressee.honorific] : undefined
  const known = language === 'ru' ? esteemed !== undefined : addressee.honorific !== ''
  const { about: _same, source: _there, ...name } = nameRun(addressee, shownName(addressee, spellings, language))
  return filled(known ? words.dear : words.dearPlain, { name, dear: { text: esteemed ?? '' } })
}

export function aboutTitle({ engagement }: Pick<LetterFacts, 'engagement'>): About {
  return { id: `agenda-title:${engagement.id}`, words: 'Title of the event' }
}

export function titleRun(facts: LetterFacts, language: string, look: Omit<Run, 'text'>): Run {
  const title = titleIn(facts, language) ?? titleOf(facts)
  return { text: title, source: { noun: 'engagement', id: facts.engagement.id }, ...sampleOf(facts, 'title'), ...foreignTo(title, language), ...look }
}

export function missionRun({ mission }: Pick<LetterFacts, 'mission'>, language: string): Run {
  return { text: mission, italic: true, about: { id: 'mission', words: 'Title of the mission' }, ...foreignTo(mission, language) }
}

export function itemWords(item: AgendaPaperItem, language: string): Run {
  const title = itemTitleIn(item, language) ?? item.title
  return { text: title, italic: true, ...(item.sampleFields.includes('title') && { sample: true as const }), ...foreignTo(title, language) }
}

export function sampleOf({ engagement }: Pick<LetterFacts, 'engagement'>, ...fields: string[]): { sample?: true } {
  return fields.some((each) => engagement.sampleFields.includes(each)) ? { sample: true } : {}
}

/** The language of words that are not in the letter's. */
function foreignTo(text: string, language: string): { lang?: string } {
  const written = writtenIn(text)
  return written === '' || written === language ? {} : { lang: written }
}

/** Whom to ask, by name alone: a phone is written by hand. Then the close and room to sign. */
export function closingBlocks({ coordinator, coordinatorSample }: LetterFacts, language: string, before: readonly string[]): Block[] {
  const words = letterWords(language)
  const name = nameOnly(coordinator)
  return [
    { kind: 'space', points: 8 },
    paragraph(filled(words.contact, name === '' ? {} : { contact: { text: name, ...(coordinatorSample && { sample: true as const }) } }), { id: 'stop:coordinator', words: 'Whom to ask' }),
    ...before.map((text) => paragraph([{ text }])),
    { kind: 'space', points: 8 },
    paragraph([{ text: words.closing }]),
    { kind: 'space', points: 36 },
    { kind: 'signature', lines: [[{ text: words.signature }]] },
  ]
}

/** 'Coordinator · +992 00 000' without the phone and any address. */
export function nameOnly(contact: string): string {
  return contact.replace(/\S*@\S*/g, ' ').replace(/\+?\(?\d[\d\s().–-]*/g, ' ').replace(/\b(tel|phone|mob|mobile|тел|моб)\b\.?:?/giu, ' ').split(/[·|;\n]/).map((part) => part.replace(/\s+/g, ' ').replace(/^[\s,:]+|[\s,:]+$/g, '')).filter(Boolean).join(', ')
}

/** What the head and the foot of a letter leave open or show as printed. */
export function letterGaps(facts: LetterFacts, language: string): Gap[] {
  const { addressee, engagement, cityNames, coordinator, place } = facts
  const source: Source = { noun: 'engagement', id: engagement.id }
  const person: { source?: Source } = addressee.personId === null ? {} : { source: { noun: 'person', id: addressee.personId } }
  const called = LANGUAGE_NAMES[asPaperLanguage(language)]
  const titles = [addressee.printedTitle, ...(addressee.unnamed ? [addressee.name] : [])].filter(Boolean)
  return [
    ...(addressee.unnamed ? [{ kind: 'person' as const, words: `Nobody is named for ${addressee.name}: the letter goes to the office.`, source }] : []),
    ...(!addressee.unnamed && addressee.honorific === '' ? [{ kind: 'person' as const, words: `No form of address of ${addressee.name} is known.`, ...person }] : []),
    ...(!addressee.unnamed && addressee.printedTitle === '' ? [{ kind: 'person' as const, words: `No title of ${addressee.name} is known.`, ...person }] : []),
    ...(!addressee.unnamed && addressedIn(addressee, facts.spellings, language) === undefined ? [{ kind: 'translation' as const, words: `No ${called} spelling of ${addressee.name}: as printed.`, ...person }] : []),
    ...(titles.some((each) => writtenIn(each) !== language) ? [{ kind: 'translation' as const, words: `No ${called} title of ${addressee.name}: as printed.`, ...person }] : []),
    ...(titleIn(facts, language) === undefined ? [{ kind: 'translation' as const, words: `No ${called} title of the event: “${titleOf(facts)}”.`, source }] : []),
    ...(language !== 'en' && writtenIn(facts.mission) !== language ? [{ kind: 'translation' as const, words: `No ${called} title of the mission: “${facts.mission}”.` }] : []),
    ...(language !== 'en' && cityNames[language] === undefined ? [{ kind: 'translation' as const, words: `No ${called} name of ${engagement.city}.`, source }] : []),
    ...(place === '' ? [{ kind: 'other' as const, words: 'Where the letter is written is left open: no stop has begun today.' }] : []),
    ...(nameOnly(coordinator) === '' ? [{ kind: 'person' as const, words: 'Whom to ask is left open: the stop names no coordinator.' }] : []),
    { kind: 'other', words: 'Number, telephone and signature are filled in by hand.' },
  ]
}
