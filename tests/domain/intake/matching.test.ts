import { describe, expect, it } from 'vitest'
import { bodiesIn, indexBodies, matchBodies } from '#app/domain/intake/bodies.ts'
import { indexPeople, isHeld, isOneBody, matchPeople, peopleIn } from '#app/domain/intake/matching.ts'
import type { Held } from '#app/domain/intake/matching.ts'
import type { PersonDraft } from '#app/domain/intake/draft.ts'
import { foldKey } from '#app/domain/text.ts'
import { agenda, item, person, schedule } from '#tests/support/drafts.ts'

const spellings = (...names: string[]) => names.map((name) => ({ name, key: foldKey(name) }))
const known = (id: string, ...names: string[]) => ({ id, name: names[0] as string, honorific: '', spellings: spellings(...names) })
const PEOPLE = [known('p1', 'Aziz Karimov'), known('p2', 'Aziza Karimova'), known('p3', 'Talant Sooronbaev'), known('p4', 'Katrin Weber'), known('p5', 'Jong-Sung Lee'), known('p6', 'Kim'), known('p7', 'Ana North'), known('p8', 'North Ana'), known('p9', 'Gulnara Nurzhanova')]
const HELD: Record<string, Held[]> = { p1: [{ title: 'Director', organisations: ['Ministry of Roads', 'MoR'] }], p6: [{ title: 'Adviser', organisations: ['Road Agency'] }] }
const index = indexPeople(PEOPLE)
const match = (...people: PersonDraft[]) => matchPeople(peopleIn(agenda('', null, [item(1, '09:00', null, 'X', 'remarks', people)])), index, (id) => HELD[id] ?? [])
const found = (...people: PersonDraft[]) => match(...people).map(({ candidates, chosen }) => [candidates.map(({ id, why, agrees }) => `${id} ${why}${agrees ? ' agrees' : ''}`), chosen])

describe('people of a text', () => {
  it('are one each, however often they stand there, with every affiliation once', () => {
    const two = person('Mr.', 'Aziz Karimov', 'Director', 'Ministry of Roads', { further: [{ position: 'Chair', organisation: 'Society' }] })
    const people = peopleIn(agenda('', null, [item(2, '09:00', null, 'A', 'remarks', [two]), item(5, '10:00', null, 'B', 'closing', [person('', 'KARIMOV Aziz', 'Director', 'Ministry of Roads', { also: ['Азиз Каримов'] })])], { moderators: [two] }))
    expect(people).toEqual([{
      key: 'aziz karimov', name: 'Aziz Karimov', names: ['Aziz Karimov', 'KARIMOV Aziz', 'Азиз Каримов'], honorific: 'Mr.', rows: ['', 'L2', 'L5'],
      affiliations: [{ position: 'Director', organisation: 'Ministry of Roads' }, { position: 'Chair', organisation: 'Society' }],
    }])
    expect(peopleIn(schedule('', []))).toEqual([])
  })

  it('are preselected only under the very spelling in the same script, of one person alone', () => {
    expect(found(person('Mr.', 'Aziz Karimov', 'Head', 'Ministry of Roads, Republic'))).toEqual([[['p1 same agrees'], 'p1']])
    expect(found(person('', 'Азиз Каримов'))).toEqual([[['p1 other-script'], null]])
    expect(found(person('', 'Ana North'))).toEqual([[['p7 same', 'p8 same'], null]])
    expect(found(person('', 'Kim', 'Expert', 'Bank'))).toEqual([[['p6 same'], null]])
    expect(found(person('', 'Kim', 'Expert', 'Road Agency'))).toEqual([[['p6 same agrees'], 'p6']])
    expect(found(person('Ms.', 'Aziza Karimova'))).toEqual([[['p2 same'], 'p2']])
  })

  it('are offered under initials, with a slip, or a name more', () => {
    expect(found(person('', 'Сооронбаев Т.Ж.'))).toEqual([[['p3 initials'], null]])
    expect(found(person('', 'Kathrin Weber'), person('', 'Gulnara Nurdzhanova'), person('', 'Lee Jong-Sung David'), person('', 'Peter Weber'))).toEqual([[['p4 slip'], null], [['p9 slip'], null], [['p5 part'], null], [[], null]])
  })

  it('keep the titles they hold', () => {
    const held: Held[] = [{ title: 'Director', organisations: ['Ministry of Roads'] }, { title: 'World Bank Manager', organisations: ['World Bank'] }, { title: 'Fellow', organisations: [] }]
    expect(isHeld(held, { position: 'Director', organisation: 'Ministry of Roads, Republic of Land' })).toBe(true)
    expect(isHeld(held, { position: 'World Bank Manager', organisation: '' })).toBe(true)
    expect(isHeld(held, { position: 'Director', organisation: 'City' })).toBe(false)
    expect(isHeld(held, { position: 'Head', organisation: 'Ministry of Roads' })).toBe(false)
    expect(isHeld(held, { position: 'fellow', organisation: '' })).toBe(true)
    expect([isOneBody('World Bank', 'Bank'), isOneBody('Ministry of Finance', 'Ministry of Health'), isOneBody('Bank', 'Central Bank of a Large Land'), isOneBody('', '')]).toEqual([true, false, false, false])
  })
})

describe('organisations of a text', () => {
  const bodies = indexBodies([
    { id: 'o1', name: 'Ministry of Finance, Republic of Land', spellings: spellings('Ministry of Finance, Republic of Land', 'Ministry of Finance') }, { id: 'o2', name: 'City of North', spellings: spellings('City of North') },
    { id: 'o3', name: 'National Information Society Agency', spellings: spellings('National Information Society Agency') }, { id: 'o4', name: 'GRB', spellings: spellings('GRB') }, { id: 'o5', name: 'Twin', spellings: spellings('Twin') }, { id: 'o6', name: 'Twin', spellings: spellings('Twin') },
  ])
  const like = (name: string) => matchBodies([{ key: foldKey(name), name }], bodies).map(({ candidates, chosen }) => [candidates.map(({ id, why }) => `${id} ${why}`), chosen])[0]

  it('are named once', () => {
    expect(bodiesIn(peopleIn(agenda('', null, [item(1, '09:00', null, 'X', 'panel', [person('', 'A B', 'Head', 'City of North'), person('', 'C D', 'Deputy', 'CITY of North'), person('', 'E F')])])))).toEqual([{ key: foldKey('City of North'), name: 'City of North' }])
  })

  it('are chosen under their very name, else offered as another form, an abbreviation, a slip, or the body above', () => {
    expect(like('ministry of finance')).toEqual([['o1 same'], 'o1'])
    expect(like('Ministry of Finance of the Republic of Land')).toEqual([['o1 form'], null])
    expect(like('NISA')).toEqual([['o3 abbreviation'], null])
    expect(like('Global Research Board')).toEqual([['o4 abbreviation'], null])
    expect(like('Global Research Bureau (GRB)')).toEqual([['o4 abbreviation'], null])
    expect(like('Nationel Informaton Society Agency')).toEqual([['o3 slip'], null])
    expect(like('Enterprise “Light” under City of North')).toEqual([['o2 above'], null])
    expect(like('Twin')).toEqual([['o5 same', 'o6 same'], null])
    expect(like('Nobody knows')).toEqual([[], null])
  })
})
