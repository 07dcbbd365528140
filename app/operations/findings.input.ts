import { z } from 'zod'
import { AGREEMENT_WORDS, EVIDENCE_WORDS } from '#app/domain/assessment/evidence.ts'
import type { AgreementWord, EvidenceWord } from '#app/domain/assessment/evidence.ts'
import { FINDING_STATUSES, STATEMENT_MAX } from '#app/domain/assessment/findings.ts'
import { choice, filled, ids, revision } from '#app/operations/fields.ts'

const finding = { statement: filled(STATEMENT_MAX, 'Write the finding as one sentence'), dimensions: ids(20), nodes: ids(100) }

export const NewFindingInput = z.object(finding)
export const EditFindingInput = z.object({ ...finding, revision: revision() })
export const FindingStatusInput = z.object({ revision: revision(), status: choice(FINDING_STATUSES) })

export const JUDGED_REASON_MAX = 1_000
const CELLS = EVIDENCE_WORDS.flatMap((evidence) => AGREEMENT_WORDS.map((agreement) => `${evidence} ${agreement}` as const)) as [Cell, ...Cell[]]
type Cell = `${EvidenceWord} ${AgreementWord}`

/** `judged` is a cell of evidence × agreement, such as 'medium high'. */
export const JudgeFindingInput = z.object({ revision: revision(), judged: choice(CELLS, 'Choose how much evidence there is and how far it agrees'), reason: filled(JUDGED_REASON_MAX, 'Say why: confidence is never judged without a reason') })

export type NewFindingInput = z.output<typeof NewFindingInput>
export type EditFindingInput = z.output<typeof EditFindingInput>
export type FindingStatusInput = z.output<typeof FindingStatusInput>
export type JudgeFindingInput = z.output<typeof JudgeFindingInput>
