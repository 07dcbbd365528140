import { factsOf } from '#app/domain/calendar/facts.ts'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { refuse } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import { openPublished, publicFile } from '#app/http/published.server.ts'
import { calendarFile } from '#emails/compose.server.ts'
import { joinCalendars } from '#emails/ics.server.ts'

/** What stands in the published version, under an identifier of its own: a later version replaces the entry. */
export const loader = open(async (entered) => {
  const { publication, agendas } = await openPublished(entered)
  const { mailFrom } = entered.app.config
  const domain = mailFrom.address.slice(mailFrom.address.lastIndexOf('@') + 1)
  const files = agendas.flatMap(({ content, number, atMs }) => {
    const slot = { day: content.day, startMinute: content.hours?.start ?? null, endMinute: content.hours?.end ?? null }
    const facts = factsOf({ ...content, ...slot, ...placeSlot(slot, content.zone), status: content.status === 'tentative' ? 'tentative' : 'confirmed' }, [], [], mailFrom)
    return facts ? [calendarFile({ uid: `${content.id}.${publication.id}@${domain}`, sequence: number, stampMs: atMs, facts, language: 'en' })] : []
  })
  if (files.length === 0) throw refuse('gone')
  return publicFile(joinCalendars(files), 'text/calendar; charset=utf-8', 'agenda.ics')
})
