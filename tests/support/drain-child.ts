/** A sender in a process of its own, to be killed. Arguments: database, relay, and for a clock that runs faster the instant from which on and how many times. */
import { openDatabase } from '#db/database.server.ts'
import { startDrain } from '#emails/outbox.server.ts'
import { SENDER } from '#tests/support/draining.ts'
import { fastClock } from '#tests/support/fast-clock.ts'

const [, , url = '', smtpUrl = '', fromMs = '0', speed = '1'] = process.argv
const drain = startDrain({ database: openDatabase(url), config: { ...SENDER, smtpUrl }, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, now: fastClock(Number(fromMs), Number(speed)) })
if (speed !== '1') setInterval(drain.wake, 40)
console.log('draining')
