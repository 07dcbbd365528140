import { expect, it } from 'vitest'
import { wreak } from '#tests/support/chaos.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

eachDatabase('a relay at its worst and senders that are killed', (fresh, dialect) => {
  it('lose nothing, call nothing accepted that is not, change no byte and keep the order', async () => {
    const figures = await wreak({ url: await fresh.address(), messages: 600, kills: 60, instances: dialect === 'sqlite' ? 1 : 3 })
    console.log(`${dialect}: ${JSON.stringify(figures)}`)
    expect(figures.accepted + figures.failed + figures.superseded).toBe(600)
  })
})
