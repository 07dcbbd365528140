/** Questionnaires from the first question to what came back, on both databases. */
import { expect, it } from 'vitest'
import { fingerprint } from '#app/domain/questionnaires/answers.ts'
import { addReplyFile, askReopen, enterAnswers, handIn, removeReplyFile, saveAnswers } from '#app/operations/questionnaire-answers.server.ts'
import { handOverRequest, prepareRequest, remindRequests, reopenRequest, sendRequests, withdrawRequest } from '#app/operations/questionnaire-requests.server.ts'
import { addQuestion, createQuestionnaire, editQuestion, moveQuestion, removeQuestion, wordQuestionnaire } from '#app/operations/questionnaires.server.ts'
import { undo } from '#app/operations/history.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { countLateRequests, findRequest, listQuestionnaires, listQuestions, listRequests, listWordings } from '#db/questionnaires.server.ts'
import { listAnswers, listAsides, listReplyFiles } from '#db/reply-answers.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

const FROM = { name: 'Caravan', address: 'caravan@example.org' }
const question = (title: string, more: Record<string, string> = {}) => ({ number: '', title, kind: 'text' as const, unit: '', choices: '', ...more })

/** A questionnaire with a part and three questions, and an organisation that is asked in Tajik until the day after. */
async function prepared(database: Database): Promise<{ scope: Scope; other: Scope; paper: string; ids: string[]; request: string }> {
  const { scope, other } = await makeTold(database)
  await database.write((tx) => tx.insertInto('organisation').values({ id: 'office', name: 'Office, sample', name_key: 'office', sort_key: 'office', kind: 'government' }).execute())
  const made = await createQuestionnaire(scope, { title: 'Survey', intro: '', language: 'en' })
  const paper = made.done ? made.questionnaireId : ''
  const ids: string[] = []
  for (const [rank, title, kind] of [['part', 'Law', 'text'], ['question', 'Which law?', 'text'], ['question', 'How many?', 'number'], ['sub-question', 'Of them new?', 'yes-no']] as const) {
    const added = await addQuestion(scope, paper, { rank, after: rank === 'sub-question' ? (ids[2] ?? null) : null, ...question(title), kind })
    ids.push(added.done ? added.questionId : '')
  }
  const asked = await prepareRequest(scope, paper, { organisation: 'office', contact: 'Officer, sample', email: 'officer@example.org', language: 'tg', day: '2027-03-05', time: 18 * 60, stop: 'told-stop-2' })
  return { scope, other, paper, ids, request: asked.done ? asked.requestId : '' }
}

const sent = (questionId: string, value: string, seen = 0, shown = fingerprint('')) => ({ questionId, value, seen, shown })

eachDatabase('a questionnaire', (fresh) => {
  it('is written in order, moved, worded and undone', async () => {
    const database = await fresh.open()
    const { scope, paper, ids } = await prepared(database)
    const titles = async (): Promise<string[]> => (await listQuestions(database.read, 'told', paper)).map(({ title }) => title)
    expect(await titles()).toEqual(['Law', 'Which law?', 'How many?', 'Of them new?'])
    const moved = await moveQuestion(scope, paper, ids[2] ?? '', { way: 'up', revision: 1 })
    expect([moved.done, await titles()]).toEqual([true, ['Law', 'How many?', 'Of them new?', 'Which law?']])
    expect((await undo(scope, moved.done ? moved.actId : '')).done).toBe(true)
    expect(await titles()).toEqual(['Law', 'Which law?', 'How many?', 'Of them new?'])
    const worded = await wordQuestionnaire(scope, paper, { language: 'tg', subject: [paper, ids[1] ?? ''], title: ['Пурсиш', 'Кадом қонун?'], body: ['', ''] })
    expect([worded.done, (await listWordings(database.read, 'told', paper)).map(({ title, ofTitle }) => [title, ofTitle]).toSorted()]).toEqual([true, [['Кадом қонун?', 'Which law?'], ['Пурсиш', 'Survey']]])
    const removed = await removeQuestion(scope, paper, ids[1] ?? '', { revision: 3 })
    expect([removed.done, await titles()]).toEqual([true, ['Law', 'How many?', 'Of them new?']])
    expect((await undo(scope, removed.done ? removed.actId : '')).done).toBe(true)
    expect([await titles(), (await listWordings(database.read, 'told', paper)).length]).toEqual([['Law', 'Which law?', 'How many?', 'Of them new?'], 2])
  })

  it('is sent, reminded of and withdrawn; what waits does not leave', async () => {
    const database = await fresh.open()
    const { scope, paper, request } = await prepared(database)
    expect(await sendRequests(scope, paper, { request: [request] }, FROM)).toMatchObject({ done: true, mails: 1 })
    expect(await sendRequests(scope, paper, { request: [request] }, FROM)).toEqual({ done: false, because: 'none' })
    const late: Scope = { ...scope, missionNowMs: NOW + 5 * 86_400_000 }
    expect([await countLateRequests(database.read, 'told', NOW), await countLateRequests(database.read, 'told', late.missionNowMs)]).toEqual([0, 1])
    expect(await remindRequests(late, paper, { request: [request] }, FROM)).toMatchObject({ done: true, mails: 1 })
    const [row] = await listRequests(database.read, 'told', paper)
    expect([row?.state, row?.reminders, row?.reminded_ms]).toEqual(['sent', 1, late.missionNowMs])
    expect((await withdrawRequest(scope, request, { revision: row?.revision ?? 0 })).done).toBe(true)
    expect((await database.read.selectFrom('outbox').select(['kind', 'state', 'fifo_number']).orderBy('fifo_number').execute())).toEqual([{ kind: 'questionnaire', state: 'cancelled', fifo_number: 0 }, { kind: 'questionnaire-reminder', state: 'cancelled', fifo_number: 1 }])
    expect(await saveAnswers(database, request, [], NOW)).toEqual({ done: false, because: 'withdrawn' })
  })

  it('is answered as typed: the unreadable is kept, the later text beside the earlier, the reply says it in words', async () => {
    const database = await fresh.open()
    const { scope, paper, ids: [, law = '', many = '', fresh_ = ''], request } = await prepared(database)
    const first = await saveAnswers(database, request, [sent(law, 'Қонуни нав'), sent(many, 'чанд'), sent(fresh_, 'yes')], NOW)
    expect(first).toMatchObject({ done: true, wrong: [{ questionId: many, wrong: 'number' }], aside: [] })
    expect(await saveAnswers(database, request, [sent(law, 'Another'), sent(many, '12', 1, fingerprint('чанд'))], NOW + 1)).toMatchObject({ saved: [many], aside: [law] })
    expect([(await listAnswers(database.read, request)).map(({ value }) => value).toSorted(), (await listAsides(database.read, request)).map(({ value }) => value)]).toEqual([['12', 'yes', 'Қонуни нав'], ['Another']])
    const row = await findRequest(database.read, 'told', request)
    const said = await database.read.selectFrom('outline_node').select(['title', 'body']).where('document_id', '=', row?.reply_id ?? '').orderBy('position').execute()
    expect(said).toEqual([{ title: 'Which law?', body: 'Қонуни нав' }, { title: 'How many?', body: '12' }, { title: 'Of them new?', body: 'Ҳа' }])
    expect(await editQuestion(scope, paper, many, { ...question('How many?'), kind: 'text', revision: 1 })).toEqual({ done: false, because: 'answered' })
    expect(await removeQuestion(scope, paper, many, { revision: 1 })).toEqual({ done: false, because: 'answered' })
  })

  it('comes back, late or not, with its files, and is opened again only by the team', async () => {
    const database = await fresh.open()
    const { scope, paper, ids: [, law = ''], request } = await prepared(database)
    expect((await handOverRequest(scope, request, { revision: 1 })).done).toBe(true)
    const file = await addReplyFile(database, request, law, { name: 'скан.txt', kind: 'txt', bytes: Buffer.from('Матн') }, NOW)
    const [kept] = await listReplyFiles(database.read, request)
    expect([file.done, kept?.name, kept?.question_id]).toEqual([true, 'скан.txt', law])
    expect(await removeReplyFile(database, request, 'nothing', NOW)).toEqual({ done: false, because: 'gone' })
    expect(await handIn(database, request, NOW)).toEqual({ done: true, late: false })
    expect([await handIn(database, request, NOW), await saveAnswers(database, request, [sent(law, 'x')], NOW), await removeReplyFile(database, request, kept?.id ?? '', NOW)]).toEqual(Array.from({ length: 3 }, () => ({ done: false, because: 'returned' })))
    expect(await askReopen(database, request, { word: 'A number' }, NOW)).toEqual({ done: true })
    const returned = await findRequest(database.read, 'told', request)
    expect([returned?.reopen_word, (await reopenRequest(scope, request, { revision: returned?.revision ?? 0 })).done]).toEqual(['A number', true])
    expect(await handIn(database, request, NOW + 30 * 86_400_000)).toEqual({ done: true, late: true })
    expect((await listQuestionnaires(database.read, 'told', NOW)).map(({ sent: n, returned: back, late }) => [Number(n), Number(back), Number(late)])).toEqual([[1, 1, 0]])
    expect(paper).not.toBe('')
  })

  it('is entered from paper by one of the team, who is named, and never from another mission', async () => {
    const database = await fresh.open()
    const { scope, other, ids: [, law = ''], request } = await prepared(database)
    expect(await enterAnswers(other, request, [sent(law, 'x')], true)).toEqual({ done: false, because: 'gone' })
    expect((await enterAnswers(scope, request, [sent(law, 'Аз коғаз')], true)).done).toBe(true)
    const row = await findRequest(database.read, 'told', request)
    expect([row?.state, row?.entered_by, row?.late, (await listAnswers(database.read, request)).map(({ value, savedBy }) => [value, savedBy])]).toEqual(['returned', scope.actor.name, 0, [['Аз коғаз', scope.actor.name]]])
  })
})
