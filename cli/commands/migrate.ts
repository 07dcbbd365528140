import { withInstallation, wordsOf } from '#cli/installation.ts'
import { isMigrated } from '#db/migrate.server.ts'

/** `migrate`: brings the schema up to date; says whether there was anything to do. */
export async function run(args: string[]): Promise<number> {
  wordsOf(args, 'migrate', {})
  const before = await withInstallation(({ database }) => isMigrated(database), { asItIs: true })
  if (!before) await withInstallation(async () => undefined)
  console.log(before ? 'The schema is up to date.' : 'The schema was brought up to date.')
  return 0
}
