/** Letters to somebody, or to the office of a body, about one engagement. */
import { isId } from '#app/domain/ids.ts'
import type { Id } from '#app/domain/ids.ts'
import { CHAIN } from '#app/domain/meetings/status.ts'
import { composeInvitationLetter } from '#app/domain/papers/invitation-letter-paper.ts'
import type { LetterFacts } from '#app/domain/papers/letter-paper.ts'
import { eachOnce } from '#app/domain/papers/printed-person.ts'
import { composeThankYouLetter, isThanked } from '#app/domain/papers/thank-you-letter-paper.ts'
import { TOOK_PLACE } from '#app/domain/people/attendance.ts'
import { stateOfStop } from '#app/domain/roadshow/stops.ts'
import { wallOf } from '#app/domain/time.ts'
import type { PaperAsk, PaperScope, PaperSource, PaperSubject } from '#app/operations/papers.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { findEngagement, listAliases } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import type { Participation } from '#db/participations.server.ts'
import { listAffiliations } from '#db/people.server.ts'
import { listSigners } from '#db/persons-met.server.ts'
import { MOST_SHEETS, listAddressees, listNotedTasks, listSpellings, loadCityNames } from '#db/sheets.server.ts'
import type { AddresseeRow } from '#db/sheets.server.ts'
import { listStops } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

/** Nobody is written to about what is only an idea. */
const INVITED = CHAIN.filter((status) => status !== 'idea')

export const invitationLetterSource: PaperSource = {
  list: async ({ db, mission }) => subjectsOf(await listAddressees(db, mission.id, INVITED)),
  compose: async (scope, ask) => {
    const letter = await factsOf(scope, ask)
    return letter && INVITED.some((status) => status === letter.facts.engagement.status) ? composeInvitationLetter(letter.facts, ask) : null
  },
}

export const thankYouLetterSource: PaperSource = {
  list: async ({ db, mission }) => subjectsOf((await listAddressees(db, mission.id, TOOK_PLACE)).filter(isThanked)),
  compose: async (scope, ask) => {
    const letter = await factsOf(scope, ask)
    if (!letter || !isThanked({ ...letter.facts.addressee, status: letter.facts.engagement.status })) return null
    const { facts, row } = letter
    const tasks = await listNotedTasks(scope.db, scope.mission.id, facts.engagement.id, await bodiesOf(scope, row, facts.engagement.day))
    return composeThankYouLetter(facts, tasks, ask)
  },
}

/** One letter for each person at each engagement. */
function subjectsOf(rows: readonly AddresseeRow[]): PaperSubject[] {
  const engagements = new Map<Id, AddresseeRow[]>()
  for (const row of rows) engagements.set(row.engagementId, [...(engagements.get(row.engagementId) ?? []), row])
  return [...engagements.values()].flatMap(eachOnce).slice(0, MOST_SHEETS).map(({ id, engagementId, name, title, city, day }) => ({ subject: `${engagementId}.${id}`, title: `${name}: ${title}, ${city}`, day }))
}

/** What both letters say; undefined for nobody of the mission and for what stays among ourselves. */
async function factsOf({ db, mission, nowMs }: PaperScope, { subject, language }: PaperAsk): Promise<{ facts: LetterFacts; row: Participation } | undefined> {
  const [engagementId = '', id = '', ...more] = subject.split('.')
  if (!isId(engagementId) || !isId(id) || more.length > 0) return undefined
  const engagement = await findEngagement(db, mission.id, engagementId)
  if (!engagement || engagement.kind === 'internal' || engagement.kind === 'travel' || engagement.kind === 'buffer') return undefined
  const people = await listParticipations(db, mission.id, engagementId)
  const asked = people.find((each) => each.id === id)
  if (!asked) return undefined
  const [items, signers, aliases, spellings, cityNames, stops] = [
    await listAgendaItems(db, mission.id, engagementId), await listSigners(db, mission.id, engagementId), await listAliases(db, mission.id, engagementId),
    await listSpellings(db, mission.id, engagementId), await loadCityNames(db, mission.id, engagementId), await listStops(db, mission.id),
  ]
  const own = people.filter((each) => each.id === id || (asked.personId !== null && each.personId === asked.personId))
  const first = own[0] ?? asked
  const recorded = own.find((each) => each.attendance !== '' || each.attended !== null) ?? first
  const stop = stops.find((each) => each.id === engagement.stopId)
  const facts: LetterFacts = {
    mission: mission.title, engagement, aliases, spellings, cityNames, ...placeOf(stops, stop, cityNames, nowMs, language), coordinator: stop?.coordinator ?? '', coordinatorSample: stop?.sampleFields.includes('coordinator') ?? false,
    addressee: {
      ...first, printedTitle: own.find((each) => each.printedTitle !== '')?.printedTitle ?? '', institution: signers.find((each) => each.id === first.id)?.institution ?? '', unnamed: first.personId === null && first.printedName === '',
      attended: recorded.attended, attendance: recorded.attendance, deputyName: recorded.deputyName, deputyTitle: recorded.deputyTitle,
    },
    parts: partsOf(own, items),
  }
  return { facts, row: first }
}

function partsOf(own: readonly Participation[], items: readonly LetterFacts['parts'][number]['item'][]): LetterFacts['parts'] {
  return own.map(({ role, itemId }) => ({ role, item: items.find((item) => item?.id === itemId) ?? null }))
}

/** Where the mission is today, by the clock of the stop where it is; at no stop the day is the engagement's clock's. */
function placeOf(stops: readonly Stop[], stop: Stop | undefined, cityNames: Readonly<Record<string, string>>, nowMs: number, language: string): Pick<LetterFacts, 'place' | 'today'> {
  const here = stops.find((each) => stateOfStop(each, nowMs) === 'now')
  const today = wallOf(nowMs, (here ?? stop)?.zone ?? 'UTC').day
  if (!here) return { place: '', today }
  return { place: language === 'en' ? here.city : here.id === stop?.id ? (cityNames[language] ?? here.city) : here.city, today }
}

/** The bodies that somebody stands for on the day: the one noted with the appearance, and those of their titles. */
async function bodiesOf({ db }: PaperScope, { personId, organisationId }: Participation, day: Engagement['day']): Promise<Id[]> {
  const titles = personId === null ? [] : await listAffiliations(db, [personId], day)
  const held = titles.filter(({ fromDay, toDay }) => (fromDay === null || fromDay <= day) && (toDay === null || toDay >= day))
  return [...new Set([organisationId, ...held.map((each) => each.organisationId)])].filter((each) => each !== null)
}
