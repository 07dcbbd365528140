/** The fixed words of letters. Braces hold what a letter fills in; each language has all of them. */
export type LetterWords = {
  number: string
  /** A day without its weekday. */
  date: string
  invitation: { subject: string; opening: string; openingToBody: string; reply: string }
  thanks: { subject: string; opening: string; openingToBody: string; spoke: string; deputy: string; commitment: string; request: string; decision: string }
  terms: { event: string; when: string; venue: string; about: string; languages: string; part: string }
  item: string
  contact: string
  /** To a person with a form of address, without one, to an excellency, to an office. */
  dear: string
  dearPlain: string
  excellency: string
  office: string
  until: string
  closing: string
  signature: string
}

const en: LetterWords = {
  number: 'No.', date: '{month} {date}, {year}',
  invitation: {
    subject: 'Invitation: {title}', opening: 'We have the honour to invite you to the following event, which is part of {mission}.',
    openingToBody: 'We have the honour to invite representatives of your institution to the following event, which is part of {mission}, and should be grateful to learn who will take part.',
    reply: 'We should be grateful for your reply and look forward to meeting you.',
  },
  thanks: {
    subject: 'With thanks: {title}', opening: 'We thank you sincerely for your part in {title} on {day} in {city}, which was part of {mission}.',
    openingToBody: 'We thank your institution sincerely for its part in {title} on {day} in {city}, which was part of {mission}.',
    spoke: 'We are particularly grateful for your contribution:', deputy: 'Our thanks go also to {deputy}, who represented you.',
    commitment: 'We noted with gratitude what you kindly offered:', request: 'We should be grateful for what was asked for at the meeting:', decision: 'It was agreed:',
  },
  terms: { event: 'Event', when: 'Date and time', venue: 'Venue', about: 'About the event', languages: 'Languages', part: 'Your part' },
  item: '{role}: {item}, {hours}',
  contact: 'For any question please contact {contact}, telephone {rule}.',
  dear: 'Dear {name},', dearPlain: 'Dear {name},', excellency: 'Your Excellency,', office: 'Dear Sir or Madam,', until: '{task} (by {day})', closing: 'Please accept the assurances of our highest consideration.', signature: 'Name and title',
}

const ru: LetterWords = {
  number: '№', date: '{date} {month} {year} г.',
  invitation: {
    subject: 'Приглашение: {title}', opening: 'Имеем честь пригласить Вас принять участие в следующем мероприятии, которое проводится в рамках миссии {mission}.',
    openingToBody: 'Имеем честь пригласить представителей Вашей организации принять участие в следующем мероприятии, которое проводится в рамках миссии {mission}, и будем признательны за сведения о том, кто примет в нём участие.',
    reply: 'Будем признательны за Ваш ответ и рады встрече с Вами.',
  },
  thanks: {
    subject: 'Благодарность: {title}', opening: 'Искренне благодарим Вас за участие в мероприятии {title}, которое состоялось {day} ({city}) в рамках миссии {mission}.',
    openingToBody: 'Искренне благодарим Вашу организацию за участие в мероприятии {title}, которое состоялось {day} ({city}) в рамках миссии {mission}.',
    spoke: 'Особая благодарность за Ваш вклад:', deputy: 'Просим передать нашу благодарность также тому, кто Вас представлял: {deputy}.',
    commitment: 'Мы с благодарностью отметили то, что было предложено с Вашей стороны:', request: 'Будем признательны за то, о чём мы просили на встрече:', decision: 'На встрече было решено:',
  },
  terms: { event: 'Мероприятие', when: 'Дата и время', venue: 'Место проведения', about: 'О мероприятии', languages: 'Языки', part: 'Ваше участие' },
  item: '{role}: {item}, {hours}',
  contact: 'По всем вопросам просим обращаться: {contact}, тел. {rule}.',
  dear: '{dear} {name}!', dearPlain: 'Здравствуйте, {name}!', excellency: 'Ваше Превосходительство!', office: 'Уважаемые дамы и господа!', until: '{task} (до {day})', closing: 'Просим принять заверения в нашем глубоком уважении.', signature: 'Фамилия, имя, должность',
}

export const LETTER_LANGUAGES = ['en', 'ru'] as const
const WORDS: Record<(typeof LETTER_LANGUAGES)[number], LetterWords> = { en, ru }

/** The words of a language; English for one in which no letters are written. */
export function letterWords(code: string): LetterWords {
  return WORDS[LETTER_LANGUAGES.find((each) => each === code) ?? 'en']
}

/** How Russian turns to somebody by the form of address, which tells the gender. */
export const ESTEEMED: Record<string, string> = { 'Mr.': 'Уважаемый', 'Ms.': 'Уважаемая', 'Mrs.': 'Уважаемая' }
