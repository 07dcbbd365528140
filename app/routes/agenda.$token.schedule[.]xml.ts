import { scheduleXml } from '#app/files/schedule.ts'
import { open } from '#app/http/enter.server.ts'
import { openPublished, publicFile, scheduleIn } from '#app/http/published.server.ts'

export const loader = open(async (entered) => {
  const opened = await openPublished(entered)
  const here = `${entered.app.config.baseUrl}/agenda/${entered.params['token'] ?? ''}`
  return publicFile(scheduleXml(scheduleIn(opened, here)), 'application/xml; charset=utf-8', 'schedule.xml')
})
