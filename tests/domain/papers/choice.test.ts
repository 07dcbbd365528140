import { expect, it } from 'vitest'
import { choiceOf, choiceQuery, kindsFor } from '#app/domain/papers/choice.ts'
import { PAPER_KINDS, paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'

const agenda = paperKind('agenda') as PaperKind

it('takes what the kind has and the usual for the rest', () => {
  expect(choiceOf(agenda, {})).toEqual({ audience: 'team', language: 'en', second: '' })
  expect(choiceOf(agenda, { audience: 'counterpart', language: 'tg', second: 'en' })).toEqual({ audience: 'counterpart', language: 'tg', second: 'en' })
  expect(choiceOf(agenda, { audience: 'anybody', language: '__proto__', second: 'en' })).toEqual({ audience: 'team', language: 'en', second: '' })
  expect(choiceOf(paperKind('report') as PaperKind, { audience: 'counterpart', language: 'ru', second: 'ru' })).toEqual({ audience: 'team', language: 'en', second: '' })
})

it('writes into an address only what is not usual, and reads the same back', () => {
  expect(choiceQuery(agenda, choiceOf(agenda, {}))).toBe('')
  expect(choiceQuery(agenda, { audience: 'counterpart', language: 'ru', second: 'tg' })).toBe('?audience=counterpart&language=ru&second=tg')
  for (const kind of PAPER_KINDS as readonly PaperKind[]) {
    for (const audience of kind.audiences) for (const language of kind.languages) expect(choiceOf(kind, Object.fromEntries(new URLSearchParams(choiceQuery(kind, { audience, language, second: '' }))))).toEqual({ audience, language, second: '' })
  }
})

it('knows which papers a thing has', () => {
  expect(kindsFor('dimension').map(({ id }) => id)).toEqual(['evidence-annex'])
  expect(kindsFor('mission', 'mission-or-stop').map(({ id }) => id)).toEqual(expect.arrayContaining(['persons-met', 'aide-memoire', 'report']))
})
