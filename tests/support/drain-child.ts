/** A sender in a process of its own, to be killed: database and relay stand in its arguments. */
import { openDatabase } from '#db/database.server.ts'
import { startDrain } from '#emails/outbox.server.ts'
import { SENDER } from '#tests/support/draining.ts'

const [, , url = '', smtpUrl = ''] = process.argv
startDrain({ database: openDatabase(url), config: { ...SENDER, smtpUrl }, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, now: Date.now })
console.log('draining')
