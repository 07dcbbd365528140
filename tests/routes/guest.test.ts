import { afterAll, beforeAll, expect, it } from 'vitest'
import { change, sendAll, timed } from '#tests/support/invited-mission.ts'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'

let all: InvitedSite
beforeAll(async () => void (all = await startInvitedSite()))
afterAll(() => all.site.stop())

const send = async (people?: string[]): Promise<void> => void (await sendAll({ ...all.told, scope: { ...all.told.scope, missionNowMs: Date.UTC(2020, 0, 27, 3) } }, people))
const rowOf = (personId: string) => all.site.database.read.selectFrom('invitation').selectAll().where('person_id', '=', personId).where('state', '<>', 'replaced').executeTakeFirstOrThrow()
const answer = async (personId: string, form: Record<string, string>) => {
  const path = await all.linkOf(personId)
  const reply = await all.site.ask(`${path}?index`, { form: { sequence: '0', ...form } })
  return { status: reply.status, location: reply.headers.get('location'), path, words: (await reply.text()).replaceAll('<!-- -->', '') }
}

it('shows the venue’s time with city and offset, UTC, the guest’s own slot and part, to anybody with the link', async () => {
  const { status, words, html } = await all.look(await all.linkOf('ann'))
  expect(status).toBe(200)
  for (const part of ['Speaker A, sample', 'City Workshop', 'Your slot at the venue 10:20–10:40 Nur-Sultan, UTC+6 · Wednesday 29 January 2020', 'The same in UTC: 04:20–04:40', 'Your slot Roads', 'Workshop 10:00–11:30', 'Room 4, Hilton', 'speaker', 'confirmed', 'Will you come?', 'Accept', 'Perhaps', 'Decline']) expect(words).toContain(part)
  expect([html.includes('<script'), words.includes('Speaker B'), words.includes('example.org')]).toEqual([false, false, false])
})

it('shows the guest’s own time on request, on its own day', async () => {
  const path = await all.linkOf('bob')
  expect((await all.look(`${path}?zone=Asia/Seoul`)).words).toContain('Your time: 13:00–14:30 Seoul, UTC+9 , the same day')
  expect((await all.look(`${path}?zone=America/New_York`)).words).toContain('Your time: 23:00–00:30 New York, UTC−5 , Tue 28 Jan')
  for (const zone of ['Nowhere/Land', '%00', "'", 'x'.repeat(200)]) expect([zone, (await all.look(`${path}?zone=${encodeURIComponent(zone)}`)).words.includes('Your time:')]).toEqual([zone, false])
})

it('changes nothing by looking, not with HEAD either', async () => {
  const before = await rowOf('ann')
  const path = await all.linkOf('ann')
  for (const suffix of ['', '?answer=accepted&sequence=0', '?index&answer=declined', '/calendar.ics']) {
    await all.look(path + suffix)
    await fetch(all.site.origin + path + suffix, { method: 'HEAD' })
  }
  expect(await rowOf('ann')).toEqual(before)
})

it('takes an answer, shows it with the way into a calendar, and takes another', async () => {
  const { status, location, path } = await answer('ann', { answer: 'accepted', word: 'With pleasure' })
  expect([status, location]).toEqual([303, `${path}#answered`])
  const { words, html } = await all.look(path)
  for (const part of ['You accepted', '“With pleasure”', 'Add to calendar', 'Change my answer']) expect(words).toContain(part)
  expect(html).toContain(`href="${path}/calendar.ics"`)
  await answer('ann', { answer: 'declined' })
  const after = await all.look(path)
  expect([after.words.includes('You declined'), after.words.includes('Add to calendar')]).toEqual([true, false])
  expect((await answer('bob', { answer: 'deputy' })).words).toContain('Enter the name of the person who comes instead')
  expect((await answer('bob', { answer: 'deputy', deputy: '\u200b\u2060' })).words).toContain('Enter the name of the person who comes instead')
  await answer('bob', { answer: 'deputy', deputy: 'Deputy, sample' })
  expect((await all.look(await all.linkOf('bob'))).words).toContain('You send a deputy: Deputy, sample')
})

it('gives a calendar file with the UID of the mail, no attendee, and UTC', async () => {
  const reply = await all.site.ask(`${await all.linkOf('ann')}/calendar.ics`)
  expect([reply.headers.get('content-type'), reply.headers.get('content-disposition')]).toEqual(['text/calendar; charset=utf-8; method=PUBLISH', 'attachment; filename="invitation.ics"'])
  const [read, ...others] = readThrice(await reply.text())
  expect(others).toEqual([read, read])
  expect(read).toMatchObject({ method: 'PUBLISH', uid: (await rowOf('ann')).uid, start: '20200129T040000Z', attendees: [] })
})

it('refuses what is no answer, an answer to an old time, and one without its own origin', async () => {
  const path = await all.linkOf('ann')
  for (const form of [{ answer: 'none' }, { answer: 'accepted', sequence: '-1' }, { answer: 'accepted', sequence: 'x' }, {}] as Record<string, string>[]) expect((await all.site.ask(`${path}?index`, { form: { sequence: '0', ...form } })).status).toBe(422)
  expect((await all.site.ask(`${path}?index`, { form: { answer: 'accepted', sequence: '0' }, headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  await change(all.told, timed('2020-01-29', 690, 780))
  await send(['ann'])
  const late = await answer('ann', { answer: 'accepted', sequence: '0' })
  expect([late.status, late.words.includes('The time has changed since you opened this page')]).toEqual([409, true])
  expect((await all.look(path)).words).toContain('You answered for the earlier time; please answer again')
  expect((await answer('ann', { answer: 'accepted', sequence: '1' })).status).toBe(303)
})

it('opens nothing for a link that is not one, cut short, or of another generation, and says what to do', async () => {
  const path = await all.linkOf('ann')
  const { path: known } = { path: path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A') }
  for (const wrong of ['/invitation/x', known, path.slice(0, -1), `${path}A`, '/invitation/01m883zqm0emprdf2hpadp6f2z.AAAAAAAAAAAAAAAAAAAAAAAAAAA', `${known}/calendar.ics`]) expect([wrong, (await all.site.ask(wrong)).status]).toEqual([wrong, 404])
  const { words } = await all.look(known)
  expect([words.includes('This link opens no invitation.'), words.includes('City Workshop')]).toEqual([true, false])
  expect((await all.site.ask(`${known}?index`, { form: { answer: 'accepted', sequence: '0' } })).status).toBe(404)
  await all.site.database.write((tx) => tx.updateTable('invitation').set({ generation: 2 }).where('person_id', '=', 'ann').execute())
  expect([(await all.site.ask(path)).status, (await all.site.ask(await all.linkOf('ann'))).status]).toEqual([404, 200])
})

it('opens no calendar to an address that was wrong, and keeps what the person said from it', async () => {
  const path = await all.linkOf('ann')
  const feeds = async (): Promise<number> => (await all.site.database.read.selectFrom('feed').select('id').execute()).length
  await all.site.database.write((tx) => tx.updateTable('person').set({ email: 'right@example.org' }).where('id', '=', 'ann').execute())
  await send(['ann'])
  expect((await all.site.ask(`${await all.linkOf('ann')}/name`, { form: { name: 'Speaker A the Younger', honorific: '', affiliation: '', title: '', word: '' } })).status).toBe(303)
  expect((await all.look(await all.linkOf('ann'))).words).toContain('Younger')
  expect((await all.look(path)).words).not.toContain('Younger')
  const before = await feeds()
  expect((await all.look(`${path}/feed`)).words).toContain('A newer invitation has taken the place of this one.')
  expect([(await all.site.ask(`${path}/feed`, { form: {} })).status, await feeds()]).toEqual([409, before])
})

it('says that it is over, closed, replaced or cancelled, and takes no answer then', async () => {
  const path = await all.linkOf('bob')
  const states: [change: () => Promise<unknown>, words: string][] = [
    [() => all.site.database.write((tx) => tx.updateTable('mission').set({ clock_show_ms: Date.UTC(2020, 1, 20) }).execute()), 'This is over.'],
    [() => all.site.database.write((tx) => tx.updateTable('mission').set({ archived_ms: 1, clock_show_ms: Date.UTC(2020, 0, 27, 3) }).execute()), 'This mission is closed.'],
    [() => all.site.database.write((tx) => tx.updateTable('invitation').set({ state: 'replaced' }).where('person_id', '=', 'bob').execute()), 'A newer invitation has taken the place of this one.'],
    [() => all.site.database.write((tx) => tx.updateTable('invitation').set({ state: 'cancelled' }).where('person_id', '=', 'bob').execute()), 'This was cancelled.'],
  ]
  for (const [happens, says] of states) {
    await happens()
    expect((await all.look(path)).words).toContain(says)
    const reply = await all.site.ask(`${path}?index`, { form: { answer: 'accepted', sequence: '0' } })
    expect([says, reply.status]).toEqual([says, 409])
  }
  expect((await all.site.ask(`${path}/calendar.ics`)).status).toBe(404)
  expect((await rowOf('bob')).answer).toBe('deputy')
})
