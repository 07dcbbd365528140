/** What an event is called: the likeliest line of its head, without the words that only present it. */
import { EVENT_WORDS, GREETING_WORDS, JOURNEY_WORDS, LINK_WORDS, PAPER_WORDS, SECTION_WORDS, SENDING_WORDS } from '#app/domain/intake/languages/programme.ts'
import { isOrganisation, isPersonLine } from '#app/domain/intake/people.ts'
import { endOf, part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { beginsWith, meaningOf, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

/** A line that may be the title; `place` −1 says that it is labelled so. */
export type Candidate = { piece: Piece; row: Row; place: number }

/** A line that scores less is no title. */
const WORST = -5
const SURELY = 0.6

/** The likeliest title; what is only the name of a form ("Международная конференция") gives way to the subject below it. */
export function titleAmong(candidates: Candidate[], join: (from: Piece, to: Piece) => Piece): Piece | null {
  let best: { candidate: Candidate; score: number; at: number } | null = null
  for (const [at, candidate] of candidates.entries()) {
    const score = titleScore(candidate, at)
    if (best === null || score > best.score) best = { candidate, score, at }
  }
  if (!best || best.score < WORST) return null
  let piece = withoutPaper(best.candidate.piece)
  let last = best.candidate
  for (const next of candidates.slice(best.at + 1, best.at + 4)) {
    if (next.row.line.number - last.row.line.number > 1 || !goesOn(piece.text, next.piece.text) && !namesTheForm(last, next)) break
    piece = join(piece, next.piece)
    last = next
  }
  const above = candidates[best.at - 1]
  return above && namesTheForm(above, best.candidate) ? join(above.piece, piece) : piece
}

/** "4th Health Forum" right above its motto in quotation marks. */
function namesTheForm({ piece, row, place }: Candidate, below: Candidate): boolean {
  const { text } = below.piece
  return place >= 0 && below.row.line.number - row.line.number === 1 && below.row.line.blanksBefore === 0 && /^["«“„]/.test(text) && /["»”“]$/.test(text)
    && meaningsIn(piece.text, EVENT_WORDS).length > 0 && !/[:"«“„.]/.test(piece.text) && !isPaperOnly(piece.text) && row.dates.length + row.times.length === 0
}

function titleScore({ piece, row, place }: Candidate, at: number): number {
  const { text } = piece
  const words = tokensOf(text)
  const quoted = /[«“"„]/.test(text)
  let score = place < 0 ? 4 : -at
  if (row.line.heading === 1) score += 2
  if (quoted) score += 3
  const events = meaningsIn(words, EVENT_WORDS)
  const isEvent = events.some(({ start, end }) => isOrganisation(text.slice(start, end).toLowerCase()) < SURELY)
  if (events.length > 0) score += isFormOnly(text) ? 0 : 2
  if (isFormOnly(text)) score -= 1.5
  if (!quoted && !isEvent && isOrganisation(text) >= SURELY) score -= 3
  const isNamed = beginsWith(text, EVENT_WORDS) !== null || beginsWith(text, JOURNEY_WORDS) !== null || beginsWith(text, PAPER_WORDS) !== null
  if (isNamed) score += 1
  else if (isPersonLine(text) >= 0.5) score -= 3
  if (words.length < 2) score -= 1
  if (words.length > 25 || /[.!]$/.test(text) && words.length > 12) score -= 3
  if (meaningOf(text, PAPER_WORDS)) score -= 4
  return score
}

/** "Agenda", "CONFERENCE PROGRAM": names the paper and nothing of the event. */
export function isPaperOnly(text: string): boolean {
  const words = tokensOf(text)
  const known = [PAPER_WORDS, EVENT_WORDS, JOURNEY_WORDS].map((words) => meaningsIn(text, words))
  return meaningOf(text, PAPER_WORDS) !== null || (words.length < 4 && (known[0] ?? []).length > 0 && known.flat().reduce((sum, { words }) => sum + words, 0) >= words.length)
}

/** "INTERNATIONAL CONFERENCE", "Круглый стол": names a form and no subject. */
function isFormOnly(text: string): boolean {
  const words = tokensOf(text)
  const last = meaningsIn(words, EVENT_WORDS).at(-1) ?? meaningsIn(words, PAPER_WORDS).at(-1)
  return last !== undefined && last.index + last.words === words.length && words.length < 5 && !/[:«“"–—]/.test(text) && !meaningsIn(words, LINK_WORDS).length
}

function goesOn(text: string, next: string): boolean {
  const words = tokensOf(text)
  const links = meaningsIn(words.slice(-1), LINK_WORDS).length > 0 || /[,&:–—-]$/.test(text)
  return links || /^\p{Ll}/u.test(next) || beginsWith(next, LINK_WORDS) !== null
}

/** "Agenda: Workshop on …", "Направляю график …": the words that only present it are left out. */
export function withoutPaper(piece: Piece): Piece {
  const greeting = beginsWith(piece.text, GREETING_WORDS)
  const mark = greeting ? /[!,.] /.exec(piece.text.slice(greeting.end, greeting.end + 30)) : null
  const greeted = greeting && mark ? part(piece, greeting.end + mark.index + 1) : piece
  const sending = beginsWith(greeted.text, SENDING_WORDS)
  const sent = sending ? presented(part(greeted, sending.end)) : greeted
  const paper = beginsWith(sent.text, PAPER_WORDS)
  const after = paper ? sent.text.slice(paper.end, paper.end + 3) : ''
  return paper && /^ ?[:–—-]/.test(after) && endOf(sent) - sent.start > paper.end + 4 ? stripped(part(sent, paper.end), ':,–—-') : withoutPaperBehind(sent)
}

/** "Health Forum – Draft Agenda", "Aviation Summit - Day Two Agenda": the paper named last. */
function withoutPaperBehind(piece: Piece): Piece {
  const mark = Math.max(...[' – ', ' — ', ' - ', ' | ', ': '].map((between) => piece.text.lastIndexOf(between)))
  const words = tokensOf(piece.text.slice(mark + 1))
  const last = meaningsIn(words, PAPER_WORDS).at(-1)
  const isPaper = mark > 3 && words.length < 5 && last !== undefined && last.index + last.words === words.length && (last.index === 0 || meaningsIn(words.slice(0, 1), SECTION_WORDS).length > 0)
  return isPaper ? stripped(part(piece, 0, mark), ' ', ' :') : piece
}

/** "… the final agenda for the workshop": what the paper is of. */
function presented(piece: Piece): Piece {
  const bare = stripped(piece, ':,–—-')
  const paper = meaningsIn(tokensOf(bare.text).slice(0, 5), PAPER_WORDS)[0]
  const link = paper ? /^ (?:for|of|to) (?:the |our )?/.exec(bare.text.slice(paper.end)) : null
  return withoutClause(paper && link ? part(bare, paper.end + link[0].length) : bare)
}

/** "our kick-off below. We meet …", "the meeting on X, which …": what a sentence says further is no part of the name. */
function withoutClause(piece: Piece): Piece {
  const end = /[.!?](?= {1,3}\p{Lu}|$)|,? (?:which|that will|to be held|below|attached|scheduled)(?=[ ,.:]|$)|, (?:которы[йе]|которая|которое|qui|der|die)(?= |$)/u.exec(piece.text)
  return end && end.index > 3 ? stripped(part(piece, 0, end.index), ' ,;:') : piece
}

/** "Fwd: Re: Agenda" → "Agenda". */
export function withoutReply(subject: Piece): Piece {
  const marks = /^(?:(?:re|fw|fwd|tr|wg|aw|на|отв|пер) ?: ?){1,6}/i.exec(subject.text)
  return withoutPaper(marks ? part(subject, marks[0].length) : subject)
}
