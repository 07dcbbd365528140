import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPER_KINDS, paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { IssueInput } from '#app/operations/editions.input.ts'
import { issueEdition, loadDraft } from '#app/operations/editions.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { caravan } from '#tests/support/command-line.ts'
import type { Said } from '#tests/support/command-line.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caravan-export-'))
  expect(caravan(folder, ['seed']).exit).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (...words: string[]): Said => caravan(folder, ['export', ...words])

describe('caravan export', () => {
  it('writes a paper in each of its formats, into a file or to standard output', () => {
    const begins = { pdf: '%PDF-', docx: 'PK', json: '{' }
    for (const [format, sign] of Object.entries(begins)) {
      const file = join(folder, `aide.${format}`)
      expect(write('aide-memoire', '--format', format, '-o', file)).toEqual({ exit: 0, out: '', error: '' })
      expect(readFileSync(file, 'latin1').startsWith(sign)).toBe(true)
    }
    const { exit, out } = write('aide-memoire', '--mission', 'smart-city-regional-roadshow', '--audience', 'counterpart', '--language', 'ru', '--format', 'txt', '-o', '-')
    expect([exit, /[а-я]{5}/.test(out), out.includes('Smart City Regional Roadshow')]).toEqual([0, true, true])
  }, 60_000)

  it('knows each kind by the name that scripts rely on, and its subject by the options', () => {
    const ids: string[] = PAPER_KINDS.map(({ id }) => id)
    for (const id of ['agenda', 'aide-memoire', 'report', 'persons-met']) expect([id, ids.includes(id)]).toEqual([id, true])
    const agenda = JSON.parse(write('agenda', '--engagement', 'a10', '--second', 'tg', '--format', 'json', '-o', '-').out) as Paper
    expect([agenda.kind, agenda.language, agenda.second]).toEqual(['agenda', 'en', 'tg'])
    const stop = JSON.parse(write('aide-memoire', '--stop', 'stop-dushanbe', '--format', 'json', '-o', '-').out) as Paper
    expect(JSON.stringify(stop)).toContain('Dushanbe')
  }, 60_000)

  it('writes an edition as it was issued', async () => {
    const database = openDatabase(`file:${join(folder, 'caravan.db')}`)
    const scope = await loadMissionScope(database, 'smart-city-regional-roadshow', Date.UTC(2020, 1, 10))
    const kind = paperKind('persons-met') as PaperKind
    const ask = { subject: 'mission', language: 'en', second: '', audience: 'team' } as const
    const draft = await loadDraft(database.read, scope, kind, ask)
    expect((await issueEdition(scope, kind, ask, IssueInput.parse({ remark: '', seen: draft?.digest, after: '0' }))).done).toBe(true)
    await database.close()
    expect(write('persons-met', '--edition', '1', '--format', 'txt', '-o', '-').out).toContain('Edition 1, Mon 10 Feb 2020')
    expect(write('persons-met', '--format', 'txt', '-o', '-').out).toContain('Draft, ')
    expect(write('persons-met', '--edition', '2', '--format', 'txt', '-o', '-')).toEqual({ exit: 3, out: '', error: 'There is no edition 2 of Persons met in “smart-city-regional-roadshow” for the team in en.\n' })
  }, 60_000)

  const to = ['--format', 'txt', '-o', '-']
  const wrong: [string, string[], number, RegExp][] = [
    ['a paper that nobody writes', ['poem', ...to], 2, /^“poem” is not a paper; there are .*aide-memoire/],
    ['no format', ['report', '-o', '-'], 2, /^Say in which format: --format pdf or docx or txt or json\.$/],
    ['another format', ['report', '--format', 'odt', '-o', '-'], 2, /^“odt” is not a format of a paper; use pdf, docx, txt, json\.$/],
    ['nowhere to write to', ['report', '--format', 'txt'], 2, /^Say where to: -o FILE/],
    ['a folder that is not there', ['report', '--format', 'txt', '-o', '/nowhere/at/all.txt'], 2, /^\/nowhere\/at\/all\.txt cannot be written; name a file in a folder that is there\.$/],
    ['a language that the paper does not speak', ['report', '--language', 'ru', ...to], 2, /^“ru” is no language of Back-to-office report; use en\.$/],
    ['a second language beside none', ['report', '--second', 'ru', ...to], 2, /^Back-to-office report stands in one language; leave --second out\.$/],
    ['a reader that the paper is not for', ['report', '--audience', 'counterpart', ...to], 2, /^“counterpart” is no audience of Back-to-office report; use team\.$/],
    ['two subjects', ['agenda', '--engagement', 'a10', '--subject', 'a10', ...to], 2, /^Say of what once/],
    ['a day without a stop', ['agenda', '--day', '2020-02-04', ...to], 2, /^A day belongs to a stop: add --stop ID\.$/],
    ['an engagement for a paper of the mission', ['report', '--engagement', 'a10', ...to], 2, /^Back-to-office report is not made for an engagement; leave --engagement out\.$/],
    ['a number that is none', ['report', '--edition', '0', ...to], 2, /^“0” is not the number of an edition/],
    ['an engagement that is not there', ['agenda', '--engagement', 'nothing', ...to], 3, /^There is no Agenda of “nothing” in “smart-city-regional-roadshow”/],
    ['a mission that is not there', ['report', '--mission', 'nowhere', ...to], 3, /^There is no mission “nowhere”/],
    ['an option that is none', ['report', '--colour', 'red', ...to], 2, /Usage: caravan export/],
  ]
  it.each(wrong)('says in one sentence what is wrong with %s', (_what, words, exit, sentence) => {
    const said = write(...words)
    expect([said.exit, said.out, sentence.test(said.error.trimEnd()), said.error.trimEnd().split('\n').length, said.error]).toEqual([exit, '', true, 1, said.error])
  })
})
