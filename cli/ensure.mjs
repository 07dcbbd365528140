// @ts-check
/** What must stand before anything else can run: Node, the packages, the database driver. Imports no package, since it installs them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILER, installHint, installSystemPackages, missingFrom } from './system.mjs'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = [20, 19]

/** Thrown with one sentence for the person at the terminal: what is missing and what to do. */
export class Unready extends Error {}

/**
 * Installs the packages when they are missing or differ from package-lock.json, and with `driver` makes sure that the
 * database driver loads. What the installers print goes to standard error. Throws `Unready`.
 * @param {{ driver: boolean }} options
 */
export function ensure({ driver }) {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Unready(problem)
  const installed = packagesAreInstalled(ROOT)
  if (!installed) installPackages()
  if (driver || !installed) ensureDriver()
}

/**
 * Runs the entry of a command; an `Unready` becomes its sentence on standard error and exit code 1.
 * @param {() => Promise<void>} entry
 */
export async function runEntry(entry) {
  try {
    await entry()
  } catch (error) {
    if (!(error instanceof Unready)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/**
 * The sentence for a Node that is too old, or undefined.
 * @param {string} version such as "20.19.1"
 */
function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined
  return `Caravan needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Install a newer Node and try again.`
}

/**
 * True when every package of package-lock.json is installed in its version, by npm's own record of what node_modules holds.
 * Optional packages may be absent: most of them are for other platforms. A killed `npm ci` leaves no record.
 * @param {string} folder
 */
function packagesAreInstalled(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path]
    return path === '' || (found ? found.version === entry.version : entry.optional === true)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

/** Without install scripts: only the driver needs its own, and it is built on its own below, where a failure can be explained. */
function installPackages() {
  console.error('Installing the packages…')
  if (npm('ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund') !== 0) {
    throw new Unready('The packages could not be installed: `npm ci` failed, its message is above. Check the network and try again.')
  }
}

function ensureDriver() {
  if (driverLoads()) return
  console.error('Building the database driver (a minute or two where no ready-made one can be had)…')
  buildDriver()
  if (driverLoads()) return
  const lacking = missingFrom([COMPILER])
  if (lacking.length > 0 && installSystemPackages(lacking)) buildDriver()
  if (driverLoads()) return
  throw new Unready(
    lacking.length > 0
      ? `The database driver (better-sqlite3) could not be built: it needs python3, make and g++. ${installHint(lacking)}`
      : 'The database driver (better-sqlite3) could not be built although python3, make and g++ are here; its message is above.',
  )
}

/** In a process of its own: a driver built for another Node may end the process instead of throwing. */
function driverLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()"
  return spawnSync(process.execPath, ['-e', probe], { cwd: ROOT, stdio: 'ignore' }).status === 0
}

function buildDriver() {
  npm('rebuild', 'better-sqlite3', '--ignore-scripts=false', '--foreground-scripts')
}

/**
 * Runs npm with its output on standard error, so that standard output stays the command's own.
 * @param {string[]} args
 */
function npm(...args) {
  const script = process.env['npm_execpath'] ?? ''
  const [command, first] = basename(script) === 'npm-cli.js' ? [process.execPath, [script]] : ['npm', []]
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], env: withHeaders(process.env) }).status
}

/**
 * The environment in which the driver is compiled against the headers that came with this very Node, without downloading them.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [node] path of the Node that will load the driver
 */
function withHeaders(env, node = process.execPath) {
  const prefix = dirname(dirname(realpathSync(node)))
  if (env['npm_config_nodedir'] || !existsSync(join(prefix, 'include', 'node', 'node.h'))) return env
  return { ...env, npm_config_nodedir: prefix }
}
