/** Writes a paper as a file, in a thread of its own: one at a time, within limits of time and memory. */
import type { PaperFormat } from '#app/domain/papers/formats.ts'
import { formatFacts } from '#app/domain/papers/formats.ts'
import type { Paper, Source } from '#app/domain/papers/paper.ts'
import { textsOf } from '#app/domain/papers/runs.ts'
import { sourceKey } from '#app/files/paper-links.ts'
import { inThread } from '#app/files/thread.server.ts'
import type { Limits, Outcome } from '#app/files/thread.server.ts'
import type { WriteAnswer, WriteTask } from '#app/files/writer.ts'

export type WriteOptions = {
  /** The address of a source, whole with its host; null writes no links. The counterpart's paper has none, whatever is given. */
  linkOf: ((source: Source) => string) | null
  /** By the mission's clock; stands in the file's properties. */
  writtenMs: number
  /** PNG or JPEG by the attachment's id; a figure without keeps its place empty. */
  figures?: ReadonlyMap<string, Uint8Array>
}

export type WrittenPaper = { bytes: Uint8Array<ArrayBuffer>; mediaType: string }
/** `sentence` is for the person, `detail` what a library said, for the log. */
export type PaperRefused = { refused: keyof typeof SENTENCES; sentence: string; detail: string }

const SENTENCES = {
  'too-long': 'This paper holds more text than a long book, so no file was written. Choose a part of it, or print the page.',
  'too-heavy': 'This paper took too long or too much memory to write. Choose a part of it, or print the page.',
  broken: 'This paper could not be written as a file. The page can be printed, and the fault is in the log.',
  busy: 'Caravan is writing several other papers just now. Ask for this one again in a minute.',
} as const

/** In UTF-16 units: some 400 pages. */
export const LONGEST_PAPER = 1_500_000
const USUAL: Limits = { withinMs: 30_000, heapMb: 700, growthMb: 900 }
const MOST_WAITING = 20
const LONGEST_WAIT_MS = 60_000

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** The bytes of the paper in a format, or why there are none. Never throws for what is in the paper. */
export async function writePaper(paper: Paper, format: PaperFormat, options: WriteOptions, limits: Partial<Limits> = {}): Promise<WrittenPaper | PaperRefused> {
  if (lengthOf(paper) > LONGEST_PAPER) return refused('too-long')
  if (waiting >= MOST_WAITING) return refused('busy')
  const since = Date.now()
  waiting++
  const turn = last.then(() => (Date.now() - since > LONGEST_WAIT_MS ? refused('busy') : write(paper, format, options, { ...USUAL, ...limits })))
  last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting--
  }
}

async function write(paper: Paper, format: PaperFormat, { linkOf, writtenMs, figures = new Map() }: WriteOptions, limits: Limits): Promise<WrittenPaper | PaperRefused> {
  const task: WriteTask = { paper, format, writtenMs, figures: new Map(figures), links: linkOf && paper.audience === 'team' ? linksOf(paper, linkOf) : new Map() }
  const outcome: Outcome<WriteAnswer> = await inThread('writer', task, limits)
  if ('ended' in outcome) return refused(outcome.ended === 'broken' ? 'broken' : 'too-heavy', outcome.detail)
  return 'bytes' in outcome.answer ? { bytes: new Uint8Array(outcome.answer.bytes), mediaType: formatFacts(format).mediaType } : refused('broken', outcome.answer.broken)
}

function refused(because: PaperRefused['refused'], detail = ''): PaperRefused {
  return { refused: because, sentence: SENTENCES[because], detail }
}

function lengthOf(paper: Paper): number {
  return textsOf(paper).reduce((sum, text) => sum + text.reduce((length, run) => length + run.text.length, 0), 0)
}

function linksOf(paper: Paper, linkOf: (source: Source) => string): Map<string, string> {
  const sources = textsOf(paper).flatMap((text) => text.flatMap((run) => (run.source ? [run.source] : [])))
  return new Map(sources.map((source) => [sourceKey(source), linkOf(source)]))
}
