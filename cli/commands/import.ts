import { readFile as readBytes, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Choices } from '#app/domain/intake/choices.ts'
import type { RowChange } from '#app/domain/intake/comparison.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { describeDraftIssue } from '#app/domain/intake/lint-words.ts'
import { peopleIn } from '#app/domain/intake/matching.ts'
import type { Draft } from '#app/domain/intake/draft.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatDays, formatRange } from '#app/domain/time.ts'
import { LARGEST_FILE } from '#app/files/file.ts'
import { readFile } from '#app/files/read.server.ts'
import { isStorable, newModerators } from '#app/operations/import-agenda.server.ts'
import type { AgendaReading } from '#app/operations/import-agenda.server.ts'
import { isStorableRow } from '#app/operations/import-schedule.server.ts'
import type { ScheduleReading } from '#app/operations/import-schedule.server.ts'
import { identityOf } from '#app/operations/import-people.server.ts'
import { DecideInput, StartImportInput } from '#app/operations/imports.input.ts'
import { loadReading, startImport, storeImport } from '#app/operations/imports.server.ts'
import type { Reading } from '#app/operations/imports.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { Complaint, WRONG_USAGE, onlyMission, scopeOf, withInstallation, wordsOf } from '#cli/installation.ts'

const USAGE = 'import FILE [--mission SLUG] [--yes]'

const WHY: Record<string, string> = {
  empty: 'There is no text in it; give an agenda or a schedule.',
  binary: 'It is no text; copy the words out of the document and give those.',
  'nothing-found': 'No agenda and no schedule can be found in it; a row needs a time, or a day with a place.',
  'too-long': 'It is longer than any programme; give only the pages that hold the agenda or the schedule.',
  'no-day': 'The text says no day; write one into it, or store it in the browser, which asks.',
  'no-city': 'The text says no city and no stop has its day; write the city into it, or add the stop first.',
  'no-zone': 'A city of the text is in no directory and its clock is not known; add it as a stop first.',
  'no-title': 'The text has no title, and no engagement of its day fits; write one into it.',
  'no-such-time': 'A time of the text falls into an hour that the clocks leave out that day; correct it.',
}

/** `import`: what a file would change, and with `--yes` the change, as one act that can be taken back. Dates are stored as printed; the lint asks about them. */
export async function run(args: string[]): Promise<number> {
  const { values, words: [file = ''] } = wordsOf(args, USAGE, { mission: { type: 'string' }, yes: { type: 'boolean' } }, ['FILE'])
  const text = await textOf(file)
  return await withInstallation(async (installation) => {
    const scope = await scopeOf(installation, values['mission'] === undefined ? await onlyMission(installation) : String(values['mission']))
    if (scope.mission.archivedMs !== null) throw new Complaint(`“${scope.mission.title}” is archived: it can be read, not changed. A coordinator can take it out of the archive.`)
    return await importText(scope, { text, name: basename(file) }, values['yes'] === true)
  })
}

/** The text of a file of any kind that Caravan reads. */
async function textOf(file: string): Promise<string> {
  const size = await stat(file).then((found) => (found.isFile() ? found.size : -1), () => -1)
  if (size < 0) throw new Complaint(`${file} cannot be read; name a file that is there.`, WRONG_USAGE)
  const read = size > LARGEST_FILE ? null : await readFile(await readBytes(file), basename(file))
  if (!read) throw new Complaint(`${file} is larger than 10 MB; give only the pages that hold the agenda or the schedule.`, WRONG_USAGE)
  if ('refused' in read) throw new Complaint(`${file}: ${read.sentence}`, WRONG_USAGE)
  return read.text
}

async function importText(scope: Scope, given: { text: string; name: string }, isMeant: boolean): Promise<number> {
  const intake = intakeOf(scope.mission)
  const { draft, why = 'nothing-found' } = intake.read(given.text)
  if (!draft) throw new Complaint(WHY[why] ?? why, WRONG_USAGE)
  const loaded = await loadReading(scope.database.read, scope, { body: given.text, corrections: [], choices: {}, targetId: null }, intake)
  if (!loaded) throw new Complaint(WHY[why] ?? why, WRONG_USAGE)
  for (const line of [headline(draft), ...planLines(loaded.reading, {}), ...peopleLines(loaded.reading), ...issueLines(draft, loaded.reading)]) console.log(line)
  if (!isMeant) {
    console.log('Nothing was changed; add --yes to store it.')
    return 0
  }
  const started = await startImport(scope, StartImportInput.parse(given), intake)
  if (!started.done) throw new Complaint(WHY[started.because] ?? started.because, WRONG_USAGE)
  const stored = await storeImport(scope, started.id, DecideInput.parse({ revision: '1' }), intake)
  if (!stored.done) throw new Complaint(`${WHY[stored.because] ?? 'Somebody else changed this meanwhile.'} The text is kept among the texts of the mission that are not stored yet.`, WRONG_USAGE)
  console.log(`Stored ${count(stored.rows, 'row', 'rows')}. It can be undone as a whole in the history.`)
  return 0
}

/** 'agenda “Title”, Tue 4 Feb 2020: 10 items, 8 people, 3 moderators'. */
function headline(draft: Draft): string {
  const [first, last] = [draft.days[0]?.value, draft.days.at(-1)?.value]
  const days = first === undefined || last === undefined ? '' : first === last ? `, ${formatDay(first)}` : `, ${formatDays(first, last)} ${last.slice(0, 4)}`
  const people = peopleIn(draft).length
  const found = draft.kind === 'agenda'
    ? [count(draft.items.length, 'item', 'items'), count(people, 'person', 'people'), count(draft.moderators.length, 'moderator', 'moderators')]
    : [count(draft.stops.reduce((sum, { meetings }) => sum + meetings.length, 0), 'engagement', 'engagements'), count(draft.stops.length, 'stop', 'stops')]
  return `${draft.kind} “${draft.title?.value ?? 'without a title'}”${days}: ${found.join(', ')}`
}

function planLines(reading: Reading, choices: Choices): string[] {
  return reading.kind === 'agenda' ? agendaLines(reading, choices) : scheduleLines(reading, choices)
}

function agendaLines(reading: AgendaReading, choices: Choices): string[] {
  const { engagement, stop, draft } = reading
  const where = engagement ? `to “${engagement.title}”, ${formatDay(engagement.day)}, ${engagement.city}` : `to a new engagement at ${stop ? `the stop ${stop.city}` : `a new stop${draft.city ? ` in ${draft.city.value}` : ''}`}`
  const moderators = newModerators(reading, choices).map((name) => `+ moderator ${name}`)
  return [where, ...moderators, ...reading.changes.map((change) => changeLine(change, isStorable(change, choices)))]
}

function scheduleLines({ stays }: ScheduleReading, choices: Choices): string[] {
  return stays.flatMap(({ city, stop, changes }) => [stop ? `at the stop ${stop.city}, ${formatDays(stop.arriveDay, stop.departDay)}` : `at a new stop in ${city}`, ...changes.map((change) => changeLine(change, isStorableRow(change, choices)))])
}

const SIGNS: Record<RowChange['what'], string> = { new: '+', moved: '~', changed: '~', same: '=', gone: '-' }

/** '+ Tue 4 Feb 2020 09:00–09:30 Registration'; what is not stored says so. */
function changeLine(change: RowChange, isStored: boolean): string {
  const row = change.read ?? change.stored
  const when = [row.day === null ? '' : formatDay(row.day), row.start === null ? '' : formatRange(row.start, row.end)].filter(Boolean).join(' ')
  const words = [SIGNS[change.what], when, row.title].filter(Boolean).join(' ')
  if (change.what === 'same') return words
  if (change.what === 'gone') return `${words} (not in the text; stays)`
  return `${words}${change.what === 'new' ? '' : ` (${change.differs.join(', ')})`}${isStored ? '' : ' (left out)'}`
}

/** Whoever joins the directory, and whom somebody should look at: nobody is taken for another one here. */
function peopleLines({ people }: Reading): string[] {
  const identity = identityOf(people, {})
  return people.people.filter(({ person }) => identity(person.name).startsWith('new:')).map(({ person, candidates }) => {
    const [first] = candidates
    const alike = first ? people.faces.get(first.id)?.name : undefined
    return `+ person ${person.name}${alike === undefined ? '' : ` (may be ${alike}; merge them if so)`}`
  })
}

function issueLines(draft: Draft, reading: Reading): string[] {
  const issues = lintDraft(draft, { places: reading.stops.map(({ city }) => city) })
  return issues.filter(({ severity }) => severity !== 'note').map((issue) => `! ${describeDraftIssue(issue).title}`)
}
