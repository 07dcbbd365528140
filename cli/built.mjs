// @ts-check
/** Whether build/ still holds what the sources say: one hash over everything that goes into it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'

const SOURCES = ['app', 'db', 'emails', 'public', 'cli/build.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const STAMP = join(ROOT, 'build', '.stamp')

/** The hash of names and contents of all sources of the build. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file))).update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} path relative to the root
 * @returns {string[]}
 */
function filesOf(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`))
}

/** True when build/ was completed from exactly the present sources. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()
}

/** From here until `recordBuilt` build/ counts as stale, also when the build is killed. */
export function forgetBuilt() {
  rmSync(STAMP, { force: true })
}

/** @param {string} hash the fingerprint from before the build, so that a source saved meanwhile makes it stale */
export function recordBuilt(hash) {
  writeFileSync(STAMP, hash)
}
