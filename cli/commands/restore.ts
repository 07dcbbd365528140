import { resolve } from 'node:path'
import { Complaint, NOT_SQLITE, settings, withInstallation, wordsOf } from '#cli/installation.ts'
import { restore } from '#db/backup.server.ts'
import type { BackupRefusal } from '#db/backup.server.ts'

const SENTENCES: Record<BackupRefusal, (file: string) => string> = {
  'not-ours': (file) => `${file} is no backup of Caravan; name a file that “caravan backup” wrote.`,
  damaged: (file) => `${file} is damaged; take another backup.`,
  'in-use': () => 'The database is in use; stop the server first.',
  exists: (file) => `${file} is there already.`,
}

/** `restore FILE`: puts a backup in the place of the database, brings it up to date, and keeps what stood there beside it. */
export async function run(args: string[]): Promise<number> {
  const { words: [name = ''] } = wordsOf(args, 'restore FILE', {}, ['FILE'])
  const file = resolve(name)
  const { databaseUrl } = settings()
  if (!databaseUrl.startsWith('file:')) throw new Complaint(`${NOT_SQLITE}; restore it with pg_restore.`)
  const outcome = restore(resolve(databaseUrl.replace(/^file:/, '')), file, Date.now())
  if (!outcome.done) throw new Complaint(SENTENCES[outcome.because](file))
  await withInstallation(async () => undefined)
  console.log(outcome.kept ? `Restored; what stood there before is ${outcome.kept}` : 'Restored.')
  return 0
}
