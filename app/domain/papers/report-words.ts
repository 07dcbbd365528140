/** The fixed words of reports to counterparts, in the languages that they are written in. What people typed is never translated here. */
import { confidenceOf } from '#app/domain/assessment/evidence.ts'
import type { RelationWord } from '#app/domain/assessment/evidence.ts'

type Confidence = ReturnType<typeof confidenceOf>

export type ReportWords = {
  aideMemoire: string; annex: (number: number) => string
  introduction: string; notWritten: string; records: string; mission: string; programme: string; dates: string; purpose: string; team: string
  city: string; country: string; clock: string
  meetings: string; meetingsAll: string; noneHeld: string; time: string; meeting: string
  findings: string; noFindings: string; draft: string; reviewed: string; elsewhere: string; seeAbove: (name: string) => string
  readiness: string; dimension: string; level: string; confidence: string; reason: string; notRated: string; tentative: string; asPrinted: string; unsure: string; staleSince: string
  ofAllStops: string
  steps: string; step: string; owner: string; due: string; noOwner: string; noDate: string; done: string; late: string; noSteps: string
  questions: string; noQuestions: string; notAnswered: string
  personsMet: string; nobodyMet: string; noInstitution: string; namesNotNoted: string; insteadOf: (name: string) => string; visitor: string; name: string; title: string; metAt: string
  annexOf: (name: string) => string; current: string; evidence: string; quoted: string; history: string; noEvidence: string; bearing: string; words: string; source: string; givenBy: string; evidenceThen: string; sinceThen: string; unlinked: (n: number) => string
  notReviewed: string; reviewedTranslation: string; noTranslation: string; nobodyNamed: string; item: string
  levels: Record<string, string>; confidences: Record<Confidence, string>; relations: Record<RelationWord, string>; sources: Record<string, string>; /** Kinds of steps, and of those who said something. */ kinds: Record<string, string>; countries: Record<string, string>
  quote: (text: string) => string
}

const ENGLISH: ReportWords = {
  aideMemoire: 'Aide-mémoire', annex: (number) => `Annex ${number}`,
  introduction: 'Introduction', notWritten: 'not written down yet', records: 'This aide-mémoire records the meetings that were held, what was found and which steps were agreed.',
  mission: 'Mission', programme: 'Programme', dates: 'Dates', purpose: 'Purpose', team: 'Mission team',
  city: 'City', country: 'Country', clock: 'Clock',
  meetings: 'Meetings held', meetingsAll: 'Meetings held and still ahead', noneHeld: 'No meeting was held yet.', time: 'Time', meeting: 'Meeting',
  findings: 'Key findings', noFindings: 'No finding is recorded here yet.', draft: 'draft', reviewed: 'reviewed', elsewhere: 'Under no dimension', seeAbove: (name) => `see ${name}`,
  readiness: 'Readiness', dimension: 'Dimension', level: 'Level', confidence: 'Confidence', reason: 'Reason', notRated: 'Not rated', tentative: 'tentative', asPrinted: 'as printed in an earlier document', unsure: 'reading unsure', staleSince: 'contradicted by evidence since',
  ofAllStops: 'Levels are those of the whole mission.',
  steps: 'Agreed next steps', step: 'Step', owner: 'Responsible', due: 'Due', noOwner: 'to be named', noDate: 'to be agreed', done: 'done', late: 'late', noSteps: 'No step is recorded here yet.',
  questions: 'Open questions', noQuestions: 'No question is open.', notAnswered: 'not enough evidence yet',
  personsMet: 'Persons met', nobodyMet: 'Nobody was met yet.', noInstitution: 'No institution named', namesNotNoted: 'Representatives, names not noted', insteadOf: (name) => `for ${name}`, visitor: 'came unannounced', name: 'Name', title: 'Title', metAt: 'Met at',
  annexOf: (name) => `Evidence annex: ${name}`, current: 'Current level', evidence: 'Evidence', quoted: 'Only words that may be quoted stand here, named as far as those who said them agreed.', history: 'Levels over time', noEvidence: 'No words are linked that may be shown here.',
  bearing: 'Bearing', words: 'Words', source: 'Source', givenBy: 'Given by', evidenceThen: 'evidence then', sinceThen: 'came after the level was given', unlinked: (n) => `${n} of it unlinked since`,
  notReviewed: 'translation not reviewed', reviewedTranslation: 'translation reviewed', noTranslation: 'not translated', nobodyNamed: 'Source not named', item: 'item',
  levels: { low: 'Low', mid: 'Mid', high: 'High', none: 'Not enough evidence' }, confidences: { none: 'no evidence', weak: 'weak', fair: 'fair', good: 'good' },
  relations: { supports: 'Supports', contradicts: 'Contradicts', qualifies: 'Qualifies', context: 'Context' },
  sources: { government: 'A government office', 'state enterprise': 'A state enterprise', city: 'A city administration', donor: 'A donor', NGO: 'A civil society organisation', company: 'A company', university: 'A university', team: 'The mission’s team' },
  kinds: { commitment: 'commitment', decision: 'decision', 'data request': 'data request', action: 'action' }, countries: {},
  quote: (text) => `“${text}”`,
}

const RUSSIAN: ReportWords = {
  aideMemoire: 'Памятная записка', annex: (number) => `Приложение ${number}`,
  introduction: 'Введение', notWritten: 'пока не указана', records: 'В настоящей памятной записке изложены состоявшиеся встречи, сделанные выводы и согласованные шаги.',
  mission: 'Миссия', programme: 'Программа', dates: 'Сроки', purpose: 'Цель', team: 'Состав миссии',
  city: 'Город', country: 'Страна', clock: 'Местное время',
  meetings: 'Состоявшиеся встречи', meetingsAll: 'Состоявшиеся и предстоящие встречи', noneHeld: 'Встречи пока не состоялись.', time: 'Время', meeting: 'Встреча',
  findings: 'Основные выводы', noFindings: 'Выводы пока не внесены.', draft: 'проект', reviewed: 'проверено', elsewhere: 'Вне направлений оценки', seeAbove: (name) => `см. «${name}»`,
  readiness: 'Готовность', dimension: 'Направление', level: 'Уровень', confidence: 'Достоверность', reason: 'Обоснование', notRated: 'Не оценено', tentative: 'предварительно', asPrinted: 'как указано в более раннем документе', unsure: 'отметка читается неоднозначно', staleSince: 'есть противоречащие сведения с',
  ofAllStops: 'Уровни относятся ко всей миссии.',
  steps: 'Согласованные дальнейшие шаги', step: 'Шаг', owner: 'Ответственный', due: 'Срок', noOwner: 'будет определён', noDate: 'будет согласован', done: 'выполнено', late: 'просрочено', noSteps: 'Дальнейшие шаги пока не внесены.',
  questions: 'Открытые вопросы', noQuestions: 'Открытых вопросов нет.', notAnswered: 'сведений пока недостаточно',
  personsMet: 'Список участников встреч', nobodyMet: 'Встречи пока не состоялись.', noInstitution: 'Организация не указана', namesNotNoted: 'Представители, имена не записаны', insteadOf: (name) => `вместо: ${name}`, visitor: 'без предварительного уведомления', name: 'Имя', title: 'Должность', metAt: 'Встреча',
  annexOf: (name) => `Приложение со сведениями: ${name}`, current: 'Текущий уровень', evidence: 'Сведения', quoted: 'Здесь приведены только слова, которые разрешено цитировать; источники названы в той мере, в какой они на это согласились.', history: 'История оценок', noEvidence: 'Нет высказываний, которые можно привести.',
  bearing: 'Значение', words: 'Высказывание', source: 'Источник', givenBy: 'Кем дана', evidenceThen: 'сведения на тот момент', sinceThen: 'появилось после оценки', unlinked: (n) => `более не связано: ${n}`,
  notReviewed: 'перевод не проверен', reviewedTranslation: 'перевод проверен', noTranslation: 'не переведено', nobodyNamed: 'Источник не назван', item: 'пункт',
  levels: { low: 'Низкий', mid: 'Средний', high: 'Высокий', none: 'Недостаточно сведений' }, confidences: { none: 'нет сведений', weak: 'низкая', fair: 'средняя', good: 'высокая' },
  relations: { supports: 'Подтверждает', contradicts: 'Противоречит', qualifies: 'Уточняет', context: 'Контекст' },
  sources: { government: 'Государственный орган', 'state enterprise': 'Государственное предприятие', city: 'Городская администрация', donor: 'Донорская организация', NGO: 'Общественная организация', company: 'Компания', university: 'Университет', team: 'Команда миссии' },
  kinds: { commitment: 'обязательство', decision: 'решение', 'data request': 'запрос данных', action: 'действие', government: 'государственный орган', 'state enterprise': 'государственное предприятие', city: 'город', donor: 'донор', NGO: 'общественная организация', company: 'компания', university: 'университет', team: 'команда миссии' },
  countries: { Kazakhstan: 'Казахстан', Kyrgyzstan: 'Кыргызстан', Tajikistan: 'Таджикистан', Turkmenistan: 'Туркменистан', Uzbekistan: 'Узбекистан' },
  quote: (text) => `«${text}»`,
}

const WORDS: Record<string, ReportWords> = { en: ENGLISH, ru: RUSSIAN }

export const REPORT_LANGUAGES = ['en', 'ru'] as const

/** The words of a language; English for one that has none. */
export function reportWords(language: string): ReportWords {
  return (Object.hasOwn(WORDS, language) && WORDS[language]) || ENGLISH
}
