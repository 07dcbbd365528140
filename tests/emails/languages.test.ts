import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { Notice } from '#app/domain/notices.ts'
import { compose } from '#emails/compose.server.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'
import { SENDER } from '#tests/support/draining.ts'
import { change, deliver, desk, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { calendarIn } from '#tests/support/relay.ts'

let told: Invited
beforeEach(async () => {
  told = await makeInvited()
  await speaks('ann', 'Tajik, русский')
  await told.database.write((tx) => tx.insertInto('place_name').values([
    { id: 'ru-now', place_id: 'nur-sultan', name: 'Нур-Султан', name_key: 'nur sultan', language: 'ru', from_day: '2019-03-23', to_day: '2022-09-18' },
    { id: 'ru-later', place_id: 'nur-sultan', name: 'Астана', name_key: 'astana', language: 'ru', from_day: '2022-09-19', to_day: null },
    { id: 'tg', place_id: 'nur-sultan', name: 'Нурсултон', name_key: 'nursulton', language: 'tg', from_day: null, to_day: null },
  ]).execute())
})
afterEach(() => told.database.close())

const speaks = (personId: string, languages: string) => told.database.write((tx) => tx.updateTable('person').set({ languages }).where('id', '=', personId).execute())
const noticeTo = async (address: string): Promise<Notice> => JSON.parse((await told.database.read.selectFrom('outbox').select('facts').where('to_address', '=', address).orderBy('fifo_number', 'desc').executeTakeFirstOrThrow()).facts) as Notice
/** The newest message to an address, read by another library than the one that wrote it. */
async function mailTo(address: string, notice?: Notice) {
  const bytes = await compose(notice ?? (await noticeTo(address)), '<1@example.org>', SENDER)
  const mail = await simpleParser(bytes)
  return { subject: mail.subject ?? '', text: mail.text ?? '', html: typeof mail.html === 'string' ? mail.html : '', reads: readThrice(calendarIn(bytes)), bytes }
}

describe('a person is written to in the first of our languages that they have', () => {
  it('with both clocks, the city’s Russian name of that day, and the title as typed, in all three parts', async () => {
    await sendAll(told)
    const { subject, text, html, reads } = await mailTo('ann@example.org')
    expect(subject).toBe('Приглашение: City Workshop, 10:00 (Нур-Султан, UTC+6), ср, 29 янв. 2020 г.')
    for (const part of ['Здравствуйте, Speaker A, sample!', 'Приглашаем вас принять участие в рамках миссии «Roadshow, sample».', 'Когда: 10:00–11:30 (Нур-Султан, UTC+6)\nсреда, 29 января 2020 г.\n04:00–05:30 UTC', 'Ваше время: 10:20–10:40 Roads', 'Ваша роль: докладчик', 'Место: Room 4, Hilton, Нур-Султан', 'Статус: подтверждено', 'Ответить на приглашение:\nhttps://', 'его прочтёт Coordinator, sample']) expect(text).toContain(part)
    expect(html).toContain('<html lang="ru">')
    const description = 'ср, 29 янв. 2020 г., 10:00–11:30 (Нур-Султан, UTC+6) = 04:00–05:30 UTC\nВаша роль: докладчик.\nВаше время: 10:20–10:40 Roads'
    expect(reads.map((read) => [read.description, read.title, read.start])).toEqual(Array.from({ length: 3 }, () => [description, 'City Workshop', '20200129T040000Z']))
    const others = await mailTo('bob@example.org')
    expect([others.subject, others.html.includes('<html lang="en">'), others.text.includes('04:00–05:30 UTC')]).toEqual(['Invitation: City Workshop, 10:00 Nur-Sultan, UTC+6, Wed 29 Jan 2020', true, true])
  })

  it('through a new time, another room, a cancellation and on again', async () => {
    const subjects: string[] = []
    const texts: string[] = []
    for (const patch of [{}, timed('2020-01-29', 690, 780), { room: 'Room 5' }, { status: 'cancelled' }, { status: 'confirmed' }]) {
      if (Object.keys(patch).length > 0) await change(told, patch)
      await sendAll(told)
      await deliver(told)
      const { subject, text, reads } = await mailTo('ann@example.org')
      expect(new Set(reads.map((read) => read.description)).size).toBe(1)
      subjects.push(subject.split(':')[0] ?? '')
      texts.push(text)
    }
    expect(subjects).toEqual(['Приглашение', 'Новое время', 'Изменения', 'Отменено', 'Снова в силе'])
    expect(texts[1]).toContain('Время: 10:00–11:30 → 11:30–13:00 (Нур-Султан, UTC+6)')
    expect(texts[2]).toContain('В приглашении кое-что изменилось. Вы ещё не ответили.')
    expect(texts[2]).toContain('Место: Room 4, Hilton, Нур-Султан → Room 5, Hilton, Нур-Султан')
    expect(texts[3]).toContain('Отменено: City Workshop')
    for (const text of texts) expect(text.replace(/City Workshop|Roadshow, sample|Speaker A, sample|Coordinator, sample|Room \d, Hilton|Roads|Caravan|UTC|https:\S+/g, '')).not.toMatch(/[A-Za-z]{2}/)
  })
})

it('a change of language alone, or of a city’s name, is no news; what is queued keeps the language it was queued in', async () => {
  await sendAll(told)
  await deliver(told)
  await speaks('ann', 'English')
  await speaks('bob', 'Russian')
  await told.database.write((tx) => tx.updateTable('place_name').set({ name: 'Нурсултан' }).where('id', '=', 'ru-now').execute())
  expect(await desk(told)).toEqual([])
  expect((await mailTo('ann@example.org')).subject).toContain('Нур-Султан')
  await change(told, { room: 'Room 5' })
  await sendAll(told)
  expect([(await mailTo('ann@example.org')).subject.slice(0, 8), (await mailTo('bob@example.org')).subject.slice(0, 9)]).toEqual(['Changed:', 'Изменения'])
})

it('mail that was queued before there were languages is English', async () => {
  await sendAll(told)
  const { language, ...notice } = (await noticeTo('ann@example.org')) as Notice & { language?: Language }
  expect(language).toBe('ru')
  expect((await mailTo('', notice as Notice)).subject.split(':')[0]).toBe('Invitation')
})

it('a long Tajik title and a hostile mission stay what they are in Russian mail', async () => {
  const title = 'Ҷаласаи машваратӣ оид ба шаҳри ҳушманд '.repeat(7).trim()
  await told.database.write((tx) => tx.updateTable('mission').set({ title: '</p><script>alert(1)</script> {name} evil.example.org' }).where('id', '=', 'told').execute())
  await change(told, { title })
  await sendAll({ ...told, scope: { ...told.scope, mission: { ...told.scope.mission, title: '</p><script>alert(1)</script> {name} evil.example.org' } } })
  const { subject, text, html, reads } = await mailTo('ann@example.org')
  expect([subject.includes(title), text.includes(title), html.includes('<script'), text.includes('</p><script>alert(1)</script> {name} evil.\u2060example')]).toEqual([true, true, false, true])
  expect(reads.map((read) => read.title)).toEqual([title, title, title])
})
