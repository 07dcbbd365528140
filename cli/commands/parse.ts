import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { readText } from '#app/domain/intake/read.ts'
import type { Unread } from '#app/domain/intake/read.ts'
import { printedReading } from '#app/domain/intake/schema.ts'
import { LARGEST_FILE } from '#app/files/file.ts'
import { readFile as readSent } from '#app/files/read.server.ts'
import { refusalSentence } from '#app/files/refusals.ts'
import { Complaint, WRONG_USAGE, wordsOf } from '#cli/installation.ts'

const WHY: Record<Unread, string> = {
  empty: 'There is no text in it; give an agenda or a schedule as plain text.',
  binary: 'It is no text; copy the words out of the document and give those.',
  'nothing-found': 'No agenda and no schedule can be found in it; a row needs a time, or a day with a place.',
  'too-long': 'It is longer than any programme; give only the pages that hold the agenda or the schedule.',
}

/** `parse [FILE]`: what a document or a text on standard input says, as JSON in the form of the importer; 2 when nothing can be read from it. Touches no database. */
export async function run(args: string[]): Promise<number> {
  const { words: [file] } = wordsOf(args, 'parse [FILE]', {}, args.some((word) => !word.startsWith('-')) ? ['FILE'] : [])
  const { draft, why } = readText(file === undefined ? await text(process.stdin) : await contentOf(file), { fallbackYear: new Date().getFullYear() })
  if (!draft) throw new Complaint(WHY[why], WRONG_USAGE)
  console.log(JSON.stringify(printedReading(draft, lintDraft(draft)), null, 2))
  return 0
}

/** The text of a document of any kind that is read, as an upload of it would be; what there is to say about it goes to standard error. */
async function contentOf(file: string): Promise<string> {
  const found = await readSent(await bytesOf(file), basename(file))
  if ('refused' in found) throw new Complaint(found.sentence, WRONG_USAGE)
  for (const note of found.notes) console.error(note)
  return found.text
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) throw new Complaint(refusalSentence('too-large'), WRONG_USAGE)
    return await readFile(file)
  } catch (error) {
    if (error instanceof Complaint) throw error
    throw new Complaint(`${file} cannot be read; name a file that is there.`, WRONG_USAGE)
  }
}
