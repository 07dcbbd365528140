import { afterAll, beforeAll, expect, it } from 'vitest'
import { change, sendAll } from '#tests/support/invited-mission.ts'
import { startInvitedSite } from '#tests/support/invited-site.ts'
import type { InvitedSite } from '#tests/support/invited-site.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'
import { wordsOf } from '#tests/support/told-site.ts'

let all: InvitedSite
let cookie: string
beforeAll(async () => {
  all = await startInvitedSite()
  cookie = await all.site.cookieOf('planner@example.org')
  await all.site.database.write(async (tx) => {
    await tx.updateTable('person').set({ languages: 'русский, English' }).where('id', '=', 'ann').execute()
    await tx.insertInto('affiliation').values({ id: 'head', person_id: 'ann', title: 'Head of Unit' }).execute()
    await tx.insertInto('place_name').values({ id: 'ru', place_id: 'nur-sultan', name: 'Нур-Султан', name_key: 'nur sultan', language: 'ru', from_day: null, to_day: null }).execute()
  })
  await change(all.told, { room: 'Room 5' })
  await send()
})
afterAll(() => all.site.stop())

const send = async (): Promise<void> => void (await sendAll({ ...all.told, scope: { ...all.told.scope, missionNowMs: Date.UTC(2020, 0, 27, 3) } }))
const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const reply = await all.site.ask(path, { form: { sequence: '1', ...form }, headers })
  const html = (await reply.text()).replaceAll('<!-- -->', '')
  return { status: reply.status, location: reply.headers.get('location') ?? '', html, words: wordsOf(html) }
}
const team = async (path: string, form?: Record<string, string>) => {
  const reply = await all.site.ask(`/missions/told${path}`, { cookie, ...(form ? { form } : {}) })
  return { status: reply.status, html: (await reply.text()).replaceAll('<!-- -->', '') }
}
const counted = async (): Promise<number[]> => await Promise.all((['act', 'change', 'received_mail', 'task', 'correction', 'feed'] as const).map(async (table) => (await all.site.database.read.selectFrom(table).select('id').execute()).length))
const PAGES = ['', '/time', '/name', '/feed']

it('speaks the first language of the person, and the other one by a link that every link and form then keeps', async () => {
  const path = await all.linkOf('ann')
  const { words, html } = await all.look(path)
  for (const part of ['Speaker A, sample', 'Семинар · приглашение от Caravan, «Roadshow, sample»', 'Ваше время по месту проведения 10:20–10:40 Нур-Султан, UTC+6 · среда, 29 января 2020 г.', 'То же по UTC: 04:20–04:40', 'Ваша роль докладчик', 'Место Room 5, Hilton, Нур-Султан', 'подтверждено', 'Вы придёте?', 'Принять', 'Возможно', 'Отказаться', 'Предложить другое время', 'Ошибка в имени или должности?']) expect(words).toContain(part)
  expect([html.includes('<html lang="ru"'), html.includes('<title>Приглашение · Caravan</title>'), html.includes('<h1 lang="en">City Workshop</h1>'), html.includes('<script')]).toEqual([true, true, true, false])
  expect((await all.look(`${path}?zone=America/New_York`)).words).toContain('По вашему времени: 23:20–23:40 Нью-Йорк, UTC−5 , вт, 28 янв.')
  for (const rest of PAGES) {
    const english = (await all.look(`${path}${rest}?lang=en&zone=Asia/Seoul`)).html
    const own = [...english.matchAll(/(?:href|action)="(\/invitation\/[^"]*)"/g)].map(([, address]) => (address ?? '').replaceAll('&amp;', '&'))
    expect(own.length).toBeGreaterThan(1)
    const forms = [...english.matchAll(/<form[^>]*method="get"[^>]*>(.*?)<\/form>/gs)].map(([, inner]) => inner ?? '')
    const kept = own.filter((address) => !address.includes('lang=') && !(forms.length > 0 && address === path))
    expect([rest, english.includes('<html lang="en"'), kept, forms.filter((form) => !form.includes('name="lang" value="en"'))]).toEqual([rest, true, [], []])
    expect(own).toContain(`${path}${rest}?zone=Asia%2FSeoul&lang=ru`)
  }
  for (const lang of ['tg', 'constructor', '%00', 'ru'.repeat(99)]) expect((await all.look(`${path}?lang=${lang}`)).html).toContain('<html lang="ru"')
  expect((await all.look(await all.linkOf('bob'))).html).toContain('<html lang="en"')
})

it('changes nothing by looking at any of its pages, with HEAD, or through addresses that look like answers', async () => {
  const before = await counted()
  for (const person of ['ann', 'bob']) {
    const path = await all.linkOf(person)
    for (const rest of [...PAGES, '/calendar.ics']) {
      for (const query of ['', '?lang=ru', '?answer=accepted&sequence=1&deputy=X&day=2020-01-30&start=09:00&name=X', '?index&answer=declined']) {
        for (const method of ['GET', 'HEAD']) expect((await fetch(all.site.origin + path + rest + query, { method })).status).toBe(200)
      }
    }
  }
  expect(await counted()).toEqual(before)
})

it('says what is wrong in the language of the page and gives back what was typed', async () => {
  const path = await all.linkOf('ann')
  const cases: [string, Record<string, string>, number, string[]][] = [
    ['?index', { answer: 'deputy' }, 422, ['Укажите имя того, кто придёт вместо вас', 'Не отправлено']],
    ['?index', { answer: 'nonsense' }, 422, ['Выберите ответ']],
    ['?index', { answer: 'accepted', sequence: 'x' }, 422, ['Выберите ответ']],
    ['?index', { answer: 'accepted', word: 'щ'.repeat(501) }, 422, ['Слишком длинно: сократите']],
    ['?index', { answer: 'accepted', sequence: '9' }, 409, ['время изменилось, поэтому ваш ответ не записан']],
    ['/time', { day: '2020-02-30', start: '25:00', end: 'x' }, 422, ['Укажите существующий день', 'Укажите время, например 09:30']],
    ['/time', { day: '2020-01-30', start: '10:00', end: '09:00' }, 422, ['Укажите окончание позже 10:00']],
    ['/time', { day: '2020-01-02', start: '10:00', word: 'осталось' }, 422, ['Укажите время, которое ещё не прошло']],
    ['/name', { name: '' }, 422, ['Укажите ваше имя']],
    ['/name', { name: 'Speaker A, sample', affiliation: 'head' }, 422, ['Здесь всё так, как напечатано']],
    ['/name', { name: 'X', affiliation: '../../x' }, 422, ['Не отправлено']],
  ]
  for (const [rest, form, status, says] of cases) {
    const reply = await post(`${path}${rest}`, form)
    expect([rest, form, reply.status, reply.html.includes('<html lang="ru"')]).toEqual([rest, form, status, true])
    for (const part of says) expect(reply.words).toContain(part)
    expect(reply.words).not.toMatch(/Enter |Choose |Not saved|may stay empty/)
  }
  expect((await post(`${path}/time`, { day: '2020-01-02', start: '10:00', word: 'осталось' })).html).toContain('value="осталось"')
  expect((await post(`${path}/time?lang=en`, { day: '2020-01-30', start: '10:00', end: '09:00' })).words).toContain('Enter an end after 10:00')
  for (const rest of ['?index', '/time', '/name', '/feed']) expect((await post(`${path}${rest}`, { answer: 'accepted' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

it('refuses a link in the language that is asked for, or that of the browser', async () => {
  const ask = async (query: string, language?: string) => {
    const reply = await fetch(`${all.site.origin}/invitation/x${query}`, { headers: language ? { 'accept-language': language } : {} })
    const html = await reply.text()
    return [reply.status, /<html lang="(\w+)"/.exec(html)?.[1], /<h1>([^<]*)/.exec(html)?.[1], /<title>([^<]*)/.exec(html)?.[1]]
  }
  const [english, russian] = [[404, 'en', 'This link opens no invitation.', 'Invitation · Caravan'], [404, 'ru', 'По этой ссылке приглашения нет.', 'Приглашение · Caravan']]
  expect([await ask(''), await ask('?lang=ru'), await ask('', 'ru-RU,ru;q=0.9,en;q=0.8'), await ask('', 'tg, ru;q=0.9'), await ask('?lang=en', 'ru'), await ask('', '*'), await ask('/time?lang=ru').then((found) => found.slice(0, 3)), await ask('/calendar.ics?lang=ru').then(([status]) => status)]).toEqual([english, russian, russian, russian, english, english, russian.slice(0, 3), 404])
  const posted = await post('/invitation/x/time?lang=ru', {})
  expect([posted.status, posted.html.includes('<html lang="ru"')]).toEqual([404, true])
})

it('gives the calendar file and the feed in the language of the page', async () => {
  const path = await all.linkOf('ann')
  const file = async (query: string) => readThrice(await (await all.site.ask(`${path}/calendar.ics${query}`)).text()).map(({ description }) => description.split('\n')[1])
  expect([await file(''), await file('?lang=en')]).toEqual([Array(3).fill('Ваша роль: докладчик.'), Array(3).fill('You are invited as speaker.')])
  const made = await post(`${path}/feed`, {})
  expect([made.status, made.words.includes('Лента готова: Speaker A, sample.'), made.words.includes('Подписаться на этом устройстве')]).toEqual([201, true, true])
  const feed = await (await fetch(all.site.origin + (/value="[^"]*(\/calendar\/[^"]+)"/.exec(made.html)?.[1] ?? ''))).text()
  expect(readThrice(feed).map(({ description }) => description.includes('Ваше время: 10:20–10:40 Roads'))).toEqual([true, true, true])
})

it('a proposed time waits at the desk, where it can be kept, and the page says what became of it', async () => {
  const path = await all.linkOf('ann')
  const proposed = await post(`${path}/time?zone=Asia/Seoul`, { day: '2020-01-30', start: '09:30', end: '11:00', word: 'После перелёта' })
  expect([proposed.status, proposed.location]).toEqual([303, `${path}?zone=Asia%2FSeoul#proposed`])
  const unbroken = wordsOf((await all.look(path)).html.replace(/<span class="steady">([^<]*)<\/span>/g, '$1'))
  expect(unbroken).toContain('Вы предложили: чт, 30 янв. 2020 г., 09:30–11:00 (Нур-Султан, UTC+6). “После перелёта” Решение за организатором.')
  const desk = wordsOf((await team('/invitations')).html)
  for (const part of ['Other times and deputies', 'another time Thu 30 Jan 2020, 09:30–11:00 Nur-Sultan, UTC+6', '“После перелёта”', 'Keep the time']) expect(desk).toContain(part)
  const { id } = await all.site.database.read.selectFrom('received_mail').select('id').where('state', '=', 'task').executeTakeFirstOrThrow()
  const reply = wordsOf((await team(`/invitations/review/${id}`)).html)
  expect([reply.includes('by the link in their mail'), reply.includes('The mail'), reply.includes('Speaker A, sample, on their page')]).toEqual([true, false, true])
  expect((await team(`/invitations/review/${id}/settle`, { revision: '1', as: 'kept' })).status).toBe(303)
  expect((await all.look(`${path}?lang=en`)).words).toContain('The organiser kept the time as it is.')
})

it('a correction waits at the desk and on the person’s page until somebody takes it over', async () => {
  const path = await all.linkOf('ann')
  const proposed = await post(`${path}/name`, { honorific: 'Д-р', name: 'Speaker A, sample', affiliation: 'head', title: 'Head of the Unit' })
  expect([proposed.status, proposed.location]).toEqual([303, `${path}#corrected`])
  expect((await post(`${path}/name`, { honorific: 'Д-р', name: 'Speaker A, sample', affiliation: 'head', title: 'Head of the Unit' })).status).toBe(303)
  expect((await all.look(path)).words).toContain('Вы предложили исправление: Д-р Speaker A, sample, Head of the Unit.')
  for (const page of ['/invitations', '/people/ann']) expect(wordsOf((await team(page)).html)).toContain('Form of address before none → after Д-р Title before Head of Unit → after Head of the Unit')
  const { html } = await team('/people/ann')
  const [, action = '', inner = ''] = /action="([^"]*\/take)">(.*?)<\/form>/s.exec(html) ?? []
  const form = Object.fromEntries([...inner.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])) as Record<string, string>
  expect((await team(action.replace('/missions/told', ''), form)).status).toBe(303)
  expect(await all.site.database.read.selectFrom('affiliation').select('title').where('id', '=', 'head').executeTakeFirst()).toEqual({ title: 'Head of the Unit' })
  expect((await all.look(path)).words).not.toContain('Вы предложили исправление')
  expect((await team(action.replace('/missions/told', ''), form)).status).toBe(404)
  expect((await team(action.replace('/missions/told', ''), {})).status).toBe(400)
})

it('closes in both languages', async () => {
  const path = await all.linkOf('ann')
  await all.site.database.write((tx) => tx.updateTable('invitation').set({ state: 'cancelled' }).where('person_id', '=', 'ann').execute())
  for (const [lang, says, cannot] of [['ru', 'Мероприятие отменено.', 'отвечать на приглашение не нужно'], ['en', 'This was cancelled.', 'so there is nothing to answer']] as const) {
    const { words } = await all.look(`${path}?lang=${lang}`)
    expect([words.includes(says), words.includes('/time')]).toEqual([true, false])
    for (const rest of ['/time', '/name']) expect((await all.look(`${path}${rest}?lang=${lang}`)).words).toContain(cannot)
    for (const [rest, form] of [['?index&', { answer: 'accepted' }], ['/time?', { day: '2020-01-30', start: '09:30' }], ['/name?', { name: 'New' }]] as const) {
      const reply = await post(`${path}${rest}lang=${lang}`, form)
      expect([reply.status, reply.words.includes(cannot)]).toEqual([409, true])
    }
  }
})
