import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { caravan } from '#tests/support/command-line.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
const withData = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const database = openDatabase(`file:${at('caravan.db')}`)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
const titles = () => withData((database) => database.read.selectFrom('mission').select('title').orderBy('title').execute())
const rename = (title: string) => withData((database) => database.write((tx) => tx.updateTable('mission').set({ title }).execute()))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caravan-backup-'))
  expect(caravan(folder, ['seed']).exit).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a backup', () => {
  it('is one whole file, made while others have the database open', async () => {
    await withData(async (database) => {
      expect(caravan(folder, ['backup', at('one.db')])).toEqual({ exit: 0, out: `${at('one.db')}\n`, error: '' })
      await database.write((tx) => tx.updateTable('mission').set({ title: 'Changed since' }).execute())
    })
    const copy = openDatabase(`file:${at('one.db')}`)
    expect([await findFaults(copy), await copy.read.selectFrom('mission').select('title').execute()]).toEqual([[], [{ title: 'Smart City Regional Roadshow' }]])
    await copy.close()
    expect(existsSync(at('one.db.part'))).toBe(false)
  })

  it('never takes the place of a file', () => {
    writeFileSync(at('mine.txt'), 'mine')
    expect(caravan(folder, ['backup', at('mine.txt')])).toEqual({ exit: 1, out: '', error: `${at('mine.txt')} is there already; name a file that is not.\n` })
    expect(readFileSync(at('mine.txt'), 'utf8')).toBe('mine')
  })

  it('comes back, and what stood there is kept', async () => {
    await rename('To be replaced')
    const said = caravan(folder, ['restore', at('one.db')])
    expect([said.exit, said.error, await titles()]).toEqual([0, '', [{ title: 'Smart City Regional Roadshow' }]])
    const kept = readdirSync(folder).find((name) => name.startsWith('caravan.db.before-')) ?? ''
    const old = openDatabase(`file:${at(kept)}`)
    expect(await old.read.selectFrom('mission').select('title').execute()).toEqual([{ title: 'To be replaced' }])
    await old.close()
  })

  it('does not come back under a running server, nor from a file that is none', async () => {
    await rename('Stays')
    await withData(async () => expect(caravan(folder, ['restore', at('one.db')])).toEqual({ exit: 1, out: '', error: 'The database is in use; stop the server first.\n' }))
    expect(caravan(folder, ['restore', at('mine.txt')])).toEqual({ exit: 1, out: '', error: `${at('mine.txt')} is no backup of Caravan; name a file that “caravan backup” wrote.\n` })
    copyFileSync(at('one.db'), at('torn.db'))
    const bytes = readFileSync(at('torn.db'))
    writeFileSync(at('torn.db'), bytes.subarray(0, bytes.length - 8192))
    expect(caravan(folder, ['restore', at('torn.db')]).exit).toBe(1)
    expect(await titles()).toEqual([{ title: 'Stays' }])
  })
})
