import { writeFile } from 'node:fs/promises'
import { choiceOf } from '#app/domain/papers/choice.ts'
import type { PaperChoice } from '#app/domain/papers/choice.ts'
import { PAPER_FORMATS, isPaperFormat } from '#app/domain/papers/formats.ts'
import { paperJson } from '#app/domain/papers/paper.ts'
import type { PaperFormat } from '#app/domain/papers/formats.ts'
import { PAPER_KINDS, paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind, PaperKindId } from '#app/domain/papers/kinds.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { isDay } from '#app/domain/time.ts'
import { writePaper } from '#app/files/write.server.ts'
import { asDraft, clockOf } from '#app/operations/editions.server.ts'
import { composePaper, listPaperSubjects } from '#app/operations/papers.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { sourcePath } from '#app/ui/papers/source-path.ts'
import { Complaint, NOT_FOUND, WRONG_USAGE, onlyMission, scopeOf, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { listSeries, loadIssued } from '#db/editions.server.ts'

/** Every kind of paper by its name on the command line. */
const USAGE = `export (${PAPER_KINDS.map(({ id }) => id).join('|')}) [--mission SLUG] [--engagement ID | --stop ID [--day YYYY-MM-DD] | --subject SUBJECT] [--audience team|counterpart] [--language CODE] [--second CODE] [--edition N] --format docx|pdf|txt|json -o FILE`

const OPTIONS = {
  mission: { type: 'string' }, engagement: { type: 'string' }, stop: { type: 'string' }, day: { type: 'string' }, subject: { type: 'string' }, audience: { type: 'string' }, language: { type: 'string' },
  second: { type: 'string' }, edition: { type: 'string' }, format: { type: 'string' }, output: { type: 'string', short: 'o' },
} as const
type Given = Partial<Record<keyof typeof OPTIONS, string>>
type Order = { kind: PaperKind; subject: string | undefined; choice: PaperChoice; edition: number | undefined; format: PaperFormat | 'json'; file: string; slug: string | undefined }

/** `export`: a paper as a file, as of now or as it was issued. `-o -` writes it to standard output. 3 when there is no such paper. */
export async function run(args: string[]): Promise<number> {
  const { values, words: [name = ''] } = wordsOf(args, USAGE, OPTIONS, ['The kind of the paper'])
  const order = orderOf(name, values as Given)
  const bytes = await withInstallation(async (installation) => await write(installation, order))
  if (order.file === '-') process.stdout.write(bytes)
  else await writeFile(order.file, bytes).catch(() => { throw new Complaint(`${order.file} cannot be written; name a file in a folder that is there.`, WRONG_USAGE) })
  return 0
}

/** What is asked for, before anything is opened. Throws a `Complaint` that says what would be right. */
function orderOf(name: string, given: Given): Order {
  const wrong = (sentence: string): Complaint => new Complaint(sentence, WRONG_USAGE)
  const kind = paperKind(name)
  if (!kind) throw wrong(`“${name}” is not a paper; there are ${PAPER_KINDS.map(({ id }) => id).join(', ')}.`)
  const { format = '', output = '', edition } = given
  if (format !== 'json' && !isPaperFormat(format)) throw wrong(format === '' ? `Say in which format: --format ${[...PAPER_FORMATS, 'json'].join(' or ')}.` : `“${format}” is not a format of a paper; use ${[...PAPER_FORMATS, 'json'].join(', ')}.`)
  if (output === '') throw wrong('Say where to: -o FILE, or -o - for standard output.')
  if (edition !== undefined && !/^[1-9]\d{0,6}$/.test(edition)) throw wrong(`“${edition}” is not the number of an edition; use 1, 2 and so on.`)
  const choice = choiceOf(kind, given)
  for (const [option, values] of [['audience', kind.audiences], ['language', kind.languages], ['second', kind.beside ? kind.languages : []]] as const) {
    if (given[option] !== undefined && given[option] !== choice[option]) throw wrong(values.length === 0 ? `${kind.words} stands in one language; leave --second out.` : `“${given[option]}” is no ${option === 'second' ? 'second language' : option} of ${kind.words}; use ${values.filter((each) => option !== 'second' || each !== choice.language).join(' or ')}.`)
  }
  return { kind, subject: subjectOf(kind, given), choice, edition: edition === undefined ? undefined : Number(edition), format, file: output, slug: given.mission }
}

/** The subject that the options name; undefined where the only one may be meant. */
function subjectOf(kind: PaperKind, { engagement, stop, day, subject }: Given): string | undefined {
  const wrong = (sentence: string): Complaint => new Complaint(sentence, WRONG_USAGE)
  if ([engagement, stop, subject].filter((each) => each !== undefined).length > 1) throw wrong('Say of what once: --engagement, --stop or --subject.')
  if (day !== undefined && (stop === undefined || !isDay(day))) throw wrong(stop === undefined ? 'A day belongs to a stop: add --stop ID.' : `“${day}” is no day; write it as 2020-02-04.`)
  if (subject !== undefined) return subject
  if (engagement !== undefined) return kind.subject === 'engagement' ? engagement : complain(`${kind.words} is not made for an engagement; leave --engagement out.`)
  if (stop !== undefined) {
    if (kind.subject === 'day') return day === undefined ? complain('Say which day of the stop: --day YYYY-MM-DD.') : `${stop}.${day}`
    return kind.subject === 'mission-or-stop' && day === undefined ? stop : complain(`${kind.words} is not made for ${day === undefined ? 'a stop; leave --stop out' : 'a day; leave --stop and --day out'}.`)
  }
  return kind.subject === 'mission' || kind.subject === 'mission-or-stop' ? 'mission' : undefined
}

function complain(sentence: string): never {
  throw new Complaint(sentence, WRONG_USAGE)
}

async function write(installation: Installation, order: Order): Promise<Uint8Array> {
  const scope = await scopeOf(installation, order.slug ?? (await onlyMission(installation)))
  const paper = await paperOf(scope, order, order.subject ?? (await onlySubject(scope, order.kind)))
  if (order.format === 'json') return new TextEncoder().encode(paperJson(paper))
  const base = `${installation.config.baseUrl}/missions/${scope.mission.slug}`
  const written = await writePaper(paper, order.format, { linkOf: (source) => `${base}/${sourcePath(source)}`, writtenMs: scope.missionNowMs })
  if (!('bytes' in written)) throw new Complaint(written.sentence)
  return written.bytes
}

/** As of now, or as it was issued. */
async function paperOf(scope: Scope, { kind, choice, edition }: Order, subject: string): Promise<Paper> {
  const { database: { read: db }, mission, missionNowMs } = scope
  const which = kind.subject === 'mission' ? kind.words : `${kind.words} of “${subject}”`
  if (edition !== undefined) {
    const found = (await listSeries(db, mission.id, { kind: kind.id, subject, ...choice })).find(({ number }) => number === edition)
    const issued = found && (await loadIssued(db, mission.id, found.id))
    if (!issued) throw new Complaint(`There is no edition ${edition} of ${which} in “${mission.slug}” for ${choice.audience === 'team' ? 'the team' : 'counterparts'} in ${[choice.language, choice.second].filter(Boolean).join(' and ')}.`, NOT_FOUND)
    return issued.paper
  }
  const paper = await composePaper({ db, mission, nowMs: missionNowMs }, kind.id as PaperKindId, { subject, ...choice })
  if (!paper) throw new Complaint(`There is no ${which} in “${mission.slug}”; ids stand in the addresses of their pages.`, NOT_FOUND)
  return asDraft(paper, await clockOf(db, scope), missionNowMs)
}

async function onlySubject({ database, mission, missionNowMs }: Scope, kind: PaperKind): Promise<string> {
  const subjects = await listPaperSubjects({ db: database.read, mission, nowMs: missionNowMs }, kind.id as PaperKindId)
  const [only] = subjects
  if (only && subjects.length === 1) return only.subject
  if (!only) throw new Complaint(`“${mission.slug}” has nothing yet that ${kind.words} could be made for.`, NOT_FOUND)
  throw new Complaint(`Say of what: ${HOW[kind.subject] ?? '--subject SUBJECT'}; for example --subject ${only.subject} (${only.title}).`, WRONG_USAGE)
}

const HOW: Partial<Record<PaperKind['subject'], string>> = { engagement: '--engagement ID', day: '--stop ID --day YYYY-MM-DD' }
