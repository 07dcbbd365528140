import { resolve } from 'node:path'
import { Complaint, NOT_SQLITE, withInstallation, wordsOf } from '#cli/installation.ts'
import { backUp } from '#db/backup.server.ts'

/** `backup FILE`: everything in one file, while the server runs. */
export async function run(args: string[]): Promise<number> {
  const { words: [name = ''] } = wordsOf(args, 'backup FILE', {}, ['FILE'])
  const file = resolve(name)
  const wrong = await withInstallation(async ({ database }) => {
    if (database.dialect.name !== 'sqlite') throw new Complaint(`${NOT_SQLITE}; save it with pg_dump.`)
    return await backUp(database, file)
  }, { asItIs: true })
  if (wrong === 'exists') throw new Complaint(`${file} is there already; name a file that is not.`)
  if (wrong) throw new Complaint(`The copy is not sound; nothing was written to ${file}. Run “caravan check”.`)
  console.log(file)
  return 0
}
