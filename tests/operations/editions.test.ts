import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'
import { IssueInput, WithdrawInput } from '#app/operations/editions.input.ts'
import { issueEdition, loadDraft, withdrawEdition } from '#app/operations/editions.server.ts'
import type { Draft } from '#app/operations/editions.server.ts'
import { undo } from '#app/operations/history.server.ts'
import type { PaperAsk } from '#app/operations/papers.server.ts'
import { AddParticipationInput, AttendanceInput, EditParticipationInput } from '#app/operations/participations.input.ts'
import { addParticipation, editParticipation, recordAttendance } from '#app/operations/participations.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listActs } from '#db/acts.server.ts'
import { findEdition, listEditions, listLastEditions, loadIssued } from '#db/editions.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const MET = paperKind('persons-met') as PaperKind
const ASK: PaperAsk = { subject: 'mission', language: 'en', second: '', audience: 'team' }

const draftOf = async (scope: Scope, ask = ASK): Promise<Draft> => (await loadDraft(scope.database.read, scope, MET, ask)) as Draft
async function issue(scope: Scope, { ask = ASK, remark = '' }: { ask?: PaperAsk; remark?: string } = {}): Promise<string> {
  const { digest, next } = await draftOf(scope, ask)
  const outcome = await issueEdition(scope, MET, ask, IssueInput.parse({ remark, seen: digest, after: String(next - 1) }))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.id
}
const withdraw = (scope: Scope, id: string) => withdrawEdition(scope, id, WithdrawInput.parse({ revision: '1', reason: 'two names were wrong' }))
const add = async (told: Told, name: string, title = 'Head') => expect((await addParticipation(told.scope, told.meetings[0], AddParticipationInput.parse({ role: 'host', name, printedTitle: title, representativeOf: 'City' }))).done).toBe(true)

eachDatabase('an edition', (fresh) => {
  it('2 names exactly the three changes since the first, in words, before and after', async () => {
    const database = await fresh.open()
    const told = await makeTold(database)
    for (const name of ['Ana, sample', 'Ben, sample', 'Cid, sample']) await add(told, name)
    const first = await issue(told.scope)

    const people = await listParticipations(database.read, 'told', told.meetings[0])
    const idOf = (name: string): string => people.find((row) => row.name === name)?.id ?? ''
    const one = people.find((row) => row.name === 'Ana, sample')
    expect((await editParticipation(told.scope, told.meetings[0], idOf('Ana, sample'), EditParticipationInput.parse({ role: 'host', printedTitle: 'Deputy Head', representativeOf: 'City', printedName: '', revision: String(one?.revision) }))).done).toBe(true)
    expect((await recordAttendance(told.scope, told.meetings[0], AttendanceInput.parse({ [`was-${idOf('Ben, sample')}`]: 'absent' }))).done).toBe(true)
    await add(told, 'Dora, sample')

    const second = await issue(told.scope, { remark: 'After the call' })
    const issued = await loadIssued(database.read, 'told', second)
    expect(issued?.changes.map(({ what, words }) => [what, words]).toSorted()).toEqual([['added', 'Person met: Dora, sample'], ['changed', 'Person met: Ana, sample'], ['gone', 'Person met: Ben, sample']])
    const ana = issued?.changes.find(({ what }) => what === 'changed')
    expect([ana?.before.startsWith('Ana, sample · Head · '), ana?.after.startsWith('Ana, sample · Deputy Head · ')]).toEqual([true, true])
    expect([issued?.compared, issued?.paper.footer.includes('Edition 2, ')]).toEqual([1, true])
    expect((await loadIssued(database.read, 'told', first))?.changes).toEqual([])
    expect((await listEditions(database.read, 'told', {})).map(({ number, change_count, remark, account_name }) => [number, change_count, remark, account_name])).toEqual([[2, 3, 'After the call', 'Member, sample'], [1, 0, '', 'Member, sample']])
    expect((await draftOf(told.scope)).changes).toEqual([])
    const [act] = await listActs(database.read, 'told', {})
    expect(act && describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: act.facts })).toBe('issued edition 2 of “Persons met: told”, 3 changes after edition 1')
  })

  it('stays as it was issued, whoever asks, and nothing takes it back', async () => {
    const database = await fresh.open()
    const told = await makeTold(database)
    const id = await issue(told.scope)
    const before = await loadIssued(database.read, 'told', id)
    for (const statement of [`update edition_paper set paper = '{}'`, `update edition_paper set changes = '[]'`, 'update edition set number = 7', `update edition set remark = 'x'`, 'update edition set issued_ms = 1']) {
      await expect(database.write((tx) => sql.raw(statement).execute(tx))).rejects.toThrow('an edition is never changed')
    }
    const [act] = await listActs(database.read, 'told', {})
    expect(await undo(told.scope, act?.id ?? '')).toEqual({ done: false, because: 'not-undoable' })
    expect(await loadIssued(database.read, 'told', id)).toEqual(before)
  })

  it('is numbered by paper, reader and language; a withdrawn number is not used again and nobody compares with it', async () => {
    const database = await fresh.open()
    const told = await makeTold(database)
    const first = await issue(told.scope)
    await add(told, 'Ana, sample')
    const second = await issue(told.scope)
    await issue(told.scope, { ask: { ...ASK, audience: 'counterpart' } })
    expect((await withdraw(told.scope, second)).done).toBe(true)
    expect(await withdraw(told.scope, second)).toEqual({ done: false, because: 'withdrawn-already' })
    const draft = await draftOf(told.scope)
    expect([draft.next, draft.last?.id, draft.changes.map(({ what }) => what)]).toEqual([3, first, ['added']])
    expect((await listLastEditions(database.read, 'told')).map(({ audience, number }) => [audience, number])).toEqual([['counterpart', 1]])
    expect((await listEditions(database.read, 'told', { kind: 'persons-met' })).map(({ audience, number, withdrawn_by }) => [audience, number, withdrawn_by])).toEqual([['counterpart', 1, ''], ['team', 2, 'Member, sample'], ['team', 1, '']])
    const [act] = await listActs(database.read, 'told', {})
    expect(await undo({ ...told.scope, role: 'member' }, act?.id ?? '')).toEqual({ done: false, because: 'not-allowed' })
    expect((await undo(told.scope, act?.id ?? '')).done).toBe(true)
    expect((await draftOf(told.scope)).last?.id).toBe(second)
  })

  it('is not issued twice by one form, nor when the draft reads otherwise by now', async () => {
    const database = await fresh.open()
    const told = await makeTold(database)
    const { digest } = await draftOf(told.scope)
    const input = IssueInput.parse({ remark: '', seen: digest, after: '0' })
    const both = await Promise.all([issueEdition(told.scope, MET, ASK, input), issueEdition(told.scope, MET, ASK, input)])
    expect(both.map((outcome) => (outcome.done ? 'done' : outcome.because)).toSorted()).toEqual(['done', 'issued-meanwhile'])
    await add(told, 'Ana, sample')
    expect(await issueEdition(told.scope, MET, ASK, { ...input, after: 1 })).toEqual({ done: false, because: 'reads-otherwise' })
    expect(await issueEdition(told.scope, MET, { ...ASK, subject: 'another' }, { ...input, after: 1 })).toEqual({ done: false, because: 'gone' })
  })

  it('of another mission is not there', async () => {
    const database = await fresh.open()
    const told = await makeTold(database)
    const theirs = await issue(told.other)
    expect([await findEdition(database.read, 'told', theirs), await loadIssued(database.read, 'told', theirs), await listEditions(database.read, 'told', {}), await listLastEditions(database.read, 'told')]).toEqual([undefined, undefined, [], []])
    expect(await withdraw(told.scope, theirs)).toEqual({ done: false, because: 'gone' })
  })
})
