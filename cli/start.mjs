// @ts-check
/** `npm start`: packages, driver and build as far as they are missing, then the server in this very process, so that signals and exit code are its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt } from './built.mjs'
import { ensure, ROOT, runEntry, Unready } from './ensure.mjs'

await runEntry(async () => {
  ensure({ driver: true })
  if (!isBuilt()) buildNow()
  process.env['NODE_ENV'] = 'production'
  await import(pathToFileURL(join(ROOT, 'build/server.js')).href)
})

function buildNow() {
  console.error('Building…')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/build.ts'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Unready('Caravan could not be built; the message is above.')
}
