/** A process that brings a schema up to date in steps of many statements and says when it begins. Argument: the database's address. */
import { writeSync } from 'node:fs'
import { openDatabase } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { STEPS } from '#tests/support/slow-steps.ts'

const database = openDatabase(process.argv[2] ?? '')
writeSync(1, 'begins\n')
await migrate(database, STEPS)
writeSync(1, 'done\n')
await database.close()
