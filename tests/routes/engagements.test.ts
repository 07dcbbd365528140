import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const HOME = '/missions/smart-city-regional-roadshow'
const WORKSHOP = `${HOME}/engagements/a10`

let site: Site
let cookie: string
let viewer: string
/** Another mission of the same coordinator, empty. */
let other: string

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
  viewer = await site.cookieOf('viewer@example.org')
  other = (await site.ask('/missions/new', { cookie, form: { title: 'Other', startDay: '2027-03-01', endDay: '2027-03-12' } })).headers.get('location')?.split('?')[0] ?? ''
})
afterAll(() => site.stop())

const words = (html: string) => html.replaceAll(/<!-- -->/g, '').replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
const read = async (path: string) => words(await (await site.ask(path, { cookie })).text())
const post = (path: string, form: Record<string, string | string[]>, as = cookie) => site.ask(path, { cookie: as, form })
const row = (id: string) => site.database.read.selectFrom('engagement').select(['status', 'day', 'start_minute', 'end_minute', 'title', 'revision', 'venue_text', 'fallback_of_id']).where('id', '=', id).executeTakeFirstOrThrow()
const revision = async (id: string) => String((await row(id)).revision)
async function made(form: Record<string, string>): Promise<string> {
  const answer = await post(`${HOME}/engagements/new`, { kind: 'meeting', stop: 'stop-dushanbe', day: '2020-02-03', status: 'tentative', start: '', end: '', ...form })
  expect(answer.status).toBe(303)
  return /engagements\/([a-z0-9-]+)\?did=/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

describe('the list', () => {
  it('stands day by day on the clock of each stop, counted by status, sample data marked', async () => {
    const text = await read(`${HOME}/engagements`)
    expect(text).toContain('18 meetings')
    expect(text).toMatch(/Wed 29 Jan 2020 Nur-Sultan, UTC\+6 .*Tue 4 Feb 2020 Dushanbe, UTC\+5 09:30–12:00 Workshop on/)
    expect(text).toContain('confirmed sample')
  })

  it('is narrowed by stop, status and kind, and what makes no sense counts as not asked', async () => {
    expect(await read(`${HOME}/engagements?stop=stop-bishkek`)).toContain('4 meetings')
    expect(await read(`${HOME}/engagements?kind=travel`)).not.toContain('Workshop on')
    expect(await read(`${HOME}/engagements?status=cleared`)).toContain('No meeting matches')
    expect(await read(`${HOME}/engagements?status=nonsense&stop=%00&page=-1`)).toContain('18 meetings')
    expect((await site.ask(`${HOME}/engagements?page=9`, { cookie })).status).toBe(200)
  })
})

describe('the page of an engagement', () => {
  it('says when and where on the clock of the stop and on one’s own, and where the deck says so', async () => {
    const text = await read(WORKSHOP)
    expect(text).toContain('Tue 4 Feb 2020 · 09:30–12:00 Dushanbe, UTC+5')
    expect(text).toMatch(/Mon 23:30 – Tue 02:00 Washington, UTC−5/)
    expect(text).toContain('line 29 of the deck')
  })

  it('gives each person one row in protocol order with roles and answer', async () => {
    const html = await (await site.ask(WORKSHOP, { cookie })).text()
    expect(html.match(/id="person-/g)?.length).toBe(8)
    expect(words(html)).toMatch(/1 Mr\. Yusuf Majidi .*Deputy Minister.* moderator, speaker at 09:30, 11:50 .*8 Mr\. Sadi Samadov/)
  })

  it('shows a viewer everything and no button', async () => {
    const html = await (await site.ask(WORKSHOP, { cookie: viewer })).text()
    expect(words(html)).toContain('Mr. Yusuf Majidi')
    expect(html).not.toContain(`action="${WORKSHOP}`)
    expect(html).not.toContain(`href="${WORKSHOP}/edit`)
  })
})

describe('a new engagement', () => {
  it('gives back what was typed, with what would be right', async () => {
    const answer = await post(`${HOME}/engagements/new`, { title: ' ', kind: 'meeting', stop: 'stop-dushanbe', day: '2020-02-31', start: '15:00', end: '14:00', status: 'idea', venue: 'Tea <house>' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Enter a title')
    expect(html).toContain('Enter a day that exists')
    expect(html).toContain('value="Tea &lt;house&gt;"')
  })

  it('names what is taken before it is saved, and stands for a reason', async () => {
    const form = { title: 'Lunch', kind: 'meal', stop: 'stop-dushanbe', day: '2020-02-04', start: '11:30', end: '13:00', status: 'confirmed', venue: 'Hilton Hotel, Dushanbe, Tajikistan' }
    const answer = await post(`${HOME}/engagements/new`, form)
    const text = words(await answer.text())
    expect(answer.status).toBe(422)
    expect(text).toContain('Hilton Hotel, Dushanbe, Tajikistan is taken by Workshop on “Preparing Dushanbe for a Digital 21st Century” , Tue 4 Feb 2020, 09:30–12:00 Dushanbe, UTC+5')
    expect((await post(`${HOME}/engagements/new`, { ...form, because: 'the lobby' })).status).toBe(303)
  })

  it('can stand by for another', async () => {
    expect(await read(`${HOME}/engagements/new?fallback=a12`)).toContain('New back-up')
    expect((await row(await made({ title: 'In case', fallbackOf: 'a12' }))).fallback_of_id).toBe('a12')
  })
})

describe('editing', () => {
  const form = async (more: Record<string, string>) => ({ revision: await revision('a12'), title: 'Second meeting', kind: 'meeting', venue: 'Here', room: '', team: '', language: '', interpretation: '', purpose: '', questions: '', brief: '', publicText: '', ...more })

  it('keeps the text of whoever came too late and shows what is stored now', async () => {
    const late = await form({ brief: 'My own words' })
    expect((await post(`${HOME}/engagements/a12/edit`, await form({ brief: 'Their words' }))).status).toBe(303)
    const answer = await post(`${HOME}/engagements/a12/edit`, late)
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('>My own words</textarea>')
    expect(words(html)).toContain('Stored now, other than what you typed saving replaces it Brief Their words')
    expect(html).toContain(`name="revision" value="${await revision('a12')}"`)
  })

  it('refuses what cannot be', async () => {
    const answer = await post(`${HOME}/engagements/a12/edit`, await form({ title: '', brief: 'Kept' }))
    expect([answer.status, (await answer.text()).includes('>Kept</textarea>')]).toEqual([422, true])
    expect((await post(`${HOME}/engagements/a12/edit`, await form({ venueId: 'dushanbe' }))).status).toBe(422)
  })

  it('keeps other titles, each once', async () => {
    expect((await post(`${HOME}/engagements/a12/aliases?index`, { title: 'Closing talk' })).status).toBe(303)
    expect((await post(`${HOME}/engagements/a12/aliases?index`, { title: 'closing  TALK' })).status).toBe(422)
    const alias = await site.database.read.selectFrom('engagement_alias').select('id').where('engagement_id', '=', 'a12').executeTakeFirstOrThrow()
    expect((await post(`${HOME}/engagements/a12/aliases/remove`, { alias: alias.id })).status).toBe(303)
    expect((await post(`${HOME}/engagements/a12/aliases/remove`, { alias: alias.id })).status).toBe(404)
  })
})

describe('moving', () => {
  it('shows what changes and changes nothing', async () => {
    const text = await read(`${WORKSHOP}/move?stop=stop-dushanbe&day=2020-02-04&start=11:00&end=12:00`)
    expect(text).toContain('Tue 4 Feb 2020 · 09:30–12:00 Dushanbe, UTC+5 → after Tue 4 Feb 2020 · 11:00–13:30 Dushanbe, UTC+5')
    expect(text).toContain('10 items go along by 90 min later.')
    expect(text).toMatch(/8 people hold the old time: .*Nobody is told before you send\./)
    expect((await row('a10')).start_minute).toBe(570)
  })

  it('says what is wrong with a time that cannot be', async () => {
    expect(await read(`${WORKSHOP}/move?day=2020-02-04&start=25:00`)).toContain('Enter a time such as 09:30')
    const answer = await post(`${WORKSHOP}/move`, { revision: await revision('a10'), stop: 'stop-dushanbe', day: '2020-02-04', start: '11:00', end: '10:00' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Enter an end after the start, on the same day')
    expect(html).toContain('value="11:00"')
    expect((await post(`${WORKSHOP}/move`, { revision: '1', day: 'today' })).status).toBe(422)
  })

  it('stops at a conflict, with the preview and the text kept', async () => {
    await post(`${WORKSHOP}/people/new`, { role: 'host', person: await personOf('Sadi Samadov') })
    const busy = await made({ title: 'Budget talk', day: '2020-02-05', start: '11:00', end: '12:00' })
    await post(`${HOME}/engagements/${busy}/people/new`, { role: 'speaker', person: await personOf('Sadi Samadov') })
    const form = { revision: await revision('a10'), stop: 'stop-dushanbe', day: '2020-02-05', start: '11:30', end: '12:00' }
    const answer = await post(`${WORKSHOP}/move`, form)
    const text = words(await answer.text())
    expect(answer.status).toBe(422)
    expect(text).toContain('Sadi Samadov is in Budget talk , Wed 5 Feb 2020, 11:00–12:00 Dushanbe, UTC+5 at the same time.')
    expect(text).toContain('10 items go along by 1 day later and 120 min later.')
    expect((await row('a10')).day).toBe('2020-02-04')
  })

  it('leads to those who hold the old time, and to nobody else', async () => {
    const answer = await post(`${WORKSHOP}/move`, { revision: await revision('a10'), stop: 'stop-dushanbe', day: '2020-02-04', start: '13:30', end: '12:00' })
    expect([answer.status, answer.headers.get('location')?.split('&did=')[0]]).toEqual([303, `${HOME}/invitations?engagement=a10`])
    expect([(await row('a10')).start_minute, (await row('a10')).end_minute]).toEqual([810, 960])
    const alone = await post(`${HOME}/engagements/a15/move`, { revision: await revision('a15'), stop: 'stop-tashkent', day: '2020-02-07', start: '16:00', end: '17:00' })
    expect(alone.headers.get('location')).toMatch(/engagements\/a15\?did=/)
  })

  it('answers 409 to whoever came too late', async () => {
    expect((await post(`${WORKSHOP}/move`, { revision: '1', stop: 'stop-dushanbe', day: '2020-02-04', start: '15:00', end: '16:00' })).status).toBe(409)
  })
})

const personOf = async (name: string) => (await site.database.read.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id

describe('a status', () => {
  it('is confirmed and its back-up released in one step', async () => {
    const html = await (await site.ask(`${HOME}/engagements/a11`, { cookie })).text()
    expect(html).toContain('Confirm and release the back-up')
    const answer = await post(`${HOME}/engagements/a11/status`, { revision: await revision('a11'), status: 'confirmed', release: 'yes' })
    expect(answer.status).toBe(303)
    expect([(await row('a11')).status, (await row('sample-back-up')).status]).toEqual(['confirmed', 'cancelled'])
    expect(await read(answer.headers.get('location') ?? '')).toContain('confirmed 27 Jan')
  })

  it('goes nowhere without the reason that it needs, and never past a step', async () => {
    const back = await post(`${HOME}/engagements/a11/status`, { revision: await revision('a11'), status: 'tentative', reason: '' })
    expect([back.status, (await back.text()).includes('Enter the reason: it stands in the history')]).toEqual([422, true])
    expect((await post(`${HOME}/engagements/a11/status`, { revision: await revision('a11'), status: 'cleared' })).status).toBe(422)
    expect((await post(`${HOME}/engagements/a11/status`, { revision: '1', status: 'held', reason: 'early' })).status).toBe(409)
    expect((await post(`${HOME}/engagements/a11/status`, { status: 'nonsense' })).status).toBe(422)
  })

  it('leaves the chain for a reason', async () => {
    const bare = await post(`${HOME}/engagements/a14/cancel`, { revision: await revision('a14'), status: 'postponed', reason: ' ' })
    expect(bare.status).toBe(422)
    expect((await post(`${HOME}/engagements/a14/cancel`, { revision: await revision('a14'), status: 'postponed', reason: 'the road is closed' })).status).toBe(303)
    expect(await read(`${HOME}/engagements/a14`)).toMatch(/postponed 27 Jan because the road is closed/)
  })

  it('removes an idea, and nothing that was agreed', async () => {
    const id = await made({ title: 'Perhaps', status: 'idea' })
    expect((await post(`${HOME}/engagements/${id}/remove`, { revision: '1' })).status).toBe(303)
    expect((await site.ask(`${HOME}/engagements/${id}`, { cookie })).status).toBe(404)
    expect((await post(`${WORKSHOP}/remove`, { revision: await revision('a10') })).status).toBe(422)
  })
})

describe('people', () => {
  it('are found however they are spelt, and printed with their title of that day', async () => {
    const text = await read(`${HOME}/engagements/a09/people/new?text=${encodeURIComponent('Маджиди')}`)
    expect(text).toContain('Mr. Yusuf Majidi')
    const form = await (await site.ask(`${HOME}/engagements/a09/people/new?person=${await personOf('Yusuf Majidi')}`, { cookie })).text()
    expect(form).toContain('value="Deputy Minister, Ministry of Finance, Republic of Tajikistan"')
    expect((await site.ask(`${HOME}/engagements/a09/people/new?person=nobody`, { cookie })).status).toBe(404)
  })

  it('are told apart from whoever is spelt alike', async () => {
    const form = { role: 'participant', name: 'Yusuf Madjidi', email: 'yusuf@example.org' }
    const answer = await post(`${HOME}/engagements/a09/people/new`, form)
    const html = await answer.text()
    expect([answer.status, html.includes('value="Yusuf Madjidi"'), words(html).includes('Mr. Yusuf Majidi')]).toEqual([422, true, true])
    expect((await post(`${HOME}/engagements/a09/people/new`, { ...form, another: 'yes' })).status).toBe(303)
    expect((await post(`${HOME}/engagements/a09/people/new`, { role: 'participant', name: 'Somebody', email: 'no address' })).status).toBe(422)
    expect((await post(`${HOME}/engagements/a09/people/new`, { role: 'participant' })).status).toBe(422)
  })

  it('are ordered, edited, counted as come, and taken away', async () => {
    const at = `${HOME}/engagements/a09`
    await post(`${at}/people/new`, { role: 'host', representativeOf: 'A new bureau' })
    const rows = await site.database.read.selectFrom('participation').select(['id', 'revision']).where('engagement_id', '=', 'a09').orderBy('precedence').execute()
    const last = rows.at(-1)
    if (!last) throw new Error('nobody')
    expect((await post(`${at}/people/reorder`, { participation: last.id, go: 'earlier' })).headers.get('location')).toMatch(/a09\?did=.*#who$/)
    expect((await post(`${at}/people/reorder`, { participation: last.id, go: 'sideways' })).status).toBe(400)
    expect((await post(`${at}/people/${last.id}/edit`, { revision: '1', role: 'host', printedName: '', printedTitle: 'Kept', representativeOf: '' })).status).toBe(422)
    const late = await post(`${at}/people/${last.id}/edit`, { revision: '1', role: 'host', printedName: '', printedTitle: 'Kept', representativeOf: 'A bureau' })
    expect([late.status, (await late.text()).includes('value="Kept"')]).toEqual([409, true])
    expect((await post(`${at}/people/attendance`, { [`was-${last.id}`]: 'absent', visitor: ['Меҳмон, sample', ''], visitorOf: ['A new bureau', ''], visitorTitle: ['Engineer', ''] })).status).toBe(303)
    expect(await read(at)).toMatch(/Меҳмон, sample, for A new bureau.*came as a visitor/)
    expect(await read(at)).toContain('did not come')
    const { revision: now } = await site.database.read.selectFrom('participation').select('revision').where('id', '=', last.id).executeTakeFirstOrThrow()
    expect((await post(`${at}/people/remove`, { participation: last.id, revision: String(now) })).status).toBe(303)
    expect((await post(`${at}/people/remove`, { participation: last.id, revision: String(now) })).status).toBe(404)
  })
})

describe('the door', () => {
  const forms = ['edit', 'move', 'status', 'cancel', 'remove', 'aliases', 'people/new', 'people/attendance']
  const actions = ['edit', 'move', 'status', 'cancel', 'remove', 'aliases?index', 'aliases/remove', 'people/new', 'people/attendance', 'people/reorder', 'people/remove']

  it('lets a viewer read and change nothing', async () => {
    expect(await Promise.all([...forms.map((form) => site.ask(`${WORKSHOP}/${form}`, { cookie: viewer })), ...actions.map((action) => post(`${WORKSHOP}/${action}`, {}, viewer))].map(async (answer) => (await answer).status)))
      .toEqual([...forms, ...actions].map(() => 403))
    expect((await site.ask(`${HOME}/engagements/new`, { cookie: viewer })).status).toBe(403)
  })

  it('knows no engagement of another mission', async () => {
    const at = `${other}/engagements/a10`
    expect((await site.ask(at, { cookie })).status).toBe(404)
    expect(await Promise.all(forms.map(async (form) => (await site.ask(`${at}/${form}`, { cookie })).status))).toEqual(forms.map(() => 404))
    const moved = await post(`${at}/move`, { revision: await revision('a10'), day: '2020-02-04', start: '09:00', end: '10:00' })
    expect(moved.status).toBe(404)
    expect((await post(`${at}/people/new`, { role: 'host', name: 'X' })).status).toBe(404)
    expect((await site.ask(`${HOME}/engagements/No%20such`, { cookie })).status).toBe(404)
  })

  it('sends whoever is signed out to sign in', async () => {
    expect((await site.ask(WORKSHOP)).headers.get('location')).toMatch(/^\/sign-in\?to=/)
  })
})

describe('a mission made from nothing', () => {
  it('reaches somebody who waits for an invitation', async () => {
    expect(await read(`${other}/engagements`)).toContain('Add the first stop')
    const stop = (await post(`${other}/stops/new`, { cityName: 'Springfield', country: 'Land', zone: 'Asia/Tokyo', arriveDay: '2027-03-02', departDay: '2027-03-03' })).headers.get('location') ?? ''
    const stopId = /stops\/([a-z0-9-]+)/.exec(stop)?.[1] ?? ''
    expect(await read(`${other}/engagements/new?stop=${stopId}&day=2027-03-02`)).toContain('Springfield · 2–3 Mar · UTC+9')
    const engagement = (await post(`${other}/engagements/new`, { title: 'Opening', kind: 'meeting', stop: stopId, day: '2027-03-02', start: '10:00', end: '11:00', status: 'tentative' })).headers.get('location')?.split('?')[0] ?? ''
    expect((await post(`${engagement}/people/new`, { role: 'speaker', name: 'Director, sample', email: 'director@example.org', printedTitle: 'Director' })).status).toBe(303)
    expect((await post(`${engagement}/status`, { revision: '1', status: 'confirmed' })).status).toBe(303)
    expect(await read(engagement)).toContain('1 person waits for an invitation.')
    expect(await read(`${other}/invitations?engagement=${engagement.split('/').at(-1)}`)).toContain('Director, sample')
  })
})
