/** The letter that invites somebody, or an office, to an engagement. The purpose that the team wrote for itself is not in it: the public text is. */
import { headerOf } from '#app/domain/agenda/hours.ts'
import { textsOf, wordIn } from '#app/domain/calendar/texts/texts.ts'
import { RULE, aboutTitle, closingBlocks, filled, itemWords, letterGaps, missionRun, openingBlocks, paragraph, sampleOf, titleRun } from '#app/domain/papers/letter-paper.ts'
import type { LetterFacts } from '#app/domain/papers/letter-paper.ts'
import { letterWords } from '#app/domain/papers/letter-words.ts'
import { LANGUAGE_NAMES, asPaperLanguage, paperDay, paperHours, workingLanguages, writtenIn } from '#app/domain/papers/paper-words.ts'
import type { About, Block, Gap, Paper, Row, Source, Text } from '#app/domain/papers/paper.ts'
import { itemTitleIn, titleIn, titleOf } from '#app/domain/papers/printed-title.ts'
import { formatOffset, offsetOfDay } from '#app/domain/time.ts'

export function composeInvitationLetter(facts: LetterFacts, { language }: { language: string }): Paper {
  const words = letterWords(language)
  const { invitation } = words
  return {
    kind: 'invitation-letter', title: invitation.subject.replace('{title}', titleIn(facts, language) ?? titleOf(facts)), language, second: '', audience: 'team', header: '', footer: '',
    blocks: [
      ...openingBlocks(facts, language, invitation.subject),
      paragraph(filled(facts.addressee.unnamed ? invitation.openingToBody : invitation.opening, { mission: missionRun(facts, language) })),
      { kind: 'space', points: 4 },
      termsTable(facts, language),
      ...closingBlocks(facts, language, [invitation.reply]),
    ],
    gaps: [...letterGaps(facts, language), ...invitationGaps(facts, language)],
  }
}

function termsTable(facts: LetterFacts, language: string): Block {
  const { engagement } = facts
  const { terms } = letterWords(language)
  const row = (term: string, about: About, text: readonly Text[]): Row => ({ about, cells: [{ text: [[{ text: term }]] }, { text }] })
  const about = (id: string, words: string): About => ({ id: `agenda-${id}:${engagement.id}`, words })
  const venue = [engagement.venue, engagement.room].filter(Boolean).join(', ')
  const languages = workingLanguages(engagement, language).replace(/^[^:]+: /, '')
  return {
    kind: 'table', look: 'lines', widths: [4, 13],
    rows: [
      row(terms.event, aboutTitle(facts), [[{ ...titleRun(facts, language, { bold: true }) }]]),
      row(terms.when, about('when', 'Day and hours'), [[{ text: whenWords(facts, language), ...sampleOf(facts, 'time', 'day') }]]),
      row(terms.venue, about('venue', 'Venue'), [[venue === '' ? { text: RULE } : { text: venue, ...sampleOf(facts, 'venue', 'room') }]]),
      row(terms.about, about('text', 'Text for the invited'), engagement.publicText.trim() === '' ? [[{ text: RULE }]] : engagement.publicText.trim().split('\n').map((text): Text => [{ text, ...sampleOf(facts, 'publicText', 'public_text') }])),
      row(terms.languages, about('languages', 'Working languages'), [[languages === '' ? { text: RULE } : { text: languages, ...sampleOf(facts, 'language', 'interpretation') }]]),
      row(terms.part, { id: `part:${facts.addressee.personId ?? facts.addressee.id}`, words: `Part of ${facts.addressee.name}` }, partLines(facts, language)),
    ],
  }
}

/** 'Tuesday, February 4, 2020, 9:30 – 12:00 (Dushanbe, UTC+5)'; hours that nobody knows are a line to fill. */
function whenWords({ engagement, cityNames }: LetterFacts, language: string): string {
  const hours = headerOf(engagement)
  const clock = `(${cityNames[language] ?? engagement.city}, ${formatOffset(offsetOfDay(engagement.day, engagement.zone))})`
  return `${paperDay(engagement.day, language)}, ${hours ? paperHours(hours.start, hours.end, language) : RULE} ${clock}`
}

/** 'Speaker: Welcoming Remarks, 9:30 – 9:50', one line for each; a role of the engagement as a whole stands alone. */
function partLines(facts: LetterFacts, language: string): Text[] {
  const { roles } = textsOf(language)
  return facts.parts.map(({ role, item }): Text => {
    const said = { text: capital(wordIn(roles, role)) }
    return item === null ? [said] : filled(letterWords(language).item, { role: said, item: itemWords(item, language), hours: { text: paperHours(item.startMinute, item.endMinute, language) } })
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function invitationGaps(facts: LetterFacts, language: string): Gap[] {
  const { engagement, parts } = facts
  const source: Source = { noun: 'engagement', id: engagement.id }
  const called = LANGUAGE_NAMES[asPaperLanguage(language)]
  const text = engagement.publicText.trim()
  return [
    ...(headerOf(engagement) === undefined ? [{ kind: 'date' as const, words: 'The hours are left open: the engagement has no time yet.', source }] : []),
    ...(engagement.venue === '' ? [{ kind: 'other' as const, words: 'The venue is left open.', source }] : []),
    ...(text === '' ? [{ kind: 'other' as const, words: 'What the event is about is left open: nobody wrote the text for the invited.', source }] : writtenIn(text) === language ? [] : [{ kind: 'translation' as const, words: `The text for the invited is not in ${called}.`, source }]),
    ...(workingLanguages(engagement, language) === '' ? [{ kind: 'other' as const, words: 'The languages are left open.', source }] : []),
    ...parts.flatMap(({ item }): Gap[] => (item === null || itemTitleIn(item, language) !== undefined ? [] : [{ kind: 'translation', words: `No ${called} title of the item “${item.title}”.`, source }])),
    ...(engagement.status === 'confirmed' ? [] : [{ kind: 'decision' as const, words: `The engagement is not confirmed: ${engagement.status}.`, source }]),
  ]
}
