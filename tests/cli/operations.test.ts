import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInByLink } from '#app/operations/sign-in.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { caravan } from '#tests/support/command-line.ts'
import type { Said } from '#tests/support/command-line.ts'

let folder = ''
const run = (...words: string[]): Said => caravan(folder, words)
const one = (said: Said): [number | null, string] => [said.exit, said.error]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caravan-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command line', () => {
  it('says what there is, and refuses what there is not', () => {
    const help = run('help')
    expect([help.exit, help.out.split('\n')[0]]).toEqual([0, 'Usage: caravan COMMAND …'])
    for (const name of ['mission create', 'user add', 'login-link', 'migrate', 'seed', 'check']) expect(help.out).toContain(`\n  ${name}`)
    expect(run('sead').error).toContain('“sead” is not a command of caravan.')
  })

  it('migrates, loads the demo once and finds it in order', () => {
    expect([run('migrate').out, run('migrate').out]).toEqual(['The schema was brought up to date.\n', 'The schema is up to date.\n'])
    expect(run('seed')).toEqual({ exit: 0, out: 'The demo is loaded as mission smart-city-regional-roadshow.\n', error: '' })
    expect(run('seed')).toEqual({ exit: 0, out: 'Nothing was loaded: the demo goes only into an installation without missions.\n', error: '' })
    expect(run('check')).toEqual({ exit: 0, out: 'Everything is in order.\n', error: '' })
    expect(run('mission', 'list').out).toBe('smart-city-regional-roadshow\t2020-01-29\t2020-02-07\tcleared\tSmart City Regional Roadshow\n')
  })

  it('makes a mission under exactly the slug that is asked for', () => {
    expect(run('mission', 'create', 'quality-city-2027', '--title', 'Quality City', '--from', '2027-03-01', '--to', '2027-03-05')).toMatchObject({ exit: 0, out: 'Quality City: http://127.0.0.1:3000/missions/quality-city-2027\n' })
    expect(JSON.parse(run('mission', 'list', '--json').out)).toContainEqual({ slug: 'quality-city-2027', title: 'Quality City', startDay: '2027-03-01', endDay: '2027-03-05', status: 'draft', archived: false })
    expect(one(run('mission', 'create', 'quality-city-2027', '--title', 'Other'))).toEqual([1, 'The slug “quality-city-2027” is taken by another mission; choose another one.\n'])
  })

  it.each([
    [['mission', 'create', 'Quality City', '--title', 'T'], 'SLUG must be small letters, digits and single dashes, at most 60, such as city-forum-2027, not “Quality City”.'],
    [['mission', 'create', 'a'], 'Enter a title (mission create SLUG'],
    [['mission', 'create', 'a', '--title', 'T', '--from', '2027-02-30'], '--from must be a day that exists, such as 2020-02-04, not “2027-02-30”.'],
    [['mission', 'create', 'a', '--title', 'T', '--from', '2027-02-03', '--to', '2027-02-01'], 'Enter a last day on or after the first, within a year'],
    [['mission', 'create'], 'SLUG is missing.'],
    [['mission', 'drop'], 'Say what to do with missions:'],
    [['user', 'add', 'x@example.org', '--name', 'X', '--role', 'king'], '--role: Choose one.'],
    [['user', 'add', 'x', '--name', 'X', '--role', 'member'], 'EMAIL: Enter an address with an @, such as name@example.org.'],
    [['user', 'add', 'x@example.org', '--nmae', 'X'], "Unknown option '--nmae'."],
    [['check', 'all'], '“all” is one word too many.'],
  ])('refuses %j with one sentence and exit 2', (words, sentence) => {
    const said = run(...words)
    expect([said.exit, said.out, said.error.trimEnd().split('\n').length]).toEqual([2, '', 1])
    expect(said.error).toContain(sentence)
  })

  it('adds people to a mission, and prints a link that signs one of them in once', async () => {
    expect(run('user', 'add', 'Guest@example.org', '--name', 'Guest, sample', '--role', 'viewer', '--mission', 'quality-city-2027').out).toBe('Guest, sample <Guest@example.org> is viewer of quality-city-2027.\n')
    expect(run('user', 'add', 'all@example.org', '--name', 'All, sample', '--role', 'member').out).toBe('All, sample <all@example.org> is member of quality-city-2027, smart-city-regional-roadshow.\n')
    expect(run('user', 'add', 'all@example.org', '--name', 'All, sample', '--role', 'member').exit).toBe(1)
    expect(run('user', 'add', 'x@example.org', '--name', 'X', '--role', 'member', '--mission', 'nowhere')).toMatchObject({ exit: 3, error: 'There is no mission “nowhere”; “caravan mission list” names those there are.\n' })
    const link = run('login-link', 'guest@example.org')
    expect(link.out).toMatch(/^http:\/\/127\.0\.0\.1:3000\/sign-in\/link\/[\w-]{43}\n$/)
    const database = openDatabase(`file:${join(folder, 'caravan.db')}`)
    const use = () => signInByLink(database, { link: link.out.trim().split('/').at(-1) ?? '', browserSecret: undefined, nowMs: Date.now() })
    expect([(await use()).done, (await use()).done]).toEqual([true, false])
    await database.close()
    expect(one(run('login-link', 'nobody@example.org'))).toEqual([1, 'Nobody has the address nobody@example.org; add them first: caravan user add nobody@example.org --name NAME --role member.\n'])
  })

  it('names what is out of order', async () => {
    const database = openDatabase(`file:${join(folder, 'caravan.db')}`)
    await database.write((tx) => tx.updateTable('excerpt').set({ start_at: 0, end_at: 5 }).where('id', '=', 'sample-x02').execute())
    await database.close()
    expect(run('check')).toEqual({ exit: 1, out: '', error: 'Excerpts whose words do not stand at their place in the text: excerpt sample-x02.\n' })
  })

  it('names a setting or a database that is wrong', () => {
    expect(one(caravan(folder, ['mission', 'list'], { env: { DATABASE_URL: 'mysql://x/y' } }))).toEqual([1, 'DATABASE_URL must be file:./data/caravan.db or postgres://name:password@host/database.\n'])
    expect(one(caravan(folder, ['mission', 'list'], { env: { DATABASE_URL: 'postgres://caravan@127.0.0.1:1/none' } }))).toEqual([1, 'The database of DATABASE_URL cannot be reached (ECONNREFUSED). Start it, or correct the address.\n'])
    const file = join(folder, 'no-database.db')
    writeFileSync(file, 'This is no database. '.repeat(100))
    expect(one(caravan(folder, ['check'], { env: { DATABASE_URL: `file:${file}` } }))).toEqual([1, expect.stringContaining('is not a database')])
  })
})
