import { expect, it } from 'vitest'
import { killMigrations, killWriters } from '#tests/support/kills.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

eachDatabase('kill -9, again and again,', (fresh, dialect) => {
  it('loses nothing acknowledged and leaves no sending without all its messages', async () => {
    await killWriters(await fresh.address(), 40, 900)
  })

  it('leaves the old or the new schema, and the next start completes it', async () => {
    const left = await killMigrations(() => fresh.address({ bare: true }), 40)
    console.log(`${dialect}: killed after ${[0, 1, 2].map((steps) => `${left.filter((marks) => marks.length === steps).length} × ${steps} steps`).join(', ')}`)
    expect(left.some((marks) => marks.length < 2)).toBe(true)
  })
})
