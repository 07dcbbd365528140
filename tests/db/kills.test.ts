import { it } from 'vitest'
import { killMigrations, killWriters } from '#tests/support/kills.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

eachDatabase('kill -9', (fresh) => {
  it('loses nothing acknowledged and leaves no sending without all its messages', async () => {
    await killWriters(await fresh.address(), 4)
  })

  it('leaves the old or the new schema, and the next start completes it', async () => {
    await killMigrations(() => fresh.address({ bare: true }), 4)
  })
})
