#!/usr/bin/env node
// @ts-check
/** The command line's door: installs the packages when they are missing, then runs cli/caravan.ts without a build. */
import { join } from 'node:path'
import { ensure, ROOT, runEntry } from './ensure.mjs'

await runEntry(async () => {
  ensure({ driver: false })
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(ROOT, 'tsconfig.json') })
  const { main } = await import('./caravan.ts')
  process.exitCode = await main(process.argv.slice(2))
})
