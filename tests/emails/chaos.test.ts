import { expect, it } from 'vitest'
import { poison, wreak } from '#tests/support/chaos.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

/** A tenth of tests/long/chaos.long.ts. */
eachDatabase('a relay at its worst and senders that are killed', (fresh, dialect) => {
  it('lose nothing, call nothing accepted that is not, change no byte and keep the order', async () => {
    const figures = await wreak({ url: await fresh.address(), messages: 60, kills: 6, instances: dialect === 'sqlite' ? 1 : 3 })
    expect(figures.accepted + figures.failed + figures.superseded).toBe(60)
  })

  it('put the one message aside that ends its sender each time, and send all others', async () => {
    const { senders, states } = await poison(await fresh.address(), 30, 17)
    expect([senders <= 10, states]).toEqual([true, ['Guest 17, sample quarantined', ...Array.from({ length: 29 }, () => 'accepted')].toSorted()])
  })
})
