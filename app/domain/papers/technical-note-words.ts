/** A technical note's own words. */
export type NoteWords = { contents: string; acknowledgements: string; thanks: string; team: string; nobodyYet: string; abbreviations: string; notSaid: string; figures: string; figure: string; noText: string; author: string; page: string }

const WORDS: Record<string, NoteWords> = {
  en: {
    contents: 'Contents', acknowledgements: 'Acknowledgements', thanks: 'The mission met and thanks:', team: 'Mission team', nobodyYet: 'Nobody was met yet.', abbreviations: 'Abbreviations', notSaid: 'nobody has said what it stands for',
    figures: 'Figures', figure: 'Figure', noText: 'Nothing is written here yet.', author: 'Author', page: 'Page',
  },
  ru: {
    contents: 'Содержание', acknowledgements: 'Выражение признательности', thanks: 'Миссия провела встречи и благодарит:', team: 'Состав миссии', nobodyYet: 'Встречи пока не состоялись.', abbreviations: 'Сокращения', notSaid: 'расшифровка не указана',
    figures: 'Рисунки', figure: 'Рисунок', noText: 'Текст пока не написан.', author: 'Автор', page: 'Стр.',
  },
}

/** The words of a language; English for one that has none. */
export function noteWords(language: string): NoteWords {
  return (Object.hasOwn(WORDS, language) ? WORDS[language] : undefined) ?? (WORDS['en'] as NoteWords)
}
