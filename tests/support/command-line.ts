/** The real command line in a process of its own. */
import { spawnSync } from 'node:child_process'
import { ROOT } from '#cli/ensure.mjs'

export type Said = { exit: number | null; out: string; error: string }

/** Runs `caravan` with these words on the data directory; `input` is its standard input. */
export function caravan(dataDir: string, words: string[], { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {}): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/caravan.mjs', ...words], {
    cwd: ROOT, encoding: 'utf8', input, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, ...env } as unknown as NodeJS.ProcessEnv,
  })
  return { exit: status, out: stdout, error: stderr }
}
