import type { Dialect } from '#db/dialect.ts'

/**
 * Questionnaires: how a question is answered and how it reads in other languages; whom it was sent to; what they answer. A question is an
 * outline node of a document of kind 'questionnaire', an answer one of a document of kind 'reply'.
 * The link of a request is made from its id and generation (`db/tokens.server.ts`), so nothing of it is stored.
 */
export function up({ ms, strict }: Dialect): string[] {
  return [
    `create table question_form (id text primary key not null references outline_node(id) on delete cascade, mission_id text not null references mission(id) on delete cascade,
      kind text not null, unit text not null default '', choices text not null default '', revision integer not null default 1)${strict}`,
    `create table question_wording (id text primary key not null, mission_id text not null references mission(id) on delete cascade, document_id text not null references document(id) on delete cascade,
      node_id text references outline_node(id) on delete cascade, subject_id text not null, language text not null, title text not null default '', body text not null default '',
      of_title text not null default '', revision integer not null default 1, unique (subject_id, language))${strict}`,
    `create table questionnaire_request (id text primary key not null, mission_id text not null references mission(id) on delete cascade, document_id text not null references document(id) on delete cascade,
      organisation_id text not null references organisation(id), contact_name text not null default '', contact_email text not null default '', language text not null,
      deadline_ms ${ms} not null, deadline_zone text not null, deadline_city text not null, generation integer not null default 1, state text not null default 'prepared',
      sent_ms ${ms}, opened_ms ${ms}, saved_ms ${ms}, returned_ms ${ms}, late integer not null default 0, reminders integer not null default 0, reminded_ms ${ms}, reopened_ms ${ms},
      reopen_asked_ms ${ms}, reopen_word text not null default '', reply_id text references document(id) on delete set null, entered_by text not null default '',
      sample integer not null default 0, created_ms ${ms} not null, created_by text not null default '', revision integer not null default 1)${strict}`,
    'create index request_document on questionnaire_request (document_id, deadline_ms)',
    'create index request_mission on questionnaire_request (mission_id, state)',
    'create index request_reply on questionnaire_request (reply_id)',
    `create table reply_answer (id text primary key not null, mission_id text not null references mission(id) on delete cascade, request_id text not null references questionnaire_request(id) on delete cascade,
      question_id text not null references outline_node(id) on delete cascade, node_id text references outline_node(id) on delete set null, value text not null, saved_ms ${ms} not null,
      saved_by text not null default '', revision integer not null default 1, unique (request_id, question_id))${strict}`,
    'create index answer_node on reply_answer (node_id)',
    'create index answer_question on reply_answer (question_id)',
    `create table reply_aside (id text primary key not null, mission_id text not null references mission(id) on delete cascade, request_id text not null references questionnaire_request(id) on delete cascade,
      question_id text not null references outline_node(id) on delete cascade, value text not null, saved_ms ${ms} not null, saved_by text not null default '', revision integer not null default 1)${strict}`,
    'create index aside_request on reply_aside (request_id, question_id)',
    `create table reply_file (attachment_id text primary key not null references attachment(id) on delete cascade, request_id text not null references questionnaire_request(id) on delete cascade,
      question_id text not null references outline_node(id) on delete cascade)${strict}`,
    'create index reply_file_request on reply_file (request_id)',
  ]
}
