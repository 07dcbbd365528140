/** Beside the demo: a viewer of it, and another mission with somebody who belongs to that one alone. */
import { foldKey, sortKey } from '#app/domain/text.ts'
import type { Database } from '#db/database.server.ts'

export const VIEWER = 'looker@example.org'
export const STRANGER = 'passer-by@example.org'
export const OTHER = '/missions/other'

/** Inserts accounts, the mission 'other' and things whose every text says `word`. */
export async function makeOther(database: Database, demoSlug: string, word: string): Promise<void> {
  const at = Date.UTC(2020, 0, 1)
  const named = (name: string) => ({ name, name_key: foldKey(name), sort_key: sortKey(name) })
  const own = { mission_id: 'other', engagement_id: 'other-meeting' }
  await database.write(async (tx) => {
    const demo = await tx.selectFrom('mission').select('id').where('slug', '=', demoSlug).executeTakeFirstOrThrow()
    for (const [id, email] of [['looker', VIEWER], ['stranger', STRANGER]] as const) await tx.insertInto('account').values({ id, name: `${id}, sample`, email, email_key: email, created_ms: at }).execute()
    await tx.insertInto('mission').values({ id: 'other', slug: 'other', title: `${word} mission`, title_key: foldKey(`${word} mission`), start_day: '2020-02-03', end_day: '2020-02-05' }).execute()
    await tx.insertInto('membership').values([{ id: 'm-looker', mission_id: demo.id, account_id: 'looker', role: 'viewer' }, { id: 'm-stranger', mission_id: 'other', account_id: 'stranger', role: 'coordinator' }]).execute()
    await tx.insertInto('place').values({ id: 'other-city', kind: 'city', ...named('Elsewhere'), zone: 'Asia/Dushanbe' }).execute()
    await tx.insertInto('stop').values({ id: 'other-stop', mission_id: 'other', place_id: 'other-city', position: 1, arrive_day: '2020-02-03', depart_day: '2020-02-05' }).execute()
    await tx.insertInto('engagement').values({ id: 'other-meeting', mission_id: 'other', stop_id: 'other-stop', kind: 'meeting', title: `${word} meeting`, title_key: foldKey(`${word} meeting`), day: '2020-02-04', zone: 'Asia/Dushanbe' }).execute()
    await tx.insertInto('engagement_alias').values({ id: 'other-alias', ...own, title: word, title_key: foldKey(word) }).execute()
    await tx.insertInto('agenda_item').values({ id: 'other-item', ...own, position: 1, kind: 'remarks', title: word, day: '2020-02-04', start_minute: 600 }).execute()
    await tx.insertInto('note').values({ id: 'other-note', ...own, author_name: 'x', body: word, body_key: foldKey(word), created_ms: at, changed_ms: at }).execute()
    await tx.insertInto('excerpt').values({ id: 'other-excerpt', mission_id: 'other', note_id: 'other-note', start_at: 0, end_at: word.length, body: word, body_key: foldKey(word), kind: 'fact', author_name: 'x', at_ms: at }).execute()
    await tx.insertInto('finding').values({ id: 'other-finding', mission_id: 'other', statement: word, statement_key: foldKey(word), created_ms: at, account_name: 'x' }).execute()
    await tx.insertInto('document').values({ id: 'other-document', mission_id: 'other', kind: 'letter', title: word, title_key: foldKey(word), search_key: foldKey(word) }).execute()
    await tx.insertInto('outline_node').values({ id: 'other-node', mission_id: 'other', document_id: 'other-document', position: 1, level: 1, title: word, body: word, search_key: foldKey(`${word} ${word}`) }).execute()
    await tx.insertInto('task').values({ id: 'other-task', mission_id: 'other', kind: 'action', position: 1, title: word }).execute()
    await tx.insertInto('person').values({ id: 'other-person', ...named('Илова Намуна'), email: 'hidden@example.org', phone: '+000 555', remark: `${word} remark` }).execute()
    await tx.insertInto('participation').values({ id: 'other-part', ...own, person_id: 'other-person', role: 'speaker', printed_name: 'Илова Намуна', printed_title: `${word} title` }).execute()
  })
}
