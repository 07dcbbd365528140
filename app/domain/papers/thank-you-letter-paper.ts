/** The letter of thanks after a meeting that was held. What was offered and asked for there stands in it as far as its words may leave the team. */
import { mayRead } from '#app/domain/meetings/attribution.ts'
import type { Confidentiality } from '#app/domain/meetings/attribution.ts'
import { closingBlocks, filled, itemWords, letterGaps, missionRun, openingBlocks, paragraph, titleRun, aboutTitle } from '#app/domain/papers/letter-paper.ts'
import type { LetterFacts } from '#app/domain/papers/letter-paper.ts'
import { letterWords } from '#app/domain/papers/letter-words.ts'
import type { LetterWords } from '#app/domain/papers/letter-words.ts'
import { LANGUAGE_NAMES, asPaperLanguage, paperDay, writtenIn } from '#app/domain/papers/paper-words.ts'
import type { Block, Gap, Item, Paper } from '#app/domain/papers/paper.ts'
import { aboutPerson } from '#app/domain/papers/printed-person.ts'
import { itemTitleIn, titleIn, titleOf } from '#app/domain/papers/printed-title.ts'
import { TOOK_PLACE } from '#app/domain/people/attendance.ts'
import { count } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'

/** `confidentiality` is that of the words it comes out of; null where it comes out of none, which leaves it with the team. */
export type NotedTask = { id: string; kind: string; title: string; dueDay: Day | null; confidentiality: Confidentiality | null; sample: boolean }

/** Speaking at these is a contribution of its own. */
const CONTRIBUTES: ReadonlySet<string> = new Set(['speaker', 'panellist', 'moderator'])
const KINDS = [['commitment', 'commitment'], ['data request', 'request'], ['decision', 'decision']] as const satisfies readonly [string, keyof LetterWords['thanks']][]

/** True for whoever was there, or sent somebody, in a meeting that took place. */
export function isThanked({ status, attended, attendance }: { status: string; attended: number | null; attendance: string }): boolean {
  return TOOK_PLACE.some((word) => word === status) && (attended !== 0 || attendance === 'deputy')
}

export function composeThankYouLetter(facts: LetterFacts, tasks: readonly NotedTask[], { language }: { language: string }): Paper {
  const { thanks, date } = letterWords(language)
  const { addressee, engagement, cityNames } = facts
  const told = tasks.filter(mayLeave)
  const place = { day: { text: paperDay(engagement.day, language, date) }, city: { text: cityNames[language] ?? engagement.city } }
  const runs = { title: titleRun(facts, language, { italic: true, about: aboutTitle(facts) }), mission: missionRun(facts, language), ...place }
  return {
    kind: 'thank-you-letter', title: thanks.subject.replace('{title}', titleIn(facts, language) ?? titleOf(facts)), language, second: '', audience: 'team', header: '', footer: '',
    blocks: [
      ...openingBlocks(facts, language, thanks.subject),
      paragraph(filled(addressee.unnamed ? thanks.openingToBody : thanks.opening, runs), { id: `agenda-when:${engagement.id}`, words: 'Day and city' }),
      ...spokeBlocks(facts, language), ...deputyBlocks(facts, language),
      ...KINDS.flatMap(([kind, key]) => taskBlocks(told.filter((task) => task.kind === kind), thanks[key], language)),
      ...closingBlocks(facts, language, []),
    ],
    gaps: [...letterGaps(facts, language), ...thanksGaps(facts, tasks, language)],
  }
}

function mayLeave({ kind, confidentiality }: NotedTask): boolean {
  return KINDS.some(([each]) => each === kind) && confidentiality !== null && mayRead(confidentiality, 'counterpart')
}

function spokeBlocks({ parts }: LetterFacts, language: string): Block[] {
  const items = parts.flatMap(({ role, item }) => (item !== null && CONTRIBUTES.has(role) ? [item] : []))
  if (items.length === 0) return []
  return [paragraph([{ text: letterWords(language).thanks.spoke }]), { kind: 'list', ordered: false, items: items.map((item): Item => ({ about: { id: `item:${item.id}`, words: item.title }, text: [itemWords(item, language)] })) }]
}

function deputyBlocks({ addressee }: LetterFacts, language: string): Block[] {
  const { deputyName, deputyTitle, attendance } = addressee
  if (attendance !== 'deputy' || deputyName === '') return []
  return [paragraph(filled(letterWords(language).thanks.deputy, { deputy: { text: [deputyName, deputyTitle].filter(Boolean).join(', ') } }), { id: `deputy:${aboutPerson(addressee).id}`, words: `Deputy of ${addressee.name}` })]
}

function taskBlocks(tasks: readonly NotedTask[], opening: string, language: string): Block[] {
  if (tasks.length === 0) return []
  const { until, date } = letterWords(language)
  return [paragraph([{ text: opening }]), {
    kind: 'list', ordered: false, items: tasks.map(({ id, title, dueDay, sample }): Item => {
      const task = { text: title, source: { noun: 'task' as const, id }, ...(sample && { sample: true as const }) }
      return { about: { id: `task:${id}`, words: title }, text: dueDay === null ? [task] : filled(until, { task, day: { text: paperDay(dueDay, language, date) } }) }
    }),
  }]
}

/** A task that stays with the team is counted, never quoted: gaps are read with the counterpart's version too. */
function thanksGaps(facts: LetterFacts, tasks: readonly NotedTask[], language: string): Gap[] {
  const { addressee, engagement, parts } = facts
  const source = { noun: 'engagement' as const, id: engagement.id }
  const called = LANGUAGE_NAMES[asPaperLanguage(language)]
  const kept = tasks.filter((task) => !mayLeave(task)).length
  const foreign = tasks.filter((task) => mayLeave(task) && writtenIn(task.title) !== language).length
  return [
    ...(addressee.attended === null && addressee.attendance === '' ? [{ kind: 'person' as const, words: 'Nobody noted who came to the meeting.', source }] : []),
    ...(kept > 0 ? [{ kind: 'other' as const, words: `${count(kept, 'task of the meeting stays', 'tasks of the meeting stay')} out: the words are the team’s own.`, source }] : []),
    ...(foreign > 0 ? [{ kind: 'translation' as const, words: `${count(foreign, 'task is', 'tasks are')} not written in ${called}.`, source }] : []),
    ...parts.flatMap(({ item, role }): Gap[] => (item === null || !CONTRIBUTES.has(role) || itemTitleIn(item, language) !== undefined ? [] : [{ kind: 'translation', words: `No ${called} title of the item “${item.title}”.`, source }])),
  ]
}
