import { expect, it } from 'vitest'
import { foldKey } from '#app/domain/text.ts'
import { findBodyNamed, findCandidate, listAlike, searchCandidates } from '#db/candidates.server.ts'
import type { Database } from '#db/database.server.ts'
import { countByStatus, countUses, findVenueName, listEngagements, listFallbacks, listVenues } from '#db/engagements.server.ts'
import { listHeld, listParticipations } from '#db/participations.server.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const DAY = '2027-03-02'

eachDatabase('engagements', (fresh) => {
  /** In both missions: a back-up of meeting 1, and Ana, who was Clerk until 2026 and is Judge of the Court now. */
  const filled = async (): Promise<Database> => {
    const database = await fresh.open()
    await makeTold(database)
    await database.write(async (tx) => {
      await tx.insertInto('place').values({ id: 'hall', kind: 'venue', name: 'Town Hall', name_key: 'town hal', sort_key: 'town hal', city_id: 'north' }).execute()
      await tx.insertInto('organisation').values({ id: 'court', name: 'High Court', name_key: foldKey('High Court'), sort_key: foldKey('High Court') }).execute()
      await tx.insertInto('person').values({ id: 'ana', name: 'Ana', name_key: 'ana', sort_key: 'ana', email: 'Ana@example.org' }).execute()
      await tx.insertInto('affiliation').values([
        { id: 'old', person_id: 'ana', title: 'Clerk', rank: 0, to_day: '2026-12-31' }, { id: 'new', person_id: 'ana', organisation_id: 'court', title: 'Judge', rank: 1, from_day: '2027-01-01' },
      ]).execute()
      for (const mission of ['told', 'untold']) {
        await tx.insertInto('engagement').values({
          id: `${mission}-spare`, mission_id: mission, stop_id: `${mission}-stop-1`, kind: 'buffer', title: 'Spare', title_key: 'spare', status: 'tentative', day: '2027-03-03', zone: 'Asia/Almaty', fallback_of_id: `${mission}-meeting-1`,
        }).execute()
        await tx.insertInto('participation').values({ id: `${mission}-ana`, mission_id: mission, engagement_id: `${mission}-meeting-1`, person_id: 'ana', role: 'speaker', printed_name: 'Ana' }).execute()
      }
    })
    return database
  }

  it('are listed, counted by status and given their back-ups, those of the mission alone', async () => {
    const { read } = await filled()
    expect((await listEngagements(read, 'told')).map((row) => row.id)).toEqual(['told-meeting-1', 'told-meeting-2'])
    expect(await countByStatus(read, 'told', {})).toEqual({ held: 2 })
    expect(await countByStatus(read, 'told', { kind: 'buffer' })).toEqual({ tentative: 1 })
    expect((await listFallbacks(read, 'told', 'told-meeting-1')).map((row) => [row.id, row.status, row.city, row.startMinute])).toEqual([['told-spare', 'tentative', 'North', null]])
    expect(await listFallbacks(read, 'told', 'untold-meeting-1')).toEqual([])
    expect(await countUses(read, 'told', 'told-meeting-1')).toBe(1)
  })

  it('may take the places of their own city', async () => {
    const { read } = await filled()
    expect(await listVenues(read, 'told', 'told-stop-1')).toEqual([{ id: 'hall', name: 'Town Hall', address: '' }])
    expect(await listVenues(read, 'told', 'told-stop-2')).toEqual([])
    expect([await findVenueName(read, 'hall'), await findVenueName(read, 'north')]).toEqual(['Town Hall', undefined])
  })

  it('find people to add by name or body, with the title of that day', async () => {
    const { read } = await filled()
    const ana = { id: 'ana', name: 'Ana', honorific: '', title: 'Judge, High Court', hasEmail: true }
    expect(await searchCandidates(read, 'анна', DAY)).toEqual([ana])
    expect(await searchCandidates(read, 'court', DAY)).toEqual([ana])
    expect(await findCandidate(read, 'ana', '2026-06-01')).toEqual({ ...ana, title: 'Clerk' })
    expect(await listAlike(read, { name: 'Somebody', email: 'ana@EXAMPLE.org' }, DAY)).toEqual([ana])
    expect([await findBodyNamed(read, 'HIGH court'), await findBodyNamed(read, 'Low court')]).toEqual(['court', undefined])
    expect((await listParticipations(read, 'told', 'told-meeting-1')).map((row) => [row.id, row.hasEmail])).toEqual([['told-ana', true]])
    expect(await listHeld(read, 'told', 'told-meeting-1')).toEqual([])
  })
})
