/** Lists of people, bodies, places, papers, mail and of what stands out. */
import { ANSWERS } from '#app/domain/calendar/answers.ts'
import { STATES_OF, VIEWS } from '#app/domain/calendar/mail-views.ts'
import { TROUBLES } from '#app/domain/calendar/owed.ts'
import { holdsOn } from '#app/domain/people/tenure.ts'
import { groupMet, titlesOf } from '#app/domain/papers/persons-met.ts'
import { SEVERITIES } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { describeIssue, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { ORGANISATION_KINDS, PLACE_KINDS } from '#app/operations/directory.input.ts'
import { idAsked, textAsked, wordAsked } from '#app/operations/lists/asked.ts'
import { dayOf, sampleColumn } from '#app/operations/lists/list.ts'
import type { ListSource } from '#app/operations/lists/list.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listDocuments } from '#db/documents.server.ts'
import { listHoldings } from '#db/holdings.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { ORGANISATIONS_PAGE, listOrganisations } from '#db/organisations.server.ts'
import { listMails } from '#db/outbox.server.ts'
import { DIRECTORY_PAGE, listAffiliations, listPeople } from '#db/people.server.ts'
import { MOST_MET, listAppearances } from '#db/persons-met.server.ts'
import { PLACES_PAGE, listPlaces } from '#db/places.server.ts'

const WHERES = ['mission', 'all'] as const
const HOLDINGS_PAGE = 50
/** Shown whole by their pages. */
const WHOLE = 5_000
const MAILS_PAGE = 500

type PersonRow = Awaited<ReturnType<typeof listPeople>>[number] & { titles: string }
export const peopleList: ListSource<PersonRow> = {
  title: 'People', size: DIRECTORY_PAGE,
  columns: [
    { label: 'Form of address', kind: 'text', value: (row) => row.honorific }, { label: 'Name', kind: 'text', value: (row) => row.name }, { label: 'Titles', kind: 'text', value: (row) => row.titles },
    { label: 'Languages', kind: 'text', value: (row) => row.languages }, { label: 'Meetings here', kind: 'number', value: (row) => Number(row.appearances) }, { label: 'Sample', kind: 'text', value: (row) => (JSON.parse(row.sample_fields) as string[]).join(', ') },
  ],
  async page(scope, query, page) {
    const db = scope.database.read
    const rows = await listPeople(db, scope.mission.id, { everywhere: wordAsked(query, 'in', WHERES) === 'all', text: textAsked(query, 'text'), page })
    const day = await dayOf(scope)
    const held = (await listAffiliations(db, rows.map((row) => row.id), day)).filter((each) => holdsOn(each, day))
    return rows.map((row) => ({ ...row, titles: held.filter((each) => each.personId === row.id).map(({ title, organisation }) => [title, organisation].filter(Boolean).join(', ')).join('\n') }))
  },
}

type OrganisationRow = Awaited<ReturnType<typeof listOrganisations>>[number]
export const organisationList: ListSource<OrganisationRow> = {
  title: 'Organisations', size: ORGANISATIONS_PAGE,
  columns: [
    { label: 'Name', kind: 'text', value: (row) => row.name }, { label: 'Called at the time', kind: 'text', value: (row) => row.called }, { label: 'Kind', kind: 'text', value: (row) => row.kind },
    { label: 'Country', kind: 'text', value: (row) => row.country }, { label: 'People', kind: 'number', value: (row) => Number(row.people) }, sampleColumn((row) => row.sample === 1),
  ],
  page: async (scope, query, page) => await listOrganisations(scope.database.read, scope.mission.id, { day: await dayOf(scope), everywhere: wordAsked(query, 'in', WHERES) !== 'mission', kind: wordAsked(query, 'kind', ORGANISATION_KINDS), text: textAsked(query, 'text'), page }),
}

type PlaceRow = Awaited<ReturnType<typeof listPlaces>>[number] & { offset: string }
export const placeList: ListSource<PlaceRow> = {
  title: 'Places', size: PLACES_PAGE,
  columns: [
    { label: 'Name', kind: 'text', value: (row) => row.name }, { label: 'Called at the time', kind: 'text', value: (row) => row.called }, { label: 'Kind', kind: 'text', value: (row) => row.kind }, { label: 'City', kind: 'text', value: (row) => row.city },
    { label: 'Country', kind: 'text', value: (row) => row.country }, { label: 'Address', kind: 'text', value: (row) => row.address }, { label: 'Zone', kind: 'text', value: (row) => row.zone }, { label: 'Offset', kind: 'text', value: (row) => row.offset },
    { label: 'Engagements', kind: 'number', value: (row) => Number(row.engagements) }, sampleColumn((row) => row.sample === 1),
  ],
  async page(scope, query, page) {
    const day = await dayOf(scope)
    const rows = await listPlaces(scope.database.read, scope.mission.id, { day, everywhere: wordAsked(query, 'in', WHERES) === 'all', kind: wordAsked(query, 'kind', PLACE_KINDS), text: textAsked(query, 'text'), page })
    return rows.map((row) => ({ ...row, offset: row.zone === null ? '' : formatOffset(offsetOfDay(day, row.zone)) }))
  },
}

type DocumentRow = Awaited<ReturnType<typeof listDocuments>>[number]
export const documentList: ListSource<DocumentRow> = {
  title: 'Documents', size: LIST_PAGE,
  columns: [
    { label: 'Kind', kind: 'text', value: (row) => row.kind }, { label: 'Number', kind: 'text', value: (row) => row.number }, { label: 'Date', kind: 'day', value: (row) => row.dated_day }, { label: 'Title', kind: 'text', value: (row) => row.title },
    { label: 'Language', kind: 'text', value: (row) => row.language }, { label: 'Author', kind: 'text', value: (row) => row.author }, { label: 'Sections', kind: 'number', value: (row) => Number(row.nodes) }, { label: 'Excerpts', kind: 'number', value: (row) => Number(row.excerpts) }, sampleColumn((row) => row.sample === 1),
  ],
  page: ({ database, mission }, _query, page) => listDocuments(database.read, mission.id, page),
}

type Holding = Awaited<ReturnType<typeof listHoldings>>[number]
const clockOf = ({ actor }: Scope): { zone: string; city: string } => ({ zone: actor.zone, city: actor.city || actor.zone })
const at = (ms: number | null, clock: { zone: string; city: string }) => (ms === null ? null : { ms, ...clock })

export const holdingList: ListSource<Holding & { clock: { zone: string; city: string } }> = {
  title: 'Invitations held', size: HOLDINGS_PAGE,
  columns: [
    { label: 'Engagement', kind: 'text', value: (row) => row.engagementTitle }, { label: 'Person', kind: 'text', value: (row) => row.personName }, { label: 'Address', kind: 'text', value: (row) => row.address }, { label: 'State', kind: 'text', value: (row) => row.state },
    { label: 'Version', kind: 'number', value: (row) => row.version }, { label: 'Sent', kind: 'moment', value: (row) => at(row.sentMs, row.clock) }, { label: 'Answer', kind: 'text', value: (row) => row.answer },
    { label: 'Answered', kind: 'moment', value: (row) => at(row.answerMs, row.clock) }, { label: 'Answered by', kind: 'text', value: (row) => row.answerBy }, { label: 'Channel', kind: 'text', value: (row) => row.answerChannel },
    { label: 'Word', kind: 'text', value: (row) => row.answerWord }, { label: 'Deputy', kind: 'text', value: (row) => [row.deputyName, row.deputyTitle].filter(Boolean).join(', ') }, sampleColumn((row) => row.sample),
  ],
  async page(scope, query, page) {
    const [engagementId, answer, only] = [idAsked(query, 'engagement'), wordAsked(query, 'answer', ANSWERS), wordAsked(query, 'only', TROUBLES)]
    const rows = await listHoldings(scope.database.read, scope.mission.id, { ...(engagementId ? { engagementId } : {}), ...(answer ? { answer } : {}), ...(only ? { only } : {}), limit: HOLDINGS_PAGE + 1, offset: (page - 1) * HOLDINGS_PAGE })
    return rows.map((row) => ({ ...row, clock: clockOf(scope) }))
  },
}

type MailRow = Awaited<ReturnType<typeof listMails>>[number] & { clock: { zone: string; city: string } }
/** The queue is read from the newest down to where its page stands; a file holds the newest of them. */
export const mailList: ListSource<MailRow> = {
  title: 'Mail', size: MAILS_PAGE - 1,
  columns: [
    { label: 'Made', kind: 'moment', value: (row) => at(row.createdMs, row.clock) }, { label: 'Kind', kind: 'text', value: (row) => row.kind }, { label: 'About', kind: 'text', value: (row) => row.title }, { label: 'To', kind: 'text', value: (row) => row.toName },
    { label: 'Address', kind: 'text', value: (row) => row.toAddress }, { label: 'State', kind: 'text', value: (row) => row.state }, { label: 'Handed over', kind: 'moment', value: (row) => at(row.acceptedMs, row.clock) },
    { label: 'Tries', kind: 'number', value: (row) => row.attempts }, { label: 'Last answer', kind: 'text', value: (row) => [row.lastCode, row.lastText].filter(Boolean).join(' ') },
  ],
  async page(scope, query, page) {
    if (page > 1) return []
    const [view, before] = [wordAsked(query, 'state', VIEWS), idAsked(query, 'before')]
    const rows = await listMails(scope.database.read, { missionIds: [scope.mission.id], text: textAsked(query, 'text'), ...(view ? { states: STATES_OF[view] } : {}), ...(before ? { before } : {}), limit: MAILS_PAGE })
    return rows.map((row) => ({ ...row, clock: clockOf(scope) }))
  },
}

export const issueList: ListSource<Issue> = {
  title: 'Issues', size: WHOLE,
  columns: [
    { label: 'Severity', kind: 'text', value: (row) => row.severity }, { label: 'Rule', kind: 'text', value: (row) => row.code }, { label: 'Issue', kind: 'text', value: (row) => describeIssue(row).title },
    { label: 'Detail', kind: 'text', value: (row) => describeIssue(row).detail }, { label: 'Place', kind: 'text', value: placeWords },
  ],
  async page({ database, mission, missionNowMs }, query, page) {
    if (page > 1) return []
    const severity = wordAsked(query, 'severity', SEVERITIES)
    return (await loadIssues(database.read, mission.id, missionNowMs)).open.filter((issue) => severity === undefined || issue.severity === severity)
  },
}

type MetRow = { institution: string; name: string; insteadOf: string; titles: string[]; meetings: string; first: string; visitor: boolean; sample: boolean }
export const personsMetList: ListSource<MetRow> = {
  title: 'Persons met', size: WHOLE,
  columns: [
    { label: 'Institution', kind: 'text', value: (row) => row.institution }, { label: 'Name', kind: 'text', value: (row) => row.name }, { label: 'Printed title', kind: 'text', value: (row) => row.titles.join('\n') }, { label: 'In place of', kind: 'text', value: (row) => row.insteadOf },
    { label: 'First met', kind: 'day', value: (row) => row.first }, { label: 'Meetings', kind: 'text', value: (row) => row.meetings }, { label: 'Unannounced', kind: 'text', value: (row) => (row.visitor ? 'yes' : null) }, sampleColumn((row) => row.sample),
  ],
  async page({ database, mission }, _query, page) {
    if (page > 1) return []
    return groupMet((await listAppearances(database.read, mission.id)).slice(0, MOST_MET)).flatMap(({ name: institution, persons }) => persons.map((person): MetRow => ({
      institution, name: person.name, insteadOf: person.insteadOf, titles: titlesOf(person), visitor: person.visitor, sample: person.sample, first: person.meetings[0]?.at.day ?? '', meetings: person.meetings.map(({ at: { day, meeting, city } }) => `${day} ${city}: ${meeting}`).join('\n'),
    })))
  },
}
