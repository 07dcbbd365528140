/** Two programs that keep calendars: khal, which imports files into a folder of its own, and radicale, a CalDAV server that a calendar program writes to. */
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { addDays } from '#app/domain/time.ts'
import { freePort } from '#tests/support/site.ts'

/** An event as the program shows it; times are UTC, '20200129T040000Z'. */
export type Kept = { uid: string; start: string; end: string; title: string; place: string; description: string; cancelled: boolean }
export type CalendarClient = {
  /** Takes what came with mails, as somebody does who opens them. */
  take(...calendars: string[]): Promise<void>
  /** Everything it shows between two days of UTC, the second not included. */
  events(from?: string, to?: string): Promise<Kept[]>
  stop(): Promise<void>
}

const run = promisify(execFile)
const [FIELD, EVENT] = ['\x1f', '\x1e']

/** khal over an empty folder. Its own files hold what it understood, not what it was given. */
export async function openKhal(): Promise<CalendarClient & { files(): string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-khal-'))
  const calendar = join(folder, 'calendar')
  mkdirSync(calendar)
  const config = join(folder, 'khal.conf')
  writeFileSync(config, `[calendars]
[[mission]]
path = ${calendar}
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H%M%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H%M%S
longdatetimeformat = %Y-%m-%d %H%M%S
`)
  const khal = async (...args: string[]): Promise<string> => (await run('khal', ['-c', config, ...args], { env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 24 })).stdout
  const moment = (words: string): string => words.replaceAll('-', '').replace(' ', 'T') + 'Z'
  return {
    async take(...texts) {
      const files = texts.map((text, at) => {
        const file = join(folder, `${at}.ics`)
        writeFileSync(file, text)
        return file
      })
      await khal('import', '--batch', '-a', 'mission', ...files)
    },
    async events(from = '2020-01-01', to = '2020-03-01') {
      const format = ['{uid}', '{start}', '{end}', '{title}', '{location}', '{cancelled}', '{description}', EVENT].join(FIELD)
      const shown = await khal('list', '--format', format, '--day-format', '', from, addDays(to, -1))
      return shown.split(EVENT).filter((event) => event.trim() !== '').map((event) => {
        const [uid = '', start = '', end = '', title = '', place = '', cancelled, description = ''] = event.split(FIELD)
        return { uid: uid.trim(), start: moment(start), end: moment(end), title, place, description, cancelled: cancelled !== '' }
      })
    },
    files: () => readdirSync(calendar).map((name) => readFileSync(join(calendar, name), 'utf8')),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** radicale, and a program that keeps each event of a mailbox there under its UID (RFC 4791, 5.3.2: never with METHOD). */
export async function startRadicale(): Promise<CalendarClient> {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-radicale-'))
  const port = await freePort()
  const config = join(folder, 'radicale.conf')
  writeFileSync(config, `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[rights]\ntype = authenticated\n[storage]\nfilesystem_folder = ${folder}\n[web]\ntype = none\n`)
  const server = spawn('radicale', ['--config', config], { stdio: 'ignore', env: { ...process.env, HOME: folder } })
  const end = (): void => void server.kill('SIGKILL')
  process.once('exit', end)
  const root = `http://127.0.0.1:${port}`
  const ask = async (method: string, path: string, body?: string, type = 'text/calendar; charset=utf-8'): Promise<string> => {
    const answer = await fetch(root + path, { method, headers: { authorization: `Basic ${btoa('guest:x')}`, depth: '1', ...(body === undefined ? {} : { 'content-type': type }) }, ...(body === undefined ? {} : { body }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`radicale says ${answer.status} to ${method} ${path}: ${text}`)
    return text
  }
  for (let tries = 0; tries < 200 && !(await fetch(root).then(() => true, () => false)); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  await ask('MKCALENDAR', '/guest/mission/')
  const query = (from: string, to: string): string => `<?xml version="1.0"?><c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="${from}" end="${to}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`
  const midnight = (day: string): string => `${day.replaceAll('-', '')}T000000Z`
  return {
    async take(...texts) {
      for (const text of texts) await ask('PUT', `/guest/mission/${encodeURIComponent(/^UID:(.*)\r$/m.exec(text)?.[1] ?? '')}.ics`, text.replace(/^METHOD:.*\r\n/m, ''))
    },
    async events(from = '2020-01-01', to = '2020-03-01') {
      const found = await ask('REPORT', '/guest/mission/', query(midnight(from), midnight(to)), 'application/xml')
      return [...found.matchAll(/BEGIN:VCALENDAR.*?END:VCALENDAR/gs)].map(([text]) => keptOf(text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#13;', '\r')))
    },
    async stop() {
      process.removeListener('exit', end)
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function keptOf(text: string): Kept {
  const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') as ICAL.Component
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '')
  const time = (name: string): string => value(name).replace(/[-:]/g, '')
  return { uid: value('uid'), start: time('dtstart'), end: time('dtend'), title: value('summary'), place: value('location'), description: value('description'), cancelled: value('status') === 'CANCELLED' }
}
