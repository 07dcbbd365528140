/** What engagements and their items are called in the language of a paper, from what the mission calls them anywhere. */
import { writtenIn } from '#app/domain/papers/paper-words.ts'

type Titled = { engagement: { title: string }; /** Other titles, those of the document first; `origin` says where one stands. */ aliases: readonly { title: string; origin: string }[] }

/** Where an alias is the title of the agenda itself, as the seed, an import and a kept warning write it. */
const OF_AGENDA = /^agenda\b/

/** The title that the agenda itself carries, else the engagement's. */
export function titleOf({ aliases, engagement }: Titled): string {
  return aliases.find((each) => OF_AGENDA.test(each.origin))?.title ?? engagement.title
}

/** The title in a language, from what the engagement is called elsewhere; undefined where nobody calls it anything. */
export function titleIn(facts: Titled, language: string): string | undefined {
  return [titleOf(facts), facts.engagement.title, ...facts.aliases.map((each) => each.title)].find((each) => writtenIn(each) === language)
}

/** The title of an item in a language; undefined where it has none. */
export function itemTitleIn(item: { title: string; otherTitle: string; otherLanguage: string }, language: string): string | undefined {
  if (item.otherLanguage === language && item.otherTitle !== '') return item.otherTitle
  return writtenIn(item.title) === language ? item.title : undefined
}
