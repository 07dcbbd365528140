/** What the measurements of pages and feeds are made on. */
import { instantOf } from '#app/domain/time.ts'
import type { Database } from '#db/database.server.ts'

export const ROWS = 40
const DAY = '2027-03-02'
const ZONE = 'Asia/Dushanbe'

/** A mission of 40 meetings over five days, the first of which has an agenda of 40 items with a speaker each. */
export async function makeMission(database: Database): Promise<void> {
  const at = (minute: number, day = DAY): number => instantOf(day, minute, ZONE).at
  await database.write(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').orderBy('created_ms').orderBy('id').executeTakeFirstOrThrow()
    await tx.insertInto('place').values({ id: 'bench-city', kind: 'city', name: 'Bench', name_key: 'bench', sort_key: 'bench', zone: ZONE }).execute()
    await tx.insertInto('mission').values({ id: 'bench', slug: 'bench', title: 'Bench', title_key: 'bench', start_day: DAY, end_day: '2027-03-06' }).execute()
    await tx.insertInto('membership').values({ id: 'bench', mission_id: 'bench', account_id: accountId, role: 'coordinator' }).execute()
    await tx.insertInto('stop').values({ id: 'bench-stop', mission_id: 'bench', place_id: 'bench-city', position: 1, arrive_day: DAY, depart_day: '2027-03-06' }).execute()
    for (let i = 0; i < ROWS; i++) {
      const day = `2027-03-0${2 + (i >> 3)}`
      const start = (8 + (i & 7)) * 60
      const end = start + (i === 0 ? ROWS * 10 : 50)
      await tx.insertInto('engagement').values({
        id: `bench-${i}`, mission_id: 'bench', stop_id: 'bench-stop', kind: 'meeting', title: `Session ${i} Opening & logistics`, title_key: `session ${i}`, status: i % 3 ? 'confirmed' : 'tentative',
        day, start_minute: start, end_minute: end, zone: ZONE, start_ms: at(start, day), end_ms: at(end, day), venue_text: `Room ${i % 6}`,
      }).execute()
      await tx.insertInto('person').values({ id: `bench-p-${i}`, name: `Ana Pérez ${i}`, name_key: `ana perez ${i}`, sort_key: `ana perez ${i}` }).execute()
      await tx.insertInto('agenda_item').values({
        id: `bench-i-${i}`, mission_id: 'bench', engagement_id: 'bench-0', position: i + 1, kind: 'presentation', title: `Session ${i} Opening & logistics`, day: DAY, start_minute: 480 + i * 10, end_minute: 490 + i * 10,
      }).execute()
      await tx.insertInto('participation').values({ id: `bench-s-${i}`, mission_id: 'bench', engagement_id: 'bench-0', agenda_item_id: `bench-i-${i}`, person_id: `bench-p-${i}`, role: 'speaker', printed_name: `Ana Pérez ${i}`, precedence: i + 1 }).execute()
    }
  })
}
