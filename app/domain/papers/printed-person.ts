/** A person as papers print them: form of address, name in the language of the paper, printed titles line by line. */
import { LANGUAGE_NAMES, asPaperLanguage, paperWords, writtenIn } from '#app/domain/papers/paper-words.ts'
import type { About, Gap, Run, Text } from '#app/domain/papers/paper.ts'
import { gatherByPerson } from '#app/domain/people/protocol.ts'

/** One appearance, in protocol order; `name` is the body represented where nobody is named. */
export type PrintedPerson = { id: string; itemId: string | null; personId: string | null; role: string; name: string; honorific: string; printedTitle: string; sample: boolean }
/** Another spelling of a person. */
export type Spelling = { personId: string; name: string; script: string; language: string }

/** Each person once, as they first stand. */
export function eachOnce<P extends { id: string; personId: string | null }>(people: readonly P[]): P[] {
  return gatherByPerson(people).flatMap(([first]) => (first ? [first] : []))
}

/** 'Mr. Jong-Sung Hwang'; a name that begins with its form of address keeps it once. */
export function addressed({ honorific, name }: Pick<PrintedPerson, 'honorific' | 'name'>): string {
  return honorific === '' || name.startsWith(honorific) ? name : `${honorific} ${name}`
}

/** The name in a language with its form of address; undefined where no spelling in that language is known. */
export function addressedIn({ personId, honorific, name }: Pick<PrintedPerson, 'personId' | 'honorific' | 'name'>, spellings: readonly Spelling[], language: string): string | undefined {
  if (asPaperLanguage(language) === 'en') return writtenIn(name) === 'en' ? addressed({ honorific, name }) : undefined
  const own = spellings.find((each) => each.personId === personId && each.language === language)?.name ?? (writtenIn(name) === language ? name : undefined)
  if (own === undefined) return undefined
  const forms = paperWords(language).honorifics
  return Object.hasOwn(forms, honorific) ? (forms[honorific] as string).replace('{name}', own) : own
}

/** 'Master Planner, Busan; Lead Researcher' as two lines. */
export function titleLines(printedTitle: string): string[] {
  return printedTitle.split('; ').map((each) => each.trim()).filter(Boolean)
}

export function aboutPerson({ id, personId, name }: Pick<PrintedPerson, 'id' | 'personId' | 'name'>): About {
  return { id: `person:${personId ?? id}`, words: name }
}

/** '*Mr. Jong-Sung Hwang* · *г-н Чон-Сон Хван*, Master Planner, Busan' and a line for each further title; a second name where the second language writes it otherwise. */
export function personLines(person: PrintedPerson, spellings: readonly Spelling[], [language = 'en', second]: readonly string[]): Text[] {
  const about = aboutPerson(person)
  const [first, ...more] = titleLines(person.printedTitle)
  const own = addressedIn(person, spellings, language) ?? addressed(person)
  const other = second === undefined ? undefined : addressedIn(person, spellings, second)
  const name: Run = { ...nameRun(person, own), italic: true }
  const beside: Run[] = other === undefined || other === own ? [] : [{ text: ' · ', about }, { text: other, italic: true, about, lang: second as string }]
  return [[name, ...beside, ...(first === undefined ? [] : [{ text: `, ${first}`, about }])], ...more.map((line): Text => [{ text: line, about }])]
}

/** A name with the way to the person. */
export function nameRun(person: PrintedPerson, name: string): Run {
  return { text: name, about: aboutPerson(person), ...(person.sample && { sample: true as const }), ...(person.personId !== null && { source: { noun: 'person' as const, id: person.personId } }) }
}

/** Which names and titles are not written in the language of the paper: one gap for all of a kind. */
export function personGaps(people: readonly PrintedPerson[], spellings: readonly Spelling[], language: string): Gap[] {
  if (asPaperLanguage(language) === 'en') return []
  const named = eachOnce(people).filter((each) => each.personId !== null)
  const names = named.filter((each) => addressedIn(each, spellings, language) === undefined).map((each) => each.name)
  const titles = named.filter((each) => each.printedTitle !== '' && writtenIn(each.printedTitle) !== language).map((each) => each.name)
  const called = LANGUAGE_NAMES[asPaperLanguage(language)]
  return [
    ...(names.length > 0 ? [{ kind: 'translation' as const, words: `No ${called} spelling of ${listed(names)}: as printed.` }] : []),
    ...(titles.length > 0 ? [{ kind: 'translation' as const, words: `No ${called} title of ${listed(titles)}: as printed.` }] : []),
  ]
}

function listed(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}
