// @ts-check
/** Starts the writing thread where nothing is built: on the command line and in tests. */
import { register } from 'tsx/esm/api'

register()
await import('#app/files/writer.ts')
