/** The tables as Kysely sees them; `tests/db/schema.test.ts` compares them with the migrated database. */
import type { Generated } from 'kysely'

export type AccountTable = {
  id: string
  name: string
  email: string
  email_key: string
  zone: Generated<string>
  city: Generated<string>
  created_ms: number
  disabled_ms: number | null
  revision: Generated<number>
}

/** A device on which a person keeps sealed notes; `session_hash` is the session that used it last. */
export type DeviceTable = {
  account_id: string
  id: string
  secret: string
  session_hash: string
  created_ms: number
  seen_ms: number
}

export type SessionTable = {
  id_hash: string
  account_id: string
  created_ms: number
  seen_ms: number
  expires_ms: number
}

export type SignInTable = {
  id: string
  account_id: string | null
  email_key: string
  link_hash: string
  code_hash: string | null
  browser_hash: string | null
  attempts: Generated<number>
  created_ms: number
  expires_ms: number
  consumed_ms: number | null
}

export type RateTable = {
  key: string
  count: number
  until_ms: number
}

export type SettingTable = {
  key: string
  value: string
}

export type PlaceTable = {
  id: string
  kind: string
  name: string
  name_key: string
  sort_key: string
  country: Generated<string>
  city_id: string | null
  zone: string | null
  address: Generated<string>
  latitude: number | null
  longitude: number | null
  sample: Generated<number>
  source_line: number | null
  revision: Generated<number>
}

export type PlaceNameTable = {
  id: string
  place_id: string
  name: string
  name_key: string
  language: Generated<string>
  from_day: string | null
  to_day: string | null
  revision: Generated<number>
}

export type HolidayTable = {
  id: string
  country: string
  name: string
  kind: Generated<string>
  start_day: string
  end_day: string
  yearly: Generated<number>
  until_year: number | null
  source: Generated<string>
  verified: Generated<number>
  revision: Generated<number>
}

export type OrganisationTable = {
  id: string
  name: string
  name_key: string
  sort_key: string
  kind: Generated<string>
  country: Generated<string>
  parent_id: string | null
  successor_id: string | null
  merged_into_id: string | null
  sample: Generated<number>
  source_line: number | null
  revision: Generated<number>
}

export type OrganisationNameTable = {
  id: string
  organisation_id: string
  name: string
  name_key: string
  language: Generated<string>
  from_day: string | null
  to_day: string | null
  revision: Generated<number>
}

export type PersonTable = {
  id: string
  name: string
  name_key: string
  sort_key: string
  honorific: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  languages: Generated<string>
  remark: Generated<string>
  account_id: string | null
  merged_into_id: string | null
  sample_fields: Generated<string>
  source_line: number | null
  revision: Generated<number>
}

export type PersonNameTable = {
  id: string
  person_id: string
  name: string
  name_key: string
  script: Generated<string>
  language: Generated<string>
  revision: Generated<number>
}

export type AffiliationTable = {
  id: string
  person_id: string
  organisation_id: string | null
  title: string
  rank: Generated<number>
  from_day: string | null
  to_day: string | null
  sample: Generated<number>
  source_line: number | null
  revision: Generated<number>
}

export type MissionTable = {
  id: string
  slug: string
  title: string
  title_key: string
  aliases: Generated<string>
  programme: Generated<string>
  purpose: Generated<string>
  languages: Generated<string>
  start_day: string
  end_day: string
  status: Generated<string>
  clock_show_ms: number | null
  clock_from_ms: number | null
  archived_ms: number | null
  demo: Generated<number>
  printed_dates: string | null
  source_line: number | null
  revision: Generated<number>
}

export type MembershipTable = {
  id: string
  mission_id: string
  account_id: string
  role: string
  revision: Generated<number>
}

export type StopTable = {
  id: string
  mission_id: string
  place_id: string
  position: number
  arrive_day: string
  depart_day: string
  coordinator: Generated<string>
  liaison: Generated<string>
  printed_location: string | null
  sample_fields: Generated<string>
  source_line: number | null
  revision: Generated<number>
}

export type EngagementTable = {
  id: string
  mission_id: string
  stop_id: string
  kind: string
  title: string
  title_key: string
  status: Generated<string>
  day: string
  start_minute: number | null
  end_minute: number | null
  zone: string
  start_ms: number | null
  end_ms: number | null
  header_start_minute: number | null
  header_end_minute: number | null
  printed_day: string | null
  printed_day_group: string | null
  venue_id: string | null
  venue_text: Generated<string>
  room: Generated<string>
  team: Generated<string>
  purpose: Generated<string>
  brief: Generated<string>
  questions: Generated<string>
  language: Generated<string>
  interpretation: Generated<string>
  public_text: Generated<string>
  fallback_of_id: string | null
  sample_fields: Generated<string>
  source_line: number | null
  /** JSON list of the columns that the rows around it gave, until somebody confirms them. */
  inferred_fields: Generated<string>
  revision: Generated<number>
}

export type EngagementAliasTable = {
  id: string
  mission_id: string
  engagement_id: string
  title: string
  title_key: string
  origin: Generated<string>
  source_line: number | null
  revision: Generated<number>
}

export type AgendaItemTable = {
  id: string
  mission_id: string
  engagement_id: string
  position: number
  kind: string
  title: string
  other_title: Generated<string>
  other_language: Generated<string>
  day: string
  start_minute: number
  end_minute: number | null
  /** Talks without a time under the item, one a line. */
  details: Generated<string>
  /** Room or stream of a session beside others; '' elsewhere. */
  track: Generated<string>
  sample_fields: Generated<string>
  source_line: number | null
  revision: Generated<number>
}

export type ParticipationTable = {
  id: string
  mission_id: string
  engagement_id: string
  agenda_item_id: string | null
  person_id: string | null
  organisation_id: string | null
  representative_of: Generated<string>
  role: string
  printed_name: Generated<string>
  printed_title: Generated<string>
  precedence: Generated<number>
  attended: number | null
  /** As of `app/domain/people/attendance.ts`; '' while nobody recorded it. */
  attendance: Generated<string>
  deputy_name: Generated<string>
  deputy_title: Generated<string>
  sample: Generated<number>
  source_line: number | null
  revision: Generated<number>
}

export type AcceptedWarningTable = {
  id: string
  mission_id: string
  code: string
  subject_id: string
  reason: string
  account_id: string | null
  account_name: string
  at_ms: number
  revision: Generated<number>
}

export type DocumentTable = {
  id: string
  mission_id: string
  kind: string
  title: string
  title_key: string
  number: Generated<string>
  dated_day: string | null
  language: Generated<string>
  author: Generated<string>
  intro: Generated<string>
  translation: Generated<string>
  sample: Generated<number>
  source_line: number | null
  revision: Generated<number>
  sender_organisation_id: string | null
  sender_person_id: string | null
  /** 'received', 'sent', or '' for a paper that went neither way. */
  direction: Generated<string>
  recipient: Generated<string>
  translation_of_id: string | null
  /** As of `app/domain/meetings/attribution.ts`. */
  confidentiality: Generated<string>
  /** As of `db/search-keys.server.ts`; every `Edit` makes it. */
  search_key: Generated<string>
  created_ms: number | null
  removed_ms: number | null
}

export type OutlineNodeTable = {
  id: string
  mission_id: string
  document_id: string
  position: number
  level: number
  number: Generated<string>
  title: string
  page: number | null
  body: Generated<string>
  translation: Generated<string>
  translation_state: Generated<string>
  source_line: number | null
  revision: Generated<number>
  /** As of `db/search-keys.server.ts`; every `Edit` makes it. */
  search_key: Generated<string>
  /** The file that its text was read from. */
  attachment_id: string | null
  owner: Generated<string>
  /** How far it is written, as of `outline-coverage.ts`. */
  state: Generated<string>
  /** What fills it where nobody writes it: 'acknowledgements', 'abbreviations', 'contents'; '' for text. */
  gathers: Generated<string>
}

export type FigureTable = {
  id: string
  mission_id: string
  document_id: string
  outline_node_id: string | null
  position: number
  number: Generated<string>
  caption: string
  alt: Generated<string>
  attachment_id: string | null
  source_line: number | null
  revision: Generated<number>
}

export type AbbreviationTable = {
  id: string
  mission_id: string
  document_id: string
  short: string
  words: string
  revision: Generated<number>
}

/** The span of a mission's work plan; its rows are tasks. */
export type PlanTable = {
  id: string
  mission_id: string
  from_month: number
  length: number
  year: number | null
  source_line: number | null
  revision: Generated<number>
}

export type TaskTable = {
  id: string
  mission_id: string
  kind: string
  position: number
  part: Generated<string>
  title: string
  owner: Generated<string>
  months: Generated<string>
  due_day: string | null
  status: Generated<string>
  engagement_id: string | null
  document_id: string | null
  sample_fields: Generated<string>
  source_line: number | null
  revision: Generated<number>
  /** The words it comes out of. */
  excerpt_id: string | null
  /** Whom it concerns; null for everybody at the engagement it comes out of. */
  organisation_id: string | null
  details: Generated<string>
  sample: Generated<number>
  created_ms: number | null
  created_by: Generated<string>
  /** When it was done or dropped. */
  settled_ms: number | null
}

export type NoteTable = {
  id: string
  mission_id: string
  engagement_id: string
  author_id: string | null
  author_name: string
  language: Generated<string>
  body: string
  body_key: string
  number: Generated<number>
  status: Generated<string>
  /** 1: nobody but its author reads it. */
  private: Generated<number>
  sample: Generated<number>
  created_ms: number
  changed_ms: number
  revision: Generated<number>
}

export type NoteRevisionTable = {
  note_id: string
  number: number
  body: string
  account_name: string
  at_ms: number
  /** A text that lost against another one saved meanwhile: kept, never current. */
  aside: Generated<number>
  account_id: string | null
  /** When it was written, by the clock of the device that sent it later. */
  written_ms: number | null
}

/** What a save was answered: asked again, it is answered the same. */
export type NoteSaveTable = {
  note_id: string
  /** The client's own id of this save. */
  id: string
  /** Of the text that was sent: another text under the same id is another save. */
  sent_hash: string
  outcome: 'saved' | 'aside' | 'cleared'
  /** The revision that holds the text: the note's, or the one kept aside. */
  number: number
  /** The revision that was saved first, for a text kept aside. */
  theirs_number: number | null
}

export type ExcerptTable = {
  id: string
  mission_id: string
  note_id: string | null
  note_number: number | null
  outline_node_id: string | null
  start_at: number
  end_at: number
  body: string
  body_key: string
  speaker: Generated<string>
  source_kind: Generated<string>
  kind: string
  language: Generated<string>
  translation: Generated<string>
  translation_state: Generated<string>
  attribution: Generated<string>
  /** What the words speak of, said when they were marked; a finding says it for good. */
  dimension_id: string | null
  author_name: string
  at_ms: number
  speaker_id: string | null
  institution: Generated<string>
  confidentiality: Generated<string>
  translated_by: Generated<string>
  translated_ms: number | null
  reviewed_by: Generated<string>
  reviewed_ms: number | null
  sample: Generated<number>
  revision: Generated<number>
}

export type DimensionTable = {
  id: string
  mission_id: string
  framework: string
  position: number
  name: string
  source_line: number | null
  revision: Generated<number>
  framework_version: Generated<string>
  /** Which of the framework's dimensions it is; '' for one of the mission's own. */
  framework_key: Generated<string>
}

export type FindingTable = {
  id: string
  mission_id: string
  statement: string
  statement_key: string
  status: Generated<string>
  sample: Generated<number>
  created_ms: number
  account_name: string
  revision: Generated<number>
  /** The judged confidence: words for evidence and agreement, why, by whom, when, and the links that stood then, as in `rating.evidence`. */
  evidence_judged: Generated<string>
  agreement_judged: Generated<string>
  judged_reason: Generated<string>
  judged_by: Generated<string>
  judged_ms: number | null
  judged_links: Generated<string>
}

export type FindingDimensionTable = {
  id: string
  mission_id: string
  finding_id: string
  dimension_id: string
  revision: Generated<number>
}

export type FindingOutlineTable = {
  id: string
  mission_id: string
  finding_id: string
  outline_node_id: string
  revision: Generated<number>
}

export type EvidenceLinkTable = {
  id: string
  mission_id: string
  excerpt_id: string
  finding_id: string
  relation: string
  reason: Generated<string>
  account_name: string
  at_ms: number
  sample: Generated<number>
  revision: Generated<number>
}

export type RatingTable = {
  id: string
  mission_id: string
  dimension_id: string
  number: number
  level: string
  tentative: Generated<number>
  certain: Generated<number>
  printed_column: number | null
  printed_header: string | null
  reason: string
  evidence: Generated<string>
  as_printed: Generated<number>
  account_name: string
  at_ms: number | null
  source_line: number | null
  revision: Generated<number>
  /** As they were when the level was given. */
  framework: Generated<string>
  framework_version: Generated<string>
  dimension_name: Generated<string>
}

export type InvitationTable = {
  id: string
  mission_id: string
  engagement_id: string
  person_id: string
  uid: string
  sequence: Generated<number>
  state: Generated<string>
  sent_address: Generated<string>
  sent_facts: string | null
  sent_ms: number | null
  answer: Generated<string>
  answer_ms: number | null
  answer_by: Generated<string>
  answer_channel: Generated<string>
  answer_sequence: number | null
  answer_word: Generated<string>
  deputy_name: Generated<string>
  deputy_title: Generated<string>
  asked_sequence: Generated<number>
  earlier_answer: Generated<string>
  generation: Generated<number>
  sample: Generated<number>
  revision: Generated<number>
  /** DTSTAMP of the message that brought the answer; null when it came another way. */
  answer_stamp_ms: number | null
  answer_unverified: Generated<number>
  /** 1: came in with its mission from another installation, which sent it. */
  brought: Generated<number>
}

export type FeedTable = {
  id: string
  mission_id: string
  kind: string
  subject_id: string
  token_hash: string
  account_name: Generated<string>
  created_ms: number
  revision: Generated<number>
}

export type ActCountTable = {
  id: number
  n: number
}

export type DispatchTable = {
  id: string
  mission_id: string
  account_name: string
  at_ms: number
  hold_until_ms: number
  message_count: number
  undone_ms: number | null
  note: Generated<string>
  revision: Generated<number>
}

export type OutboxTable = {
  id: string
  mission_id: string | null
  dispatch_id: string | null
  invitation_id: string | null
  engagement_id: string | null
  person_id: string | null
  kind: string
  fifo_key: string
  fifo_number: number
  dedupe_key: string
  message_id: string
  to_address: string
  to_name: string
  facts: string
  mime: Uint8Array | null
  state: string
  attempts: Generated<number>
  created_ms: number
  next_ms: number
  lease_until_ms: number | null
  owner: string | null
  accepted_ms: number | null
  last_code: number | null
  last_text: Generated<string>
  secret: Generated<number>
  uncertain: Generated<number>
  strikes: Generated<number>
  superseded_by_id: string | null
  expires_ms: number | null
  to_domain: Generated<string>
  again: Generated<number>
}

export type MailDomainTable = {
  domain: string
  free_ms: Generated<number>
  refused: Generated<number>
  holds: Generated<number>
  held_until_ms: number | null
  last_code: number | null
  last_text: Generated<string>
  paused_by: Generated<string>
  paused_ms: number | null
}

export type OutboxTryTable = {
  id: string
  outbox_id: string
  at_ms: number
  attempt: number
  kind: string
  code: number | null
  text: Generated<string>
}

export type ImportTextTable = {
  id: string
  mission_id: string
  account_id: string | null
  account_name: string
  source_name: Generated<string>
  format: Generated<string>
  body: string
  kind: string
  title: Generated<string>
  row_count: Generated<number>
  target_id: string | null
  corrections: Generated<string>
  choices: Generated<string>
  state: Generated<string>
  act_id: string | null
  created_ms: number
  changed_ms: number
  revision: Generated<number>
}

export type ReceivedMailTable = {
  id: string
  mission_id: string | null
  invitation_id: string | null
  outbox_id: string | null
  task_id: string | null
  kind: string
  state: string
  reason: Generated<string>
  dedupe_key: string
  message_id: Generated<string>
  from_name: Generated<string>
  from_address: Generated<string>
  subject: Generated<string>
  sent_ms: number | null
  received_ms: number
  method: Generated<string>
  uid: Generated<string>
  sequence: number | null
  stamp_ms: number | null
  answer: Generated<string>
  word: Generated<string>
  sent_by: Generated<string>
  deputy: Generated<string>
  start_ms: number | null
  end_ms: number | null
  proposed: Generated<string>
  authenticity: Generated<string>
  body: Generated<string>
  size: number
  settled_by: Generated<string>
  settled_ms: number | null
  sample: Generated<number>
  revision: Generated<number>
  /** 'mail', or 'page' where it was sent from the guest's own page. */
  channel: Generated<string>
}

export type ReceivedSourceTable = {
  mail_id: string
  bytes: Uint8Array
}

export type CorrectionTable = {
  id: string
  mission_id: string
  person_id: string
  invitation_id: string | null
  affiliation_id: string | null
  state: Generated<string>
  honorific: Generated<string>
  name: string
  title: Generated<string>
  honorific_before: Generated<string>
  name_before: string
  title_before: Generated<string>
  word: Generated<string>
  at_ms: number
  settled_by: Generated<string>
  settled_ms: number | null
  revision: Generated<number>
}

export type EvidenceVersionTable = {
  mission_id: string
  n: number
}

export type QuestionTable = {
  id: string
  mission_id: string
  engagement_id: string
  dimension_id: string
  source_group: string
  body: string
  account_name: Generated<string>
  at_ms: number
  revision: Generated<number>
}

/** A file belongs to a meeting or to a document. */
export type AttachmentTable = {
  id: string
  mission_id: string
  engagement_id: string | null
  note_id: string | null
  document_id: string | null
  name: string
  kind: string
  size: number
  sha256: string
  caption: Generated<string>
  author_id: string | null
  author_name: string
  created_ms: number
  removed_ms: number | null
  /** 1 once the bytes of a removed file are gone for good. */
  emptied: Generated<number>
  sample: Generated<number>
  /** The first of the versions of one file of a document; null for the file of a meeting. */
  series_id: string | null
  version: Generated<number>
  /** What came of reading its text, as of `app/domain/papers/file-text.ts`; '' while nobody tried. */
  text_state: Generated<string>
  revision: Generated<number>
}

/** How a question is answered; its id is that of the outline node. */
export type QuestionFormTable = {
  id: string
  mission_id: string
  kind: string
  unit: Generated<string>
  /** One to a line. */
  choices: Generated<string>
  revision: Generated<number>
}

/** A question, or the title and introduction of a questionnaire, in another language than its own. */
export type QuestionWordingTable = {
  id: string
  mission_id: string
  document_id: string
  node_id: string | null
  /** The node, or else the document. */
  subject_id: string
  language: string
  title: Generated<string>
  /** The introduction, or the choices one to a line. */
  body: Generated<string>
  /** What the original read when this was written. */
  of_title: Generated<string>
  revision: Generated<number>
}

export type QuestionnaireRequestTable = {
  id: string
  mission_id: string
  document_id: string
  organisation_id: string
  contact_name: Generated<string>
  contact_email: Generated<string>
  language: string
  deadline_ms: number
  deadline_zone: string
  deadline_city: string
  generation: Generated<number>
  state: Generated<string>
  sent_ms: number | null
  opened_ms: number | null
  saved_ms: number | null
  returned_ms: number | null
  late: Generated<number>
  reminders: Generated<number>
  reminded_ms: number | null
  reopened_ms: number | null
  reopen_asked_ms: number | null
  reopen_word: Generated<string>
  reply_id: string | null
  /** Who of the team entered what came on paper. */
  entered_by: Generated<string>
  sample: Generated<number>
  created_ms: number
  created_by: Generated<string>
  revision: Generated<number>
}

export type ReplyAnswerTable = {
  id: string
  mission_id: string
  request_id: string
  question_id: string
  /** The section of the reply that says it in words. */
  node_id: string | null
  /** As it was typed or chosen. */
  value: string
  saved_ms: number
  saved_by: Generated<string>
  revision: Generated<number>
}

/** A text that came after another one had been saved: both are kept. */
export type ReplyAsideTable = {
  id: string
  mission_id: string
  request_id: string
  question_id: string
  value: string
  saved_ms: number
  saved_by: Generated<string>
  revision: Generated<number>
}

export type ReplyFileTable = {
  attachment_id: string
  request_id: string
  question_id: string
}

export type AttachmentPieceTable = {
  attachment_id: string
  position: number
  bytes: Uint8Array
}

/** A document that is handed out at an engagement, or at one item of its agenda. */
export type HandOutTable = {
  id: string
  mission_id: string
  engagement_id: string
  agenda_item_id: string | null
  document_id: string
  position: number
  revision: Generated<number>
}

/** `engagement_id` null: the programme of the whole mission. */
export type PublishedAgendaTable = {
  id: string
  mission_id: string
  engagement_id: string | null
  generation: Generated<number>
  state: Generated<string>
  created_ms: number
  account_name: Generated<string>
  revision: Generated<number>
}

export type PublishedVersionTable = {
  id: string
  mission_id: string
  published_id: string
  number: number
  /** JSON of a `PublishedAgenda`. */
  content: string
  changes: Generated<string>
  at_ms: number
  account_name: string
  revision: Generated<number>
}

export type MissionFileTable = {
  id: string
  position: number
  account_id: string
  name: Generated<string>
  bytes: Uint8Array
  created_ms: number
}

export type ActTable = {
  id: string
  mission_id: string | null
  at_ms: number
  account_id: string | null
  actor_name: string
  verb: string
  noun: string
  subject_id: string
  subject_title: string
  facts: Generated<string>
  undoable: Generated<number>
  undone_by_id: string | null
  undoes_id: string | null
}

export type ChangeTable = {
  id: string
  act_id: string
  position: number
  table_name: string
  row_id: string
  kind: string
  before: string | null
  after: string | null
  revision: number
}

/** An issued edition of a paper; `zone` and `city` are the clock on which `issued_ms` was read, `made_ms` the real one. */
export type EditionTable = {
  id: string
  mission_id: string
  kind: string
  subject: string
  subject_title: string
  audience: string
  language: string
  second: Generated<string>
  number: number
  title: string
  remark: Generated<string>
  change_count: Generated<number>
  gap_count: Generated<number>
  issued_ms: number
  zone: string
  city: string
  made_ms: number
  account_name: string
  withdrawn_ms: number | null
  withdrawn_by: Generated<string>
  withdrawn_reason: Generated<string>
  revision: Generated<number>
}

/** The frozen paper of an edition and what changed in it since the edition `compared`. */
export type EditionPaperTable = {
  edition_id: string
  paper: string
  changes: string
  compared: number | null
}

export type Schema = {
  account: AccountTable
  session: SessionTable
  device: DeviceTable
  sign_in: SignInTable
  rate: RateTable
  setting: SettingTable
  place: PlaceTable
  place_name: PlaceNameTable
  holiday: HolidayTable
  organisation: OrganisationTable
  organisation_name: OrganisationNameTable
  person: PersonTable
  person_name: PersonNameTable
  affiliation: AffiliationTable
  mission: MissionTable
  membership: MembershipTable
  stop: StopTable
  engagement: EngagementTable
  engagement_alias: EngagementAliasTable
  agenda_item: AgendaItemTable
  participation: ParticipationTable
  accepted_warning: AcceptedWarningTable
  document: DocumentTable
  outline_node: OutlineNodeTable
  figure: FigureTable
  abbreviation: AbbreviationTable
  plan: PlanTable
  task: TaskTable
  note: NoteTable
  note_revision: NoteRevisionTable
  note_save: NoteSaveTable
  excerpt: ExcerptTable
  dimension: DimensionTable
  finding: FindingTable
  finding_dimension: FindingDimensionTable
  finding_outline: FindingOutlineTable
  evidence_link: EvidenceLinkTable
  rating: RatingTable
  invitation: InvitationTable
  feed: FeedTable
  act_count: ActCountTable
  dispatch: DispatchTable
  outbox: OutboxTable
  mail_domain: MailDomainTable
  outbox_try: OutboxTryTable
  import_text: ImportTextTable
  received_mail: ReceivedMailTable
  received_source: ReceivedSourceTable
  correction: CorrectionTable
  evidence_version: EvidenceVersionTable
  question: QuestionTable
  attachment: AttachmentTable
  attachment_piece: AttachmentPieceTable
  hand_out: HandOutTable
  edition: EditionTable
  edition_paper: EditionPaperTable
  published_agenda: PublishedAgendaTable
  published_version: PublishedVersionTable
  mission_file: MissionFileTable
  question_form: QuestionFormTable
  question_wording: QuestionWordingTable
  questionnaire_request: QuestionnaireRequestTable
  reply_answer: ReplyAnswerTable
  reply_aside: ReplyAsideTable
  reply_file: ReplyFileTable
  act: ActTable
  change: ChangeTable
}
