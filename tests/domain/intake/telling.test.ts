import { describe, expect, it } from 'vitest'
import type { ScheduleDraft } from '#app/domain/intake/draft.ts'
import { readText } from '#app/domain/intake/read.ts'
import { formatMinute } from '#app/domain/time.ts'

/** City, day, time and kind of everything that a text tells. */
function toldBy(text: string): string[] {
  const draft = readText(text).draft as ScheduleDraft | null
  return (draft?.stops ?? []).flatMap(({ city, meetings }) => meetings.map(({ day, start, title, kind }) => `${city.value} ${day?.value.slice(5) ?? '-'} ${start ? formatMinute(start.value) : '-'} ${kind.value}: ${title.value}`))
}

describe('a journey told in sentences', () => {
  it.each([
    ['verbs of going and meeting', 'We fly to Osh on 5 May 2025 and see the mayor at 14:00. On Tuesday at 10 we visit the water works.', ['Osh 05-05 - travel: fly to Osh', 'Osh 05-05 14:00 meeting: see the mayor', 'Osh 05-06 10:00 visit: visit the water works']],
    ['the next day, the day of the month alone', 'We arrive in Baku on 5 May 2025. The next day at noon we meet the bank. On the 8th at 3 pm we visit the port of the city.', ['Baku 05-05 - travel: arrive in Baku', 'Baku 05-06 12:00 meeting: meet the bank', 'Baku 05-08 15:00 visit: visit the port of the city']],
    ['one verb, two hours', 'On 5 May 2025 in Osh we meet the governor at 10:00 and the water utility at 14:00, if all goes well.', ['Osh 05-05 10:00 meeting: meet the governor', 'Osh 05-05 14:00 meeting: the water utility']],
    ['words before the verb', '12-may 2025-yil soat 10:00 da Toshkentda Moliya vazirligida uchrashamiz, 13-may kuni Samarqandga boramiz. 14-may kuni soat 9:00 da hokim bilan uchrashuv.', ['Toshkent 05-12 10:00 meeting: Toshkentda Moliya vazirligida uchrashamiz', 'Samarqand 05-13 - travel: Samarqandga boramiz', 'Samarqand 05-14 09:00 meeting: hokim bilan uchrashuv']],
    ['a last day for something is no row', 'We land in Astana on 5 May 2025 and meet the ministry at 11:00. I need the papers of the visit by 28 April at 10:00.', ['Astana 05-05 - travel: land in Astana', 'Astana 05-05 11:00 meeting: meet the ministry']],
  ])('%s', (_, text, told) => expect(toldBy(text)).toEqual(told))
})
