/** What each kind of paper is composed from. Page, files, editions and command line all ask here. */
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import { forCounterpart } from '#app/domain/papers/paper.ts'
import type { Audience, Paper } from '#app/domain/papers/paper.ts'
import { agendaSource } from '#app/operations/paper-agenda.server.ts'
import { aideMemoireSource } from '#app/operations/paper-aide-memoire.server.ts'
import { daySheetSource } from '#app/operations/paper-day-sheet.server.ts'
import { evidenceAnnexSource } from '#app/operations/paper-evidence-annex.server.ts'
import { invitationLetterSource, thankYouLetterSource } from '#app/operations/paper-letters.server.ts'
import { personsMetSource } from '#app/operations/paper-persons-met.server.ts'
import { namePlatesSource, signatureSheetSource } from '#app/operations/paper-places.server.ts'
import { reportSource } from '#app/operations/paper-report.server.ts'
import { technicalNoteSource } from '#app/operations/paper-technical-note.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Db } from '#db/database.server.ts'

/** Whose paper and as of when; `db` is a transaction while an edition is issued. */
export type PaperScope = { db: Db; mission: Scope['mission']; /** The mission's clock. */ nowMs: number }

export type PaperAsk = { subject: string; language: string; second: string; audience: Audience }

/** Something that a paper of a kind can be made for; `day` sorts. */
export type PaperSubject = { subject: string; title: string; day: string | null }

export type PaperSource = {
  /** What a paper of the kind can be made for in a mission, in the order of its days, at most 500. */
  list(scope: PaperScope): Promise<PaperSubject[]>
  /** The paper as of now, for the team or the counterpart as asked; null when its subject is not of this mission. */
  compose(scope: PaperScope, ask: PaperAsk): Promise<Paper | null>
}

const SOURCES: Record<PaperKindId, PaperSource> = {
  agenda: agendaSource,
  'day-sheet': daySheetSource,
  'name-plates': namePlatesSource,
  'signature-sheet': signatureSheetSource,
  'invitation-letter': invitationLetterSource,
  'thank-you-letter': thankYouLetterSource,
  'persons-met': personsMetSource,
  'aide-memoire': aideMemoireSource,
  report: reportSource,
  'evidence-annex': evidenceAnnexSource,
  'technical-note': technicalNoteSource,
}

/** The draft of a paper as its readers get it; null when there is nothing of this kind or subject. */
export async function composePaper(scope: PaperScope, kind: PaperKindId, ask: PaperAsk): Promise<Paper | null> {
  const paper = await SOURCES[kind].compose(scope, ask)
  return paper && (ask.audience === 'counterpart' ? forCounterpart(paper) : paper)
}

/** What papers of a kind can be made for. */
export async function listPaperSubjects(scope: PaperScope, kind: PaperKindId): Promise<PaperSubject[]> {
  return await SOURCES[kind].list(scope)
}
