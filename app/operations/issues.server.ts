import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { isChange } from '#app/domain/roadshow/lint-issue.ts'
import { changeWords } from '#app/domain/roadshow/lint-repairs.ts'
import { RULE_WORDS, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { planRepair } from '#app/operations/issue-repairs.server.ts'
import type { AcceptIssueInput, ReopenIssueInput, RepairIssueInput } from '#app/operations/issues.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { newId } from '#db/ids.server.ts'
import { listAccepted, loadIssues } from '#db/issues.server.ts'

/** Puts right what an issue says, in the way chosen; one act, undone as one. 'gone' when it is settled or reads otherwise by now, 'marked' when its words are evidence. */
export async function repairIssue(scope: Scope, input: RepairIssueInput): Promise<Done | Refused<'marked'>> {
  return await perform(scope, async (tx, begin) => {
    const { open, accepted } = await loadIssues(tx, scope.mission.id, scope.missionNowMs)
    const issue = [...open, ...accepted.map((each) => each.issue)].find((each) => each.code === input.code && each.id === input.issue)
    const change = issue?.repairs.filter(isChange).find((each) => each.kind === input.repair)
    if (!issue || !change) return { done: false as const, because: 'gone' as const }
    const write = await planRepair(tx, scope, issue, change)
    if (write === 'marked') return { done: false as const, because: write }
    const edit = await begin({ ...named(issue), verb: 'repair', facts: { how: changeWords(change) } })
    await write(edit)
    return { done: true as const, actId: edit.actId }
  })
}

/** Lets an issue stand as it is printed, with the reason of whoever decides it. */
export async function acceptIssue(scope: Scope, input: AcceptIssueInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const { open } = await loadIssues(tx, scope.mission.id, scope.missionNowMs)
    const issue = open.find((each) => each.code === input.code && each.id === input.issue)
    if (!issue) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ ...named(issue), verb: 'accept-warning', facts: { reason: input.reason } })
    await edit.insert('accepted_warning', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, code: issue.code, subject_id: issue.id, reason: input.reason, account_id: scope.actor.accountId, account_name: scope.actor.name, at_ms: scope.nowMs,
    })
    return { done: true as const, actId: edit.actId }
  })
}

/** Takes an acceptance back: the issue waits again where it still is one. */
export async function reopenIssue(scope: Scope, input: ReopenIssueInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const acceptance = (await listAccepted(tx, scope.mission.id)).find((each) => each.id === input.acceptance)
    if (!acceptance) return { done: false as const, because: 'gone' as const }
    const { accepted } = await loadIssues(tx, scope.mission.id, scope.missionNowMs)
    const issue = accepted.find((each) => each.acceptance.id === acceptance.id)?.issue
    const edit = await begin({ ...(issue ? named(issue) : { noun: 'warning', subjectId: acceptance.subjectId, subjectTitle: acceptance.code }), verb: 'withdraw-acceptance' })
    await edit.remove('accepted_warning', acceptance.id, input.revision)
    return { done: true as const, actId: edit.actId }
  })
}

function named(issue: Issue): { noun: string; subjectId: string; subjectTitle: string } {
  return { noun: 'warning', subjectId: issue.subjects[0]?.id ?? issue.id, subjectTitle: `${RULE_WORDS[issue.code]} · ${placeWords(issue)}`.slice(0, 300) }
}
