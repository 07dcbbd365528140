/** The lists and pages of the directory and the search run a fixed number of queries, however much there is to show. */
import { expect, it } from 'vitest'
import { loader as organisations } from '#app/routes/missions.$mission.organisations._index.tsx'
import { loader as organisation } from '#app/routes/missions.$mission.organisations.$organisation._index.tsx'
import { loader as people } from '#app/routes/missions.$mission.people._index.tsx'
import { loader as person } from '#app/routes/missions.$mission.people.$person._index.tsx'
import { loader as places } from '#app/routes/missions.$mission.places._index.tsx'
import { loader as place } from '#app/routes/missions.$mission.places.$place._index.tsx'
import { loader as search } from '#app/routes/missions.$mission.search.tsx'
import { AddTitleInput, CreatePersonInput } from '#app/operations/directory.input.ts'
import { addTitle, createPerson } from '#app/operations/people.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { countQueries } from '#tests/support/queries.ts'
import { makeTold } from '#tests/support/told-mission.ts'

it('counts the same for one person and for sixty', async () => {
  const database = openDatabase(':memory:')
  await migrate(database)
  const { scope } = await makeTold(database)
  const add = async (n: number): Promise<string> => {
    const outcome = await createPerson(scope, CreatePersonInput.parse({ name: `Person ${n}`, title: 'Adviser', organisation: `Body ${n}`, anyway: 'yes' }))
    if (!outcome.done) throw new Error(outcome.because)
    await addTitle(scope, outcome.personId, AddTitleInput.parse({ title: 'Member', organisation: 'Council' }))
    await database.write((tx) => tx.insertInto('participation').values({ id: outcome.personId, mission_id: 'told', engagement_id: 'told-meeting-1', person_id: outcome.personId, role: 'speaker' }).execute())
    return outcome.personId
  }
  const first = await add(0)
  const council = await database.read.selectFrom('organisation').select('id').where('name', '=', 'Council').executeTakeFirstOrThrow()
  const count = async () => ({
    people: await countQueries(scope, people, '/missions/told/people?in=all'), person: await countQueries(scope, person, '/x', { person: first }),
    organisations: await countQueries(scope, organisations, '/missions/told/organisations'), organisation: await countQueries(scope, organisation, '/x', { organisation: council.id }),
    places: await countQueries(scope, places, '/missions/told/places'), place: await countQueries(scope, place, '/x', { place: 'north' }),
    search: await countQueries(scope, search, '/missions/told/search?q=person'), one: await countQueries(scope, search, '/missions/told/search?q=person&in=people'),
  })
  const few = await count()
  for (let n = 1; n < 60; n++) await add(n)
  expect(await count()).toEqual(few)
  expect(few).toEqual({ people: 7, person: 11, organisations: 6, organisation: 8, places: 3, place: 5, search: 15, one: 5 })
  await database.close()
})
