/** People and organisations of a text beside those of the directory that they may be. */
import type { BodyMatch } from '#app/domain/intake/bodies.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Held, PersonMatch } from '#app/domain/intake/matching.ts'
import { langOf } from '#app/ui/imports/language.ts'
import { rowAnchor } from '#app/ui/imports/rows.ts'

type Option = { value: string; label: string; hint: string; checked: boolean }
/** `sure`: one alone has this very name, or nobody is like it; nothing is asked, everything can be chosen otherwise. */
export type Match = { name: string; field: string; title: string; lang?: string | undefined; is: 'known' | 'new'; sure: boolean; row: string | null; options: Option[] }

export type PeopleFacts = { people: readonly PersonMatch[]; bodies: readonly BodyMatch[]; faces: ReadonlyMap<string, { name: string; honorific: string; titles: readonly Held[] }>; bodyNames: ReadonlyMap<string, string> }

const WHY_PERSON = { same: 'the same name', 'other-script': 'the same name in other letters', initials: 'initials that fit', slip: 'a letter or two differ', part: 'part of the name' } as const
const WHY_BODY = { same: 'the same name', abbreviation: 'its short form', form: 'another form of the name', slip: 'a letter or two differ', above: 'this one would stand under it' } as const

export function personMatches({ people, faces }: PeopleFacts, choices: Choices): Match[] {
  return people.map(({ person, candidates, chosen }) => {
    const offered = candidates.filter(({ id }) => faces.has(id))
    const choice = pick(choices[`person:${person.key}`], chosen, offered.map(({ id }) => id))
    const options = offered.map(({ id, why, agrees }): Option => {
      const face = faces.get(id)
      const titles = (face?.titles ?? []).slice(0, 2).map(titleWords).join('; ')
      return { value: id, label: face ? `${face.honorific} ${face.name}`.trim() : '', hint: [WHY_PERSON[why], agrees ? 'the same organisation' : '', titles].filter(Boolean).join(' · '), checked: choice === id }
    })
    return {
      name: person.name, field: `person:${person.key}`, title: person.affiliations.map(({ position, organisation }) => [position, organisation].filter(Boolean).join(', ')).join('; '), lang: langOf(person.name),
      is: choice === 'new' ? 'new' : 'known', sure: offered.length === 0 || chosen !== null || choices[`person:${person.key}`] !== undefined, row: rowOf(person.rows),
      options: [...options, { value: 'new', label: 'A new person', hint: '', checked: choice === 'new' }],
    }
  })
}

export function bodyMatches({ bodies, bodyNames }: PeopleFacts, choices: Choices): Match[] {
  return bodies.map(({ key, name, candidates, chosen }) => {
    const offered = candidates.filter(({ id }) => bodyNames.has(id)).map(({ id, why }) => ({ value: why === 'above' ? `under:${id}` : id, name: bodyNames.get(id) ?? '', why }))
    const choice = pick(choices[`body:${key}`], chosen, offered.map(({ value }) => value))
    const options = offered.map(({ value, name: known, why }): Option => ({ value, label: why === 'above' ? `A new one under ${known}` : known, hint: why === 'above' ? '' : WHY_BODY[why], checked: choice === value }))
    return {
      name, field: `body:${key}`, title: '', lang: langOf(name), is: choice === 'new' || choice.startsWith('under:') ? 'new' : 'known', sure: offered.length === 0 || chosen !== null || choices[`body:${key}`] !== undefined, row: null,
      options: [...options, { value: 'new', label: 'A new organisation', hint: '', checked: choice === 'new' }],
    }
  })
}

function pick(said: string | undefined, chosen: string | null, offered: readonly string[]): string {
  const wanted = said ?? chosen ?? 'new'
  return offered.includes(wanted) ? wanted : 'new'
}

function titleWords({ title, organisations }: Held): string {
  return [title, organisations[0]].filter(Boolean).join(', ')
}

function rowOf(rows: readonly string[]): string | null {
  const row = rows.find((key) => key !== '')
  return row === undefined ? null : rowAnchor(row)
}
