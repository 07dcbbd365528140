/** The command line in the test's own process, on a database file of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { main } from '#cli/caravan.ts'

export type Said = { exit: number; out: string; err: string }

/** Points the settings at a folder of its own; returns the address of its database and a way to take it all away. */
export function makeInstallation(): { url: string; clear(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-cli-'))
  const url = `file:${join(folder, 'caravan.db')}`
  vi.stubEnv('DATA_DIR', folder).stubEnv('DATABASE_URL', url).stubEnv('MAIL_FROM', 'Caravan <invites@example.org>').stubEnv('BASE_URL', 'https://caravan.example.org')
  return { url, clear: () => void (vi.unstubAllEnvs(), rmSync(folder, { recursive: true, force: true })) }
}

/** Runs `caravan …` and listens. */
export async function command(...words: string[]): Promise<Said> {
  const said = { out: '', err: '' }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true)),
    vi.spyOn(console, 'log').mockImplementation((text: unknown) => void (said.out += `${String(text)}\n`)), vi.spyOn(console, 'error').mockImplementation((text: unknown) => void (said.err += `${String(text)}\n`)),
  ]
  const exit = await main(words).finally(() => spies.forEach((spy) => spy.mockRestore()))
  return { exit, ...said }
}
