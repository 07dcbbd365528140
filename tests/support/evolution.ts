/** Evolution Data Server, which keeps the calendars of Evolution and GNOME Calendar, in a session and a home of its own. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '#cli/ensure.mjs'
import { findPython } from '#cli/system.mjs'

/** What the calendar holds, as iCalendar, after it received one message; and what the server complained about. */
export type Received = { complaint: string; events: string[] }

/** Hands calendars over one after the other, as they came with mails, through `ReceiveObjects`. */
export async function receiveInEvolution(calendars: readonly string[]): Promise<Received[]> {
  const home = mkdtempSync(join(tmpdir(), 'caravan-evolution-'))
  const runtime = join(home, 'run')
  mkdirSync(runtime)
  chmodSync(runtime, 0o700)
  const files = calendars.map((text, at) => {
    const file = join(home, `${at}.ics`)
    writeFileSync(file, text)
    return file
  })
  const printed = join(home, 'printed.json')
  const alone = { HOME: home, XDG_RUNTIME_DIR: runtime, XDG_CONFIG_HOME: undefined, XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined, DBUS_SESSION_BUS_ADDRESS: undefined }
  const session = spawn('dbus-run-session', ['--', findPython(), join(ROOT, 'tests/support/evolution.py'), printed, ...files], { env: { ...process.env, ...alone }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const endAll = (): void => void (session.pid !== undefined && process.kill(-session.pid, 'SIGKILL'))
  let said = ''
  session.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  try {
    const code = await new Promise((resolve) => session.once('exit', resolve))
    if (code !== 0) throw new Error(`Evolution Data Server did not take them:\n${said}`)
    return JSON.parse(readFileSync(printed, 'utf8')) as Received[]
  } finally {
    try {
      endAll()
    } catch {
      // Its programs ended with the session.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
