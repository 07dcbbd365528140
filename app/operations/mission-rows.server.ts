/** What the rows of a mission's file may hold: a word that no page knows would break each page that shows it. */
import { AGREEMENT_WORDS, EVIDENCE_WORDS, RELATIONS } from '#app/domain/assessment/evidence.ts'
import { FINDING_STATUSES } from '#app/domain/assessment/findings.ts'
import { LEVELS } from '#app/domain/assessment/ratings.ts'
import { SOURCE_GROUPS } from '#app/domain/assessment/sources.ts'
import { ANSWERS, CHANNELS } from '#app/domain/calendar/answers.ts'
import { isId } from '#app/domain/ids.ts'
import { ATTRIBUTIONS, CONFIDENTIALITIES } from '#app/domain/meetings/attribution.ts'
import { EXCERPT_KINDS, TRANSLATION_STATES } from '#app/domain/meetings/excerpts.ts'
import { NOTE_STATUSES } from '#app/domain/meetings/notes.ts'
import { STATUSES } from '#app/domain/meetings/status.ts'
import { TASK_STATUSES } from '#app/domain/meetings/tasks.ts'
import { ATTENDANCES } from '#app/domain/people/attendance.ts'
import { areChanges, isPaper } from '#app/domain/papers/paper-shape.ts'
import { isDay, isZone } from '#app/domain/time.ts'
import { ITEM_KINDS } from '#app/operations/agenda.input.ts'
import { ORGANISATION_KINDS, PLACE_KINDS } from '#app/operations/directory.input.ts'
import { ENGAGEMENT_KINDS } from '#app/operations/engagements.input.ts'
import { MISSION_STATUSES } from '#app/operations/missions.input.ts'
import { ROLES } from '#app/operations/participations.input.ts'
import type { FileRow, Value } from '#db/mission-file.server.ts'

const orNone = (words: readonly string[]): readonly string[] => ['', ...words]

/** Columns that hold one of some words. */
const WORDS: Record<string, readonly string[]> = {
  'mission.status': MISSION_STATUSES, 'place.kind': PLACE_KINDS, 'organisation.kind': ORGANISATION_KINDS, 'engagement.kind': ENGAGEMENT_KINDS, 'engagement.status': STATUSES,
  'agenda_item.kind': ITEM_KINDS, 'participation.role': ROLES, 'participation.attendance': orNone(ATTENDANCES), 'outline_node.translation_state': orNone(TRANSLATION_STATES),
  'task.status': TASK_STATUSES, 'note.status': NOTE_STATUSES, 'excerpt.kind': EXCERPT_KINDS, 'excerpt.attribution': ATTRIBUTIONS, 'excerpt.confidentiality': CONFIDENTIALITIES,
  'excerpt.translation_state': orNone(TRANSLATION_STATES), 'finding.status': FINDING_STATUSES, 'finding.evidence_judged': orNone(EVIDENCE_WORDS), 'finding.agreement_judged': orNone(AGREEMENT_WORDS),
  'evidence_link.relation': RELATIONS, 'rating.level': LEVELS, 'invitation.state': ['none', 'invited', 'cancelled', 'replaced'], 'invitation.answer': ANSWERS, 'invitation.answer_channel': orNone(CHANNELS),
  'invitation.earlier_answer': orNone(ANSWERS), 'correction.state': ['open', 'taken', 'dismissed'], 'question.source_group': SOURCE_GROUPS,
}

type Shape = (value: unknown) => boolean
const isText: Shape = (value) => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (shape: Shape): Shape => (value) => Array.isArray(value) && value.every(shape)
const isFrozenLink: Shape = (value) => isRecord(value) && isText(value['id']) && (RELATIONS as readonly unknown[]).includes(value['relation'])
const isNumber: Shape = (value) => typeof value === 'number' && Number.isInteger(value)
const isNumberOrNull: Shape = (value) => value === null || isNumber(value)
const isSlot: Shape = (value) => isRecord(value) && isDay(String(value['day'])) && isNumber(value['startMinute']) && isNumberOrNull(value['endMinute']) && isText(value['title'])
const isSentFacts: Shape = (value) => isRecord(value) && ['title', 'kind', 'city', 'place', 'about'].every((name) => isText(value[name])) && isZone(String(value['zone'])) && isDay(String(value['day']))
  && isNumber(value['startMs']) && isNumberOrNull(value['endMs']) && isNumber(value['startMinute']) && isNumberOrNull(value['endMinute']) && listOf(isSlot)(value['slots']) && listOf(isText)(value['roles'])
  && ['confirmed', 'tentative'].includes(String(value['status'])) && isRecord(value['organiser']) && isText(value['organiser']['name']) && isText(value['organiser']['address'])

/** Columns that hold JSON of a shape. */
const SHAPES: Record<string, Shape> = {
  'mission.aliases': listOf(isText), 'person.sample_fields': listOf(isText), 'stop.sample_fields': listOf(isText), 'engagement.sample_fields': listOf(isText), 'engagement.inferred_fields': listOf(isText),
  'agenda_item.sample_fields': listOf(isText), 'task.sample_fields': listOf(isText), 'task.months': listOf(isText), 'finding.judged_links': listOf(isFrozenLink), 'rating.evidence': listOf(isFrozenLink),
  'invitation.sent_facts': isSentFacts, 'act.facts': isRecord, 'edition_paper.paper': isPaper, 'edition_paper.changes': areChanges,
}

/** Whole numbers between bounds, by the end of the column's name; others fit 32 bits. */
const RANGES: [ending: RegExp, least: number, most: number][] = [
  [/_ms$/, -62_135_596_800_000, 253_402_300_799_999], [/(^|_)start_minute$/, 0, 1_439], [/(^|_)end_minute$/, 1, 2_880], [/^(sample|private|aside|tentative|certain|as_printed|emptied|attended|answer_unverified)$/, 0, 1],
  [/^latitude$/, -90, 90], [/^longitude$/, -180, 180], [/^level$/, 1, 9], [/^revision$/, 1, 2_147_483_647], [/^(start_at|end_at|size)$/, 0, 2_147_483_647],
]
/** Tables whose languages are tags (BCP 47). */
const TAGGED = new Set(['document', 'question_wording', 'questionnaire_request', 'note', 'excerpt', 'edition'])
const VERB = /^[a-z]+(-[a-z]+)*$/

/** What is wrong with a value of a row, in words that follow “must be”; undefined when nothing is. */
export function wrongWith(table: string, column: string, value: Value): string | undefined {
  const name = `${table}.${column}`
  if (value === null) return undefined
  if (typeof value === 'number') return withinRange(column, value)
  if (WORDS[name] && !WORDS[name].includes(value)) return `one of ${WORDS[name].filter(Boolean).join(', ')}`
  if (SHAPES[name] && !fits(value, SHAPES[name])) return 'a list or record as Caravan writes it'
  if (/(^|_)day$/.test(column) && column !== 'printed_day' && !isDay(value)) return 'a day that exists, such as 2020-02-04'
  if (/(^|_)zone$/.test(column) && !isZone(value)) return 'a time zone, such as Asia/Dushanbe'
  if ((column === 'id' || column.endsWith('_id')) && !isId(value)) return 'an identifier'
  if (TAGGED.has(table) && /^(language|second)$/.test(column) && !/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/.test(value)) return 'a language, such as tg'
  if (name === 'edition.subject' && !/^[a-z0-9][a-z0-9.-]{0,150}$/.test(value)) return 'what a paper is made for'
  if (column === 'slug' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) return 'small letters, digits and single dashes'
  if (table === 'act' && (column === 'verb' || column === 'noun') && (!VERB.test(value) || value === 'constructor')) return 'a word'
  return undefined
}

function withinRange(column: string, value: number): string | undefined {
  const [, least, most] = RANGES.find(([ending]) => ending.test(column)) ?? [undefined, -2_147_483_648, 2_147_483_647]
  return value < least || value > most ? `between ${least} and ${most}` : undefined
}

function fits(text: string, shape: Shape): boolean {
  try {
    return shape(JSON.parse(text))
  } catch {
    return false
  }
}

/** The first value of some rows that cannot stand, as one sentence. */
export function wrongRow(table: string, rows: readonly FileRow[]): string | undefined {
  for (const [at, row] of rows.entries()) {
    for (const [column, value] of Object.entries(row)) {
      const wrong = wrongWith(table, column, value)
      if (wrong) return `Row ${at + 1} of “${table}” cannot be read: its ${column} must be ${wrong}.`
    }
  }
  return undefined
}
