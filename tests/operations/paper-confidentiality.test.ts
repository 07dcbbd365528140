import { afterAll, beforeAll, expect, it } from 'vitest'
import { PAPER_KINDS } from '#app/domain/papers/kinds.ts'
import { withoutContacts } from '#app/domain/papers/paper.ts'
import { composePaper, listPaperSubjects } from '#app/operations/papers.server.ts'
import { openDemoPapers } from '#tests/support/demo-papers.ts'
import type { DemoPapers } from '#tests/support/demo-papers.ts'

/** In every text that only the team may read, so that a leak is seen wherever it is. */
const SECRET = 'SECRET-WORD'
const PHONE = '+992 37 000 4711'
const EMAIL = 'hidden@example.org'
const MINE = ['agenda', 'day-sheet', 'name-plates', 'signature-sheet', 'invitation-letter', 'thank-you-letter'] as const

let demo: DemoPapers
beforeAll(async () => {
  demo = await openDemoPapers(Date.UTC(2020, 1, 3, 4))
  await demo.database.write(async (tx) => {
    await tx.updateTable('person').set({ phone: PHONE, email: EMAIL, remark: SECRET }).execute()
    await tx.updateTable('engagement').set({ purpose: SECRET, brief: SECRET, questions: SECRET, team: SECRET }).execute()
    await tx.updateTable('engagement').set({ status: 'held' }).where('id', 'in', ['a08', 'a09', 'a10', 'a13', 'a14']).execute()
    await tx.updateTable('stop').set({ coordinator: `Coordinator, sample · ${PHONE}, ${EMAIL}`, liaison: `${SECRET} ${PHONE}` }).execute()
    await tx.updateTable('task').set({ title: SECRET, details: SECRET, owner: SECRET }).execute()
    await tx.updateTable('excerpt').set({ body: SECRET, speaker: SECRET, confidentiality: 'counterpart' }).where('note_id', 'is not', null).execute()
    await tx.updateTable('note').set({ body: SECRET, private: 1 }).execute()
  })
})
afterAll(async () => await demo.close())

it('no version for counterparts of a sheet or letter tells a phone, an address, a remark, a brief or a private word', async () => {
  let papers = 0
  for (const kind of MINE) {
    const languages = PAPER_KINDS.find(({ id }) => id === kind)?.languages ?? []
    for (const { subject } of await listPaperSubjects(demo.scope, kind)) for (const language of languages) {
      const paper = await composePaper(demo.scope, kind, { subject, language, second: '', audience: 'counterpart' })
      if (!paper) continue
      papers++
      const said = JSON.stringify(paper)
      expect([kind, subject, language, said.includes(SECRET), said.includes('4711'), said.includes('@'), JSON.stringify(paper.blocks).includes('"source":')]).toEqual([kind, subject, language, false, false, false, false])
    }
  }
  expect(papers).toBeGreaterThan(100)
})

it('the day sheet is the team’s, and its phones are for members who work on the mission', async () => {
  const paper = await demo.compose('day-sheet', { subject: 'stop-dushanbe.2020-02-04' })
  expect(JSON.stringify(paper)).toContain(PHONE)
  const blank = JSON.stringify(paper && withoutContacts(paper))
  expect([blank.match(/4711/g)?.length ?? 0, blank.includes('Yusuf Majidi'), await demo.compose('day-sheet', { subject: 'stop-dushanbe.2020-02-04', audience: 'counterpart' })]).toEqual([2, true, null])
})
