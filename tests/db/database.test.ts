import { expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import type { Tx } from '#db/database.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const put = (tx: Tx, key: string, value: string) => tx.insertInto('setting').values({ key, value }).execute()

eachDatabase('a write', (fresh, dialect) => {
  if (dialect === 'sqlite') it('never goes through the reading connection', async () => {
    const database = await fresh.open()
    await expect(database.read.insertInto('setting').values({ key: 'a', value: '1' }).execute()).rejects.toThrow(/readonly/)
  })

  it('is all or nothing', async () => {
    const database = await fresh.open()
    await expect(database.write(async (tx) => {
      await put(tx, 'a', '1')
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await database.read.selectFrom('setting').selectAll().execute()).toEqual([])
  })

  it('keeps numbers of milliseconds numbers', async () => {
    const database = await fresh.open()
    await database.write((tx) => tx.insertInto('rate').values({ key: 'k', count: 1, until_ms: 4_102_444_800_000 }).execute())
    expect(await database.read.selectFrom('rate').selectAll().execute()).toEqual([{ key: 'k', count: 1, until_ms: 4_102_444_800_000 }])
  })

  it('of thousands of rows lets whatever else waits through as it goes, and shows nothing of it before its end', async () => {
    const database = await fresh.open()
    const seen: number[] = []
    const over = { yet: false }
    const look = async (): Promise<void> => {
      for (; !over.yet; await new Promise((resolve) => setImmediate(resolve))) seen.push((await database.read.selectFrom('setting').select('key').where('key', 'like', 'many %').execute()).length)
    }
    const looking = look()
    await database.write(async (tx) => {
      for (let n = 0; n < 3_000; n++) await put(tx, `many ${n}`, '1')
    })
    over.yet = true
    await looking
    expect([seen.length > 3, [...new Set(seen)].filter((count) => count !== 0 && count !== 3_000)]).toEqual([true, []])
  })

  it('waits for another process that writes, and both are kept', async () => {
    const address = await fresh.address()
    const [one, two] = [openDatabase(address), openDatabase(address)]
    const counts = Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).write(async (tx) => {
      const row = await tx.selectFrom('rate').select('count').where('key', '=', 'k').executeTakeFirst()
      if (row) await tx.updateTable('rate').set((set) => ({ count: set('count', '+', 1) })).where('key', '=', 'k').execute()
      else await tx.insertInto('rate').values({ key: 'k', count: 1, until_ms: 0 }).onConflict((on) => on.column('key').doUpdateSet((set) => ({ count: set('rate.count', '+', 1) }))).execute()
    }))
    await Promise.all(counts)
    expect(await one.read.selectFrom('rate').select('count').execute()).toEqual([{ count: 20 }])
    await one.close()
    await two.close()
  })
})
