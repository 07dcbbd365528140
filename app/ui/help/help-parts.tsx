import type { ReactNode } from 'react'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Rating } from '#app/ui/kit/rating.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StaleMark } from '#app/ui/kit/stale-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'

const STATUSES: readonly [StatusWord, string][] = [
  ['idea', 'somebody thought of it; nobody was asked'],
  ['requested', 'the counterpart was asked and has not answered'],
  ['tentative', 'likely, and may still move: always hatched'],
  ['confirmed', 'agreed; invitations may leave'],
  ['held', 'it took place'],
  ['noted', 'a note says what was said'],
  ['cleared', 'the note may be quoted'],
  ['declined', 'the counterpart said no'],
  ['postponed', 'to another day that is not known yet'],
  ['cancelled', 'called off; whoever was invited is told'],
  ['no-show', 'one side did not come'],
]

/** Every status of an engagement with its mark. */
export function StatusLegend() {
  return <Facts>{STATUSES.map(([status, words]) => <Fact key={status} term={<StatusMark status={status} />}>{words}</Fact>)}</Facts>
}

/** The other marks: issues, evidence, ratings, samples. */
export function MarkLegend() {
  const rows: readonly [ReactNode, string][] = [
    [<LintMark key="e" severity="error" />, 'the plan contradicts itself; somebody should decide'],
    [<LintMark key="w" severity="warning" />, 'probably an oversight'],
    [<LintMark key="n" severity="note" />, 'worth knowing, nothing to do'],
    [<Relation key="s" relation="supports" />, 'the sentence speaks for the finding'],
    [<Relation key="c" relation="contradicts" />, 'it speaks against it'],
    [<Relation key="q" relation="qualifies" />, 'it holds under a condition'],
    [<Relation key="x" relation="context" />, 'good to know beside it'],
    [<EvidenceBar key="b" counts={{ supports: 3, contradicts: 1 }} />, 'one square for each linked sentence'],
    [<Rating key="l" level="low" />, 'a rating of readiness, from one dot to three'],
    [<Rating key="z" level="none" />, 'nobody can say yet: an answer of its own'],
    [<StaleMark key="t" />, 'newer evidence speaks against the rating'],
    [<SampleMark key="m" />, 'fills a gap of the document, so that the demo works; never from the document'],
  ]
  return <Facts>{rows.map(([mark, words], at) => <Fact key={at} term={mark}>{words}</Fact>)}</Facts>
}

const WORDS: readonly [string, string][] = [
  ['Mission', 'a journey of a small team through several cities, with a purpose and dates'],
  ['Stop', 'a city with its days. Every time at a stop is that city’s clock, never yours'],
  ['Engagement', 'whatever stands in the plan: a meeting, a workshop, a presentation, a visit'],
  ['Agenda item', 'a part of an engagement with its own time and speakers'],
  ['Moderator, speaker', 'roles of people in an engagement or an item; one person may have several'],
  ['Printed title', 'a title as it stands on the paper of that day; it stays when the person moves on'],
  ['Protocol order', 'who is named first. It is set by hand, since no rule knows it'],
  ['Invitation', 'a calendar entry by mail. It is kept up to date: a move sends a new version to whoever has the old one'],
  ['Excerpt', 'the exact words of a note or document, marked as fact, view, figure, request, commitment or decision'],
  ['Attribution, confidentiality', 'whether an excerpt’s words may be said to be a person’s, an institution’s or nobody’s; and whether the team alone, its counterparts or everybody may read them'],
  ['Finding', 'a statement that the report may make, carried by excerpts'],
  ['Evidence', 'the link from an excerpt to a finding, with its reason'],
  ['Dimension, rating', 'a side of readiness, and how far it is: Low, Mid, High. Every change needs a reason and keeps the old value'],
  ['Confidence', 'how far a finding can be trusted, judged by a person from how much evidence there is and how far it agrees; counting is a hint'],
  ['Framework', 'the dimensions that a mission assesses, with a version: levels are only compared within one'],
  ['Task', 'a commitment, decision or data request with owner and day; while it is open it comes up at the next meeting with the same counterpart'],
  ['Outline, section', 'the contents of a report, numbered; each section shows what it rests on and what it lacks'],
  ['Questionnaire', 'questions to organisations, each with its own link; what they answer can be marked as evidence'],
  ['Aide-mémoire', 'the paper that both sides agree on at the end'],
  ['Draft, edition', 'a draft says what the mission knows now; an edition stays as it was issued, has a number and names what changed since the one before'],
]

/** The words of the field, as Caravan uses them. */
export function FieldWordsList() {
  return <Facts>{WORDS.map(([term, words]) => <Fact key={term} term={term}>{words}</Fact>)}</Facts>
}

const KEYS: readonly [ReactNode, string][] = [
  [<><kbd>Tab</kbd>, <kbd>Shift</kbd>+<kbd>Tab</kbd></>, 'to the next and the previous link, button or field; the first one on each page skips to its content'],
  [<kbd key="e">Enter</kbd>, 'opens the link or sends the form; in the grid it opens the engagement'],
  [<kbd key="s">Space</kbd>, 'ticks a box, presses a button, opens what is folded'],
  [<><kbd>↑</kbd> <kbd>↓</kbd></>, 'choose within a list or a row of choices'],
  [<><kbd>←</kbd> <kbd>→</kbd></>, 'in the work plan go from month to month; with Shift they move the bar'],
  [<kbd key="x">Esc</kbd>, 'closes the menu'],
]

/** What can be done without a mouse: everything, by the browser's own keys. */
export function KeyList() {
  return <Facts>{KEYS.map(([keys, words], at) => <Fact key={at} term={keys}>{words}</Fact>)}</Facts>
}
