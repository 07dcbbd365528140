/** What a page that shows a text is told of the excerpts marked in it. */
import { numberExcerpts, standingOf } from '#app/domain/meetings/excerpts.ts'
import type { Standing, Standings } from '#app/domain/meetings/excerpts.ts'
import { OUR_TEAM } from '#app/domain/meetings/notes.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listLinksOf, textsOfRevisions } from '#db/evidence.server.ts'
import type { ExcerptRow, LinkRow } from '#db/evidence.server.ts'
import type { Speaker } from '#db/notes.server.ts'

type Placed = { id: string; number: number; start: number; end: number }
type Row = ExcerptRow & { mark: number; state: Standing['state']; links: LinkRow[] }

/** The excerpts of a note: where they stand in its text as it is now, and their links. At most two queries. */
export async function marksOfNote(scope: Scope, note: { id: string; body: string; number: number }, excerpts: readonly ExcerptRow[]): Promise<{ marks: Placed[]; rows: Row[] }> {
  const db = scope.database.read
  const older = excerpts.map((excerpt) => excerpt.note_number ?? note.number).filter((number) => number !== note.number)
  const [texts, links] = await Promise.all([textsOfRevisions(db, note.id, older), listLinksOf(db, scope.mission.id, excerpts.map((excerpt) => excerpt.id))])
  const numbered = numberExcerpts(excerpts, note.body, (excerpt) => (excerpt.note_number === note.number ? undefined : texts.get(excerpt.note_number ?? 0)))
  return { marks: placed(numbered), rows: rows(numbered, links) }
}

/** Where an excerpt's words stand in the text as it is now; undefined while that is the text that they were marked in. */
export function standingIn(excerpt: { start_at: number; end_at: number; body: string }, { was, is }: { was: string | undefined; is: string | undefined }): Standing['state'] | undefined {
  if (was === undefined || is === undefined || was === is) return undefined
  return standingOf({ start: excerpt.start_at, end: excerpt.end_at, words: excerpt.body }, is, was).state
}

/** Who may have spoken: those who take part, then those whose words are marked already. */
export function heardSpeakers(speakers: readonly Speaker[], excerpts: readonly ExcerptRow[]): Speaker[] {
  const heard = new Map(speakers.map((speaker) => [speaker.name, speaker]))
  for (const { speaker, source_kind, sample, speaker_id, institution } of excerpts) {
    if (speaker !== '' && speaker !== OUR_TEAM && !heard.has(speaker)) heard.set(speaker, { name: speaker, title: '', sourceKind: source_kind, sample: sample === 1, personId: speaker_id, institution })
  }
  return [...heard.values()]
}

/** Where the excerpts of a section of a document stand; its text never changes. */
export function marksOfNode(text: string, excerpts: readonly ExcerptRow[]): Placed[] {
  return placed(numberExcerpts(excerpts, text, () => undefined))
}

/** The same excerpts with their links. */
export function rowsOf(text: string, excerpts: readonly ExcerptRow[], links: readonly LinkRow[]): Row[] {
  return rows(numberExcerpts(excerpts, text, () => undefined), links)
}

function placed(numbered: Standings<ExcerptRow>): Placed[] {
  return numbered.flatMap(({ excerpt, number, standing }) => (standing.state === 'lost' ? [] : [{ id: excerpt.id, number, start: standing.start, end: standing.end }]))
}

function rows(numbered: Standings<ExcerptRow>, links: readonly LinkRow[]): Row[] {
  return numbered.map(({ excerpt, number, standing }) => ({ ...excerpt, mark: number, state: standing.state, links: links.filter((link) => link.excerpt_id === excerpt.id) }))
}
