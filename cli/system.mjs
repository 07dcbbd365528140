// @ts-check
/** Programs of the system that Caravan's build and tests call, how to see whether they are here, and how to get them on Debian and Ubuntu. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {{ name: string, packages: string[], isHere: () => boolean }} Need */

/** @type {Need} */
export const COMPILER = {
  name: 'a C++ compiler for the database driver',
  packages: ['python3', 'make', 'g++'],
  isHere: () => ['python3', 'make', 'g++'].every(findProgram),
}

/** @type {Need[]} */
export const TEST_NEEDS = [
  { name: 'Chromium (browser journeys)', packages: ['chromium'], isHere: () => findChromium() !== undefined },
  { name: 'PostgreSQL (database tests)', packages: ['postgresql'], isHere: () => findPostgres() !== undefined },
  {
    name: 'python3-icalendar (reads the invitations)',
    packages: ['python3-icalendar'],
    isHere: () => succeeds(findPython(), ['-c', 'import icalendar']),
  },
  {
    name: 'libical and a C compiler (reads the invitations)',
    packages: ['libical-dev', 'gcc', 'libc6-dev', 'pkg-config'],
    isHere: () => findProgram('gcc') !== undefined && succeeds('pkg-config', ['--exists', 'libical']),
  },
  {
    name: 'khal and radicale (hold the invitations as calendar programs do)',
    packages: ['khal', 'radicale'],
    isHere: () => ['khal', 'radicale'].every(findProgram),
  },
  {
    name: 'postfix and dovecot (the mail server of the tests)',
    packages: ['postfix', 'dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd'],
    isHere: () => ['/usr/sbin/postfix', '/usr/sbin/dovecot', '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp'].every(findProgram),
  },
  { name: 'poppler (reads printed pages)', packages: ['poppler-utils'], isHere: () => ['pdftotext', 'pdfinfo'].every(findProgram) },
  { name: 'xmllint (checks the schedules)', packages: ['libxml2-utils'], isHere: () => findProgram('xmllint') !== undefined },
  {
    name: 'Noto fonts (Cyrillic and Tajik letters on paper)',
    packages: ['fonts-noto-core'],
    isHere: () => existsSync('/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf'),
  },
]

/** What the long series need besides.
 * @type {Need[]} */
export const LONG_NEEDS = [
  {
    name: 'Evolution Data Server (takes the invitations as Evolution and GNOME Calendar do)',
    packages: ['evolution-data-server', 'gir1.2-ecal-2.0', 'python3-gi', 'dbus'],
    isHere: () => ['dbus-run-session', 'dbus-daemon'].every(findProgram)
      && succeeds(findPython(), ['-c', 'import gi; gi.require_version("ECal", "2.0"); from gi.repository import ECal'])
      && ['/usr/libexec/evolution-calendar-factory', '/usr/lib/evolution/evolution-calendar-factory'].some(findProgram),
  },
  { name: 'LibreOffice Writer (opens the papers as an office does)', packages: ['libreoffice-writer-nogui'], isHere: () => findProgram('soffice') !== undefined },
]

/**
 * Those of the needs that are not here.
 * @param {Need[]} needs
 */
export function missingFrom(needs) {
  return needs.filter((need) => !need.isHere())
}

/**
 * Installs the packages of the needs through apt-get, where this person may; false when it may not or did not succeed.
 * @param {Need[]} needs
 */
export function installSystemPackages(needs) {
  const prefix = rightToInstall()
  if (!prefix) return false
  console.error(`Installing ${needs.map((need) => need.name).join(', ')} through apt-get…`)
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300']
  runAloud([...apt, 'update'])
  return runAloud([...apt, 'install', '-y', '--no-install-recommends', ...packagesOf(needs)])
}

/**
 * The sentence that says exactly what to install.
 * @param {Need[]} needs
 */
export function installHint(needs) {
  return `Install with: apt-get install ${packagesOf(needs).join(' ')}`
}

/** @param {Need[]} needs */
function packagesOf(needs) {
  return [...new Set(needs.flatMap((need) => need.packages))]
}

/** What to put before a command so that it may install: nothing for root, sudo where it asks for no password. */
function rightToInstall() {
  if (!findProgram('apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  return findProgram('sudo') && succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
}

/** The system's Chromium or Chrome; `CHROMIUM` in the environment goes first. */
function findChromium() {
  return [process.env['CHROMIUM'], 'chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']
    .map((name) => (name ? findProgram(name) : undefined))
    .find((path) => path !== undefined && succeeds(path, ['--version']))
}

/** The folder of the newest PostgreSQL server's programs, such as /usr/lib/postgresql/15/bin. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(configured ? [configured] : [])]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** The system's own Python, for which Debian packages its libraries; another one may stand before it on the PATH. */
export function findPython() {
  return existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'
}

/**
 * The full path of a program on the PATH, or undefined. A path is taken as it is.
 * @param {string} name
 */
function findProgram(name) {
  if (name.includes('/')) return isExecutable(name) ? name : undefined
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * True when the command ends with 0; what it prints is dropped.
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/**
 * True when the command ends with 0; what it prints goes to standard error.
 * @param {string[]} words
 */
function runAloud([command = '', ...args]) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0
}
