import { listSheetDays } from '#app/domain/papers/day-days.ts'
import { composeDaySheet } from '#app/domain/papers/day-sheet-paper.ts'
import { isId } from '#app/domain/ids.ts'
import { formatDay, isDay } from '#app/domain/time.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { loadDaySheet } from '#db/day-sheets.server.ts'
import { listBlocks } from '#db/roadshow.server.ts'
import { MOST_SHEETS } from '#db/sheets.server.ts'
import { listStops } from '#db/stops.server.ts'

export const daySheetSource: PaperSource = {
  list: async ({ db, mission, nowMs }) => {
    const [stops, blocks] = await Promise.all([listStops(db, mission.id), listBlocks(db, mission.id)])
    return listSheetDays(stops, blocks, nowMs).slice(0, MOST_SHEETS).map(({ stopId, city, day }) => ({ subject: `${stopId}.${day}`, title: `${formatDay(day)}, ${city}`, day }))
  },
  compose: async ({ db, mission }, { subject, audience }) => {
    const [stopId = '', day = '', ...more] = subject.split('.')
    if (audience !== 'team' || !isId(stopId) || !isDay(day) || more.length > 0) return null
    const loaded = await loadDaySheet(db, { missionId: mission.id, missionTitle: mission.title, stopId, day, phones: true })
    return loaded ? composeDaySheet(loaded.sheet) : null
  },
}
