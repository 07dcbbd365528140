/** A change record as a sentence: who did what to which thing, with the printable values that the act kept. */
import { count } from '#app/domain/text.ts'

type ActFacts = { verb: string; noun: string; subjectTitle: string; facts: Record<string, unknown> }

type Words = (title: string, facts: Record<string, unknown>) => string

const NOUNS: Record<string, string> = {
  mission: 'the mission', stop: 'the stop', engagement: 'the engagement', 'agenda-item': 'the agenda item', participation: 'the appearance of', person: 'the person',
  organisation: 'the organisation', place: 'the place', note: 'the note', excerpt: 'the excerpt', finding: 'the finding', rating: 'the rating of',
  dimension: 'the dimension', document: 'the document', task: 'the task', invitation: 'the invitation of', membership: 'the team member', dispatch: 'the sending',
  warning: 'the issue', alias: 'the other title', 'import-text': 'the pasted text', holiday: 'the public holiday', feed: 'the calendar feed of', correction: 'the correction of', attachment: 'the file', question: 'the question', edition: 'the edition of', questionnaire: 'the questionnaire', 'outline-node': 'the section', figure: 'the figure', abbreviation: 'the abbreviation', plan: 'the work plan of', 'plan-row': 'the activity',
  part: 'the part', 'sub-question': 'the sub-question', 'questionnaire-request': 'the request to', 'hand-out': 'the hand-out',
}

/** Verbs that need words of their own, by verb or by noun and verb. */
const VERBS: Record<string, Words> = {
  load: (title, facts) => `loaded ${quoted(title)} from ${printable(facts.from) || 'a document'}`,
  move: (title, facts) => `moved ${quoted(title)}${change(facts)}${because(facts)}`,
  rename: (title, facts) => `renamed ${quoted(printable(facts.from) || title)} to ${quoted(printable(facts.to) || title)}`,
  'set-status': (title, facts) => `set ${quoted(title)}${change(facts)}${facts.released ? ` and released ${quoted(printable(facts.released))}` : ''}${because(facts)}`,
  'stop.call-off': (title, facts) => `called off ${count(Number(facts.count ?? 0), 'engagement', 'engagements')} at ${quoted(title)}${because(facts)}`,
  'attendance.record': (title, facts) => `recorded who came to ${quoted(title)}: ${printable(facts.count)}`,
  'participation.add': (title, facts) => `added ${title}${facts.role ? ` as ${printable(facts.role)}` : ''}${change(facts)}${because(facts)}`,
  'participation.remove': (title, facts) => `took ${title} away${change(facts)}`,
  'set-header': (title, facts) => `set the agenda’s hours of ${quoted(title)}${change(facts)}`,
  'import-text.store': (title, facts) => `stored ${facts.kind === 'schedule' ? `${count(Number(facts.rows ?? 0), 'engagement', 'engagements')} of ${quoted(title)}` : `${count(Number(facts.rows ?? 0), 'change', 'changes')} to the agenda of ${quoted(title)}`} from ${printable(facts.from) ? quoted(printable(facts.from)) : 'a pasted text'}`,
  'import-text.drop': (title) => `put the pasted text ${quoted(title)} away`,
  'choose-framework': (title, facts) => `took over the framework ${quoted(title)}${facts.from ? ` in place of ${printable(facts.from)}` : ''}${facts.places ? `; ${count(Number(facts.places), 'finding', 'findings')} lost a dimension` : ''}`,
  'plan.set-span': (_, facts) => `set the work plan to ${printable(facts.to)}`,
  'plan-row.set-months': (title, facts) => `set the months of ${quoted(title)}${change(facts)}`,
  'questionnaire.word': (title, facts) => `worded ${count(Number(facts.count ?? 0), 'text', 'texts')} of ${quoted(title)} in ${printable(facts.language) || 'another language'}`,
  'questionnaire.send': (title, facts) => `sent ${quoted(title)} to ${count(Number(facts.mails ?? 0), 'organisation', 'organisations')}`,
  remind: (title, facts) => `reminded ${count(Number(facts.mails ?? 0), 'organisation', 'organisations')} of ${quoted(title)}`,
  prepare: (title, facts) => `put ${quoted(title)} on the list for ${quoted(printable(facts.to))}`,
  withdraw: (title, facts) => `withdrew ${quoted(printable(facts.to))} from ${quoted(title)}`,
  reopen: (title, facts) => `let ${quoted(title)} answer ${quoted(printable(facts.to))} again`,
  rotate: (title, facts) => `gave ${quoted(title)} a new link to ${quoted(printable(facts.to))}`,
  'hand-over': (title, facts) => `gave ${quoted(title)} the link to ${quoted(printable(facts.to))} by other means`,
  'enter-answers': (title, facts) => `entered what ${quoted(title)} answered on paper to ${quoted(printable(facts.to))}`,
  'hand-in': (title, facts) => `handed in the answers to ${quoted(title)}${facts.late ? ' after the deadline' : ''}`,
  'question.ask': (title, facts) => `put ${count(Number(facts.count ?? 0), 'question', 'questions')} to ${quoted(title)}`,
  judge: (title, facts) => `judged the confidence in ${quoted(title)}${change(facts)}${because(facts)}`,
  rate: (title, facts) => `rated ${quoted(title)}${change(facts)}${because(facts)}`,
  'accept-warning': (title, facts) => `accepted ${quoted(title)}${because(facts)}`,
  'withdraw-acceptance': (title) => `reopened ${quoted(title)}`,
  repair: (title, facts) => `repaired ${quoted(title)}${facts.how ? `: ${printable(facts.how)}` : ''}`,
  'outline-node.move': (title) => `moved the section ${quoted(title)}`,
  'outline-node.renumber': (title) => `numbered the sections of ${quoted(title)} anew`,
  'outline-node.repair': (title, facts) => `numbered the section ${quoted(title)}${change(facts)}`,
  'abbreviation.create': (title, facts) => `said what ${quoted(title)} stands for: ${printable(facts.to)}`,
  'abbreviation.edit': (title, facts) => `said what ${quoted(title)} stands for: ${printable(facts.to)}`,
  'figure.picture': (title, facts) => `gave the figure ${quoted(title)} the picture ${quoted(printable(facts.to))}`,
  'figure.empty': (title) => `took the picture out of the figure ${quoted(title)}`,
  'add-name': (title, facts) => `added the name ${quoted(printable(facts.name))} to ${quoted(title)}`,
  'remove-name': (title, facts) => `took the name ${quoted(printable(facts.name))} from ${quoted(title)}`,
  'add-title': (title, facts) => `added the title ${quoted(printable(facts.name))} to ${quoted(title)}`,
  'edit-title': (title, facts) => `changed the title ${quoted(printable(facts.name))} of ${quoted(title)}`,
  'remove-title': (title, facts) => `took the title ${quoted(printable(facts.name))} from ${quoted(title)}`,
  'keep-apart': (title, facts) => `set ${quoted(title)} and ${quoted(printable(facts.from))} apart as two`,
  merge: (title, facts) => `merged ${quoted(printable(facts.from))} into ${quoted(title)}`,
  send: (title, facts) => `sent ${count(Number(facts.mails ?? 0), 'mail', 'mails')} about ${quoted(title)}${facts.others ? ` and noted ${count(Number(facts.others), 'person', 'people')} as told by other means` : ''}`,
  'send-again': (title, facts) => `sent the mail about ${quoted(title)} again${facts.to ? ` to ${printable(facts.to)}` : ''}`,
  tell: (title, facts) => `noted ${count(Number(facts.others ?? 0), 'person', 'people')} as told by other means about ${quoted(title)}`,
  'undo-send': (title) => `stopped a sending about ${quoted(title)} before it left`,
  'send-now': (title) => `let the mails about ${quoted(title)} leave at once`,
  reply: (title, facts) => `answered the invitation to ${quoted(title)}${facts.channel === 'mail' ? ' by mail' : ''}${change(facts)}${facts.earlier ? ', for a time that has changed since' : ''}${facts.unverified ? ', unverified' : ''}`,
  propose: (title, facts) => `proposed another time for ${quoted(title)}${change(facts)}`,
  'dismiss-mail': (title) => `put the mail ${quoted(title)} aside`,
  'task.note': (title, facts) => `noted the ${printable(facts.kind) || 'task'} ${quoted(title)}${facts.owner ? ` for ${printable(facts.owner)}` : ''}`,
  'settle-task': (title, facts) => `settled: ${title}${because(facts)}`,
  'pause-mail': () => 'stopped the mail of this mission',
  'resume-mail': () => 'let the mail of this mission go on',
  'retry-mail': (title) => `tried the mail to ${title} again`,
  'give-up-mail': (title) => `gave up the mail to ${title}`,
  answer: (title, facts) => `recorded the answer of ${title}${change(facts)}${facts.channel ? ` (${printable(facts.channel)})` : ''}`,
  mark: (title, facts) => `marked ${quoted(title)} as an excerpt${facts.finding ? ` that ${bearing(facts.relation)} ${quoted(printable(facts.finding))}${andMore(facts)}` : ''}`,
  relink: (title, facts) => `changed how ${quoted(title)} bears on its finding${change(facts)}${because(facts)}`,
  'note.restore': (title, facts) => `brought text ${printable(facts.number)} of the note on ${quoted(title)} back`,
  'note.share': (title) => `shared a note on ${quoted(title)} with the team`,
  'keep-aside': (title) => `kept a text of the note on ${quoted(title)} beside the one saved before it`,
  'excerpt.correct': (title, facts) => `corrected ${printable(facts.what) || 'what is known'} of the excerpt ${quoted(title)}`,
  'excerpt.translate': (title) => `translated the excerpt ${quoted(title)}`,
  'excerpt.review': (title) => `reviewed the translation of ${quoted(title)}`,
  link: (title, facts) => `linked ${quoted(title)} to ${quoted(printable(facts.to))}${andMore(facts)}${facts.relation && !facts.more ? ` (${printable(facts.relation)})` : ''}`,
  unlink: (title, facts) => `took ${quoted(title)} away from ${quoted(printable(facts.from))}`,
  'correction.propose': (title, facts) => `proposed how the name or title of ${quoted(title)} should read: ${printable(facts.to)}`,
  'correction.take': (title, facts) => `took over what ${quoted(title)} proposed for name or title: ${printable(facts.to)}`,
  'correction.dismiss': (title, facts) => `put aside what ${quoted(title)} proposed for name or title: ${printable(facts.to)}`,
  'feed.create': (title) => `made a calendar feed of ${quoted(title)}`,
  'feed.rotate': (title) => `gave the calendar feed of ${quoted(title)} a new address`,
  'feed.remove': (title) => `revoked a calendar feed of ${quoted(title)}`,
  issue: (title, facts) => `issued edition ${printable(facts.number)} of ${quoted(title)}${facts.changes ? `, ${count(Number(facts.changes), 'change', 'changes')} after edition ${printable(facts.compared)}` : ''}`,
  'edition.withdraw': (title, facts) => `withdrew edition ${printable(facts.number)} of ${quoted(title)}${because(facts)}`,
  attach: (title, facts) => `attached ${quoted(title)} to ${quoted(printable(facts.to))}`,
  'document.read-text': (title, facts) => `read the text of ${quoted(printable(facts.from))} into ${quoted(title)}: ${count(Number(facts.count ?? 0), 'passage', 'passages')}`,
  'bring-back': (title) => `brought the file ${quoted(title)} back`,
  'published-agenda.publish': (title, facts) => `published version ${printable(facts.number)} of the agenda of ${quoted(title)}${facts.count ? `, with ${count(Number(facts.count), 'change', 'changes')}` : ''}`,
  'published-agenda.open': (title) => `opened the programme of ${quoted(title)} to whoever has its address`,
  'published-agenda.withdraw': (title) => `withdrew what was published of ${quoted(title)}`,
  'bring-in': (title) => `brought ${quoted(title)} in from a file`,
  archive: (title) => `archived ${quoted(title)}`,
  restore: (title) => `took ${quoted(title)} out of the archive`,
  copy: (title, facts) => `copied ${quoted(printable(facts.from))} to ${quoted(title)}`,
  undo: (title, facts) => `undid: ${inner(title, facts)}`,
  redo: (title, facts) => `did again: ${inner(title, facts)}`,
}

const PAST: Record<string, string> = { create: 'added', edit: 'changed', delete: 'removed', add: 'added', remove: 'removed', write: 'wrote', reorder: 'reordered', retime: 'retimed' }

/** 'moved “Morning session” from 14:00 to 15:30' — without the name of who did it, which stands before it. */
export function describeAct(act: ActFacts): string {
  const words = VERBS[`${act.noun}.${act.verb}`] ?? VERBS[act.verb]
  if (words) return words(act.subjectTitle, act.facts)
  return `${PAST[act.verb] ?? act.verb} ${NOUNS[act.noun] ?? act.noun} ${quoted(act.subjectTitle)}${change(act.facts)}${because(act.facts)}`
}

function inner(title: string, facts: Record<string, unknown>): string {
  const verb = printable(facts.verb)
  const kept = typeof facts.facts === 'object' && facts.facts !== null ? (facts.facts as Record<string, unknown>) : {}
  return describeAct({ verb, noun: printable(facts.noun) || 'thing', subjectTitle: title, facts: kept })
}

function andMore(facts: Record<string, unknown>): string {
  return facts.more ? ` and ${count(Number(facts.more), 'more finding', 'more findings')}` : ''
}

function bearing(relation: unknown): string {
  return relation === 'context' ? 'is context for' : printable(relation) || 'bears on'
}

function change(facts: Record<string, unknown>): string {
  const from = printable(facts.from)
  const to = printable(facts.to)
  return (from ? ` from ${from}` : '') + (to ? ` to ${to}` : '')
}

function because(facts: Record<string, unknown>): string {
  const reason = printable(facts.reason)
  return reason ? `, because ${reason}` : ''
}

function printable(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function quoted(text: string): string {
  return `“${text}”`
}
