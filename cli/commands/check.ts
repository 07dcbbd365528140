import { withInstallation, wordsOf } from '#cli/installation.ts'
import { findFaults } from '#db/faults.server.ts'
import type { Fault, FaultKind } from '#db/faults.server.ts'

const SHOWN = 5

const SENTENCES: Record<FaultKind, string> = {
  file: 'The database file is damaged; restore a backup',
  schema: 'The schema is not up to date; run “caravan migrate”',
  'foreign-key': 'Rows refer to others that are not there',
  dates: 'Days that do not exist, end before they begin, or are on no known clock',
  instant: 'Times whose instant is not what the clock of their zone says',
  'other-mission': 'Rows that belong to something of another mission',
  'note-text': 'Notes that say something else than their current revision',
  'excerpt-span': 'Excerpts whose words do not stand at their place in the text',
  'unsent-invitation': 'Invitations that count as sent and have no message in the queue',
  'torn-sending': 'Sendings that do not have all of their messages',
  queue: 'Messages in a state that cannot be',
  revision: 'Rows that are older than their last change record',
  'search-key': 'Texts that are not found under what they say now',
  json: 'Values that cannot be read',
}

/** `check`: integrity, foreign keys and invariants; one sentence per rule that is broken, and exit 1 when any is. */
export async function run(args: string[]): Promise<number> {
  wordsOf(args, 'check', {})
  const faults = await withInstallation(({ database }) => findFaults(database), { asItIs: true })
  if (faults.length === 0) console.log('Everything is in order.')
  for (const fault of faults) console.error(sentenceOf(fault))
  return faults.length === 0 ? 0 : 1
}

function sentenceOf({ kind, rows, text }: Fault): string {
  const more = rows.length > SHOWN ? ` and ${rows.length - SHOWN} more` : ''
  const details = [text, `${rows.slice(0, SHOWN).join(', ')}${more}`].filter(Boolean).join(' ')
  return `${SENTENCES[kind]}${details === '' ? '' : `: ${details}`}.`
}
