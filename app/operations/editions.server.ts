import { createHash } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'
import { compareEditions, paperTitle, stamped, thingsIn } from '#app/domain/papers/editions.ts'
import type { PaperChange, Series } from '#app/domain/papers/editions.ts'
import type { PaperKind, PaperKindId } from '#app/domain/papers/kinds.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import type { Instant, Zone } from '#app/domain/time.ts'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import type { IssueInput, WithdrawInput } from '#app/operations/editions.input.ts'
import { composePaper, listPaperSubjects } from '#app/operations/papers.server.ts'
import type { PaperAsk } from '#app/operations/papers.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { isHeld } from '#db/database.server.ts'
import type { Db } from '#db/database.server.ts'
import { findEdition, insertIssued, listSeries, loadIssued } from '#db/editions.server.ts'
import type { Edition } from '#db/editions.server.ts'
import { newId } from '#db/ids.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

type OfMission = Pick<Scope, 'mission' | 'actor' | 'missionNowMs'>

export type Draft = {
  paper: Paper
  /** What the paper is made for, as a list names it. */
  subjectTitle: string
  series: Series
  /** Editions of the series, the newest first. */
  editions: Edition[]
  /** The newest that stands, from which the changes count. */
  last: Edition | undefined
  changes: PaperChange[]
  /** The number that the next edition gets. */
  next: number
  digest: string
}

/** A paper as of now beside its last edition; null when there is nothing of this subject. */
export async function loadDraft(db: Db, { mission, missionNowMs }: Pick<OfMission, 'mission' | 'missionNowMs'>, kind: PaperKind, ask: PaperAsk): Promise<Draft | null> {
  const scope = { db, mission, nowMs: missionNowMs }
  const paper = await composePaper(scope, kind.id as PaperKindId, ask)
  if (!paper) return null
  const series: Series = { kind: kind.id, ...ask }
  const [subjects, editions] = [await listPaperSubjects(scope, kind.id as PaperKindId), await listSeries(db, mission.id, series)]
  const last = editions.find((edition) => edition.withdrawn_ms === null)
  const before = last && (await loadIssued(db, mission.id, last.id))
  return {
    paper, series, editions, last, changes: before ? compareEditions(before.paper, paper) : [], next: (editions[0]?.number ?? 0) + 1, digest: digestOf(paper),
    subjectTitle: subjects.find((each) => each.subject === ask.subject)?.title ?? paper.title,
  }
}

/** Tells two drafts apart by what they say and lack; the hour of writing does not count. */
function digestOf(paper: Paper): string {
  return createHash('sha256').update(JSON.stringify([paper.title, [...thingsIn(paper)], paper.gaps])).digest('hex')
}

/**
 * Freezes the draft that the person saw as the next edition of its series. Nothing takes it back: it may lie on a minister's
 * desk. It can be withdrawn, and its number is not used again.
 */
export async function issueEdition(scope: Scope, kind: PaperKind, ask: PaperAsk, input: IssueInput): Promise<(Done & { id: Id }) | Refused<'issued-meanwhile' | 'reads-otherwise'>> {
  const issued = perform(scope, async (tx, begin) => {
    const draft = await loadDraft(tx, scope, kind, ask)
    if (!draft) return { done: false as const, because: 'gone' as const }
    if (draft.next !== input.after + 1) return { done: false as const, because: 'issued-meanwhile' as const }
    if (draft.digest !== input.seen) return { done: false as const, because: 'reads-otherwise' as const }
    const { paper, changes, last, next, subjectTitle, series } = draft
    const id = newId(scope.nowMs)
    const clock = await clockOf(tx, scope)
    const facts = { number: next, ...(last && { compared: last.number, changes: changes.length }) }
    const made = await begin({ verb: 'issue', noun: 'edition', subjectId: id, subjectTitle: paperTitle(kind.id, paper.title, subjectTitle), facts, undoable: false })
    await made.insert('edition', {
      id, mission_id: scope.mission.id, ...series, subject_title: subjectTitle, number: next, title: paper.title, remark: input.remark, change_count: changes.length, gap_count: paper.gaps.length,
      issued_ms: scope.missionNowMs, ...clock, made_ms: scope.nowMs, account_name: scope.actor.name,
    })
    await insertIssued(tx, id, { paper: stamped(paper, { number: next, ms: scope.missionNowMs, ...clock }), changes, compared: last?.number ?? null })
    return { done: true as const, actId: made.actId, id }
  })
  return await issued.catch((error: unknown) => {
    if (isHeld(error)) return { done: false as const, because: 'issued-meanwhile' as const }
    throw error
  })
}

/** The clock of the stop where the mission is, else that of whoever acts. One query. */
export async function clockOf(db: Db, { mission, actor, missionNowMs }: OfMission): Promise<{ zone: Zone; city: string }> {
  const here = stopOfClock(await listStopFaces(db, mission.id), missionNowMs)
  return { zone: here?.zone ?? actor.zone, city: here?.city ?? (actor.city || actor.zone) }
}

/** The draft as a file shows it: with the moment at its foot. */
export function asDraft(paper: Paper, clock: { zone: Zone; city: string }, ms: Instant): Paper {
  return stamped(paper, { number: null, ms, ...clock })
}

/** Says that an edition no longer holds, and why. It stays to be read, and the next one tells its changes from the last that stands. */
export async function withdrawEdition(scope: Scope, editionId: Id, input: WithdrawInput): Promise<Done | Refused<'withdrawn-already'>> {
  return await perform(scope, async (tx, begin) => {
    const edition = await findEdition(tx, scope.mission.id, editionId)
    if (!edition) return { done: false as const, because: 'gone' as const }
    if (edition.withdrawn_ms !== null) return { done: false as const, because: 'withdrawn-already' as const }
    const made = await begin({ verb: 'withdraw', noun: 'edition', subjectId: edition.id, subjectTitle: paperTitle(edition.kind, edition.title, edition.subject_title), facts: { number: edition.number, reason: input.reason } })
    await made.update('edition', edition.id, input.revision, { withdrawn_ms: scope.missionNowMs, withdrawn_by: scope.actor.name, withdrawn_reason: input.reason })
    return { done: true as const, actId: made.actId }
  })
}
