/** What the page of a published agenda says of itself. */
export type PublishedWords = {
  version: string; published: string; older: string; newest: string; changed: string; first: string; calendar: string; handOuts: string; people: string; noTime: string; mayMove: string; cancelled: string; sample: string; programme: string; empty: string
  roles: Record<string, string>
}

const EN: PublishedWords = {
  version: 'Version {n}', published: 'published {when}', older: 'This is version {n}. Version {latest} has come since.', newest: 'Read version {latest}', changed: 'What changed since version {n}', first: 'This is the first version.',
  calendar: 'Add to a calendar', handOuts: 'Papers', people: 'People', noTime: 'No time yet', mayMove: 'Tentative: it may still move', cancelled: 'It does not take place', sample: 'sample data', programme: 'Programme',
  empty: 'No agenda is published yet.', roles: { moderator: 'Moderator', host: 'Host', speaker: 'Speaker', panellist: 'Panellist' },
}
const RU: PublishedWords = {
  version: 'Версия {n}', published: 'опубликована {when}', older: 'Это версия {n}. С тех пор вышла версия {latest}.', newest: 'Открыть версию {latest}', changed: 'Что изменилось после версии {n}', first: 'Это первая версия.',
  calendar: 'Добавить в календарь', handOuts: 'Материалы', people: 'Участники', noTime: 'Время ещё не назначено', mayMove: 'Предварительно: время ещё может измениться', cancelled: 'Не состоится', sample: 'образец данных', programme: 'Программа',
  empty: 'Программа ещё не опубликована.', roles: { moderator: 'Модератор', host: 'Принимающая сторона', speaker: 'Докладчик', panellist: 'Участник дискуссии' },
}

/** The words of a language; English where it is none of ours. */
export function publishedWords(language: string): PublishedWords {
  return language === 'ru' ? RU : EN
}

/** 'Version {n}' with its number. */
export function filled(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
