/** Builds the pages (Remix, Vite), the scripts, the service worker and the server into build/. `--force` builds although nothing changed. */
import { build as bundle } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fingerprint, forgetBuilt, isBuilt, recordBuilt } from '#cli/built.mjs'
import { ROOT } from '#cli/ensure.mjs'

/** Told to Vite's `import.meta.env`, so that the pages know the scripts' hashed names without reading a file. */
const SCRIPT_VARIABLES = { enhance: 'VITE_ENHANCE', capture: 'VITE_CAPTURE', answers: 'VITE_ANSWERS' }

type Script = { name: string; contents: Uint8Array }

async function build(): Promise<void> {
  if (isBuilt() && !process.argv.includes('--force')) return
  const sources = fingerprint()
  forgetBuilt()
  const scripts = await bundleScripts()
  buildPages(scripts)
  const assets = join(ROOT, 'build', 'client', 'assets')
  mkdirSync(assets, { recursive: true })
  for (const { name, contents } of scripts) writeFileSync(join(assets, name), contents)
  await bundleWorker(scripts)
  await bundleServer()
  await bundleThreads()
  recordBuilt(sources)
}

/** What every page's script and the capture page's have in common stands in pieces of their own. In memory: Vite empties its folder before it writes, and needs the names already. */
async function bundleScripts(): Promise<Script[]> {
  const { outputFiles } = await bundle({
    entryPoints: { enhance: join(ROOT, 'app/ui/enhance/index.ts'), capture: join(ROOT, 'app/ui/enhance/capture/index.ts'), answers: join(ROOT, 'app/ui/enhance/answers.ts') },
    outdir: join(ROOT, 'build/client/assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'piece-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  return outputFiles.map((output) => ({ name: basename(output.path), contents: output.contents }))
}

function pathOf(scripts: readonly Script[], entry: string): string {
  const script = scripts.find(({ name }) => name.startsWith(`${entry}-`))
  if (!script) throw new Error(`The script ${entry} was bundled to nothing.`)
  return `/assets/${script.name}`
}

function buildPages(scripts: readonly Script[]): void {
  const remix = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')
  const names = Object.fromEntries(Object.entries(SCRIPT_VARIABLES).map(([entry, variable]) => [variable, pathOf(scripts, entry)]))
  const { status } = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' as const, ...names },
  })
  if (status !== 0) throw new Error('The pages could not be built; the message of Vite is above.')
}

/** The service worker and the page that stands in, which know the files of the shell by name; another shell makes another worker. */
async function bundleWorker(scripts: readonly Script[]): Promise<void> {
  const client = join(ROOT, 'build', 'client')
  const styles = readdirSync(join(client, 'assets')).filter((name) => name.endsWith('.css')).map((name) => `/assets/${name}`)
  const page = readFileSync(join(ROOT, 'app/ui/enhance/worker/offline.html'), 'utf8')
  writeFileSync(join(client, 'offline.html'), page.replace('{{style}}', styles[0] ?? '').replace('{{script}}', pathOf(scripts, 'capture')))
  const fonts = readdirSync(join(client, 'fonts')).filter((name) => name.endsWith('.woff2')).map((name) => `/fonts/${name}`)
  const shell = ['/offline.html', '/icons.svg', '/favicon.svg', '/manifest.webmanifest', ...styles, ...fonts, ...scripts.map(({ name }) => `/assets/${name}`)]
  const hash = createHash('sha256')
  for (const path of shell) hash.update(path).update(readFileSync(join(client, path)))
  await bundle({
    entryPoints: [join(ROOT, 'app/ui/enhance/worker/index.ts')],
    outfile: join(client, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { SHELL: JSON.stringify(shell), VERSION: JSON.stringify(hash.digest('hex').slice(0, 16)) },
  })
}

async function bundleServer(): Promise<void> {
  await bundle({
    entryPoints: [join(ROOT, 'app/server.ts')],
    outfile: join(ROOT, 'build/server.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    external: ['./server/index.js'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
}

/** The threads that read files and write papers, in pieces: each format's library is loaded only where it is needed. */
async function bundleThreads(): Promise<void> {
  const outdir = join(ROOT, 'build/files')
  rmSync(outdir, { recursive: true, force: true })
  await bundle({
    entryPoints: [join(ROOT, 'app/files/worker.ts'), join(ROOT, 'app/files/writer.ts')],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  })
}

await build()
