/**
 * What a mission is made of, table by table, in the order in which the rows may be written: what a file of a mission carries,
 * and what stays with the installation and why. `tests/db/mission-tables.test.ts` fails while a table stands in neither.
 */
import type { Schema } from '#db/schema.ts'

export type TableName = keyof Schema & string

export type PartTable = {
  table: TableName
  /** Which rows: of the mission, of the rows of another part by the column that names them, or of the directory: those that other rows name. */
  rows: { of: 'mission' } | { of: TableName; by: string } | { of: 'directory' }
  key: readonly string[]
  /** Columns that name rows of other parts. A row whose named row stays behind stays too. */
  names: Readonly<Record<string, TableName>>
  /** Names that are emptied instead, when what they name stays behind. */
  loose?: readonly string[]
  /** Text in which ids stand: JSON, or words joined by signs. */
  within?: readonly string[]
  /** Columns that stay with the installation; on the other side they get their default. */
  stays?: readonly string[]
  /** Rows that stay. */
  without?: (row: Readonly<Record<string, unknown>>) => boolean
  /** Contact details and internal remarks: emptied when the file goes without them. */
  contacts?: readonly string[]
  /** Text in which addresses of mail may stand: they are taken out of a file without contact details. */
  addresses?: readonly string[]
  /** A name with a phone or address behind it: the name alone goes without contact details. */
  called?: readonly string[]
  /** A paper as JSON, in which phones and addresses are marked. */
  papers?: readonly string[]
}

const MISSION = { of: 'mission' } as const
const DIRECTORY = { of: 'directory' } as const
const ID = ['id'] as const

export const PARTS: readonly PartTable[] = [
  { table: 'place', rows: DIRECTORY, key: ID, names: { city_id: 'place' } },
  { table: 'place_name', rows: { of: 'place', by: 'place_id' }, key: ID, names: { place_id: 'place' } },
  { table: 'organisation', rows: DIRECTORY, key: ID, names: { parent_id: 'organisation', successor_id: 'organisation', merged_into_id: 'organisation' } },
  { table: 'organisation_name', rows: { of: 'organisation', by: 'organisation_id' }, key: ID, names: { organisation_id: 'organisation' } },
  { table: 'person', rows: DIRECTORY, key: ID, names: { merged_into_id: 'person' }, stays: ['account_id'], contacts: ['email', 'phone', 'remark'] },
  { table: 'person_name', rows: { of: 'person', by: 'person_id' }, key: ID, names: { person_id: 'person' } },
  { table: 'affiliation', rows: { of: 'person', by: 'person_id' }, key: ID, names: { person_id: 'person', organisation_id: 'organisation' } },
  { table: 'mission', rows: MISSION, key: ID, names: {}, stays: ['archived_ms', 'demo'] },
  { table: 'stop', rows: MISSION, key: ID, names: { mission_id: 'mission', place_id: 'place' }, called: ['coordinator', 'liaison'] },
  { table: 'engagement', rows: MISSION, key: ID, names: { mission_id: 'mission', stop_id: 'stop', venue_id: 'place', fallback_of_id: 'engagement' } },
  { table: 'engagement_alias', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement' } },
  { table: 'agenda_item', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement' } },
  { table: 'participation', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement', agenda_item_id: 'agenda_item', person_id: 'person', organisation_id: 'organisation' } },
  { table: 'accepted_warning', rows: MISSION, key: ID, names: { mission_id: 'mission' }, within: ['subject_id'], stays: ['account_id'] },
  { table: 'document', rows: MISSION, key: ID, names: { mission_id: 'mission', sender_organisation_id: 'organisation', sender_person_id: 'person', translation_of_id: 'document' }, loose: ['translation_of_id'], without: (row) => row.removed_ms !== null },
  { table: 'dimension', rows: MISSION, key: ID, names: { mission_id: 'mission' } },
  { table: 'note', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement' }, stays: ['author_id'], without: (row) => row.private === 1 },
  { table: 'note_revision', rows: { of: 'note', by: 'note_id' }, key: ['note_id', 'number'], names: { note_id: 'note' }, stays: ['account_id'] },
  { table: 'attachment', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement', note_id: 'note', document_id: 'document', series_id: 'attachment' }, loose: ['series_id'], stays: ['author_id'], without: (row) => row.removed_ms !== null },
  { table: 'outline_node', rows: MISSION, key: ID, names: { mission_id: 'mission', document_id: 'document', attachment_id: 'attachment' }, loose: ['attachment_id'] },
  { table: 'figure', rows: MISSION, key: ID, names: { mission_id: 'mission', document_id: 'document', outline_node_id: 'outline_node', attachment_id: 'attachment' }, loose: ['outline_node_id', 'attachment_id'] },
  { table: 'abbreviation', rows: MISSION, key: ID, names: { mission_id: 'mission', document_id: 'document' } },
  { table: 'excerpt', rows: MISSION, key: ID, names: { mission_id: 'mission', note_id: 'note', outline_node_id: 'outline_node', dimension_id: 'dimension', speaker_id: 'person' }, loose: ['dimension_id', 'speaker_id'] },
  { table: 'plan', rows: MISSION, key: ID, names: { mission_id: 'mission' } },
  { table: 'task', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement', document_id: 'document', excerpt_id: 'excerpt', organisation_id: 'organisation' }, loose: ['excerpt_id', 'document_id', 'engagement_id', 'organisation_id'] },
  { table: 'finding', rows: MISSION, key: ID, names: { mission_id: 'mission' }, within: ['judged_links'] },
  { table: 'finding_dimension', rows: MISSION, key: ID, names: { mission_id: 'mission', finding_id: 'finding', dimension_id: 'dimension' } },
  { table: 'finding_outline', rows: MISSION, key: ID, names: { mission_id: 'mission', finding_id: 'finding', outline_node_id: 'outline_node' } },
  { table: 'evidence_link', rows: MISSION, key: ID, names: { mission_id: 'mission', excerpt_id: 'excerpt', finding_id: 'finding' } },
  { table: 'rating', rows: MISSION, key: ID, names: { mission_id: 'mission', dimension_id: 'dimension' }, within: ['evidence'] },
  { table: 'invitation', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement', person_id: 'person' }, within: ['sent_facts'], stays: ['brought'], contacts: ['sent_address'], addresses: ['sent_facts'] },
  { table: 'correction', rows: MISSION, key: ID, names: { mission_id: 'mission', person_id: 'person', invitation_id: 'invitation', affiliation_id: 'affiliation' }, loose: ['invitation_id', 'affiliation_id'] },
  { table: 'question', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement' }, within: ['dimension_id'] },
  { table: 'act', rows: MISSION, key: ID, names: { mission_id: 'mission', undone_by_id: 'act', undoes_id: 'act' }, loose: ['undone_by_id', 'undoes_id'], within: ['subject_id', 'facts'], stays: ['account_id', 'undoable'], addresses: ['facts', 'subject_title'], without: (row) => row.verb === 'bring-in' },
  { table: 'question_form', rows: MISSION, key: ID, names: { id: 'outline_node', mission_id: 'mission' } },
  { table: 'question_wording', rows: MISSION, key: ID, names: { mission_id: 'mission', document_id: 'document', node_id: 'outline_node' }, within: ['subject_id'] },
  { table: 'questionnaire_request', rows: MISSION, key: ID, names: { mission_id: 'mission', document_id: 'document', organisation_id: 'organisation', reply_id: 'document' }, loose: ['reply_id'], contacts: ['contact_email'] },
  { table: 'reply_answer', rows: MISSION, key: ID, names: { mission_id: 'mission', request_id: 'questionnaire_request', question_id: 'outline_node', node_id: 'outline_node' }, loose: ['node_id'] },
  { table: 'reply_aside', rows: MISSION, key: ID, names: { mission_id: 'mission', request_id: 'questionnaire_request', question_id: 'outline_node' } },
  { table: 'reply_file', rows: { of: 'questionnaire_request', by: 'request_id' }, key: ['attachment_id'], names: { attachment_id: 'attachment', request_id: 'questionnaire_request', question_id: 'outline_node' } },
  { table: 'hand_out', rows: MISSION, key: ID, names: { mission_id: 'mission', engagement_id: 'engagement', agenda_item_id: 'agenda_item', document_id: 'document' } },
  { table: 'edition', rows: MISSION, key: ID, names: { mission_id: 'mission' }, within: ['subject'] },
  { table: 'edition_paper', rows: { of: 'edition', by: 'edition_id' }, key: ['edition_id'], names: { edition_id: 'edition' }, within: ['paper', 'changes'], papers: ['paper'] },
  { table: 'attachment_piece', rows: { of: 'attachment', by: 'attachment_id' }, key: ['attachment_id', 'position'], names: { attachment_id: 'attachment' } },
]

/** Tables that no file of a mission carries, each with the reason. */
export const STAYING: Readonly<Partial<Record<TableName, string>>> = {
  account: 'people of the team sign in here; the names of who wrote what stand in the rows themselves',
  session: 'of this installation', sign_in: 'of this installation', rate: 'of this installation', setting: 'of this installation', device: 'keys of devices that sign in here',
  membership: 'who may do what is decided where the mission is brought in',
  holiday: 'the public holidays of an installation, whose source and state of checking it answers for',
  feed: 'secret addresses of calendars, which only this installation answers',
  published_agenda: 'public addresses, which only this installation answers', published_version: 'what stands at those addresses', mission_file: 'files that wait to be brought in',
  dispatch: 'mail that left from here, and its queue', outbox: 'mail that left from here, and its queue', outbox_try: 'mail that left from here, and its queue', mail_domain: 'mail that left from here, and its queue',
  received_mail: 'mail as it came in here; what it answered stands in the invitations', received_source: 'mail as it came in here',
  import_text: 'texts on their way in: what was stored of them stands in the mission',
  change: 'rows as they were before each change, for undoing it here; what was done stands in the history',
  note_save: 'answers to saves of the devices that wrote', act_count: 'counted anew', evidence_version: 'counted anew',
}
