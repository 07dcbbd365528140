import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const HOME = '/missions/smart-city-regional-roadshow'
const HERE = `${HOME}/engagements/a10/agenda`

let site: Site
let cookie: string
let viewer: string
/** The address of an agenda of another mission of the same coordinator, and its one item. */
let theirs: string
let theirItem: string

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
  viewer = await site.cookieOf('viewer@example.org')
  const other = ((await post('/missions/new', { title: 'Other', startDay: '2027-03-01', endDay: '2027-03-12' })).headers.get('location') ?? '').split('?')[0] ?? ''
  await site.database.write(async (tx) => {
    const mission = await tx.selectFrom('mission').select('id').where('slug', '=', other.split('/')[2] ?? '').executeTakeFirstOrThrow()
    const place = await tx.selectFrom('place').select('id').where('kind', '=', 'city').orderBy('id').executeTakeFirstOrThrow()
    await tx.insertInto('stop').values({ id: 'other-stop', mission_id: mission.id, place_id: place.id, position: 1, arrive_day: '2027-03-01', depart_day: '2027-03-02' }).execute()
    await tx.insertInto('engagement').values({ id: 'other-meeting', mission_id: mission.id, stop_id: 'other-stop', kind: 'meeting', title: 'Secret meeting', title_key: 'secret', day: '2027-03-01', zone: 'Asia/Almaty' }).execute()
    await tx.insertInto('agenda_item').values({ id: 'other-item', mission_id: mission.id, engagement_id: 'other-meeting', position: 1, kind: 'remarks', title: 'Secret item', day: '2027-03-01', start_minute: 540, end_minute: 570 }).execute()
  })
  theirs = `${HOME}/engagements/other-meeting/agenda`
  theirItem = 'other-item'
})
afterAll(() => site.stop())

const words = (html: string) => html.replaceAll(/<!-- -->/g, '').replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
const ask = async (path: string, as = cookie) => await site.ask(path, { cookie: as })
const html = async (path: string, as = cookie) => await (await ask(path, as)).text()
const read = async (path: string, as = cookie) => words(await html(path, as))
function post(path: string, form: Record<string, string | string[]>, as = cookie) {
  return site.ask(path, { cookie: as, form })
}
const items = () => listAgendaItems(site.database.read, 'roadshow', 'a10')
const lines = async () => (await items()).map((item) => `${item.id} ${item.startMinute}–${item.endMinute ?? ''}`)
const seen = async () => stampOf(await items())
const acts = async () => Number((await site.database.read.selectFrom('act').select((n) => n.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
const revision = async (id: string) => String((await items()).find((item) => item.id === id)?.revision)
/** Undoes what an answer did, so that each test finds the agenda as it is printed. */
async function takeBack(answer: Response): Promise<void> {
  const act = /did=([a-z0-9-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  expect((await post(`${HOME}/undo`, { act })).status).toBe(303)
}
const AS_PRINTED = ['ag01 540–570', 'ag02 570–590', 'ag03 590–595', 'ag04 595–600', 'ag05 600–630', 'ag06 630–640', 'ag07 640–670', 'ag08 670–710', 'ag09 710–730', 'ag10 730–']

describe('the list of agendas', () => {
  it('shows what has an agenda and what has none, and starts one', async () => {
    const text = await read(`${HOME}/agendas`)
    expect(text).toMatch(/With an agenda .* Workshop on “Preparing Dushanbe for a Digital 21st Century” 10 confirmed/)
    expect((await html(`${HOME}/agendas`)).match(/Start the agenda/g)?.length).toBe(17)
    expect(await read(`${HOME}/agendas?stop=stop-bishkek`)).toContain('No agenda here yet')
    expect(text).not.toContain('Secret')
  })

  it('is read-only for a viewer', async () => {
    expect(await read(`${HOME}/agendas`, viewer)).not.toContain('Start the agenda')
  })
})

describe('the builder', () => {
  it('shows times, people and what is to be said of each item, with the zone in its head', async () => {
    const text = await read(HERE)
    expect(text).toContain('Agenda of the Dushanbe workshop All times Dushanbe, UTC+5 · 10 items, 8 people, 3 moderators')
    expect(text).toMatch(/Header 09:30–12:00, programme 09:30–12:10/)
    expect(text).toMatch(/11:50–12:10 20 Closing Remarks closing .*ends 10 min after the header/)
    for (const remark of ['5-minute talk', '3 share 20 min', 'nobody leads', 'no end', '160 minutes without a break', 'No language or interpretation stated']) expect(text).toContain(remark)
    expect(await html(HERE)).toMatch(/datetime="2020-02-04T09:30\+05:00"/i)
  })

  it('offers a viewer nothing to change, and refuses what a viewer sends', async () => {
    const page = await html(HERE, viewer)
    expect(page).not.toMatch(/agenda\/(items|steps|order|header)/)
    expect(page).toContain(`${HOME}/papers/agenda/a10`)
    for (const path of [`${HERE}/items/new`, `${HERE}/items/ag08`, `${HERE}/items/ag08/time?start=10:00&ripple=none`, `${HERE}/order?item=ag08&to=1`, `${HERE}/header`]) expect((await ask(path, viewer)).status).toBe(403)
    for (const [path, form] of sends()) expect((await post(path, form, viewer)).status).toBe(403)
    expect(await lines()).toEqual(AS_PRINTED)
  })

  it('knows no agenda and no item of another mission', async () => {
    for (const path of [theirs, `${theirs}/items/new`, `${theirs}/items/${theirItem}`, `${HOME}/papers/agenda/other-meeting`, `${theirs}/header`, `${HERE}/items/${theirItem}`, `${HERE}/items/${theirItem}/time?start=09:00&ripple=none`, `${HERE}/order?item=${theirItem}&to=1`]) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).not.toContain('Secret')
    }
    for (const [path, form] of [...sends(theirs, theirItem), ...sends(HERE, theirItem).filter(([path]) => !/items\/new|header/.test(path))]) expect([path, (await post(path, form)).status]).toEqual([path, 404])
    expect((await site.database.read.selectFrom('agenda_item').selectAll().where('id', '=', theirItem).executeTakeFirst())?.revision).toBe(1)
  })
})

/** One well-formed form for every address that changes an agenda. */
function sends(here = HERE, item = 'ag08'): [string, Record<string, string>][] {
  return [
    [`${here}/items/new`, { title: 'X', kind: 'panel', start: '08:00', end: '', ripple: 'none' }], [`${here}/items/${item}`, { title: 'X', kind: 'panel', revision: '1' }],
    [`${here}/items/${item}/time`, { seen: 'x', start: '08:00', end: '', ripple: 'none' }], [`${here}/items/${item}/remove`, { revision: '1', ripple: 'none' }],
    [`${here}/steps`, { seen: 'x', earlier: item }], [`${here}/order`, { seen: 'x', item, to: '1' }], [`${here}/header`, { revision: '1', start: '09:00', end: '' }],
  ]
}

describe('a new item', () => {
  const add = (form: Record<string, string | string[]>) => post(`${HERE}/items/new`, { title: 'Briefing', kind: 'panel', start: '12:30', end: '12:45', ripple: 'following', ...form })

  it('comes back with the typed text where something is wrong', async () => {
    const answer = await add({ title: ' ', start: '25:00', end: '11:00', otherTitle: 'Хуш омадед' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const part of ['Enter what happens', 'Enter a time such as 09:30', 'value="Хуш омадед"', 'value="11:00"']) expect(text).toContain(part)
    expect((await add({ start: '10:00', end: '09:00' })).status).toBe(422)
    expect((await add({ speakers: 'nobody' })).status).toBe(422)
  })

  it('is named against before it is saved, and saved with a reason, in two languages', async () => {
    const asked = await add({})
    expect(asked.status).toBe(422)
    expect(words(await asked.text())).toMatch(/one thing stands against it.*Briefing ends 45 min after the 12:00 that the engagement says/)
    const answer = await add({ because: 'the room is free', otherTitle: 'Хуш омадед', otherLanguage: 'tg' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/agenda\?did=[a-z0-9]+#item-/)
    const page = await html(HERE)
    expect(page).toContain('<span lang="tg">Хуш омадед</span>')
    expect(await read(`${HOME}/history`)).toMatch(/added the agenda item “Briefing” to Workshop on “Preparing Dushanbe for a Digital 21st Century”, because the room is free/)
    await takeBack(answer)
    expect(await lines()).toEqual(AS_PRINTED)
  })
})

describe('another time', () => {
  const time = `${HERE}/items/ag08/time`
  const shorter = '?start=11:10&end=11:40&ripple=following'

  it('is shown first and changes nothing', async () => {
    const before = await acts()
    const text = await read(time + shorter)
    expect(text).toMatch(/8 now 11:10–11:40 was 11:10–11:50 30 40 Discussion/)
    expect(text).toContain('Discussion: 11:10–11:50 → 11:10–11:40. 2 other items move. 3 people’s slots change; nobody is told yet.')
    expect([await acts(), await lines()]).toEqual([before, AS_PRINTED])
  })

  it('is applied by a POST of what was shown, and undone', async () => {
    const answer = await post(time + shorter, { seen: await seen(), start: '11:10', end: '11:40', ripple: 'following' })
    expect([answer.status, (answer.headers.get('location') ?? '').split('?')[0]]).toEqual([303, HERE])
    expect((await lines()).slice(7)).toEqual(['ag08 670–700', 'ag09 700–720', 'ag10 720–'])
    expect(await read(answer.headers.get('location') ?? '')).toContain('You retimed the agenda item “Discussion” from 11:10–11:50 to 11:10–11:40 Dushanbe.')
    await takeBack(answer)
    expect(await lines()).toEqual(AS_PRINTED)
  })

  it('names what it would bring and waits for a reason', async () => {
    const asked = `${HERE}/items/ag02/time?start=09:30&end=10:10&ripple=none`
    expect(await read(asked)).toMatch(/3 things stand against it.*Introduction of Smart City Roadshow overlaps “Welcoming Remarks”/)
    const form = { seen: await seen(), start: '09:30', end: '10:10', ripple: 'none' }
    const refused = await post(asked, { ...form, because: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Write why it may stand, or discard the change')
    expect(await lines()).toEqual(AS_PRINTED)
    const answer = await post(asked, { ...form, because: 'in parallel' })
    expect(answer.status).toBe(303)
    await takeBack(answer)
  })

  it('is refused where it makes no sense, with the typed text, and where the agenda changed meanwhile', async () => {
    const late = await ask(`${time}?start=12:00&end=11:00&ripple=none`)
    expect(late.status).toBe(422)
    expect(await late.text()).toMatch(/Enter an end after the start[\s\S]*value="11:00"/)
    for (const query of ['', '?start=abc&ripple=none', '?start=23:00&end=23:50&ripple=following', '?start=10:00&ripple=sideways']) expect((await ask(time + query)).status).toBe(422)
    expect((await post(time, { seen: 'old', start: '11:10', end: '11:40', ripple: 'following' })).status).toBe(409)
    expect((await post(time, { start: 'x' })).status).toBe(400)
    expect(await lines()).toEqual(AS_PRINTED)
  })
})

describe('another order', () => {
  it('comes step by step with a button', async () => {
    const answer = await post(`${HERE}/steps`, { seen: await seen(), later: 'ag03' })
    expect([answer.status, await lines()]).toEqual([303, ['ag01 540–570', 'ag02 570–590', 'ag04 590–595', 'ag03 595–600', ...AS_PRINTED.slice(4)]])
    await takeBack(answer)
    expect(await lines()).toEqual(AS_PRINTED)
  })

  it('comes to any place at once, shown first where it is asked for by a link', async () => {
    expect(await read(`${HERE}/order?item=ag07&to=2`)).toMatch(/Dushanbe Smart City Development becomes item 2\. 5 other items move\. 8 people’s slots change/)
    const answer = await post(`${HERE}/order`, { seen: await seen(), item: 'ag07', to: '2' })
    expect([answer.status, (await lines())[1]]).toEqual([303, 'ag07 570–600'])
    await takeBack(answer)
  })

  it('leads to the page that names what it would bring', async () => {
    const answer = await post(`${HERE}/steps`, { seen: await seen(), later: 'ag09' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${HERE}/order?item=ag09&to=10#panel`])
    const shown = answer.headers.get('location')?.split('#')[0] ?? ''
    expect(await read(shown)).toMatch(/Closing Remarks overlaps “Lunch”, 11:50/)
    expect((await post(shown, { seen: await seen(), item: 'ag09', to: '10' })).status).toBe(422)
    const kept = await post(shown, { seen: await seen(), item: 'ag09', to: '10', because: 'they speak over lunch' })
    expect([kept.status, (await lines()).slice(8)]).toEqual([303, ['ag10 710–', 'ag09 710–730']])
    await takeBack(kept)
  })

  it('is refused for nonsense, at the end, and when the agenda changed meanwhile', async () => {
    const now = await seen()
    const tries: [string, Record<string, string>, number][] = [
      ['steps', { seen: now }, 400], ['steps', { seen: now, earlier: 'ag01', later: 'ag02' }, 400], ['steps', { seen: now, earlier: 'ag01' }, 409], ['steps', { seen: 'old', later: 'ag01' }, 409],
      ['order', { seen: now, item: 'ag01', to: '0' }, 400], ['order', { seen: now, item: 'ag01', to: 'x' }, 400], ['order', { seen: 'old', item: 'ag01', to: '3' }, 409],
    ]
    for (const [path, form, status] of tries) expect([path, form, (await post(`${HERE}/${path}`, form)).status]).toEqual([path, form, status])
    expect((await ask(`${HERE}/order`)).status).toBe(400)
    expect(await lines()).toEqual(AS_PRINTED)
  })
})

describe('the rest of an item', () => {
  it('is opened under its row with who speaks, and saved', async () => {
    const page = await html(`${HERE}/items/ag03`)
    const speakers = [...page.matchAll(/name="speakers"[^>]*value="([^"]+)"/g)].map((match) => match[1] as string)
    expect(speakers.length).toBe(8)
    const [petrov] = [...page.matchAll(/<input[^>]*name="speakers"[^>]*>/g)].filter((match) => match[0].includes('checked')).map((match) => /value="([^"]+)"/.exec(match[0])?.[1] ?? '')
    const answer = await post(`${HERE}/items/ag03`, { title: 'Digital CASA', kind: 'presentation', otherTitle: '', otherLanguage: '', revision: await revision('ag03'), speakers: [petrov ?? '', speakers[0] ?? ''] })
    expect(answer.status).toBe(303)
    expect(await read(HERE)).toMatch(/Digital CASA presentation (Mr\. Yusuf Majidi; Mr\. Oleg Petrov|Mr\. Oleg Petrov; Mr\. Yusuf Majidi)/)
    await takeBack(answer)
  })

  it('gives the typed text back when it is wrong or somebody was faster', async () => {
    const wrong = await post(`${HERE}/items/ag03`, { title: '', kind: 'presentation', otherTitle: 'Typed', revision: '1' })
    expect([wrong.status, (await wrong.text()).includes('value="Typed"')]).toEqual([422, true])
    const late = await post(`${HERE}/items/ag03`, { title: 'Typed as well', kind: 'presentation', revision: '77' })
    const text = await late.text()
    expect([late.status, text.includes('Somebody else changed this item meanwhile'), text.includes('value="Typed as well"')]).toEqual([422, true, true])
  })

  it('ends with it', async () => {
    expect((await post(`${HERE}/items/ag06/remove`, { revision: '77', ripple: 'none' })).status).toBe(409)
    expect((await post(`${HERE}/items/ag06/remove`, { ripple: 'none' })).status).toBe(400)
    const answer = await post(`${HERE}/items/ag06/remove`, { revision: await revision('ag06'), ripple: 'following' })
    expect([answer.status, (await lines()).slice(5)]).toEqual([303, ['ag07 630–660', 'ag08 660–700', 'ag09 700–720', 'ag10 720–']])
    await takeBack(answer)
    expect(await lines()).toEqual(AS_PRINTED)
  })
})

describe('the hours and the sheet', () => {
  it('takes other hours, and gives wrong ones back', async () => {
    const { revision } = await site.database.read.selectFrom('engagement').select('revision').where('id', '=', 'a10').executeTakeFirstOrThrow()
    const wrong = await post(`${HERE}/header`, { revision: String(revision), start: '12:00', end: '09:00' })
    expect([wrong.status, (await wrong.text()).includes('Enter an end after the start')]).toEqual([422, true])
    const late = await post(`${HERE}/header`, { revision: '77', start: '09:00', end: '12:10' })
    expect(late.status).toBe(422)
    const answer = await post(`${HERE}/header`, { revision: String(revision), start: '09:00', end: '12:10' })
    expect(answer.status).toBe(303)
    expect(await read(HERE)).not.toContain('programme 09:30–12:10')
    await takeBack(answer)
  })

  it('is printed with names and titles as they are printed, without remarks', async () => {
    const answer = await ask(`${HERE}/print`, viewer)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${HOME}/papers/agenda/a10`])
    const text = await read(`${HOME}/papers/agenda/a10?audience=counterpart`, viewer)
    expect(text.replaceAll(' ,', ',')).toContain('Mr. Sadi Samadov, Director, SUE "Smart City" under Hukumat of Dushanbe City')
    expect(text).toContain('Tuesday, February 4, 2020, 9:30 – 12:00 (Dushanbe, UTC+5)')
    expect(text).not.toContain('nobody leads')
  })
})
