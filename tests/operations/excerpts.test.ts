import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CorrectExcerptInput, MarkInput, TranslateInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { correctExcerpt, translateExcerpt } from '#app/operations/excerpts.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import type { Database } from '#db/database.server.ts'
import { findExcerpt } from '#db/evidence.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
let excerptId: string

beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    await tx.insertInto('organisation').values({ id: 'works', name: 'City works', name_key: 'city works', sort_key: 'city works', kind: 'city' }).execute()
    for (const [id, name, meeting] of [['aida', 'Aida Sample', 'told-meeting-1'], ['bek', 'Bek Sample', 'told-meeting-2'], ['cem', 'Cem Sample', 'untold-meeting-1']] as const) {
      await tx.insertInto('person').values({ id, name, name_key: name.toLowerCase(), sort_key: name.toLowerCase() }).execute()
      await tx.insertInto('participation').values({ id: `of-${id}`, mission_id: meeting.split('-')[0] ?? '', engagement_id: meeting, person_id: id, organisation_id: 'works', role: 'participant', precedence: 1 }).execute()
    }
  })
  const written = await writeNote(told.scope, { engagement: told.meetings[0], body: 'Данные лежат отдельно. Sensors are few.', language: 'ru' })
  const marked = await markExcerpt(told.scope, { noteId: written.done ? written.noteId : '' }, MarkInput.parse({ number: '1', words: 'Данные лежат отдельно.', kind: 'fact', speaker: 'Aida Sample', sourceKind: 'city', language: 'ru', translation: 'Data lie apart.', relation: 'supports' }))
  excerptId = marked.done ? marked.excerptId : ''
})
afterEach(() => database.close())

const now = async () => {
  const row = await findExcerpt(database.read, 'told', excerptId)
  if (!row) throw new Error('no excerpt')
  return row
}
const form = (more: Record<string, string>) => CorrectExcerptInput.parse({ kind: 'fact', speaker: 'Aida Sample', sourceKind: 'city', institution: 'City works', language: 'ru', attribution: 'institution', confidentiality: 'team', revision: '1', ...more })
const translation = (text: string, state: string, revision = '1') => TranslateInput.parse({ translation: text, state, revision })

describe('a marked excerpt', () => {
  it('knows the person of the directory, their institution, and the careful levels', async () => {
    expect(await now()).toMatchObject({ speaker: 'Aida Sample', speaker_id: 'aida', institution: 'City works', attribution: 'institution', confidentiality: 'team', translation_state: 'draft', translated_by: 'Member, sample', translated_ms: NOW, reviewed_by: '' })
  })
})

describe('correcting an excerpt', () => {
  it('changes who said it, what it is and how it may be used, and nothing else', async () => {
    const before = await now()
    const outcome = await correctExcerpt(told.scope, excerptId, form({ kind: 'view', sourceKind: 'government', attribution: 'not for attribution', confidentiality: 'public', speaker: '' }))
    expect(outcome.done).toBe(true)
    expect(await now()).toEqual({ ...before, kind: 'view', source_kind: 'government', attribution: 'not for attribution', confidentiality: 'public', speaker: '', speaker_id: null, institution: '', revision: 2 })
    const act = await database.read.selectFrom('act').select('facts').where('noun', '=', 'excerpt').where('verb', '=', 'correct').executeTakeFirst()
    expect(act).toEqual({ facts: JSON.stringify({ what: 'the speaker, the institution, the kind of source, the kind, the attribution, the confidentiality' }) })
    expect((await undo(told.scope, outcome.done ? (outcome.actId ?? '') : '')).done).toBe(true)
    expect(await now()).toEqual({ ...before, revision: 3 })
  })

  it('finds another speaker in the mission, however the name is typed, and never in another mission', async () => {
    const speakers: unknown[] = []
    for (const [at, otherSpeaker] of ['bek  SAMPLE', 'Cem Sample', 'Our team'].entries()) {
      await correctExcerpt(told.scope, excerptId, form({ otherSpeaker, institution: (await now()).institution, revision: String(at + 1) }))
      const { speaker, speaker_id, institution } = await now()
      speakers.push([speaker, speaker_id, institution])
    }
    expect(speakers).toEqual([['Bek Sample', 'bek', 'City works'], ['Cem Sample', null, ''], ['Our team', null, '']])
  })

  it('keeps an institution that was typed', async () => {
    await correctExcerpt(told.scope, excerptId, form({ otherSpeaker: 'Bek Sample', institution: 'The mayor’s office' }))
    expect((await now()).institution).toBe('The mayor’s office')
  })

  it('writes nothing for the same again, refuses what is stale or elsewhere', async () => {
    expect(await correctExcerpt(told.scope, excerptId, form({}))).toEqual({ done: true, actId: undefined })
    expect(await correctExcerpt(told.scope, excerptId, form({ revision: '7' }))).toEqual({ done: false, because: 'stale' })
    expect(await correctExcerpt(told.other, excerptId, form({}))).toEqual({ done: false, because: 'gone' })
    expect((await now()).revision).toBe(1)
  })
})

describe('a translation', () => {
  it('is reviewed by whoever checked it, and keeps its translator', async () => {
    const reviewer = { ...told.scope, actor: { ...told.scope.actor, name: 'Reviewer, sample' } }
    expect((await translateExcerpt(reviewer, excerptId, translation('Data lie apart.', 'reviewed'))).done).toBe(true)
    expect(await now()).toMatchObject({ translation_state: 'reviewed', translated_by: 'Member, sample', reviewed_by: 'Reviewer, sample', reviewed_ms: NOW })
  })

  it('is a draft again when its text changes, unless whoever changed it reviewed it', async () => {
    await translateExcerpt(told.scope, excerptId, translation('Data lie apart.', 'reviewed'))
    await translateExcerpt(told.scope, excerptId, translation('Data are kept apart.', 'draft', '2'))
    expect(await now()).toMatchObject({ translation: 'Data are kept apart.', translation_state: 'draft', reviewed_by: '', reviewed_ms: null })
    await translateExcerpt(told.scope, excerptId, translation('', 'reviewed', '3'))
    expect(await now()).toMatchObject({ translation: '', translation_state: '', translated_by: '', translated_ms: null, reviewed_by: '' })
  })

  it('writes nothing for the same again, refuses what is stale or elsewhere', async () => {
    expect(await translateExcerpt(told.scope, excerptId, translation('Data lie apart.', 'draft'))).toEqual({ done: true, actId: undefined })
    expect(await translateExcerpt(told.scope, excerptId, translation('x', 'draft', '9'))).toEqual({ done: false, because: 'stale' })
    expect(await translateExcerpt(told.other, excerptId, translation('x', 'draft'))).toEqual({ done: false, because: 'gone' })
  })
})
