/** What reading people needs to know of a language. Every list is one text, its entries separated by commas; matching ignores case, ё/е, kinds of apostrophes and final dots. */
export type PeopleWords = {
  code: string
  /** Printed before a name and not part of it. */
  honorifics: string
  /** Academic degrees and ranks, before or after a name, or between commas. */
  degrees: string
  /** Labels before a colon, a dash or a name. A label marked + names several people and holds for the lines that follow. */
  moderators: string
  speakers: string
  /** Words of offices; `word*` stands for every word that begins so. */
  positions: string
  /** Endings that make a word one of an office: 과장, -ologist. */
  positionEndings: string
  /** Words that only join in an office: senior, deputy, first. */
  ranks: string
  /** Parts of a body that an office may be named after: department, unit. */
  units: string
  /** Nouns that name a body by themselves, and known abbreviations of bodies. */
  organisations: string
  /** Further words that bodies are named with: world, national, telecom. */
  bodyWords: string
  /** Endings that make a word one of a body: 대학교. */
  bodyEndings: string
  /** Between an office and its body ("Director of …", "… at …"). */
  of: string
  at: string
  and: string
  /** "both", "all": the affiliation holds for everybody just named. */
  both: string
  /** Further words that no name contains: articles, prepositions, pronouns. */
  small: string
  /** Countries, cities and their adjectives. */
  places: string
  /** Beside the name of somebody whom a body or street is named after: «имени», 'nomidagi', 'street'. */
  namesakes: string
  unconfirmed: string
  /** Where a name could stand: nobody is named. */
  nobody: string
  /** Words that speak against a name, because titles are made of them. */
  titleWords: string
  titleEndings: string
  /** Given names in Latin letters; other scripts are compared by sound. For Korean and Chinese, family names. */
  names: string
  /** Words of titles that are family names as well: behind a given name, an initial or an honorific they are one. */
  familyWords: string
  /** Endings of family names and of patronymics, as printed. */
  surnameEndings: string
  patronymicEndings: string
  /** Words that stand inside or behind a name: van, qizi, уулу. */
  particles: string
}
