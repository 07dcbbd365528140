/** The mail server of the measurement, in a process of its own so that its work counts for neither side; prints its address. */
import { startRelay } from '#tests/support/relay.ts'

const relay = await startRelay()
setInterval(() => relay.taken.splice(0), 200)
console.log(relay.url)
