/** Builds the pages (Remix, Vite), the comfort script and the server into build/. `--force` builds although nothing changed. */
import { build as bundle } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fingerprint, forgetBuilt, isBuilt, recordBuilt } from '#cli/built.mjs'
import { ROOT } from '#cli/ensure.mjs'

/** Told to Vite's `import.meta.env`, so that the pages know the script's hashed name without reading a file. */
const SCRIPT_VARIABLE = 'VITE_ENHANCE'

type Script = { name: string; contents: Uint8Array }

async function build(): Promise<void> {
  if (isBuilt() && !process.argv.includes('--force')) return
  const sources = fingerprint()
  forgetBuilt()
  const script = await bundleScript()
  buildPages(`/assets/${script.name}`)
  const assets = join(ROOT, 'build', 'client', 'assets')
  mkdirSync(assets, { recursive: true })
  writeFileSync(join(assets, script.name), script.contents)
  await bundleServer()
  await bundleFileReader()
  recordBuilt(sources)
}

/** In memory: Vite empties its folder before it writes, and needs the name already. */
async function bundleScript(): Promise<Script> {
  const { outputFiles } = await bundle({
    entryPoints: { enhance: join(ROOT, 'app/ui/enhance/index.ts') },
    outdir: join(ROOT, 'build/client/assets'),
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  const [output] = outputFiles
  if (!output) throw new Error('The comfort script was bundled to nothing.')
  return { name: basename(output.path), contents: output.contents }
}

function buildPages(script: string): void {
  const remix = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')
  const env = { ...process.env, NODE_ENV: 'production' as const, [SCRIPT_VARIABLE]: script }
  const { status } = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env,
  })
  if (status !== 0) throw new Error('The pages could not be built; the message of Vite is above.')
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

/** The thread that reads files, in pieces: each format's library is loaded only for a file that needs it. */
async function bundleFileReader(): Promise<void> {
  const outdir = join(ROOT, 'build/files')
  rmSync(outdir, { recursive: true, force: true })
  await bundle({
    entryPoints: [join(ROOT, 'app/files/worker.ts')],
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
