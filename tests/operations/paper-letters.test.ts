import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { listPaperSubjects } from '#app/operations/papers.server.ts'
import { openDemoPapers } from '#tests/support/demo-papers.ts'
import type { DemoPapers } from '#tests/support/demo-papers.ts'
import { furnitureOf, linesOf, runsOf } from '#tests/support/paper-runs.ts'

const MAJIDI = 'a10.a10-p01'
let demo: DemoPapers
beforeAll(async () => {
  demo = await openDemoPapers(Date.UTC(2020, 1, 3, 4))
  await demo.database.write(async (tx) => {
    await tx.insertInto('person_name').values({ id: 'spelling-1', person_id: 'p01', name: 'Юсуф Маджиди', name_key: 'yusuf madzhidi', script: 'Cyrillic', language: 'ru' }).execute()
    await tx.updateTable('engagement').set({ public_text: 'A morning about registers.\nLunch is served.' }).where('id', '=', 'a10').execute()
    await tx.updateTable('engagement').set({ status: 'held' }).where('id', 'in', ['a09', 'a13']).execute()
    await tx.updateTable('participation').set({ attendance: 'absent', attended: 0 }).where('engagement_id', '=', 'a13').execute()
    const task = { mission_id: 'roadshow', engagement_id: 'a09', position: 90, kind: 'commitment', owner: '', excerpt_id: null, organisation_id: null, due_day: null }
    await tx.updateTable('excerpt').set({ confidentiality: 'counterpart' }).where('id', '=', 'sample-x13').execute()
    await tx.insertInto('task').values([
      { ...task, id: 'open-1', title: 'Show the rule in writing', excerpt_id: 'sample-x13', organisation_id: 'o02', due_day: '2020-02-20', owner: 'Somebody, sample' },
      { ...task, id: 'open-2', title: 'Send the register', excerpt_id: 'sample-x13', kind: 'data request' },
      { ...task, id: 'other-1', title: 'Of another body', excerpt_id: 'sample-x13', organisation_id: 'o04' },
      { ...task, id: 'kept-1', title: 'Never to be told', excerpt_id: 'sample-x15' }, { ...task, id: 'kept-2', title: 'Without words to rest on' },
    ]).execute()
  })
})
afterAll(async () => await demo.close())

describe('an invitation', () => {
  it('says to whom, to what, when by which clock, where and for which part', async () => {
    const paper = (await demo.compose('invitation-letter', { subject: MAJIDI })) as Paper
    expect(linesOf(paper)).toEqual([
      'No. ____________', 'Dushanbe, February 3, 2020', 'Mr. Yusuf Majidi', 'Deputy Minister, Ministry of Finance, Republic of Tajikistan', 'Invitation: Preparing Dushanbe for a New Digital Era', 'Dear Mr. Yusuf Majidi,',
      'We have the honour to invite you to the following event, which is part of Smart City Regional Roadshow.',
      'Event', 'Preparing Dushanbe for a New Digital Era', 'Date and time', 'Tuesday, February 4, 2020, 9:30 – 12:00 (Dushanbe, UTC+5)', 'Venue', 'Hilton Hotel, Dushanbe, Tajikistan', 'About the event', 'A morning about registers.', 'Lunch is served.', 'Languages', '____________',
      'Your part', 'Moderator', 'Speaker: Welcoming Remarks, 9:30 – 9:50', 'Speaker: Closing Remarks, 11:50 – 12:10',
      'For any question please contact Coordinator, sample, telephone ____________.', 'We should be grateful for your reply and look forward to meeting you.', 'Please accept the assurances of our highest consideration.', 'Name and title',
    ])
    expect(paper.gaps.map((gap) => gap.words)).toEqual(['Number, telephone and signature are filled in by hand.', 'The languages are left open.'])
    expect(furnitureOf(paper)).toEqual(['No. ____________', 'Dushanbe, February 3, 2020', 'We have the honour to invite you to the following event, which is part of ', '.', 'We should be grateful for your reply and look forward to meeting you.', 'Please accept the assurances of our highest consideration.', 'Name and title'])
  })

  it('speaks Russian with the name as it is spelt there; what has no Russian stays as printed and is named', async () => {
    const paper = (await demo.compose('invitation-letter', { subject: MAJIDI, language: 'ru', audience: 'counterpart' })) as Paper
    expect(linesOf(paper).slice(0, 7)).toEqual([
      '№ ____________', 'Душанбе, 3 февраля 2020 г.', 'г-н Юсуф Маджиди', 'Deputy Minister, Ministry of Finance, Republic of Tajikistan', 'Приглашение: Preparing Dushanbe for a New Digital Era', 'Уважаемый г-н Юсуф Маджиди!',
      'Имеем честь пригласить Вас принять участие в следующем мероприятии, которое проводится в рамках миссии Smart City Regional Roadshow.',
    ])
    expect(linesOf(paper)).toEqual(expect.arrayContaining(['вторник, 4 февраля 2020 г., 09:30–12:00 (Душанбе, UTC+5)', 'Докладчик: Welcoming Remarks, 09:30–09:50']))
    expect(paper.gaps.filter((gap) => gap.kind === 'translation')).toHaveLength(6)
    expect(runsOf(paper).every((run) => run.source === undefined)).toBe(true)
  })

  it('goes to the office of a body, and leaves lines for all that nobody knows', async () => {
    const paper = (await demo.compose('invitation-letter', { subject: 'a09.a09-with-1' })) as Paper
    expect(linesOf(paper).slice(2, 6)).toEqual(['Ministry of Finance, Republic of Tajikistan', 'Invitation: Meeting with the Ministry of Finance', 'Dear Sir or Madam,', 'We have the honour to invite representatives of your institution to the following event, which is part of Smart City Regional Roadshow, and should be grateful to learn who will take part.'])
    expect(paper.gaps.map((gap) => gap.words)).toEqual(expect.arrayContaining(['Nobody is named for Ministry of Finance: the letter goes to the office.', 'What the event is about is left open: nobody wrote the text for the invited.']))
  })

  it('is written for everybody once at each engagement that is more than an idea and not among ourselves', async () => {
    const subjects = await listPaperSubjects(demo.scope, 'invitation-letter')
    expect([subjects.filter(({ subject }) => subject.startsWith('a10.')).length, subjects.some(({ subject }) => /^(a07|a12|a18)\./.test(subject)), subjects[0]?.title]).toEqual([8, false, 'AI smart city stakeholders: Presentation for AI smart city stakeholders, Nur-Sultan'])
    expect(await Promise.all(['', 'a10', 'a10.nothing', 'a10.a10-p01.x', 'a09.a10-p01', 'a07.a07-with-1', 'a12.a12-with-1'].map(async (subject) => await demo.compose('invitation-letter', { subject })))).toEqual(Array(7).fill(null))
  })
})

describe('a letter of thanks', () => {
  it('is written after meetings that were held, to whoever was there', async () => {
    expect((await listPaperSubjects(demo.scope, 'thank-you-letter')).map(({ subject }) => subject)).toEqual(['a09.a09-with-1'])
    expect([await demo.compose('thank-you-letter', { subject: MAJIDI }), await demo.compose('thank-you-letter', { subject: 'a13.a13-with-1' })]).toEqual([null, null])
  })

  it('names what was offered and asked for, as far as the words may leave the team and concern the institution', async () => {
    const paper = (await demo.compose('thank-you-letter', { subject: 'a09.a09-with-1' })) as Paper
    expect(linesOf(paper).slice(3)).toEqual([
      'With thanks: Meeting with the Ministry of Finance', 'Dear Sir or Madam,', 'We thank your institution sincerely for its part in Meeting with the Ministry of Finance on February 3, 2020 in Dushanbe, which was part of Smart City Regional Roadshow.',
      'We noted with gratitude what you kindly offered:', 'Show the rule in writing (by February 20, 2020)', 'We should be grateful for what was asked for at the meeting:', 'Send the register',
      'For any question please contact Coordinator, sample, telephone ____________.', 'Please accept the assurances of our highest consideration.', 'Name and title',
    ])
    expect(paper.gaps.map((gap) => gap.words)).toContain('3 tasks of the meeting stay out: the words are the team’s own.')
    expect(JSON.stringify(paper)).not.toMatch(/Never to be told|Without words|Of another body|Somebody, sample/)
  })

  it('thanks the deputy of whoever sent one, in Russian too', async () => {
    await demo.database.write(async (tx) => {
      await tx.updateTable('engagement').set({ status: 'held' }).where('id', '=', 'a10').execute()
      await tx.updateTable('participation').set({ attendance: 'deputy', attended: 0, deputy_name: 'Deputy, sample', deputy_title: 'Secretary' }).where('person_id', '=', 'p01').execute()
    })
    expect(linesOf((await demo.compose('thank-you-letter', { subject: MAJIDI, language: 'ru' })) as Paper)).toEqual(expect.arrayContaining(['Особая благодарность за Ваш вклад:', 'Welcoming Remarks', 'Просим передать нашу благодарность также тому, кто Вас представлял: Deputy, sample, Secretary.']))
  })
})
