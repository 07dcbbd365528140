import { withInstallation, wordsOf } from '#cli/installation.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { DEMO_SLUG } from '#db/seed/deck-schedule.server.ts'

/** `seed`: loads the demo roadshow where no mission is yet. */
export async function run(args: string[]): Promise<number> {
  wordsOf(args, 'seed', {})
  const loaded = await withInstallation(({ database, config, nowMs }) => seedDemo(database, nowMs, config.mailFrom))
  console.log(loaded ? `The demo is loaded as mission ${DEMO_SLUG}.` : 'Nothing was loaded: the demo goes only into an installation without missions.')
  return 0
}
