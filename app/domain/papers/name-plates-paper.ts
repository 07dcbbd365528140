/** Name plates: a card to fold for everybody at an engagement, in protocol order, the name in Latin and in the national script where it is known. */
import { LANGUAGE_NAMES, PAPER_LANGUAGES, asPaperLanguage } from '#app/domain/papers/paper-words.ts'
import type { Block, Gap, Paper, Run, Source, Text } from '#app/domain/papers/paper.ts'
import { aboutPerson, addressed, addressedIn, eachOnce, nameRun, personGaps, titleLines } from '#app/domain/papers/printed-person.ts'
import type { PrintedPerson, Spelling } from '#app/domain/papers/printed-person.ts'

export type PlatePerson = PrintedPerson & { /** For which somebody sits there; '' where it is not known. */ institution: string; unnamed: boolean }
export type NamePlatesFacts = { mission: string; engagement: { id: string; title: string }; people: readonly PlatePerson[]; spellings: readonly Spelling[] }

/** Without a second language each name also stands in the first other spelling that is known, national languages before Russian. */
const SECOND_CHOICE = ['tg', 'kk', 'ky', 'uz', 'ru'] as const

export function composeNamePlates({ mission, engagement, people, spellings }: NamePlatesFacts, { language, second }: { language: string; second: string }): Paper {
  const once = eachOnce(people).map((person) => (person.unnamed ? seated(person) : person))
  const source: Source = { noun: 'engagement', id: engagement.id }
  return {
    kind: 'name-plates', title: `Name plates: ${engagement.title}`, language, second: second === language ? '' : second, audience: 'team', header: mission, footer: engagement.title,
    blocks: once.length === 0 ? [{ kind: 'paragraph', look: 'remark', text: [{ text: 'Nobody is expected yet.' }] }] : once.map((person) => plateOf(person, spellings, language, second)),
    gaps: [
      ...once.filter((person) => person.unnamed).map((person): Gap => ({ kind: 'person', words: `Nobody is named for ${person.name}.`, source })),
      ...personGaps(once, spellings, language), ...(second === '' ? [] : spellingGaps(once, spellings, second)),
    ],
  }
}

/** Whoever a body sends sits behind its full name. */
function seated(person: PlatePerson): PlatePerson {
  const name = person.institution.startsWith(person.name) ? person.institution : person.name
  return { ...person, name: name.charAt(0).toUpperCase() + name.slice(1) }
}

/** The institution stands under the titles unless one of them names it. */
function plateOf(person: PlatePerson, spellings: readonly Spelling[], language: string, second: string): Block {
  const first = addressedIn(person, spellings, language)
  const other = otherName(person, spellings, language, second)
  const titles = titleLines(person.printedTitle)
  const body = person.institution === '' || person.institution === person.name || titles.some((title) => title.includes(person.institution)) ? [] : [person.institution]
  const lines: Text[] = [[{ ...nameRun(person, first ?? addressed(person)), bold: true }], ...(other ? [[{ ...nameRun(person, other.text), bold: true as const, lang: other.lang }]] : []), ...[...titles, ...body].map((line): Text => [{ text: line }])]
  return { kind: 'plate', about: aboutPerson(person), lines: lines.map((line) => line.map(({ about: _same, ...run }): Run => run)) }
}

function otherName(person: PlatePerson, spellings: readonly Spelling[], language: string, second: string): { text: string; lang: string } | undefined {
  const shown = addressedIn(person, spellings, language) ?? addressed(person)
  for (const lang of second === '' ? SECOND_CHOICE : [second]) {
    const text = lang === language ? undefined : addressedIn(person, spellings, lang)
    if (text !== undefined && text !== shown) return { text, lang }
  }
  return undefined
}

function spellingGaps(people: readonly PlatePerson[], spellings: readonly Spelling[], second: string): Gap[] {
  const code = PAPER_LANGUAGES.find((each) => each === second)
  return code === undefined ? [] : people.filter((person) => person.personId !== null && addressedIn(person, spellings, code) === undefined).map((person): Gap => ({ kind: 'translation', words: `No ${LANGUAGE_NAMES[asPaperLanguage(code)]} spelling of ${person.name}.`, source: { noun: 'person', id: person.personId as string } }))
}
