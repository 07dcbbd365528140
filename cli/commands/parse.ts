import { readFile, stat } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { LONGEST_TEXT, readText } from '#app/domain/intake/read.ts'
import type { Unread } from '#app/domain/intake/read.ts'
import { printedReading } from '#app/domain/intake/schema.ts'
import { Complaint, WRONG_USAGE, wordsOf } from '#cli/installation.ts'

const BYTES_PER_UNIT = 4

const WHY: Record<Unread, string> = {
  empty: 'There is no text in it; give an agenda or a schedule as plain text.',
  binary: 'It is no text; copy the words out of the document and give those.',
  'nothing-found': 'No agenda and no schedule can be found in it; a row needs a time, or a day with a place.',
  'too-long': 'It is longer than any programme; give only the pages that hold the agenda or the schedule.',
}

/** `parse [FILE]`: what a text says, as JSON in the form of the importer; 2 when nothing can be read from it. Touches no database. */
export async function run(args: string[]): Promise<number> {
  const { words: [file] } = wordsOf(args, 'parse [FILE]', {}, args.some((word) => !word.startsWith('-')) ? ['FILE'] : [])
  const { draft, why } = readText(file === undefined ? await text(process.stdin) : await contentOf(file))
  if (!draft) throw new Complaint(WHY[why], WRONG_USAGE)
  console.log(JSON.stringify(printedReading(draft, lintDraft(draft)), null, 2))
  return 0
}

async function contentOf(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > LONGEST_TEXT * BYTES_PER_UNIT) throw new Complaint(WHY['too-long'], WRONG_USAGE)
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Complaint) throw error
    throw new Complaint(`${file} cannot be read; name a text file that is there.`, WRONG_USAGE)
  }
}
