/** Prints the invitations to four cities for 10:00 of a day in January 2020 and one in January 2026, as a process writes them whose own clock is in another zone. */
import type { InvitationNotice } from '#app/domain/notices.ts'
import { writeMail } from '#emails/compose.server.ts'
import { factsAt } from '#tests/support/calendar-facts.ts'
import { SENDER } from '#tests/support/draining.ts'

const CITIES = [['Nur-Sultan', 'Asia/Almaty'], ['Bishkek', 'Asia/Bishkek'], ['Dushanbe', 'Asia/Dushanbe'], ['Tashkent', 'Asia/Tashkent']] as const

const invitations = ['2020-01-20', '2026-01-20'].flatMap((day) => CITIES.map(([city, zone]) => {
  const facts = factsAt(day, 600, 690, { zone, city, slots: [{ day, startMinute: 620, endMinute: 640, title: 'Roads' }] })
  const before = factsAt(day, 0, 30, { zone, city })
  const notice: InvitationNotice = {
    kind: 'reschedule', uid: `${city}@example.org`, sequence: 1, stampMs: Date.UTC(2020, 0, 2, 3, 4, 5), invitationId: city, generation: 1, to: { name: 'Guest, sample', address: 'guest@example.org' }, replyTo: null,
    missionTitle: 'Told', facts, before, askedBefore: 0, answer: 'none', asksAgain: true,
  }
  return { day, city, english: writeMail(notice, SENDER), russian: writeMail({ ...notice, language: 'ru' }, SENDER) }
}))
console.log(JSON.stringify({ offset: new Date(Date.UTC(2020, 0, 20)).getTimezoneOffset(), invitations }))
