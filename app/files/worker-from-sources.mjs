// @ts-check
/** Starts the reading thread where nothing is built: on the command line and in tests. */
import { register } from 'tsx/esm/api'

register()
await import('#app/files/worker.ts')
