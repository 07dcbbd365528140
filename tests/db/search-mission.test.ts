/** What a search of the demo finds, the same on both databases and with a number of queries that does not grow. */
import { expect, it } from 'vitest'
import { SEARCH_GROUPS, searchMission } from '#db/search.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

eachDatabase('a search', (fresh) => {
  it('finds each kind of thing, by every script, and counts what it does not show', async () => {
    const database = await fresh.open()
    await seedDemo(database, Date.UTC(2026, 10, 25))
    const asked = { day: '2020-01-27', limit: 3, offset: 0 }
    const totals = async (text: string) => {
      const all = await Promise.all(SEARCH_GROUPS.map(async (group) => [group, (await searchMission(database.read, 'roadshow', group, { ...asked, text })).total] as const))
      return Object.fromEntries(all.filter(([, total]) => total > 0))
    }
    expect([await totals('Маҷидӣ'), await totals('majidi yusuf'), await totals('?!')]).toEqual([{ people: 1 }, { people: 1 }, {}])
    expect(await totals('smart city')).toMatchObject({ engagements: 5, items: 5, people: 2, organisations: 2 })
    const first = await searchMission(database.read, 'roadshow', 'documents', { ...asked, text: 'smart' })
    const second = await searchMission(database.read, 'roadshow', 'documents', { ...asked, text: 'smart', offset: 3 })
    expect([first.hits.length, first.total > 20, second.total === first.total, second.hits.some(({ id }) => first.hits.some((hit) => hit.id === id))]).toEqual([3, true, true, false])
    expect((await searchMission(database.read, 'roadshow', 'places', { ...asked, text: 'astana' })).hits.map(({ title, text }) => [title, text])).toEqual([['Nur-Sultan', 'Astana']])
    for (const group of SEARCH_GROUPS) expect((await searchMission(database.read, 'nobody', group, { ...asked, text: 'dushanbe' })).total > 0, group).toBe(group === 'organisations' || group === 'places')
  })
})
